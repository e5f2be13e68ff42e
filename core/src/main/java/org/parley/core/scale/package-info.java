/// A scale edition as a value: levels, quantities, conditions, criteria, rule. Plain data, checked
/// before it exists.
@NullMarked
package org.parley.core.scale;

import org.jspecify.annotations.NullMarked;
