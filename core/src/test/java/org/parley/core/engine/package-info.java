/// Tests of the compiled evaluator against an evaluator that knows nothing of cells and diagrams.
@NullMarked
package org.parley.core.engine;

import org.jspecify.annotations.NullMarked;
