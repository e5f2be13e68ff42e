/// The calculator, open to anybody: nothing it is told is kept.
@NullMarked
package org.parley.node.calculator;

import org.jspecify.annotations.NullMarked;
