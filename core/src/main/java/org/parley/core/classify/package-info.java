/// Classification: the compiled evaluator's exact answer and the plain evaluator's reasons, put
/// together.
@NullMarked
package org.parley.core.classify;

import org.jspecify.annotations.NullMarked;
