package org.parley.formats.parley.fact;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Value;
import org.parley.core.terms.Exact;

/// Writes values as text, so that reading the text gives the value again.
public final class ValueWriter {

  private ValueWriter() {}

  /// The value as files write it: `yes`, `[AT, DE]`, `350000 EUR`, `PT30H`.
  ///
  /// @param type the type that the value is of; a value of another type is a defect
  public static String shown(FactType type, Value value) {
    return switch (value) {
      case Value.Option(int index) -> type.optionNames().get(index);
      case Value.Options(long mask) -> list(names(type.optionNames(), mask));
      case Value.Number(long units) -> number(type, units);
      case Value.Money(long units, String currency) ->
          currency.equals(ValueReader.NO_CURRENCY)
              ? amount(type, units)
              : amount(type, units) + " " + currency;
      case Value.Share(long part, long of) -> part + " of " + of;
      case Value.Codes(var codes) -> list(List.copyOf(codes));
      case Value.Key(String key) -> key;
      case Value.Text(String text) -> text;
    };
  }

  /// The names of the options of a set, in the order of the type.
  public static List<String> names(List<String> options, long mask) {
    return ValueReader.places(mask, options.size()).stream().map(options::get).toList();
  }

  private static String list(List<String> items) {
    return items.stream().collect(Collectors.joining(", ", "[", "]"));
  }

  private static String number(FactType type, long units) {
    return switch (type) {
      case FactType.Duration _ -> duration(units);
      case FactType.Instant() -> Instant.ofEpochSecond(units).toString();
      case FactType.Quantity(String unit, _, _) -> amount(type, units) + " " + unit;
      case FactType.Count _ -> Long.toString(units);
      case FactType.YesNo _,
          FactType.Ordered _,
          FactType.Choice _,
          FactType.Options _,
          FactType.Money _,
          FactType.Share _,
          FactType.Codes _,
          FactType.Group _,
          FactType.Text _ ->
          throw new IllegalArgumentException("no number is a value of " + type);
    };
  }

  private static String amount(FactType type, long units) {
    return Exact.of(units).times(type.quantumOrOne()).toString();
  }

  /// A span of time in the largest units that fit: `P2D`, `PT30H`, `PT1H30M`.
  ///
  /// Days are used from three days up, so that `PT24H` and `PT48H` stay as laws write them.
  public static String duration(long seconds) {
    long daySeconds = 86_400;
    long days = seconds >= 3 * daySeconds && seconds % daySeconds == 0 ? seconds / daySeconds : 0;
    if (days > 0) {
      return "P" + days + "D";
    }
    long hours = seconds / 3_600;
    long minutes = seconds % 3_600 / 60;
    long rest = seconds % 60;
    String text =
        (hours > 0 ? hours + "H" : "")
            + (minutes > 0 ? minutes + "M" : "")
            + (rest > 0 ? rest + "S" : "");
    return text.isEmpty() ? "PT0S" : "PT" + text;
  }
}
