package org.parley.formats.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactType;
import org.parley.formats.table.Proposal.Column;
import org.parley.formats.table.Proposal.Confidence;
import org.parley.formats.table.Proposal.Guess;
import org.parley.formats.table.grid.Cell;
import org.parley.formats.table.grid.Grid;
import org.parley.formats.table.grid.GridRow;
import org.parley.formats.tree.YamlScalar;

/// Looks at the columns of a register, their names and what stands in them, and proposes a mapping
/// with reasons. What the register does not show becomes a question; nothing is settled by a guess.
public final class Proposer {

  private static final Pattern CODE = Pattern.compile("\\b([A-Z]{3})\\b");
  private static final int WORDS_SHOWN = 20;

  private final Grid grid;
  private final Catalogue catalogue;
  private final HeaderWords words;
  private final OptionWords options;
  private final GridRow header;
  private final Set<String> questions = new LinkedHashSet<>();

  private Proposer(
      Grid grid, Catalogue catalogue, List<Map<String, String>> texts, GridRow header) {
    this.grid = grid;
    this.catalogue = catalogue;
    this.words = HeaderWords.of(catalogue, texts);
    this.options = new OptionWords(words, texts);
    this.header = header;
  }

  /// @param texts the labels of facts by path, one map per language that the names may be in
  /// @param headerRow the row that names the columns, if somebody said which
  /// @return empty where there is no such row
  public static Optional<Proposal> propose(
      Grid grid,
      Catalogue catalogue,
      List<Map<String, String>> texts,
      Optional<Integer> headerRow) {
    return header(grid, headerRow)
        .map(header -> new Proposer(grid, catalogue, texts, header).proposal());
  }

  /// The row said, else the first with the most texts among the first rows.
  private static Optional<GridRow> header(Grid grid, Optional<Integer> said) {
    if (said.isPresent()) {
      return RegisterReader.header(grid, said);
    }
    return grid.rows().stream()
        .filter(row -> !row.isBlank())
        .limit(20)
        .max(
            Comparator.<GridRow>comparingLong(row ->
                    row.cells().stream()
                        .filter(cell -> cell.kind() == Cell.Kind.TEXT && !cell.isBlank())
                        .filter(cell -> !cell.text().matches("[0-9.,:/ -]+"))
                        .count())
                .thenComparing(Comparator.comparingInt(GridRow::number).reversed()));
  }

  private Proposal proposal() {
    List<Column> columns = new ArrayList<>();
    Optional<String> id = Optional.empty();
    Map<String, String> habits = new LinkedHashMap<>();
    boolean dates = false;
    for (int i = 0; i < header.cells().size(); i++) {
      if (header.cell(i).isBlank()) {
        continue;
      }
      List<Cell> cells = below(i);
      ColumnLook look = new ColumnLook(cells, this::saysNothing);
      Column column = column(i, look);
      columns.add(column);
      dates |= look.kind() == ColumnLook.Shape.DATE;
      if (id.isEmpty() && words.is("id", header.cell(i).text()) && distinct(cells)) {
        id = Optional.of(column.name());
      }
      orders(look, habits);
      decimals(look, habits);
    }
    words(habits);
    ask(id, dates, habits);
    return new Proposal(grid, header.number(), id, habits, columns, List.copyOf(questions));
  }

  private List<Cell> below(int column) {
    return grid.rows().stream()
        .filter(row -> row.number() > header.number() && !row.isBlank())
        .map(row -> row.cell(column))
        .toList();
  }

  private boolean saysNothing(String text) {
    return words.is("empty", text) || words.is("unknown", text) || words.is("unclear", text);
  }

  private static boolean distinct(List<Cell> cells) {
    List<String> texts =
        cells.stream().filter(cell -> !cell.isBlank()).map(cell -> cell.text().strip()).toList();
    return !texts.isEmpty() && new LinkedHashSet<>(texts).size() == texts.size();
  }

  private Column column(int i, ColumnLook look) {
    String name = header.cell(i).text().strip();
    boolean twice =
        header.cells().stream()
                .filter(cell -> RegisterReader.name(cell.text()).equals(RegisterReader.name(name)))
                .count()
            > 1;
    List<Guess> guesses = guesses(name, look);
    Map<String, String> settings = new LinkedHashMap<>();
    List<String> unmatched = new ArrayList<>();
    guesses.stream()
        .findFirst()
        .flatMap(guess -> catalogue.find(guess.fact()))
        .ifPresent(fact -> settings(fact, name, i, look, settings, unmatched));
    return new Column(
        twice ? "@" + Cell.letters(i) : name.replaceAll("\\s+", " "),
        look.kind().words(),
        guesses,
        settings,
        unmatched.stream().limit(WORDS_SHOWN).toList());
  }

  private List<Guess> guesses(String name, ColumnLook look) {
    record Ranked(Guess guess, int length) {}
    List<Ranked> ranked = new ArrayList<>();
    for (Fact fact : catalogue.facts()) {
      int fit = words.fit(name, fact);
      boolean shaped = look.kind() == ColumnLook.Shape.NOTHING || look.fits(fact.type());
      if (fit > 0) {
        Confidence confidence =
            !shaped ? Confidence.GUESS : fit == 3 ? Confidence.SURE : Confidence.LIKELY;
        String reason =
            (fit == 3 ? "the column is called so" : "the name of the column holds it")
                + (shaped ? ", and it holds " : ", but it holds ")
                + look.kind().words();
        ranked.add(new Ranked(new Guess(fact.id(), confidence, reason), words.length(name, fact)));
      } else if (options.share(fact, look) >= 0.5) {
        String reason = "its words are options of this fact";
        ranked.add(new Ranked(new Guess(fact.id(), Confidence.GUESS, reason), 0));
      }
    }
    ranked.sort(
        Comparator.<Ranked, Confidence>comparing(one -> one.guess().confidence())
            .thenComparing(one -> -one.length()));
    return ranked.stream().map(Ranked::guess).toList();
  }

  private void settings(
      Fact fact,
      String name,
      int column,
      ColumnLook look,
      Map<String, String> settings,
      List<String> unmatched) {
    switch (fact.type()) {
      case FactType.Duration _ -> unit(name, look, settings);
      case FactType.Money _ -> currency(name, column, look, settings);
      case FactType.YesNo _,
          FactType.Ordered _,
          FactType.Choice _,
          FactType.Options _,
          FactType.Codes _ ->
          values(fact, look, settings, unmatched);
      case FactType.Count _,
          FactType.Quantity _,
          FactType.Share _,
          FactType.Instant _,
          FactType.Group _,
          FactType.Text _ -> {}
    }
  }

  private void unit(String name, ColumnLook look, Map<String, String> settings) {
    Optional<String> unit =
        List.of(HeaderWords.plain(name).split(" ", -1)).reversed().stream()
            .flatMap(word -> Durations.unitOf(word).stream())
            .findFirst();
    unit.ifPresent(one -> settings.put("unit", one));
    if (unit.isEmpty() && look.kind() == ColumnLook.Shape.NUMBER) {
      questions.add("in which unit are the numbers of \"" + name + "\"?");
    }
  }

  private void currency(String name, int column, ColumnLook look, Map<String, String> settings) {
    Matcher inName = CODE.matcher(name);
    if (inName.find()) {
      settings.put("currency", inName.group(1));
      return;
    }
    for (int beside : List.of(column + 1, column - 1)) {
      if (beside >= 0
          && beside < header.cells().size()
          && words.is("currency", header.cell(beside).text())) {
        settings.put("currencyFrom", YamlScalar.written(header.cell(beside).text().strip()));
        return;
      }
    }
    if (look.kind() == ColumnLook.Shape.NUMBER) {
      questions.add("in which currency are the amounts of \"" + name + "\"?");
    }
  }

  private void values(
      Fact fact, ColumnLook look, Map<String, String> settings, List<String> unmatched) {
    boolean set = fact.type() instanceof FactType.Options || fact.type() instanceof FactType.Codes;
    Optional<String> separator = set ? look.separator() : Optional.empty();
    separator.ifPresent(sign -> settings.put("separator", YamlScalar.written(sign)));
    Map<String, String> found = new LinkedHashMap<>();
    for (String text : look.words()) {
      String[] items =
          separator.isPresent()
              ? text.split(Pattern.quote(separator.get()), -1)
              : new String[] {text};
      for (String item : items) {
        String word = item.strip();
        Optional<String> option = options.find(fact, word);
        if (option.isPresent() && !option.get().equals(word)) {
          found.put(word.toLowerCase(Locale.ROOT), set ? "[" + option.get() + "]" : option.get());
        } else if (option.isEmpty() && !word.isEmpty() && !unmatched.contains(word)) {
          unmatched.add(word);
        }
      }
    }
    if (!found.isEmpty() && found.size() <= 60) {
      List<String> pairs = new ArrayList<>();
      found.forEach((word, option) -> pairs.add(YamlScalar.written(word) + ": " + option));
      settings.put("values", "{" + String.join(", ", pairs) + "}");
    }
  }

  private void orders(ColumnLook look, Map<String, String> habits) {
    ColumnLook.Orders orders = look.orders();
    if (orders.dayFirst() && orders.monthFirst()) {
      questions.add("dates are written in both orders; which is meant where both are possible?");
    } else if (orders.dayFirst()) {
      habits.putIfAbsent("dates", "day-first");
    } else if (orders.monthFirst()) {
      habits.putIfAbsent("dates", "month-first");
    } else if (orders.either() && !habits.containsKey("dates")) {
      questions.add("which comes first in dates, day or month?");
    }
    if (habits.containsKey("dates")) {
      questions.remove("which comes first in dates, day or month?");
    }
  }

  private void decimals(ColumnLook look, Map<String, String> habits) {
    String question = "is 1.234 (or 1,234) more than a thousand, or one and a fraction?";
    look.decimals()
        .ifPresent(sign -> habits.putIfAbsent("decimals", sign == ',' ? "comma" : "point"));
    if (look.hasUnclearNumbers() && !habits.containsKey("decimals")) {
      questions.add(question);
    }
    if (habits.containsKey("decimals")) {
      questions.remove(question);
    }
  }

  /// The words of the register that stand for nothing, as far as they are met.
  private void words(Map<String, String> habits) {
    Set<String> empty = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    for (GridRow row : grid.rows()) {
      for (Cell cell : row.number() > header.number() ? row.cells() : List.<Cell>of()) {
        String text = cell.text().strip();
        if (!text.isEmpty() && text.length() < 20) {
          if (words.is("empty", text)) {
            empty.add(YamlScalar.written(text));
          } else if (words.is("unknown", text)) {
            unknown.add(YamlScalar.written(text.toLowerCase(Locale.ROOT)));
          } else if (words.is("unclear", text)) {
            questions.add("does \"" + text + "\" mean not available, or not applicable?");
          }
        }
      }
    }
    List<String> parts = new ArrayList<>();
    if (!empty.isEmpty()) {
      parts.add("empty: [" + String.join(", ", empty) + "]");
    }
    if (!unknown.isEmpty()) {
      parts.add("unknown: [" + String.join(", ", unknown) + "]");
    }
    if (!parts.isEmpty()) {
      habits.put("words", "{" + String.join(", ", parts) + "}");
    }
  }

  private void ask(Optional<String> id, boolean dates, Map<String, String> habits) {
    if (id.isEmpty()) {
      questions.add("which column, if any, is the id of the incident?");
    }
    if (dates && !habits.containsKey("zone")) {
      questions.add("in which time zone are dates and times, such as Europe/Vienna?");
    }
  }
}
