package org.parley.formats.table;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Mode;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Statement;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.formats.parley.Parsed;
import org.parley.formats.parley.Verdict;
import org.parley.formats.parley.fact.KnownFacts;
import org.parley.formats.parley.fact.StatedReader;
import org.parley.formats.table.grid.Grids;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Nearest;
import org.parley.formats.tree.Tree;

/// Reads a mapping file: handbook/importing.md. All that is wrong with it is told at once.
public final class MappingReader {

  private final Issues issues = new Issues();
  private final KnownFacts facts;

  private MappingReader(KnownFacts facts) {
    this.facts = facts;
  }

  public static Checked<TableMapping> read(Parsed file, KnownFacts facts) {
    MappingReader reader = new MappingReader(facts);
    return Verdict.of(reader.mapping(file.tree()), reader.issues);
  }

  private Optional<TableMapping> mapping(Tree tree) {
    Fields fields = Fields.of(tree, "the mapping", issues);
    word(fields.needText("mapping"), Set.of("table"));
    fields.text("title");
    Optional<Fields> file = fields.map("file");
    Optional<Integer> header = file.flatMap(one -> one.text("header")).flatMap(this::rowNumber);
    Grids.Wishes wishes = file.map(this::wishes).orElse(Grids.Wishes.NONE);
    file.ifPresent(Fields::end);
    Optional<String> id = fields.text("id").map(Tree.Text::text);
    Habits habits = habits(fields);
    List<ColumnRule> columns = new ArrayList<>();
    for (Tree.Entry entry : fields.needNamed("columns").orElse(List.of())) {
      columns.add(column(entry));
    }
    List<Statement> always = new ArrayList<>();
    for (Tree.Entry entry : fields.named("always").orElse(List.of())) {
      target(entry.key(), entry.keyMark().place(), Mode.ACTUAL)
          .ifPresent(target ->
              always.addAll(
                  new StatedReader(issues)
                      .statements(target.key(), target.fact().type(), entry.value())));
    }
    fields.end();
    return Optional.of(new TableMapping(wishes, header, id, habits, columns, always));
  }

  private Optional<Integer> rowNumber(Tree.Text text) {
    if (text.text().matches("[1-9][0-9]{0,5}")) {
      return Optional.of(Integer.parseInt(text.text()));
    }
    issues.add(IssueCode.WRONG_TYPE, text.place(), "\"" + text.text() + "\" is no row number");
    return Optional.empty();
  }

  private Grids.Wishes wishes(Fields file) {
    Optional<Tree.Text> delimiter = file.text("delimiter");
    delimiter
        .filter(text -> text.text().length() != 1 && !text.text().equals("tab"))
        .ifPresent(text ->
            issues.add(
                IssueCode.WRONG_TYPE, text.place(), "a delimiter is one sign, or the word tab"));
    Optional<Tree.Text> encoding = file.text("encoding");
    word(encoding, Set.of("utf-8", "utf-16", "windows-1252"));
    return new Grids.Wishes(
        file.text("sheet").map(Tree.Text::text),
        delimiter
            .filter(text -> !text.text().isEmpty())
            .map(text -> text.text().equals("tab") ? '\t' : text.text().charAt(0)),
        encoding.map(Tree.Text::text));
  }

  /// Tells a word that is none of those known.
  private void word(Optional<Tree.Text> text, Set<String> known) {
    text.filter(one -> !known.contains(one.text()))
        .ifPresent(one ->
            issues.add(
                new Issue(
                    IssueCode.UNKNOWN_OPTION,
                    one.place(),
                    "\"" + one.text() + "\" is not known here",
                    Nearest.remedy(one.text(), known))));
  }

  private Habits habits(Fields fields) {
    Optional<Tree.Text> dates = fields.text("dates");
    word(dates, Set.of("day-first", "month-first"));
    Optional<Tree.Text> decimals = fields.text("decimals");
    word(decimals, Set.of("comma", "point"));
    Optional<Fields> words = fields.map("words");
    Map<String, String> symbols = new HashMap<>();
    for (Tree.Entry entry : fields.named("symbols").orElse(List.of())) {
      Fields.text(entry.value(), "the currency of " + entry.key(), issues)
          .ifPresent(code -> symbols.put(entry.key(), currency(code)));
    }
    Habits habits =
        new Habits(
            fields.text("zone").flatMap(this::zone),
            dates.map(one ->
                one.text().equals("day-first") ? Habits.Order.DAY_FIRST : Habits.Order.MONTH_FIRST),
            decimals.map(one -> one.text().equals("comma") ? ',' : '.'),
            words(words, "empty"),
            words(words, "unknown"),
            words(words, "notApplicable"),
            Map.copyOf(symbols));
    words.ifPresent(Fields::end);
    return habits;
  }

  private String currency(Tree.Text code) {
    if (!code.text().matches("[A-Z]{3}")) {
      issues.add(
          IssueCode.WRONG_TYPE,
          code.place(),
          "\"" + code.text() + "\" is no currency",
          "write its three capital letters, such as EUR");
    }
    return code.text();
  }

  private Optional<ZoneId> zone(Tree.Text text) {
    try {
      return Optional.of(ZoneId.of(text.text()));
    } catch (DateTimeException unknown) {
      issues.add(
          IssueCode.UNKNOWN_NAME,
          text.place(),
          "\"" + text.text() + "\" is no time zone",
          "write a name such as Europe/Madrid, or UTC");
      return Optional.empty();
    }
  }

  private Set<String> words(Optional<Fields> fields, String key) {
    return fields.map(one -> words(one, key)).orElse(Set.of());
  }

  private Set<String> words(Fields fields, String key) {
    Set<String> words = new HashSet<>();
    for (Tree item : fields.list(key).orElse(List.of())) {
      Fields.text(item, "a word", issues)
          .ifPresent(text -> words.add(text.text().strip().toLowerCase(Locale.ROOT)));
    }
    return Set.copyOf(words);
  }

  private ColumnRule column(Tree.Entry entry) {
    Fields fields = Fields.of(entry.value(), "the column \"" + entry.key() + "\"", issues);
    Optional<String> kept = fields.text("keep").map(Tree.Text::text);
    boolean potential = fields.text("potential").map(one -> one.text().equals("yes")).orElse(false);
    Optional<ColumnRule.Target> target =
        (kept.isPresent() ? fields.text("fact") : fields.needText("fact"))
            .flatMap(name ->
                target(name.text(), name.place(), potential ? Mode.POTENTIAL : Mode.ACTUAL));
    Map<String, Stated> values = new HashMap<>();
    for (Tree.Entry value : fields.named("values").orElse(List.of())) {
      target.ifPresent(one ->
          value(one, value)
              .ifPresent(
                  stated -> values.put(value.key().strip().toLowerCase(Locale.ROOT), stated)));
    }
    ColumnRule.Form form = form(fields, target);
    fields.end();
    return new ColumnRule(
        entry.key(),
        target.map(one -> new ColumnRule.Target(one.key(), one.fact(), Map.copyOf(values))),
        form,
        kept);
  }

  private Optional<Stated> value(ColumnRule.Target target, Tree.Entry value) {
    return new StatedReader(issues)
        .statements(target.key(), target.fact().type(), value.value()).stream()
            .map(Statement::stated)
            .findFirst();
  }

  private ColumnRule.Form form(Fields fields, Optional<ColumnRule.Target> target) {
    Optional<Tree.Text> unit = fields.text("unit");
    target.ifPresent(one -> word(unit, Units.fitting(one.fact().type())));
    Optional<Tree.Text> date = fields.text("format");
    date.ifPresent(this::checkFormat);
    return new ColumnRule.Form(
        unit.map(Tree.Text::text),
        fields.text("currency").map(this::currency),
        fields.text("currencyFrom").map(Tree.Text::text),
        fields.text("separator").map(Tree.Text::text),
        date.map(Tree.Text::text),
        words(fields, "ignore"));
  }

  private void checkFormat(Tree.Text format) {
    try {
      DateTimeFormatter unused = DateTimeFormatter.ofPattern(format.text(), Locale.ROOT);
    } catch (IllegalArgumentException wrong) {
      issues.add(
          IssueCode.WRONG_TYPE,
          format.place(),
          "\"" + format.text() + "\" is no form of dates",
          "write d for day, M for month, y for year, H for hour, m for minute: dd.MM.yyyy HH:mm");
    }
  }

  private Optional<ColumnRule.Target> target(String name, Place place, Mode mode) {
    Optional<FactKey> key = FactKey.parse(name).map(one -> one.as(mode));
    Optional<Fact> fact = key.flatMap(one -> facts.find(one.fact()));
    if (fact.isEmpty()) {
      issues.add(
          new Issue(
              IssueCode.UNKNOWN_FACT,
              place,
              "there is no fact \"" + name + "\"",
              facts.meant(name)));
      return Optional.empty();
    }
    if (!fact.get().allows(key.orElseThrow())) {
      boolean potential = mode == Mode.POTENTIAL && !fact.get().reach().potential();
      issues.add(
          potential ? IssueCode.NOT_POTENTIAL : IssueCode.NOT_REGIONAL,
          place,
          potential
              ? fact.get().id() + " cannot be stated for what could have happened"
              : fact.get().id() + " cannot be limited to a region");
      return Optional.empty();
    }
    return Optional.of(
        new ColumnRule.Target(key.orElseThrow().about(fact.get().id()), fact.get(), Map.of()));
  }

  /// The units that numbers of a type can be written in.
  static final class Units {
    private Units() {}

    static Set<String> fitting(FactType type) {
      return switch (type) {
        case FactType.Duration _ -> Durations.UNITS.keySet();
        case FactType.Count _, FactType.Money _ -> Figures.MULTIPLES.keySet();
        case FactType.Quantity(String unit, _, _) -> Set.of(unit);
        case FactType.Share _ -> Set.of("%");
        case FactType.YesNo _,
            FactType.Ordered _,
            FactType.Choice _,
            FactType.Options _,
            FactType.Instant _,
            FactType.Codes _,
            FactType.Group _,
            FactType.Text _ ->
            Set.of();
      };
    }
  }
}
