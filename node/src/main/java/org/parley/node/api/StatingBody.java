package org.parley.node.api;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Mode;
import org.parley.core.fact.Statement;
import org.parley.core.handling.Marking;
import org.parley.core.issue.IssueCode;
import org.parley.formats.exchange.MarkingJson;
import org.parley.formats.exchange.Typed;
import org.parley.formats.parley.fact.KnownFacts;
import org.parley.formats.parley.incident.StandingStatements;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// What a request states: facts as incident files write them, and how single ones are marked.
public final class StatingBody {

  private StatingBody() {}

  /// Reads what is stated; what is wrong is told to the issues of the body.
  public static Stating read(Typed body, KnownFacts facts) {
    StandingStatements standing = new StandingStatements(facts, body.issues());
    body.fields().named("facts").ifPresent(entries -> standing.state(entries, Mode.ACTUAL));
    body.fields().named("potential").ifPresent(entries -> standing.state(entries, Mode.POTENTIAL));
    standing.checkWorld();
    Optional<Instant> aware = body.maybeMoment("aware");
    Set<FactKey> stated = standing.list().stream().map(Statement::key).collect(Collectors.toSet());
    return new Stating(standing.list(), markings(body, stated), aware, truth(body, "nothingElse"));
  }

  /// True or false, where it is said.
  static Optional<Boolean> truth(Typed body, String name) {
    return body.fields()
        .text(name)
        .flatMap(said -> {
          if (said.text().equals("true") || said.text().equals("false")) {
            return Optional.of(Boolean.valueOf(said.text()));
          }
          body.wrong(said, name, "is neither true nor false");
          return Optional.empty();
        });
  }

  private static Map<FactKey, Marking> markings(Typed body, Set<FactKey> stated) {
    Map<FactKey, Marking> markings = new HashMap<>();
    for (Tree.Entry entry : body.fields().named("markings").orElse(List.of())) {
      Optional<FactKey> key = FactKey.parse(entry.key()).filter(stated::contains);
      if (key.isEmpty()) {
        body.issues()
            .add(
                IssueCode.UNKNOWN_FACT,
                entry.keyMark().place(),
                "nothing is stated here about \"%s\" that could be marked".formatted(entry.key()));
      }
      Fields fields = Fields.of(entry.value(), "the marking", body.issues());
      MarkingJson.read(new Typed(fields, body.issues()))
          .ifPresent(marking -> key.ifPresent(each -> markings.put(each, marking)));
    }
    return markings;
  }
}
