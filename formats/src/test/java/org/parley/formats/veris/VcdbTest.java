package org.parley.formats.veris;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.parley.core.fact.Statement;
import org.parley.core.incident.Incident;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.formats.SharedFolder;
import org.parley.formats.parley.Parsed;
import org.parley.formats.parley.fact.KnownFacts;
import org.parley.formats.parley.incident.IncidentReader;
import org.parley.formats.parley.incident.IncidentWriter;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;

/** The sample of the VERIS Community Database: real records, one a line. */
class VcdbTest {
  private static final String SAMPLE = "vcdb/vcdb-sample.ndjson.gz";

  /** Fields about the record itself: its id, its version, how sure and how confident it is. */
  private static final Set<String> OF_THE_RECORD =
      Set.of("incident_id", "schema_version", "security_incident", "confidence");

  @Test
  void everyRecordIsRead() throws IOException {
    List<String> records = records();

    assertThat(records).hasSize(414);
    assertThat(records).allMatch(record -> read(record) instanceof Checked.Sound);
  }

  @Test
  void everyValueOfEveryRecordIsUsedOrNamedInTheReport() throws IOException {
    for (String record : records()) {
      Set<String> fields = new LinkedHashSet<>();
      collect("", tree(record), fields);
      fields.removeAll(OF_THE_RECORD);
      Checked<Incident> read = read(record);
      String told =
          String.join("\n", read.issues().stream().map(Issue::message).toList())
              + "\n"
              + String.join(
                  "\n",
                  read.orThrow().latest().statements().stream()
                      .map(statement -> statement.origin().source().orElseThrow())
                      .toList());

      assertThat(fields.stream().filter(field -> !isTold(field, told)).toList())
          .as("fields of %s that are neither used nor named", read.orThrow().id())
          .isEmpty();
      assertThat(read.issues()).hasSizeLessThan(Issues.MOST_KEPT);
    }
  }

  @Test
  void theReportLeavesNothingOpenValueByValue() throws IOException {
    int values = 0;
    for (String record : records()) {
      RecordView view = new RecordView((Tree.Mapping) tree(record), "vcdb", 1);
      Records.READER.examine(view);
      values += view.leaves().size();
      assertThat(view.leaves()).noneMatch(leaf -> leaf.fate() == Leaf.Fate.OPEN);
    }
    assertThat(values).isGreaterThan(10_000);
  }

  @Test
  void whatIsReadCanBeWrittenAsAnIncidentFileAndReadAgain() throws IOException {
    KnownFacts facts = KnownFacts.of(Records.CATALOGUE);
    for (String record : records()) {
      Incident incident = read(record).orThrow();
      byte[] file = IncidentWriter.write(incident, facts).getBytes(StandardCharsets.UTF_8);
      Issues issues = new Issues();
      Parsed parsed = Parsed.of(file, "again.yaml", Limits.DOCUMENT, issues).orElseThrow();
      Checked<Incident> again = IncidentReader.read(parsed, facts);

      assertThat(Records.said(again.orThrow())).isEqualTo(Records.said(incident));
    }
  }

  @Test
  void noNoteRepeatsWhatMayNameSomebody() throws IOException {
    for (String record : records()) {
      Tree.Mapping tree = (Tree.Mapping) tree(record);
      List<String> names = new ArrayList<>();
      for (String path :
          List.of("victim.victim_id", "victim.notes", "actor.external.name", "summary", "notes")) {
        new RecordView(tree, "x", 1)
            .at(path).stream()
                .map(Leaf::value)
                .map(String::strip)
                .filter(name -> name.length() > 8)
                .forEach(names::add);
      }
      List<String> notes = read(record).issues().stream().map(Issue::toString).toList();

      assertThat(names).noneMatch(name -> notes.stream().anyMatch(note -> note.contains(name)));
    }
  }

  @Test
  void theReportsSayWhatTheSampleIsKnownFor() throws IOException {
    Map<IssueCode, Set<String>> told = new TreeMap<>();
    for (String record : records()) {
      for (Issue issue : read(record).issues()) {
        told.computeIfAbsent(issue.code(), _ -> new LinkedHashSet<>()).add(issue.message());
      }
    }

    assertThat(told.get(IssueCode.CONTRADICTION))
        .contains("timeline.incident.day: 2018-02 has no day 29; only the month is used")
        .anyMatch(line -> line.contains("names 5033678 records of one kind"))
        .anyMatch(line -> line.startsWith("security_incident \"Near miss\" says"));
    assertThat(told.get(IssueCode.KEPT_AS_IS))
        .contains("impact.overall_amount has no currency: an amount without one is no money");
    assertThat(told.getOrDefault(IssueCode.NOT_UNDERSTOOD, Set.of())).isEmpty();
  }

  @Test
  void anOriginalRecordOfTheArchiveIsReadToo() throws IOException {
    byte[] record =
        Files.readAllBytes(
            SharedFolder.file("vcdb/raw-originals/00163384-B4D7-46D5-9E6F-543DFB00F598.json"));
    Checked<Incident> read = Records.READER.read(record, "original.json", 1);

    assertThat(Records.said(read.orThrow()))
        .containsEntry("recordsAffected", "87")
        .containsEntry("actorClass", "unwitting-insider")
        .containsEntry("incidentTypes", "[data-leak]")
        .containsEntry("malicious", "no")
        .containsEntry("occurredAt", "{from: 2014-02-02T10:00:00Z, to: 2014-02-04T11:59:59Z}")
        .containsEntry("dataCompromised", "{unknown: the source does not say which data}");
    assertThat(read.issues().getFirst().place().line()).isGreaterThan(1);
  }

  @Test
  void whatTheSampleSaysAboutEachFactStaysTheSame() throws IOException {
    Map<String, Integer> stated = new LinkedHashMap<>();
    for (String record : records()) {
      for (Statement statement : read(record).orThrow().latest().statements()) {
        stated.merge(statement.key().toString(), 1, Integer::sum);
      }
    }

    assertThat(stated)
        .containsEntry("occurredAt", 414)
        .containsEntry("sectors", 414)
        .containsEntry("countriesAffected", 414)
        .containsEntry("narrative", 388)
        .containsEntry("eventGroup", 8)
        .containsEntry("turnover", 24)
        .containsEntry("loss", 8);
  }

  /** Whether a field, or a section that it lies in, is named. */
  private static boolean isTold(String field, String told) {
    for (String path = field;
        !path.isEmpty();
        path = path.substring(0, Math.max(0, path.lastIndexOf('.')))) {
      if (told.contains(path)) {
        return true;
      }
    }
    return false;
  }

  /** The fields of a record that hold values, found without the importer's own reading. */
  private static void collect(String path, Tree tree, Set<String> into) {
    switch (tree) {
      case Tree.Mapping(List<Tree.Entry> entries, _) -> {
        if (entries.isEmpty()) {
          into.add(path);
        }
        entries.forEach(entry ->
            collect(path.isEmpty() ? entry.key() : path + "." + entry.key(), entry.value(), into));
      }
      case Tree.Sequence(List<Tree> items, _) -> items.forEach(item -> collect(path, item, into));
      case Tree.Text _, Tree.Nothing _ -> into.add(path);
    }
  }

  private static Checked<Incident> read(String record) {
    return Records.READER.read(record.getBytes(StandardCharsets.UTF_8), "vcdb", 1);
  }

  private static Tree tree(String record) {
    Issues issues = new Issues();
    return Trees.readJson(record.getBytes(StandardCharsets.UTF_8), "vcdb", Limits.DOCUMENT, issues)
        .orElseThrow();
  }

  private static List<String> records() throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(SharedFolder.file(SAMPLE)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
