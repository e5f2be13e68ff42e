package org.parley.formats.veris;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.FactId;
import org.parley.core.fact.Statement;
import org.parley.core.incident.Incident;
import org.parley.core.incident.Revision;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Checked.Refused;
import org.parley.core.issue.Checked.Sound;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;

/// Reads VERIS records, schema versions 1.3 to 1.4, as incidents.
///
/// What VERIS does not say stays unknown. Every value of a record is either used for a statement,
/// which names its field, or named in the loss report; a value that cannot be read costs that
/// value, never the record.
public final class VerisReader {

  private static final String MAPPING = "mapping.yaml";

  /// A record of another kind has none of these.
  private static final Set<String> SIGNS =
      Set.of("incident_id", "schema_version", "action", "actor", "attribute", "victim");

  private final List<Reading> readings = new ArrayList<>();
  private final RecordReading about;
  private final Status status;
  private final Keeping keeping;
  private final Set<FactId> alsoPossible = new HashSet<>();

  private VerisReader(Fields fields, Facts facts) {
    fields.needText("mapping");
    List<String> versions = facts.words(fields, "versions");
    ValueReading.Words words =
        new ValueReading.Words(
            Set.copyOf(facts.words(fields, "open")),
            Set.copyOf(facts.words(fields, "notApplicable")));
    readings.add(new SectionReading(fields.needList("sections").orElse(List.of()), facts));
    readings.add(new ValueReading(fields.needList("values").orElse(List.of()), words, facts));
    Fields victim = part(fields, "victim", facts);
    readings.add(new ActorReading(part(fields, "actors", facts), facts));
    readings.add(new DataReading(part(fields, "data", facts), facts));
    readings.add(new MoneyReading(part(fields, "money", facts), victim, facts));
    readings.add(new VictimReading(fields, victim, facts));
    readings.add(new TimeReading(part(fields, "time", facts), facts));
    Fields record = part(fields, "record", facts);
    about = new RecordReading(record, versions, facts);
    status = new Status(part(record, "status", facts), facts);
    String targeted = facts.word(record, "targeted");
    record.end();
    readings.add(about);
    keeping = new Keeping(fields.needList("keep").orElse(List.of()), targeted, facts);
    facts.words(fields, "alsoPossible");
    fields.list("alsoPossible").orElse(List.of()).stream()
        .flatMap(name -> Fields.text(name, "a fact", facts.issues()).stream())
        .flatMap(name -> facts.find(name.text(), name.place()).stream())
        .forEach(fact -> alsoPossible.add(fact.id()));
    fields.end();
  }

  private static Fields part(Fields fields, String key, Facts facts) {
    return fields
        .needMap(key)
        .orElseGet(
            () -> Fields.of(new Tree.Mapping(List.of(), fields.mark()), key, facts.issues()));
  }

  /// The reader with the mapping that ships with the program.
  public static Checked<VerisReader> with(Catalogue catalogue) {
    try (InputStream in = VerisReader.class.getResourceAsStream(MAPPING)) {
      if (in == null) {
        throw new IllegalStateException("the mapping for VERIS is not in the program");
      }
      return with(in.readAllBytes(), "veris/" + MAPPING, catalogue);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /// The reader with a mapping of its own; refused with all that is wrong with it.
  public static Checked<VerisReader> with(byte[] mapping, String name, Catalogue catalogue) {
    Issues issues = new Issues();
    Optional<Tree> tree = Trees.readYaml(mapping, name, Limits.DOCUMENT, issues);
    Optional<VerisReader> reader =
        tree.map(root ->
            new VerisReader(Fields.of(root, "the mapping", issues), new Facts(catalogue, issues)));
    return reader.isPresent() && !issues.hasErrors()
        ? new Sound<>(reader.get(), issues.list())
        : new Refused<>(issues.list());
  }

  /// Reads one record.
  ///
  /// @param bytes the record as one JSON object
  /// @param document the name of the file or archive, for the places of issues
  /// @param line the line of the document in which the record begins
  /// @return the incident with its loss report; refused where the bytes are no VERIS record at all
  public Checked<Incident> read(byte[] bytes, String document, int line) {
    Issues issues = new Issues();
    Optional<Tree> tree = Trees.readJson(bytes, document, Limits.DOCUMENT, issues);
    if (tree.isEmpty() || issues.hasErrors()) {
      return new Refused<>(issues.list().stream().map(issue -> moved(issue, line)).toList());
    }
    if (!(tree.get() instanceof Tree.Mapping record)
        || record.entries().stream()
            .noneMatch(entry -> SIGNS.contains(RecordView.key(entry.key())))) {
      Issue none =
          new Issue(
              IssueCode.RECORD_REJECTED,
              RecordView.place(document, line, 1, 0),
              "this is no VERIS record: none of its fields is there",
              Optional.of("check which format the source has"));
      return new Refused<>(List.of(none));
    }
    return read(new RecordView(record, document, line), Digest.of(bytes));
  }

  private Checked<Incident> read(RecordView record, Digest digest) {
    String id = about.id(record, digest);
    List<Statement> statements = examine(record);
    Revision only =
        new Revision(
            1, Optional.empty(), Optional.empty(), Optional.empty(), statements, Optional.empty());
    return new Sound<>(
        new Incident(id, Optional.empty(), new Realm.Real(), digest, List.of(only)),
        record.report());
  }

  /// What the record states; afterwards each of its values is used or named in its report.
  List<Statement> examine(RecordView record) {
    Findings findings = new Findings();
    Optional<String> confidence = about.confidence(record);
    readings.forEach(reading -> reading.read(record, findings));
    boolean factual = status.apply(record, findings);
    keeping.tell(record);
    return factual ? findings.statements(alsoPossible, confidence) : List.of();
  }

  /// The issue at its line of the document, without the record's text: it may name people.
  private static Issue moved(Issue issue, int line) {
    return new Issue(
        issue.code(),
        RecordView.place(
            issue.place().document(), line, issue.place().line(), issue.place().column()),
        issue.message(),
        issue.remedy());
  }
}
