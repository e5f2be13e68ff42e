package org.parley.core.fact;

/// What the world never allows, whatever is stated. It holds for two facts of the same region and
/// mode.
public sealed interface Constraint {

  FactId smaller();

  FactId larger();

  /// The first number is never above the second: users hit and users in total.
  record NotAbove(FactId smaller, FactId larger) implements Constraint {}

  /// The first instant is never before the second. `smaller` is the earlier one.
  record NotBefore(FactId larger, FactId smaller) implements Constraint {}
}
