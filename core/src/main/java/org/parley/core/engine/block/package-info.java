/// Blocks: facts that depend on each other and on no others, cut into cells within which the scale
/// makes no difference.
@NullMarked
package org.parley.core.engine.block;

import org.jspecify.annotations.NullMarked;
