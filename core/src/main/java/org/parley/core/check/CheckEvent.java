package org.parley.core.check;

import java.time.Instant;
import java.util.Optional;
import org.parley.core.directory.OfficeId;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Party;

/// Something that happened in a communication check at the office that asks. What the other offices
/// do stands in the conversations, and is read from there.
public sealed interface CheckEvent {

  /// UTC, by the asking node's clock.
  Instant at();

  /// @param by a token of the person; names stand outside
  record Planned(CheckPlan plan, String by, Instant at) implements CheckEvent {}

  /// @param statement the question; empty where the State has no node, or could not be reached
  /// @param word that the answer is to repeat; another for each State
  /// @param byTwoWays whether it was to go by a second way besides the first
  /// @param why no question went out, where none did
  record Asked(
      Party state,
      Optional<Digest> statement,
      String word,
      boolean byTwoWays,
      Optional<String> why,
      Instant at)
      implements CheckEvent {}

  /// An officer of the asking office was in contact by another way, and writes down what was said.
  record WrittenDown(Contact contact, String by, Instant at) implements CheckEvent {}

  record CalledOff(String reason, String by, Instant at) implements CheckEvent {}

  /// A contact outside the node.
  ///
  /// @param when it took place, UTC
  /// @param way such as telephone
  /// @param word what was repeated, as it was heard
  record Contact(OfficeId office, Instant when, String way, Optional<String> word) {}
}
