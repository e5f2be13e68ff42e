/// The slow, plain evaluator: the format's document turned into code, sentence by sentence.
///
/// It shares no code with the compiled evaluator, so that two independent readings of one document
/// check each other. On a sheet where everything is known it is exact. Where facts are unknown it
/// says of each step, taken alone, whether it holds, fails or is open: that is the trace people
/// read.
@NullMarked
package org.parley.core.plain;

import org.jspecify.annotations.NullMarked;
