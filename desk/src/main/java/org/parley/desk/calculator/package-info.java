/// The calculator: scales chosen, questions answered, what the scales say so far and what decides
/// next. It keeps nothing.
@NullMarked
package org.parley.desk.calculator;

import org.jspecify.annotations.NullMarked;
