/// A node of the exchange as it stands in its folder and as it runs: settings, keys, books, the
/// ways to others, and the beat that carries and watches.
@NullMarked
package org.parley.exchange;

import org.jspecify.annotations.NullMarked;
