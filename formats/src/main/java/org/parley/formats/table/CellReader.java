package org.parley.formats.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.issue.IssueCode;
import org.parley.formats.parley.fact.Taken;
import org.parley.formats.parley.fact.ValueReader;
import org.parley.formats.table.grid.Cell;

/// Reads one cell as what it says about the fact of its column.
final class CellReader {

  private final Habits habits;

  CellReader(Habits habits) {
    this.habits = habits;
  }

  /// @param beside the currency that stands in another column, if there is one
  Says read(Cell cell, ColumnRule.Target target, ColumnRule.Form form, Optional<String> beside) {
    String text = cell.text().strip();
    String word = text.toLowerCase(Locale.ROOT);
    if (cell.isBlank() || habits.empty().contains(word)) {
      return new Says.Nothing();
    }
    Stated named = target.values().get(word);
    if (named != null) {
      return new Says.This(named);
    }
    if (habits.unknown().contains(word)) {
      return new Says.This(new Stated.Unknown("the register says " + NumberCell.shown(text)));
    }
    if (habits.notApplicable().contains(word)) {
      return new Says.This(new Stated.NotApplicable("the register says " + NumberCell.shown(text)));
    }
    if (cell.kind() == Cell.Kind.ERROR) {
      return Says.notUnderstood("the formula of the cell failed: " + NumberCell.shown(text));
    }
    return byType(cell, text, target, form, beside);
  }

  private Says byType(
      Cell cell,
      String text,
      ColumnRule.Target target,
      ColumnRule.Form form,
      Optional<String> beside) {
    // Spreadsheets keep numbers with a point, whatever sign the register's people write.
    boolean kept = cell.kind() == Cell.Kind.NUMBER;
    Figures figures = new Figures(kept ? Optional.of('.') : habits.decimals(), form.ignore());
    FactType type = target.fact().type();
    return switch (type) {
      case FactType.Options(var options) -> options(type, options, text, target, form);
      case FactType.Codes _ -> codes(text, target, form);
      case FactType.Count _, FactType.Quantity _ -> NumberCell.read(type, text, form, figures);
      case FactType.Money money ->
          MoneyCell.read(
              money, text, form, form.currency().or(() -> beside), figures, habits.symbols());
      case FactType.Duration duration -> Durations.read(duration, text, form, figures);
      case FactType.Share _ -> NumberCell.share(text, form, figures);
      case FactType.Instant _ ->
          kept
              ? Says.notUnderstood(text + " is a number, not a date")
              : new DateCell(habits.zone(), habits.dates()).read(text, form.date());
      case FactType.YesNo _,
          FactType.Ordered _,
          FactType.Choice _,
          FactType.Group _,
          FactType.Text _ ->
          taken(type, text);
    };
  }

  private static Says taken(FactType type, String text) {
    return switch (ValueReader.take(type, text)) {
      case Taken.As(Stated stated) -> new Says.This(stated);
      case Taken.Refused(_, String message, _) -> Says.notUnderstood(message);
    };
  }

  private static List<String> items(String text, ColumnRule.Form form) {
    String separator = form.separator().orElse("");
    if (separator.isEmpty()) {
      return List.of(text);
    }
    List<String> items = new ArrayList<>();
    for (String item : text.split(Pattern.quote(separator), -1)) {
      if (!item.isBlank()) {
        items.add(item.strip());
      }
    }
    return items;
  }

  /// The options that a cell names. What it names beside them is told, and then any other option is
  /// possible.
  private static Says options(
      FactType type,
      List<String> options,
      String text,
      ColumnRule.Target target,
      ColumnRule.Form form) {
    long all = (1L << options.size()) - 1;
    long is = 0;
    long may = 0;
    List<String> strange = new ArrayList<>();
    for (String item : items(text, form)) {
      Stated named = target.values().get(item.toLowerCase(Locale.ROOT));
      if (named == null
          && ValueReader.take(type, "[" + item + "]") instanceof Taken.As(Stated read)) {
        named = read;
      }
      switch (named) {
        case Stated.Exactly(Value.Options(long mask)) -> is |= mask;
        case Stated.SetBetween(long includes, long besides) -> {
          is |= includes;
          may |= besides;
        }
        case null -> strange.add(NumberCell.shown(item));
        default -> may = all;
      }
    }
    if (strange.isEmpty()) {
      return new Says.This(set(is, may & ~is));
    }
    String message =
        String.join(", ", strange) + " is none of the options and stands not in the mapping";
    return is == 0 && may == 0
        ? Says.notUnderstood(message)
        : new Says.Partly(set(is, all & ~is), IssueCode.NOT_UNDERSTOOD, message);
  }

  private static Stated set(long is, long may) {
    return may == 0 ? new Stated.Exactly(new Value.Options(is)) : new Stated.SetBetween(is, may);
  }

  private static Says codes(String text, ColumnRule.Target target, ColumnRule.Form form) {
    TreeSet<String> codes = new TreeSet<>();
    List<String> strange = new ArrayList<>();
    boolean more = false;
    for (String item : items(text, form)) {
      Stated named = target.values().get(item.toLowerCase(Locale.ROOT));
      switch (named) {
        case Stated.Exactly(Value.Codes(var some)) -> codes.addAll(some);
        case Stated.CodesBetween(var some, boolean others) -> {
          codes.addAll(some);
          more |= others;
        }
        case null -> {
          if (item.matches("[A-Z]{2}")) {
            codes.add(item);
          } else {
            strange.add(NumberCell.shown(item));
          }
        }
        default -> more = true;
      }
    }
    if (strange.isEmpty()) {
      return new Says.This(
          more ? new Stated.CodesBetween(codes, true) : new Stated.Exactly(new Value.Codes(codes)));
    }
    String message = String.join(", ", strange) + " is no code and stands not in the mapping";
    return codes.isEmpty()
        ? Says.notUnderstood(message)
        : new Says.Partly(new Stated.CodesBetween(codes, true), IssueCode.NOT_UNDERSTOOD, message);
  }
}
