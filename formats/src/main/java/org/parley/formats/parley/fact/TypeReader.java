package org.parley.formats.parley.fact;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.parley.core.fact.FactType;
import org.parley.core.fact.TypeList;
import org.parley.core.fact.Value;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Exact;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Nearest;
import org.parley.formats.tree.Tree;

/// Reads what the values of a catalogue fact look like.
final class TypeReader {

  private static final List<String> WORDS =
      List.of(
          "yes-no",
          "ordered",
          "choice",
          "set",
          "count",
          "quantity",
          "money",
          "duration",
          "share",
          "instant",
          "codes",
          "group",
          "text");

  private final Function<String, Optional<TypeList>> lists;
  private final Issues issues;

  TypeReader(Function<String, Optional<TypeList>> lists, Issues issues) {
    this.lists = lists;
    this.issues = issues;
  }

  Optional<FactType> read(Fields fields) {
    Optional<Tree.Text> word = fields.needText("type");
    if (word.isEmpty()) {
      return Optional.empty();
    }
    return switch (word.get().text()) {
      case "yes-no" -> Optional.of(new FactType.YesNo());
      case "ordered" -> options(fields).map(FactType.Ordered::new);
      case "choice" -> options(fields).map(FactType.Choice::new);
      case "set" -> options(fields).map(FactType.Options::new);
      case "count" -> whole(fields, "cap").map(FactType.Count::new);
      case "quantity" -> quantity(fields);
      case "money" -> money(fields);
      case "duration" -> duration(fields);
      case "share" -> Optional.of(new FactType.Share());
      case "instant" -> Optional.of(new FactType.Instant());
      case "codes" -> fields.needText("codes").map(text -> new FactType.Codes(text.text()));
      case "group" -> Optional.of(new FactType.Group());
      case "text" -> whole(fields, "cap").map(cap -> new FactType.Text(cap.intValue()));
      default -> unknown(word.get());
    };
  }

  private Optional<FactType> unknown(Tree.Text word) {
    issues.add(
        new Issue(
            IssueCode.UNKNOWN_OPTION,
            word.place(),
            "there is no type " + ValueReader.quoted(word.text()),
            Nearest.to(word.text(), WORDS)
                .map("did you mean \"%s\"?"::formatted)
                .or(() -> Optional.of("known types: " + String.join(", ", WORDS)))));
    return Optional.empty();
  }

  private Optional<List<String>> options(Fields fields) {
    Optional<Tree.Text> from = fields.text("optionsFrom");
    if (from.isPresent()) {
      Optional<List<String>> keys = lists.apply(from.get().text()).map(TypeList::keys);
      if (keys.isEmpty()) {
        issues.add(
            IssueCode.REFERENCE_MISSING,
            from.get().place(),
            "there is no list of types " + ValueReader.quoted(from.get().text()));
      }
      return keys;
    }
    Optional<List<Tree>> items = fields.needList("options");
    return items.flatMap(list -> OptionNames.read(list, fields, issues));
  }

  private Optional<FactType> quantity(Fields fields) {
    Optional<Tree.Text> unit = fields.needText("unit");
    Optional<Exact> quantum = positive(fields, "quantum");
    Optional<Exact> cap = positive(fields, "cap");
    return unit.isEmpty() || quantum.isEmpty() || cap.isEmpty() || !fit(fields, quantum, cap)
        ? Optional.empty()
        : Optional.of(new FactType.Quantity(unit.get().text(), quantum.get(), cap.get()));
  }

  private Optional<FactType> money(Fields fields) {
    Optional<Exact> quantum = positive(fields, "quantum");
    Optional<Exact> cap = positive(fields, "cap");
    return quantum.isEmpty() || cap.isEmpty() || !fit(fields, quantum, cap)
        ? Optional.empty()
        : Optional.of(new FactType.Money(quantum.get(), cap.get()));
  }

  /// Quanta must count within a long, with room for products.
  private boolean fit(Fields fields, Optional<Exact> quantum, Optional<Exact> cap) {
    Exact quanta = cap.orElseThrow().dividedBy(quantum.orElseThrow());
    if (quanta.isWhole() && quanta.numerator().bitLength() < 62) {
      return true;
    }
    issues.add(
        IssueCode.OVER_CAP,
        fields.place(),
        "the cap of %s is no whole number of quanta, or too many".formatted(fields.what()));
    return false;
  }

  private Optional<FactType> duration(Fields fields) {
    fields
        .text("quantum")
        .filter(text -> !text.text().equals("PT1S"))
        .ifPresent(text ->
            issues.add(IssueCode.WRONG_TYPE, text.place(), "durations are kept in seconds: PT1S"));
    FactType any = new FactType.Duration(Long.MAX_VALUE);
    return fields
        .needText("cap")
        .flatMap(text -> ValueReader.parse(any, text.text(), text.place(), issues))
        .map(value -> new FactType.Duration(((Value.Number) value).units()));
  }

  private Optional<Long> whole(Fields fields, String key) {
    FactType any = new FactType.Count(1L << 60);
    return fields
        .needText(key)
        .flatMap(text -> ValueReader.parse(any, text.text(), text.place(), issues))
        .map(value -> ((Value.Number) value).units());
  }

  private Optional<Exact> positive(Fields fields, String key) {
    Optional<Tree.Text> text = fields.needText(key);
    Optional<Exact> number =
        text.flatMap(each -> Exact.parse(each.text())).filter(each -> each.signum() > 0);
    if (text.isPresent() && number.isEmpty()) {
      issues.add(
          IssueCode.WRONG_TYPE,
          text.get().place(),
          ValueReader.quoted(text.get().text()) + " is no number above zero");
    }
    return number;
  }
}
