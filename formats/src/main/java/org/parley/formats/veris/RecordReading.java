package org.parley.formats.veris;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Exact;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads what a record says about itself: its id, its version, how sure it is, and its summary.
final class RecordReading implements Reading {

  /// A rating that does not fit a number.
  private record Mismatch(String field, List<String> of, Optional<Fact> fact, long from) {}

  private static final int LONGEST_ID = 200;

  private final Optional<Fact> narrative;
  private final Optional<Fact> campaignFact;
  private final String id;
  private final List<String> otherIds;
  private final String version;
  private final List<String> versions;
  private final String summary;
  private final String campaign;
  private final String confidence;
  private final List<Mismatch> mismatches = new ArrayList<>();

  RecordReading(Fields fields, List<String> versions, Facts facts) {
    narrative = facts.needed("narrative", fields);
    campaignFact = facts.needed("eventGroup", fields);
    id = facts.word(fields, "id");
    otherIds = facts.words(fields, "otherIds");
    version = facts.word(fields, "version");
    this.versions = versions;
    summary = facts.word(fields, "summary");
    campaign = facts.word(fields, "campaign");
    confidence = facts.word(fields, "confidence");
    for (Tree tree : fields.needList("contradictions").orElse(List.of())) {
      Fields row = Fields.of(tree, "a contradiction", facts.issues());
      mismatches.add(
          new Mismatch(
              facts.word(row, "field"),
              facts.words(row, "of"),
              row.needText("fact").flatMap(name -> facts.find(name.text(), name.place())),
              row.needText("from")
                  .flatMap(text -> Exact.parse(text.text()))
                  .map(number -> number.floor().longValueExact())
                  .orElse(Long.MAX_VALUE)));
      row.end();
    }
  }

  /// The incident's id: the record's own, or where it has none a name made from its bytes.
  String id(RecordView record, Digest digest) {
    Optional<Leaf> leaf = record.one(id);
    String text = leaf.map(one -> one.value().strip()).orElse("");
    if (!text.isEmpty() && text.length() <= LONGEST_ID && text.matches("[\\x21-\\x7e]+")) {
      leaf.orElseThrow().use();
      tellOthers(record, text);
      return text;
    }
    leaf.ifPresent(one ->
        record.note(
            IssueCode.NOT_UNDERSTOOD, one, id + " is no id; the record is named by its digest"));
    if (leaf.isEmpty()) {
      record.noteOnRecord(
          IssueCode.AMBIGUOUS, "the record has no " + id + "; it is named by its digest");
    }
    return "record-" + digest.brief();
  }

  private void tellOthers(RecordView record, String text) {
    for (String other : otherIds) {
      for (Leaf leaf : record.at(other)) {
        boolean same = leaf.word().equals(text.toLowerCase(Locale.ROOT));
        record.note(
            IssueCode.KEPT_AS_IS,
            leaf,
            same
                ? other + " repeats the id"
                : other + " is another id of the same record: " + RecordView.shown(leaf));
      }
    }
  }

  /// How confident the source is, if it says so.
  Optional<String> confidence(RecordView record) {
    Optional<Leaf> leaf = record.one(confidence);
    leaf.ifPresent(Leaf::use);
    return leaf.map(Leaf::word);
  }

  @Override
  public void read(RecordView record, Findings findings) {
    tellVersion(record);
    record
        .one(summary)
        .ifPresent(leaf -> {
          int cap = ((FactType.Text) narrative.orElseThrow().type()).cap();
          String text = leaf.value().strip();
          if (text.length() > cap) {
            record.note(
                IssueCode.KEPT_AS_IS,
                leaf,
                summary + " has " + text.length() + " characters; the first " + cap + " are taken");
          }
          int end = Math.min(text.length(), cap);
          boolean halved = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
          findings.state(
              narrative.orElseThrow(),
              new Stated.Exactly(new Value.Text(text.substring(0, halved ? end - 1 : end))),
              List.of(leaf));
        });
    record
        .one(campaign)
        .ifPresent(leaf -> {
          if (leaf.word().matches("[\\x21-\\x7e]{1,100}")) {
            findings.state(
                campaignFact.orElseThrow(),
                new Stated.Exactly(new Value.Key(leaf.word())),
                List.of(leaf));
          } else {
            record.note(
                IssueCode.NOT_UNDERSTOOD, leaf, campaign + " is no key that incidents can share");
          }
        });
    mismatches.forEach(row -> compare(record, findings, row));
  }

  private void tellVersion(RecordView record) {
    Optional<Leaf> leaf = record.one(version);
    if (leaf.isEmpty()) {
      record.noteOnRecord(
          IssueCode.AMBIGUOUS, "the record does not say its version; read as 1.3 to 1.4");
      return;
    }
    String said = leaf.get().word();
    if (versions.stream().anyMatch(known -> said.equals(known) || said.startsWith(known + "."))) {
      leaf.get().use();
    } else {
      record.note(
          IssueCode.AMBIGUOUS,
          leaf.get(),
          version + " " + RecordView.shown(leaf.get()) + " is not known here; read as 1.3 to 1.4");
    }
  }

  private static void compare(RecordView record, Findings findings, Mismatch row) {
    Fact fact = row.fact().orElseThrow();
    boolean large =
        findings.stated(fact.id()).stream()
            .anyMatch(stated ->
                stated instanceof Stated.Exactly(Value.Number(long units)) && units >= row.from());
    for (Leaf leaf : record.at(row.field())) {
      if (large && row.of().contains(leaf.word())) {
        record.note(
            IssueCode.CONTRADICTION,
            leaf,
            row.field()
                + " "
                + RecordView.shown(leaf)
                + " does not fit a "
                + fact.id()
                + " of "
                + row.from()
                + " or more");
      }
    }
  }
}
