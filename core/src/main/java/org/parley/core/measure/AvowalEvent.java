package org.parley.core.measure;

import java.time.Instant;
import org.parley.core.people.Hand;
import org.parley.core.terms.Party;

/// One thing that a State did with what it says of itself under a measure.
///
/// @param state the State that speaks of itself
/// @param measure the number of the measure
public record AvowalEvent(Party state, int measure, Deed deed, Hand by, Instant at) {

  /// What was done.
  public sealed interface Deed {}

  /// Says it, in place of what was said before.
  public record Say(Avowal avowal) implements Deed {}

  /// Takes it back; what was said stays in the history.
  ///
  /// @param reason may be empty: no reason is owed
  public record TakeBack(String reason) implements Deed {}
}
