/// Classification: the compiled evaluator's exact answer and the reasons, put together. Where the
/// rule looks at something that is open, the reasons are the plain evaluator's.
@NullMarked
package org.parley.core.classify;

import org.jspecify.annotations.NullMarked;
