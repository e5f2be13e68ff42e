package org.parley.core.scale;

import java.util.List;
import java.util.Optional;
import org.parley.core.terms.Citation;

/// Something that holds or does not hold of an incident.
public sealed interface Condition {

  Notes notes();

  /// A quantity passes a test.
  ///
  /// @param whenUnknown what the issuer says should count when the quantity is not known
  record Passes(Quantity quantity, Test test, Optional<Assumed> whenUnknown, Notes notes)
      implements Condition {}

  /// At least so many of several conditions hold: 1 is any of them, their number is all of them.
  record CountOf(List<Condition> conditions, int atLeast, Wording wording, Notes notes)
      implements Condition {}

  /// Not one of several conditions holds.
  record NoneOf(List<Condition> conditions, Notes notes) implements Condition {}

  /// A condition that the edition gives a name, so that several places can use it.
  record Named(String name, Condition body, Notes notes) implements Condition {}

  /// Always, or never.
  record Always(boolean holds, Notes notes) implements Condition {}

  /// How the file says a count, which readers are told in the same words.
  enum Wording {
    ANY,
    ALL,
    COUNT,
    /// The condition with what happened, or with what could have been caused.
    CAUSED_OR_CAPABLE
  }

  /// What the issuer says should count when a condition's quantity is not known.
  record Assumed(boolean holds, Optional<Citation> cite) {}
}
