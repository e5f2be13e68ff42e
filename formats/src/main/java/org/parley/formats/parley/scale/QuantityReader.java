package org.parley.formats.parley.scale;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Mode;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.scale.Quantity;
import org.parley.core.terms.Citation;
import org.parley.formats.parley.Scalars;
import org.parley.formats.parley.fact.ValueTree;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Mark;
import org.parley.formats.tree.Tree;

/// Reads quantities under `derived:`, and finds quantities by name.
final class QuantityReader {

  private static final List<String> FORMS =
      List.of("ratio", "product", "span", "fact", "countOf", "shareOf");

  private final Draft draft;
  private final Issues issues;
  private final Map<String, Tree.Entry> entries = new LinkedHashMap<>();
  private final SequencedMap<String, Quantity.Named> named = new LinkedHashMap<>();
  private final Set<String> underWay = new LinkedHashSet<>();
  private final Set<String> failed = new LinkedHashSet<>();

  QuantityReader(Draft draft, List<Tree.Entry> derived) {
    this.draft = draft;
    this.issues = draft.issues();
    for (Tree.Entry entry : derived) {
      draft.declare("quantity", entry);
      if (draft.key(entry.key()).isPresent()) {
        issues.add(
            IssueCode.DUPLICATE_KEY,
            entry.keyMark().place(),
            "\"%s\" is a fact already".formatted(entry.key()),
            "give the quantity a name of its own");
        continue;
      }
      entries.put(entry.key(), entry);
    }
  }

  /// All quantities, in the order of the file.
  SequencedMap<String, Quantity.Named> all() {
    entries.values().forEach(this::named);
    SequencedMap<String, Quantity.Named> ordered = new LinkedHashMap<>();
    entries.keySet().stream()
        .filter(named::containsKey)
        .forEach(name -> ordered.put(name, named.get(name)));
    return ordered;
  }

  /// The quantity that a name stands for: one under `derived:`, a judgement or a fact.
  Optional<Quantity> find(String name, Mark mark) {
    Tree.Entry entry = entries.get(name);
    if (entry != null) {
      draft.use("quantity", name);
      return named(entry).map(quantity -> quantity);
    }
    Optional<FactKey> key = draft.key(name);
    if (key.isEmpty()) {
      List<String> known = new ArrayList<>(entries.keySet());
      known.addAll(draft.names());
      draft.unknown("fact or quantity", name, mark, known);
      return Optional.empty();
    }
    return key.filter(found -> draft.isRegional(found, mark)).map(Quantity.Plain::new);
  }

  private Optional<Quantity.Named> named(Tree.Entry entry) {
    String name = entry.key();
    if (named.containsKey(name) || failed.contains(name)) {
      return Optional.ofNullable(named.get(name));
    }
    if (!underWay.add(name)) {
      issues.add(
          IssueCode.CIRCLE,
          entry.keyMark().place(),
          "the quantities %s replace each other in a circle".formatted(String.join(", ", underWay)),
          "let `whenUnknown` end at a quantity that has none");
      return Optional.empty();
    }
    Optional<Quantity.Named> read = read(name, entry);
    underWay.remove(name);
    read.ifPresentOrElse(quantity -> named.put(name, quantity), () -> failed.add(name));
    return read;
  }

  private Optional<Quantity.Named> read(String name, Tree.Entry entry) {
    new Scalars(issues).isKey(entry);
    Fields fields = Fields.of(entry.value(), "quantity " + name, issues);
    List<String> forms = FORMS.stream().filter(fields::has).toList();
    Optional<Quantity> body = Optional.empty();
    if (forms.size() == 1) {
      body =
          switch (forms.getFirst()) {
            case "ratio" -> ratio(fields);
            case "product" -> product(fields);
            case "span" -> span(fields);
            case "fact" -> plain(fields);
            case "countOf" -> countOf(fields);
            default -> shareOf(fields);
          };
    } else {
      issues.add(
          IssueCode.WRONG_SHAPE,
          fields.place(),
          "quantity %s has %s".formatted(name, forms.isEmpty() ? "no form" : "several forms"),
          forms.isEmpty() ? fields.oneOf(FORMS) : "keep one of " + String.join(", ", forms));
    }
    Optional<Quantity.Instead> instead = fields.map("whenUnknown").flatMap(this::instead);
    fields.end();
    return body.map(quantity -> new Quantity.Named(name, quantity, instead));
  }

  private Optional<Quantity.Instead> instead(Fields fields) {
    Optional<Tree.Text> use = fields.needText("use");
    Optional<Citation> cite = draft.citations().of(fields);
    fields.end();
    return use.flatMap(text -> find(text.text(), text.mark()))
        .map(quantity -> new Quantity.Instead(quantity, cite));
  }

  private Optional<Quantity> ratio(Fields fields) {
    return two(fields, "ratio")
        .filter(pair -> areAlike(pair.get(0), pair.get(1), fields))
        .map(pair -> {
          draft.couplings().ratio(pair.get(0), pair.get(1), fields.mark());
          return new Quantity.Ratio(pair.get(0), pair.get(1));
        });
  }

  private Optional<Quantity> product(Fields fields) {
    return two(fields, "product")
        .filter(pair -> pair.stream().allMatch(key -> canBeMultiplied(key, fields)))
        .map(pair -> {
          draft.couplings().product(pair.get(0), pair.get(1), fields.mark());
          return new Quantity.Product(pair.get(0), pair.get(1));
        });
  }

  private Optional<Quantity> span(Fields fields) {
    return two(fields, "span")
        .filter(pair ->
            pair.stream()
                .allMatch(
                    key -> fits(key, draft.fact(key).type() instanceof FactType.Instant, fields)))
        .map(pair -> new Quantity.Span(pair.get(0), pair.get(1)));
  }

  private Optional<List<FactKey>> two(Fields fields, String form) {
    List<Tree> items = fields.list(form).orElse(List.of());
    List<FactKey> keys = new ArrayList<>();
    for (Tree item : items) {
      Fields.text(item, "a fact's name", issues).flatMap(draft::needKey).ifPresent(keys::add);
    }
    if (items.size() != 2) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          fields.place(),
          "\"%s\" takes two facts, not %d".formatted(form, items.size()));
    }
    return keys.size() == 2 && items.size() == 2 ? Optional.of(keys) : Optional.empty();
  }

  /// Whether the two can be divided: both counts, both money, both durations, or amounts of one
  /// unit.
  private boolean areAlike(FactKey part, FactKey whole, Fields fields) {
    boolean alike = isAlike(draft.fact(part).type(), draft.fact(whole).type());
    if (!alike) {
      issues.add(
          IssueCode.TEST_DOES_NOT_FIT,
          fields.place(),
          "%s (%s) cannot be divided by %s (%s)".formatted(part, name(part), whole, name(whole)),
          "divide facts of one kind");
    }
    return alike;
  }

  static boolean isAlike(FactType one, FactType other) {
    return switch (one) {
      case FactType.Count _ -> other instanceof FactType.Count;
      case FactType.Money _ -> other instanceof FactType.Money;
      case FactType.Duration _ -> other instanceof FactType.Duration;
      case FactType.Quantity(String unit, _, _) ->
          other instanceof FactType.Quantity same && same.unit().equals(unit);
      case FactType.YesNo _,
          FactType.Ordered _,
          FactType.Choice _,
          FactType.Options _,
          FactType.Share _,
          FactType.Instant _,
          FactType.Codes _,
          FactType.Group _,
          FactType.Text _ ->
          false;
    };
  }

  private boolean canBeMultiplied(FactKey key, Fields fields) {
    FactType type = draft.fact(key).type();
    return fits(
        key,
        type instanceof FactType.Count
            || type instanceof FactType.Quantity
            || type instanceof FactType.Duration,
        fields);
  }

  private boolean fits(FactKey key, boolean fits, Fields fields) {
    if (!fits) {
      issues.add(
          IssueCode.TEST_DOES_NOT_FIT,
          fields.place(),
          "%s is %s and cannot stand in %s".formatted(key, name(key), fields.what()));
    }
    return fits;
  }

  private String name(FactKey key) {
    return ValueTree.name(draft.fact(key).type());
  }

  private Optional<Quantity> plain(Fields fields) {
    Optional<FactKey> key = fields.text("fact").flatMap(draft::needKey);
    Optional<Mode> mode =
        fields
            .text("mode")
            .flatMap(
                word -> new Scalars(issues).word(word, "mode", HeadReader.words(Mode.values())));
    if (key.isEmpty()) {
      return Optional.empty();
    }
    Fact fact = draft.fact(key.get());
    if (mode.equals(Optional.of(Mode.POTENTIAL)) && !fact.reach().potential()) {
      issues.add(
          IssueCode.NOT_POTENTIAL,
          fields.place(),
          "%s is stated for what happened only".formatted(key.get()));
    }
    return Optional.of(new Quantity.Plain(key.get().as(mode.orElse(Mode.ACTUAL))));
  }

  private Optional<Quantity> countOf(Fields fields) {
    Optional<FactKey> key =
        fields
            .text("countOf")
            .flatMap(draft::needKey)
            .filter(each -> fits(each, draft.fact(each).type() instanceof FactType.Codes, fields));
    Optional<Tree.Text> among = fields.text("among");
    Optional<Quantity.CodeGroup> group =
        among.flatMap(text ->
            draft
                .references()
                .group(text.text())
                .map(members -> new Quantity.CodeGroup(text.text(), members)));
    if (among.isPresent() && group.isEmpty()) {
      missing(among.get(), "group", "library/reference/groups.yaml");
      return Optional.empty();
    }
    return key.map(each -> new Quantity.CodeCount(each, group));
  }

  private Optional<Quantity> shareOf(Fields fields) {
    Optional<FactKey> key = fields.text("shareOf").flatMap(draft::needKey);
    Optional<Tree.Text> reference = fields.needText("reference");
    Optional<Tree.Text> year = fields.needText("year").filter(this::isYear);
    Optional<Quantity.Series> series =
        reference.flatMap(text -> draft.references().series(text.text()));
    if (reference.isPresent() && series.isEmpty()) {
      missing(reference.get(), "series", "library/reference/");
    }
    if (key.isEmpty() || year.isEmpty() || series.isEmpty()) {
      return Optional.empty();
    }
    if (!isIn(draft.fact(key.get()).type(), series.get().unit())) {
      issues.add(
          IssueCode.TEST_DOES_NOT_FIT,
          fields.place(),
          "%s is %s, and %s is in %s"
              .formatted(key.get(), name(key.get()), series.get().name(), series.get().unit()));
      return Optional.empty();
    }
    return Optional.of(
        new Quantity.ShareOfReference(
            key.get(),
            new Quantity.Series(
                series.get().name(),
                series.get().unit(),
                year.get().text(),
                series.get().figures())));
  }

  private static boolean isIn(FactType type, String unit) {
    return switch (type) {
      case FactType.Money _ -> unit.matches("[A-Z]{3}");
      case FactType.Quantity(String own, _, _) -> own.equals(unit);
      case FactType.Count _ -> unit.equals("persons") || unit.equals("count");
      case FactType.YesNo _,
          FactType.Ordered _,
          FactType.Choice _,
          FactType.Options _,
          FactType.Duration _,
          FactType.Share _,
          FactType.Instant _,
          FactType.Codes _,
          FactType.Group _,
          FactType.Text _ ->
          false;
    };
  }

  private boolean isYear(Tree.Text text) {
    boolean year = text.text().equals("previous") || text.text().matches("\\d{4}");
    if (!year) {
      issues.add(
          IssueCode.WRONG_TYPE,
          text.place(),
          Scalars.quoted(text.text()) + " is no year",
          "write `previous`, or a year such as 2024");
    }
    return year;
  }

  private void missing(Tree.Text text, String what, String where) {
    issues.add(
        IssueCode.REFERENCE_MISSING,
        text.place(),
        "there is no %s %s in %s".formatted(what, Scalars.quoted(text.text()), where));
  }
}
