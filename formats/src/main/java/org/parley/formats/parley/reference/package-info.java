/// Reference data that scales name: groups of States, yearly figures, rates of exchange.
@NullMarked
package org.parley.formats.parley.reference;

import org.jspecify.annotations.NullMarked;
