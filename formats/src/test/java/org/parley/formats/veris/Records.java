package org.parley.formats.veris;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Fact;
import org.parley.core.fact.Statement;
import org.parley.core.fact.Statement.Origin;
import org.parley.core.incident.Incident;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.formats.parley.Shipped;
import org.parley.formats.parley.fact.StatedWriter;

/** Reads records in tests and shows what they say as incident files would. */
final class Records {
  static final Catalogue CATALOGUE = Shipped.catalogue();
  static final VerisReader READER = VerisReader.with(CATALOGUE).orThrow();

  private Records() {}

  /** Single quotes stand for double ones, and the record gets an id and a version. */
  static Checked<Incident> read(String fields) {
    String record =
        "{'incident_id':'A1','schema_version':'1.3.7'"
            + (fields.isEmpty() ? "" : ",")
            + fields
            + "}";
    return READER.read(bytes(record), "test.ndjson", 7);
  }

  static byte[] bytes(String record) {
    return record.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  /** What the record says, by fact; several statements about one fact stand side by side. */
  static Map<String, String> said(String fields) {
    return said(read(fields).orThrow());
  }

  static Map<String, String> said(Incident incident) {
    Map<String, String> all = new TreeMap<>();
    for (Statement statement : incident.latest().statements()) {
      Fact fact = CATALOGUE.find(statement.key().fact()).orElseThrow();
      Statement bare = new Statement(statement.key(), statement.stated(), Origin.NONE);
      all.merge(
          fact.id().text(),
          StatedWriter.written(fact.type(), List.of(bare)),
          (one, other) -> one + " | " + other);
    }
    return all;
  }

  /** Where the statement about a fact comes from. */
  static String source(String fields, String fact) {
    return read(fields).orThrow().latest().statements().stream()
        .filter(statement -> statement.key().fact().text().equals(fact))
        .map(statement -> statement.origin().source().orElseThrow())
        .findFirst()
        .orElseThrow();
  }

  /** The loss report, each note as code and message. */
  static List<String> report(String fields) {
    return read(fields).issues().stream().map(Records::told).toList();
  }

  static String told(Issue issue) {
    return issue.code() + " " + issue.message();
  }
}
