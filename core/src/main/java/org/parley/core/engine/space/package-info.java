/// All that a scale can tell apart, put together from blocks.
@NullMarked
package org.parley.core.engine.space;

import org.jspecify.annotations.NullMarked;
