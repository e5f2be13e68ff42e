/// The sixteen confidence-building measures, and what a State says of itself under each.
@NullMarked
package org.parley.core.measure;

import org.jspecify.annotations.NullMarked;
