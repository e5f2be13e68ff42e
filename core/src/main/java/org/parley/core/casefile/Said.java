package org.parley.core.casefile;

import java.util.Optional;
import org.parley.core.casefile.deed.Author;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Statement;
import org.parley.core.handling.Marking;

/// One statement about one fact, once said never forgotten.
///
/// @param number within the case, from 1
/// @param revision at which it was said
/// @param marking the speaker's, where it is stricter than that of the incident
/// @param standing what became of it
public record Said(
    int number,
    int revision,
    Statement statement,
    Author by,
    Optional<Marking> marking,
    Standing standing) {

  public FactKey key() {
    return statement.key();
  }

  public boolean counts() {
    return standing instanceof Standing.Counts;
  }

  Said now(Standing next) {
    return new Said(number, revision, statement, by, marking, next);
  }

  /// What became of a statement.
  public sealed interface Standing {

    /// It counts, alone or beside others.
    record Counts() implements Standing {}

    /// The same side said something newer.
    record Replaced(int by) implements Standing {}

    /// An officer let another statement count.
    record SetAside(int adopted, String reason) implements Standing {}

    /// It was taken back.
    record Withdrawn(String reason) implements Standing {}
  }
}
