package org.parley.formats.veris;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.Fact;
import org.parley.core.fact.Stated;
import org.parley.core.issue.IssueCode;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// How sure the source is that there was an incident at all, and what that does to the rest: a
/// suspected incident has no established intent, a near miss compromised nothing.
final class Status {

  /// What a word of the status field does.
  ///
  /// @param atMost facts that get no graver than an option
  /// @param leaveOpen facts that are left open, whatever hints there are
  /// @param perhaps facts that may be as stated, or as if nothing had happened
  /// @param nothing facts that stand at their baseline
  /// @param stateNothing whether no fact at all is taken from the record
  private record Row(
      Set<String> of,
      Map<Fact, Integer> atMost,
      List<Fact> leaveOpen,
      List<Fact> perhaps,
      List<Fact> nothing,
      boolean stateNothing,
      Optional<String> ambiguous) {}

  private final String field;
  private final List<Row> rows = new ArrayList<>();

  Status(Fields fields, Facts facts) {
    field = facts.word(fields, "field");
    for (Tree tree : fields.needList("rows").orElse(List.of())) {
      Fields row = Fields.of(tree, "a status", facts.issues());
      Map<Fact, Integer> atMost = new HashMap<>();
      for (Tree.Entry entry : row.named("atMost").orElse(List.of())) {
        Optional<Tree.Text> word = Fields.text(entry.value(), "an option", facts.issues());
        facts
            .find(entry.key(), entry.keyMark().place())
            .ifPresent(
                fact -> word.ifPresent(option -> atMost.put(fact, facts.option(fact, option))));
      }
      rows.add(
          new Row(
              Set.copyOf(facts.words(row, "of")),
              Map.copyOf(atMost),
              named(row, "leaveOpen", facts),
              named(row, "perhaps", facts),
              named(row, "nothing", facts),
              row.text("stateNothing").map(word -> word.text().equals("yes")).orElse(false),
              row.text("ambiguous").map(Tree.Text::text)));
      row.text("because");
      row.end();
    }
    fields.end();
  }

  private static List<Fact> named(Fields row, String key, Facts facts) {
    return row.list(key).orElse(List.of()).stream()
        .flatMap(item -> Fields.text(item, "a fact", facts.issues()).stream())
        .flatMap(name -> facts.find(name.text(), name.place()).stream())
        .toList();
  }

  /// Applies the status to what was found so far; false where no fact is taken from the record.
  boolean apply(RecordView record, Findings findings) {
    Optional<Leaf> said = record.one(field);
    Optional<Row> row =
        said.flatMap(
            leaf -> rows.stream().filter(one -> one.of().contains(leaf.word())).findFirst());
    if (said.isEmpty()) {
      return true;
    }
    if (row.isEmpty()) {
      record.note(
          IssueCode.NOT_UNDERSTOOD,
          said.get(),
          field
              + " "
              + RecordView.shown(said.get())
              + " is no status of VERIS; taken as confirmed");
      return true;
    }
    said.get().use();
    apply(row.get(), said.get(), record, findings);
    return !row.get().stateNothing();
  }

  private void apply(Row row, Leaf said, RecordView record, Findings findings) {
    row.ambiguous()
        .ifPresent(why ->
            record.note(
                IssueCode.AMBIGUOUS, said, field + " " + RecordView.shown(said) + ": " + why));
    row.atMost()
        .forEach((fact, option) ->
            findings
                .hintsAbout(fact.id())
                .ifPresent(hint -> findings.replace(hint.atMost(option), said.path())));
    row.leaveOpen()
        .forEach(fact ->
            findings
                .hintsAbout(fact.id())
                .ifPresent(_ -> findings.replace(Hint.anything(fact), said.path())));
    row.perhaps().forEach(fact -> findings.loosen(fact, said));
    stateNothing(row, said, record, findings);
  }

  /// States that nothing happened. Where other fields say that something did, both statements stand
  /// side by side, and nothing is added to what they leave open.
  private void stateNothing(Row row, Leaf said, RecordView record, Findings findings) {
    List<Fact> contradicted =
        row.nothing().stream().filter(fact -> contradicts(findings, fact)).toList();
    List<Fact> stated = contradicted.isEmpty() ? row.nothing() : contradicted;
    stated.forEach(fact ->
        findings.state(fact, new Stated.Exactly(fact.baseline().orElseThrow()), List.of(said)));
    if (!contradicted.isEmpty()) {
      record.note(
          IssueCode.CONTRADICTION,
          said,
          field
              + " "
              + RecordView.shown(said)
              + " says that nothing was compromised, other fields say it was: "
              + String.join(", ", contradicted.stream().map(fact -> fact.id().text()).toList())
              + "; both statements are kept");
    }
  }

  /// Whether the record states about a fact what cannot be true if nothing happened.
  private static boolean contradicts(Findings findings, Fact fact) {
    boolean hinted =
        findings
            .hintsAbout(fact.id())
            .map(hint -> Hint.isSet(fact) ? hint.is() != 0 : (hint.is() & 1) == 0)
            .orElse(false);
    return hinted || findings.stated(fact.id()).stream().anyMatch(stated -> excludes(stated, fact));
  }

  private static boolean excludes(Stated stated, Fact fact) {
    return switch (stated) {
      case Stated.Exactly(var value) -> !Optional.of(value).equals(fact.baseline());
      case Stated.SetBetween(long includes, _) -> includes != 0;
      case Stated.Between(var low, _) -> low.isPresent() && !low.equals(fact.baseline());
      case Stated.OneOf _, Stated.CodesBetween _, Stated.Unknown _, Stated.NotApplicable _ -> false;
    };
  }
}
