/// Draws the rule of an edition as one function from cells to verdicts.
@NullMarked
package org.parley.core.engine.drawing;

import org.jspecify.annotations.NullMarked;
