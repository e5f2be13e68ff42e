package org.parley.core.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Statement;

/// All that was stated of an incident at one moment, earlier statements that still stand included.
///
/// @param number from 1
/// @param at when the revision was made, if known
/// @param by who made it
/// @param aware when the entity became aware, if known: duties run from it
/// @param statements all that stand; several with one key stand side by side
/// @param nothingElse who stated that nothing else happened, if somebody did
/// @param withdrawn why statements were taken back at this revision, by what they were about
public record Revision(
    int number,
    Optional<Instant> at,
    Optional<String> by,
    Optional<Instant> aware,
    List<Statement> statements,
    Optional<String> nothingElse,
    Map<FactKey, String> withdrawn) {

  /// A revision that takes nothing back.
  public Revision(
      int number,
      Optional<Instant> at,
      Optional<String> by,
      Optional<Instant> aware,
      List<Statement> statements,
      Optional<String> nothingElse) {
    this(number, at, by, aware, statements, nothingElse, Map.of());
  }

  /// What the statements say, by key.
  public Sheet sheet() {
    Map<FactKey, List<Stated>> byKey = new HashMap<>();
    for (Statement statement : statements) {
      byKey.computeIfAbsent(statement.key(), _ -> new ArrayList<>()).add(statement.stated());
    }
    return new Sheet(byKey, nothingElse.isPresent());
  }
}
