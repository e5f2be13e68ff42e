/// Parley's own engine on the three scales.
@NullMarked
package org.parley.bench.product;

import org.jspecify.annotations.NullMarked;
