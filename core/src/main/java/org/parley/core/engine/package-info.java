/// The compiled evaluator: a scale edition made ready to answer quickly and exactly what grades are
/// possible and why, which questions are open and what single change would move the grade.
@NullMarked
package org.parley.core.engine;

import org.jspecify.annotations.NullMarked;
