package org.parley.formats.veris;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.issue.IssueCode;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads what data were hit, whether they were taken away, and how many records there were.
///
/// A confirmed disclosure makes the kinds of data certain; any other leaves them possible only.
final class DataReading implements Reading {

  /// Words of a field that show that data were taken away.
  private record Shown(String field, Set<String> of) {}

  /// What a kind of data in VERIS is in the catalogue.
  private record Kind(Set<String> of, long is, long may, Optional<String> ambiguous) {}

  private final Optional<Fact> compromised;
  private final Optional<Fact> exfiltrated;
  private final Optional<Fact> suspected;
  private final Optional<Fact> records;
  private final String disclosure;
  private final String variety;
  private final String amount;
  private final String total;
  private final String confirmed;
  private final String possible;
  private final String denied;
  private final List<Shown> takenAway = new ArrayList<>();
  private final List<Kind> kinds = new ArrayList<>();

  DataReading(Fields fields, Facts facts) {
    compromised = facts.needed("dataCompromised", fields);
    exfiltrated = facts.needed("dataExfiltrated", fields);
    suspected = facts.needed("dataCompromiseSuspected", fields);
    records = facts.needed("recordsAffected", fields);
    disclosure = facts.word(fields, "disclosure");
    variety = facts.word(fields, "variety");
    amount = facts.word(fields, "amount");
    total = facts.word(fields, "total");
    confirmed = facts.word(fields, "confirmed");
    possible = facts.word(fields, "possible");
    denied = facts.word(fields, "denied");
    for (Tree tree : fields.needList("takenAway").orElse(List.of())) {
      Fields row = Fields.of(tree, "what shows that data were taken away", facts.issues());
      Set<String> of = Set.copyOf(facts.words(row, "of"));
      facts.words(row, "field").forEach(field -> takenAway.add(new Shown(field, of)));
      row.end();
    }
    for (Tree tree : fields.needList("kinds").orElse(List.of())) {
      Fields row = Fields.of(tree, "a kind of data", facts.issues());
      Set<String> of = Set.copyOf(facts.words(row, "of"));
      long is = mask(row, "is", facts);
      kinds.add(
          new Kind(of, is, mask(row, "may", facts), row.text("ambiguous").map(Tree.Text::text)));
      row.text("because");
      row.end();
    }
    fields.end();
  }

  private long mask(Fields row, String key, Facts facts) {
    Optional<Tree> named = row.any(key);
    if (named.isEmpty() || compromised.isEmpty()) {
      return 0;
    }
    return named.get() instanceof Tree.Text(String text, _, _) && text.equals("anything")
        ? Hint.all(compromised.get())
        : facts.mask(compromised.get(), named.get());
  }

  @Override
  public void read(RecordView record, Findings findings) {
    Optional<String> said = record.at(disclosure).stream().map(Leaf::word).findFirst();
    List<Leaf> varieties = record.at(variety);
    if (said.isPresent() || !varieties.isEmpty()) {
      readKinds(record, findings, said.orElse(""), varieties);
    }
    readCount(record, findings, said.orElse(""));
  }

  private void readKinds(RecordView record, Findings findings, String said, List<Leaf> varieties) {
    Fact all = compromised.orElseThrow();
    long is = 0;
    long may = varieties.isEmpty() ? Hint.all(all) : 0;
    boolean open = true;
    for (Leaf leaf : varieties) {
      Optional<Kind> kind = kind(record, leaf);
      is |= kind.map(Kind::is).orElse(0L);
      may |= kind.map(Kind::may).orElse(Hint.all(all));
      open &= kind.isEmpty();
    }
    List<Leaf> from = new ArrayList<>(record.at(disclosure));
    from.addAll(varieties);
    if (said.equals(confirmed)) {
      boolean shown = shown(record, from);
      findings.state(all, set(is, may), varieties.isEmpty() ? from : varieties);
      findings.state(exfiltrated.orElseThrow(), shown ? set(is, may) : set(0, is | may), from);
    } else if (said.equals(denied)) {
      deny(record, findings, from);
    } else {
      findings.state(all, set(0, is | may), from);
      findings.state(exfiltrated.orElseThrow(), set(0, is | may), from);
      if (said.equals(possible) && open) {
        findings.state(suspected.orElseThrow(), new Stated.Exactly(new Value.Option(1)), from);
      }
    }
  }

  /// Nothing was disclosed: nothing was taken away. What was changed or encrypted stays open.
  private void deny(RecordView record, Findings findings, List<Leaf> from) {
    findings.state(exfiltrated.orElseThrow(), set(0, 0), from);
    if (shown(record, new ArrayList<>())) {
      record.note(
          IssueCode.CONTRADICTION,
          from,
          disclosure + " denies a disclosure, but the actions say that data were taken away");
    }
  }

  private Optional<Kind> kind(RecordView record, Leaf leaf) {
    Optional<Kind> kind = kinds.stream().filter(row -> row.of().contains(leaf.word())).findFirst();
    kind.flatMap(Kind::ambiguous)
        .ifPresent(why ->
            record.note(
                IssueCode.AMBIGUOUS,
                leaf,
                leaf.path() + " " + RecordView.shown(leaf) + ": " + why));
    if (kind.isEmpty() && !Set.of("unknown", "other").contains(leaf.word())) {
      record.note(
          IssueCode.NOT_UNDERSTOOD,
          leaf,
          leaf.path()
              + " "
              + RecordView.shown(leaf)
              + " is no value of VERIS 1.3 to 1.4; taken as unknown");
    }
    return kind;
  }

  private boolean shown(RecordView record, List<Leaf> from) {
    boolean any = false;
    for (Shown row : takenAway) {
      for (Leaf leaf : record.at(row.field())) {
        if (row.of().contains(leaf.word())) {
          from.add(leaf);
          any = true;
        }
      }
    }
    return any;
  }

  private Stated set(long is, long may) {
    long besides = may & ~is;
    if (besides == 0) {
      return new Stated.Exactly(new Value.Options(is));
    }
    return is == 0 && besides == Hint.all(compromised.orElseThrow())
        ? new Stated.Unknown("the source does not say which data")
        : new Stated.SetBetween(is, besides);
  }

  private void readCount(RecordView record, Findings findings, String said) {
    Fact fact = records.orElseThrow();
    long cap = ((FactType.Count) fact.type()).cap();
    Optional<Leaf> stated = record.one(total);
    Optional<Long> sum = stated.flatMap(leaf -> leaf.whole(cap));
    if (stated.isPresent() && sum.isEmpty()) {
      record.note(
          IssueCode.NOT_UNDERSTOOD,
          stated.get(),
          total + " " + RecordView.shown(stated.get()) + " is no number of records up to " + cap);
    }
    List<Leaf> parts = record.at(amount);
    Set<Long> counts = new HashSet<>();
    parts.forEach(leaf ->
        leaf.whole(cap)
            .ifPresentOrElse(
                counts::add,
                () ->
                    record.note(
                        IssueCode.NOT_UNDERSTOOD,
                        leaf,
                        amount + " " + RecordView.shown(leaf) + " is no number of records")));
    long largest = counts.stream().mapToLong(Long::longValue).max().orElse(0);
    if (sum.isPresent()) {
      findings.state(fact, count(sum.get(), said), List.of(stated.orElseThrow()));
      compareParts(record, parts, largest, sum.get());
    } else if (largest > 0) {
      findings.state(
          fact,
          said.equals(confirmed)
              ? new Stated.Between(Optional.of(new Value.Number(largest)), Optional.empty())
              : new Stated.Unknown(
                  "only amounts of single kinds are given, for a disclosure not confirmed"),
          parts);
    }
  }

  /// Exactly so many where the disclosure is confirmed; else that many at the most.
  private Stated count(long sum, String said) {
    return said.equals(confirmed)
        ? new Stated.Exactly(new Value.Number(sum))
        : new Stated.Between(Optional.of(new Value.Number(0)), Optional.of(new Value.Number(sum)));
  }

  private void compareParts(RecordView record, List<Leaf> parts, long largest, long sum) {
    List<Leaf> open = parts.stream().filter(leaf -> leaf.fate() == Leaf.Fate.OPEN).toList();
    if (!open.isEmpty() && largest > sum) {
      record.note(
          IssueCode.CONTRADICTION,
          open,
          amount
              + " names "
              + largest
              + " records of one kind, more than the "
              + sum
              + " of "
              + total);
    } else if (!open.isEmpty()) {
      record.note(
          IssueCode.KEPT_AS_IS, open, amount + ": records of single kinds; " + total + " is used");
    }
  }
}
