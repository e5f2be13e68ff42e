package org.parley.formats.parley.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactId;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Mode;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Statement;
import org.parley.core.issue.Issues;
import org.parley.core.scale.ScaleEdition;
import org.parley.formats.parley.fact.KnownFacts;
import org.parley.formats.parley.incident.StandingStatements;
import org.parley.formats.tree.Fields;

/// Reads the facts of a case, in which a scale's judgements go by their short names.
final class SheetReader {

  private final KnownFacts facts;
  private final Map<FactId, FactId> fullNames = new HashMap<>();
  private final Issues issues;

  SheetReader(ScaleEdition edition, Catalogue catalogue, Issues issues) {
    List<Fact> judgements = new ArrayList<>();
    edition
        .vocabulary()
        .judgements()
        .forEach((name, judgement) ->
            FactId.parse(name)
                .ifPresent(id -> {
                  fullNames.put(id, judgement.id());
                  judgements.add(renamed(judgement, id));
                  judgements.add(judgement);
                }));
    this.facts = KnownFacts.of(catalogue.with(judgements));
    this.issues = issues;
  }

  private static Fact renamed(Fact fact, FactId id) {
    return new Fact(
        id,
        fact.group(),
        fact.type(),
        fact.baseline(),
        fact.reach(),
        fact.together(),
        fact.means());
  }

  /// The sheet of the sections `facts:` and `potential:`.
  Sheet read(Fields fields, boolean nothingElse) {
    StandingStatements standing = new StandingStatements(facts, issues);
    fields.named("facts").ifPresent(entries -> standing.state(entries, Mode.ACTUAL));
    fields.named("potential").ifPresent(entries -> standing.state(entries, Mode.POTENTIAL));
    standing.checkWorld();
    Map<FactKey, List<Stated>> byKey = new HashMap<>();
    for (Statement statement : standing.list()) {
      byKey.computeIfAbsent(full(statement.key()), _ -> new ArrayList<>()).add(statement.stated());
    }
    return new Sheet(byKey, nothingElse);
  }

  /// The fact that a name stands for.
  Optional<Fact> fact(FactId id) {
    return facts.find(id);
  }

  Optional<String> meant(String name) {
    return facts.meant(name);
  }

  /// The key with the full name of a judgement.
  FactKey full(FactKey key) {
    return key.about(fullNames.getOrDefault(key.fact(), key.fact()));
  }
}
