/// The three scales written by hand in Java, as a programmer would who knows them and will never
/// change them.
@NullMarked
package org.parley.bench.hand;

import org.jspecify.annotations.NullMarked;
