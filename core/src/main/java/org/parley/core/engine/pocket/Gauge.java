package org.parley.core.engine.pocket;

import java.util.Optional;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;

/// Reads one variable of a scale from a sheet: in which of its cells it is, where one fact says so
/// exactly.
///
/// One class for all types of facts, without an interface: gauges are read all the time, and a call
/// whose target is known costs a fraction of one whose target must be looked up.
///
/// @param key the fact
/// @param baseline what counts of it where nothing else happened
/// @param cells for an option the cell of each place; for a number that of each stretch between the
///   cuts, or [#UNTOLD]
/// @param cuts for a number where a new stretch begins, rising, in quanta of its type
/// @param currency for an amount of money the currency of the cuts; else empty
/// @param mask for a set the options that matter here
public record Gauge(
    Kind kind,
    FactKey key,
    Optional<Value> baseline,
    int[] cells,
    long[] cuts,
    String currency,
    long mask) {

  /// Nothing at all is known of the variable.
  public static final int OPEN = -1;

  /// More is stated than a gauge can tell: in part, side by side, that it does not apply.
  public static final int UNTOLD = -2;

  /// What decides the cell.
  public enum Kind {
    /// Which option of a fact it is.
    OPTION,
    /// In which stretch between cuts a number is.
    NUMBER,
    /// Whether a set has none of the options (cell 0) or some of them (1).
    SOME,
    /// Whether a set has none of the options (cell 0), some (1) or all of them (2).
    SOME_OR_ALL,
    /// Whether there is a set: cell 1.
    SET,
    /// More than one fact, or more than is told so simply.
    MORE
  }

  private static final int[] NO_CELLS = {};
  private static final long[] NO_CUTS = {};

  public static Gauge ofOption(FactKey key, Optional<Value> baseline, int[] cells) {
    return new Gauge(Kind.OPTION, key, baseline, cells, NO_CUTS, "", 0);
  }

  public static Gauge ofNumber(
      FactKey key, Optional<Value> baseline, int[] cells, long[] cuts, String currency) {
    return new Gauge(Kind.NUMBER, key, baseline, cells, cuts, currency, 0);
  }

  public static Gauge ofSet(Kind kind, FactKey key, Optional<Value> baseline, long mask) {
    return new Gauge(kind, key, baseline, NO_CELLS, NO_CUTS, "", mask);
  }

  /// Tells nothing, whatever is stated.
  public static Gauge ofMore(FactKey key) {
    return new Gauge(Kind.MORE, key, Optional.empty(), NO_CELLS, NO_CUTS, "", 0);
  }

  /// The cell, or [#OPEN], or [#UNTOLD].
  public int cell(Sheet sheet) {
    if (kind == Kind.OPTION) {
      int place = sheet.option(key);
      if (place >= 0 && place < cells.length) {
        return cells[place];
      }
      return place == Sheet.UNSAID ? OPEN : seldom(sheet);
    }
    if (kind == Kind.NUMBER) {
      long units = sheet.number(key);
      return units >= 0 ? cells[reached(units)] : seldom(sheet);
    }
    if (kind == Kind.MORE) {
      return UNTOLD;
    }
    long options = sheet.options(key);
    return options >= 0 ? ofOptions(options) : seldom(sheet);
  }

  /// Counts the cuts instead of stopping at the first that is not reached: a processor guesses
  /// wrong where a loop ends, but not how to add.
  private int reached(long units) {
    if (cuts.length == 1) {
      return units >= cuts[0] ? 1 : 0;
    }
    int reached = 0;
    for (long cut : cuts) {
      reached += units >= cut ? 1 : 0;
    }
    return reached;
  }

  private int ofOptions(long options) {
    long has = options & mask;
    return kind == Kind.SET || has != 0 ? kind == Kind.SOME_OR_ALL && has == mask ? 2 : 1 : 0;
  }

  /// Where the fact is not stated itself, or not so plainly.
  private int seldom(Sheet sheet) {
    Stated said = sheet.alone(key, baseline);
    if (said instanceof Stated.Exactly(Value value)) {
      return ofValue(value);
    }
    // What is not known of a number may still be bounded by other facts.
    return said instanceof Stated.Unknown && kind != Kind.NUMBER ? OPEN : UNTOLD;
  }

  private int ofValue(Value value) {
    if (kind == Kind.OPTION) {
      return value instanceof Value.Option(int place) && place >= 0 && place < cells.length
          ? cells[place]
          : UNTOLD;
    }
    if (kind == Kind.NUMBER) {
      long units =
          value instanceof Value.Number(long plain)
              ? plain
              : value instanceof Value.Money(long money, String stated)
                      && (money == 0 || stated.equals(currency))
                  ? money
                  : -1;
      return units >= 0 ? cells[reached(units)] : UNTOLD;
    }
    return value instanceof Value.Options(long options) ? ofOptions(options) : UNTOLD;
  }
}
