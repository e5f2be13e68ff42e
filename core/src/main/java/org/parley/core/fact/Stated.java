package org.parley.core.fact;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// What somebody says about a fact: exactly, in part, that it is not known, or that the question
/// does not arise.
public sealed interface Stated {

  /// Exactly this.
  record Exactly(Value value) implements Stated {}

  /// From one value to another, both included; an end that is left out is the end of the type.
  /// Numbers and options of an ordered fact.
  record Between(Optional<Value> low, Optional<Value> high) implements Stated {}

  /// One of these, not known which.
  record OneOf(List<Value> values) implements Stated {}

  /// A set of options known in part: has all of `includes`, and may have any of `mayInclude`
  /// besides.
  record SetBetween(long includes, long mayInclude) implements Stated {}

  /// A set of codes known in part; `more` says whether there may be others than those named.
  record CodesBetween(SortedSet<String> includes, boolean more) implements Stated {}

  /// Not known, and why.
  record Unknown(String why) implements Stated {}

  /// The question does not arise, and why.
  record NotApplicable(String why) implements Stated {}
}
