package org.parley.formats.veris;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactId;
import org.parley.core.issue.IssueCode;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads the fields whose values are words of a list: each word says what its rows say.
final class ValueReading implements Reading {

  /// Words that mean the same in every field.
  ///
  /// @param open there is something, but it is not said what
  /// @param notApplicable the question does not arise
  record Words(Set<String> open, Set<String> notApplicable) {}

  private final Words words;
  private final Map<String, List<Row>> fields = new LinkedHashMap<>();

  ValueReading(List<Tree> tables, Words words, Facts facts) {
    this.words = words;
    for (Tree tree : tables) {
      Fields table = Fields.of(tree, "a table of values", facts.issues());
      List<Row> rows =
          table.needList("rows").orElse(List.of()).stream()
              .map(row -> Row.read(row, facts))
              .toList();
      for (Tree name : names(table)) {
        Fields.text(name, "a field", facts.issues())
            .ifPresent(field -> fields.put(RecordView.key(field.text()), rows));
      }
      table.end();
    }
  }

  private static List<Tree> names(Fields table) {
    return table
        .needAny("field")
        .map(named -> named instanceof Tree.Sequence(List<Tree> items, _) ? items : List.of(named))
        .orElse(List.of());
  }

  /// Whether this reads the field.
  boolean knows(String field) {
    return fields.containsKey(field);
  }

  @Override
  public void read(RecordView record, Findings findings) {
    fields.forEach((field, rows) ->
        record
            .at(field)
            .forEach(leaf -> {
              List<Row> about =
                  rows.stream().filter(row -> row.of().contains(leaf.word())).toList();
              if (about.isEmpty()) {
                unlisted(record, findings, leaf, rows);
              } else {
                about.forEach(row -> apply(record, findings, leaf, row));
              }
            }));
  }

  private static void apply(RecordView record, Findings findings, Leaf leaf, Row row) {
    if (row.countsIn(record)) {
      row.hints()
          .forEach(hint -> {
            leaf.use();
            findings.hint(hint, leaf.path());
          });
    }
    String said = leaf.path() + " " + RecordView.shown(leaf);
    row.ambiguous().ifPresent(why -> record.note(IssueCode.AMBIGUOUS, leaf, said + ": " + why));
    row.keep().ifPresent(why -> record.note(IssueCode.KEPT_AS_IS, leaf, said + ": " + why));
  }

  /// A word that no row is about leaves open what its field speaks about.
  private void unlisted(RecordView record, Findings findings, Leaf leaf, List<Row> rows) {
    String said = leaf.path() + " " + RecordView.shown(leaf);
    if (words.notApplicable().contains(leaf.word())) {
      record.note(
          IssueCode.KEPT_AS_IS, leaf, said + ": the question does not arise, says the source");
      return;
    }
    if (words.open().contains(leaf.word())) {
      leaf.use();
    } else {
      record.note(
          IssueCode.NOT_UNDERSTOOD,
          leaf,
          said + " is no value of VERIS 1.3 to 1.4; taken as unknown");
    }
    Map<FactId, Fact> spokenOf = new LinkedHashMap<>();
    for (Row row : rows) {
      row.hints().forEach(hint -> spokenOf.put(hint.fact().id(), hint.fact()));
    }
    spokenOf.values().forEach(fact -> findings.hint(Hint.anything(fact), leaf.path()));
  }
}
