package org.parley.formats.parley.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Mode;
import org.parley.core.fact.Statement;
import org.parley.core.incident.Incident;
import org.parley.core.incident.Revision;
import org.parley.formats.parley.fact.KnownFacts;
import org.parley.formats.parley.fact.StatedWriter;
import org.parley.formats.tree.YamlScalar;

/// Writes an incident as the YAML file that reads as the same incident.
///
/// The first revision is written in full, later ones with what changed.
public final class IncidentWriter {

  private final KnownFacts facts;
  private final StringBuilder out = new StringBuilder();

  private IncidentWriter(KnownFacts facts) {
    this.facts = facts;
  }

  public static String write(Incident incident, KnownFacts facts) {
    IncidentWriter writer = new IncidentWriter(facts);
    writer.line(0, "incident", incident.id());
    incident.title().ifPresent(title -> writer.line(0, "title", title));
    writer.line(0, "realm", incident.realm().word());
    writer.out.append("revisions:\n");
    Optional<Revision> before = Optional.empty();
    for (Revision revision : incident.revisions()) {
      writer.revision(revision, before);
      before = Optional.of(revision);
    }
    return writer.out.toString();
  }

  private void revision(Revision revision, Optional<Revision> before) {
    out.append("  - revision: ").append(revision.number()).append('\n');
    revision.at().ifPresent(at -> line(4, "at", at.toString()));
    revision.by().ifPresent(by -> line(4, "by", by));
    if (!revision.aware().equals(before.flatMap(Revision::aware))) {
      revision.aware().ifPresent(aware -> line(4, "aware", aware.toString()));
    }
    Map<FactKey, List<Statement>> now = byKey(revision);
    Map<FactKey, List<Statement>> then = before.map(IncidentWriter::byKey).orElse(Map.of());
    section("facts", Mode.ACTUAL, now, then, revision.withdrawn());
    section("potential", Mode.POTENTIAL, now, then, revision.withdrawn());
    Optional<String> was = before.flatMap(Revision::nothingElse);
    if (!revision.nothingElse().equals(was)) {
      String answer = revision.nothingElse().isPresent() ? "yes" : "no";
      String by = revision.nothingElse().or(() -> revision.by()).or(() -> was).orElse("unknown");
      out.append("    allElse: {nothingHappened: ")
          .append(answer)
          .append(", by: ")
          .append(YamlScalar.written(by))
          .append("}\n");
    }
  }

  private static Map<FactKey, List<Statement>> byKey(Revision revision) {
    Map<FactKey, List<Statement>> byKey = new LinkedHashMap<>();
    for (Statement statement : revision.statements()) {
      byKey.computeIfAbsent(statement.key(), _ -> new ArrayList<>()).add(statement);
    }
    return byKey;
  }

  private void section(
      String name,
      Mode mode,
      Map<FactKey, List<Statement>> now,
      Map<FactKey, List<Statement>> then,
      Map<FactKey, String> withdrawn) {
    List<String> lines = new ArrayList<>();
    now.forEach((key, statements) -> {
      if (key.mode() == mode && !statements.equals(then.get(key))) {
        lines.add(key(key) + ": " + said(key, statements));
      }
    });
    then.keySet().stream()
        .filter(key -> key.mode() == mode && !now.containsKey(key))
        .forEach(key -> lines.add(key(key) + ": " + withdrawal(withdrawn.get(key))));
    if (!lines.isEmpty()) {
      out.append("    ").append(name).append(":\n");
      lines.forEach(line -> out.append("      ").append(line).append('\n'));
    }
  }

  private static String withdrawal(@Nullable String why) {
    return "{withdrawn: " + YamlScalar.written(why == null ? "taken back" : why) + "}";
  }

  private static String key(FactKey key) {
    return key.as(Mode.ACTUAL).toString();
  }

  private String said(FactKey key, List<Statement> statements) {
    var type =
        facts
            .find(key.fact())
            .orElseThrow(() -> new IllegalArgumentException("no fact " + key.fact()))
            .type();
    return StatedWriter.written(type, statements);
  }

  private void line(int indent, String key, String text) {
    out.append(" ".repeat(indent))
        .append(key)
        .append(": ")
        .append(YamlScalar.written(text))
        .append('\n');
  }
}
