package org.parley.formats.table;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.core.fact.FactType;
import org.parley.formats.table.grid.Cell;

/// What a column looks like: the shape that most of its cells have, and the words that stand in it.
final class ColumnLook {

  /// The shapes that cells can have.
  enum Shape {
    NOTHING("empty"),
    DATE("dates"),
    NUMBER("numbers"),
    MONEY("amounts with a currency"),
    DURATION("durations with units"),
    SHARE("percentages"),
    CODES("codes of two letters"),
    WORDS("a few words, over and over"),
    TEXT("text");

    private final String name;

    Shape(String name) {
      this.name = name;
    }

    /// The shape for people.
    String words() {
      return name;
    }
  }

  private static final int CELLS_LOOKED_AT = 500;
  private static final int FEW_WORDS = 40;
  private static final Pattern DAY_AND_MONTH =
      Pattern.compile("([0-9]{1,2})[./-]([0-9]{1,2})[./-][0-9]{2,4}.*");

  private final List<Cell> cells;
  private final Shape shape;

  /// @param all the cells below the header
  /// @param nothing whether a text stands for nothing
  ColumnLook(List<Cell> all, Predicate<String> nothing) {
    cells =
        all.stream()
            .filter(cell -> !cell.isBlank() && !nothing.test(cell.text()))
            .limit(CELLS_LOOKED_AT)
            .toList();
    shape = shape();
  }

  Shape shape() {
    if (cells.isEmpty()) {
      return Shape.NOTHING;
    }
    if (most(cell -> cell.kind() == Cell.Kind.DATE || isDate(cell.text()))) {
      return Shape.DATE;
    }
    if (most(cell -> cell.text().matches(".*[0-9] ?%\\s*"))) {
      return Shape.SHARE;
    }
    if (most(cell -> cell.text().matches(".*\\p{Sc}.*|.*\\b[A-Z]{3}\\b.*") && hasDigit(cell))) {
      return Shape.MONEY;
    }
    if (most(
        cell ->
            cell.kind() == Cell.Kind.NUMBER
                || cell.text().strip().matches("[<>≤≥~]?[-0-9., '\u00a0]+[+]?"))) {
      return Shape.NUMBER;
    }
    if (most(cell -> cell.text().matches("P.*[0-9].*|[0-9.,]+ ?\\p{L}{1,9}\\.?( [0-9].*)?"))) {
      return Shape.DURATION;
    }
    if (most(cell -> cell.text().strip().matches("[A-Z]{2}([ ,;/|]+[A-Z]{2})*"))) {
      return Shape.CODES;
    }
    int distinct = words().size();
    return distinct <= FEW_WORDS && (distinct <= 8 || distinct * 2 <= cells.size())
        ? Shape.WORDS
        : Shape.TEXT;
  }

  Shape kind() {
    return shape;
  }

  private boolean most(Predicate<Cell> is) {
    return cells.stream().filter(is).count() * 5 >= cells.size() * 4L;
  }

  private static boolean hasDigit(Cell cell) {
    return cell.text().matches(".*[0-9].*");
  }

  private static boolean isDate(String text) {
    return text.strip()
        .matches("[0-9]{4}-[0-9]{2}(-[0-9]{2}.*)?|[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}.*");
  }

  /// The different texts of the column, in their order.
  Set<String> words() {
    Set<String> words = new LinkedHashSet<>();
    cells.forEach(cell -> words.add(cell.text().strip()));
    return words;
  }

  /// The sign between the items of a cell, where many cells have it.
  Optional<String> separator() {
    for (String sign : List.of(";", "|", "/", ",")) {
      if (cells.stream().filter(cell -> cell.text().contains(sign)).count() * 5 >= cells.size()) {
        return Optional.of(sign);
      }
    }
    return Optional.empty();
  }

  /// What the dates of the column show about their order: by a day above twelve.
  ///
  /// @param dayFirst some date can only be read day first
  /// @param monthFirst some date can only be read month first
  /// @param either some date can be read both ways
  record Orders(boolean dayFirst, boolean monthFirst, boolean either) {}

  Orders orders() {
    boolean dayFirst = false;
    boolean monthFirst = false;
    boolean either = false;
    for (Cell cell : cells) {
      Matcher matcher = DAY_AND_MONTH.matcher(cell.text().strip());
      if (cell.kind() == Cell.Kind.TEXT && matcher.matches()) {
        int first = Integer.parseInt(matcher.group(1));
        int second = Integer.parseInt(matcher.group(2));
        dayFirst |= first > 12 && second <= 12;
        monthFirst |= second > 12 && first <= 12;
        either |= first <= 12 && second <= 12 && first != second;
      }
    }
    return new Orders(dayFirst, monthFirst, either);
  }

  /// The sign before decimals that the numbers of the column show, where they do.
  Optional<Character> decimals() {
    for (char sign : new char[] {',', '.'}) {
      String other = sign == ',' ? "." : ",";
      String both = "[0-9]{1,3}([" + other + "][0-9]{3})+[" + sign + "][0-9]+";
      String alone = "[0-9]+[" + sign + "]([0-9]{1,2}|[0-9]{4,})";
      String groups = "[0-9]{1,3}([" + other + "][0-9]{3}){2,}";
      if (cells.stream()
          .filter(cell -> cell.kind() == Cell.Kind.TEXT)
          .anyMatch(cell -> bare(cell).matches(both + "|" + alone + "|" + groups))) {
        return Optional.of(sign);
      }
    }
    return Optional.empty();
  }

  /// Whether a number of the column can be read in two ways.
  boolean hasUnclearNumbers() {
    return cells.stream()
        .anyMatch(cell ->
            cell.kind() == Cell.Kind.TEXT && bare(cell).matches("[1-9][0-9]{0,2}[.,][0-9]{3}"));
  }

  private static String bare(Cell cell) {
    return cell.text().replaceAll("[^0-9.,]", "");
  }

  /// Whether cells of this look can state a fact of the type.
  boolean fits(FactType type) {
    return switch (type) {
      case FactType.Instant _ -> shape == Shape.DATE;
      case FactType.Count _, FactType.Quantity _ ->
          shape == Shape.NUMBER || shape == Shape.DURATION;
      case FactType.Duration _ -> shape == Shape.NUMBER || shape == Shape.DURATION;
      case FactType.Money _ -> shape == Shape.NUMBER || shape == Shape.MONEY;
      case FactType.Share _ -> shape == Shape.SHARE || shape == Shape.NUMBER;
      case FactType.Codes _ -> shape == Shape.CODES || shape == Shape.WORDS;
      case FactType.YesNo _, FactType.Ordered _, FactType.Choice _, FactType.Options _ ->
          shape == Shape.WORDS || shape == Shape.TEXT || shape == Shape.CODES;
      case FactType.Group _, FactType.Text _ -> shape == Shape.TEXT || shape == Shape.WORDS;
    };
  }
}
