package org.parley.core.casefile.deed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Statement;
import org.parley.core.handling.Marking;

/// Facts stated together: what becomes one revision.
///
/// @param statements with source, as-of and confidence as far as the speaker gives them
/// @param markings of single facts, where they are stricter than the incident's
/// @param aware when the entity became aware, where it says so
/// @param nothingElse whether the speaker states that nothing else happened, or takes that back;
///   empty where nothing is said about it
public record Stating(
    List<Statement> statements,
    Map<FactKey, Marking> markings,
    Optional<Instant> aware,
    Optional<Boolean> nothingElse) {

  public static final Stating NOTHING =
      new Stating(List.of(), Map.of(), Optional.empty(), Optional.empty());

  public Stating {
    statements = List.copyOf(statements);
    markings = Map.copyOf(markings);
  }

  public static Stating of(List<Statement> statements) {
    return new Stating(statements, Map.of(), Optional.empty(), Optional.empty());
  }

  public boolean isEmpty() {
    return statements.isEmpty() && aware.isEmpty() && nothingElse.isEmpty();
  }
}
