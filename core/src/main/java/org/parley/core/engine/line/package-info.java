/// Exact arithmetic on whole numbers: ranges, cuts, slopes and products.
@NullMarked
package org.parley.core.engine.line;

import org.jspecify.annotations.NullMarked;
