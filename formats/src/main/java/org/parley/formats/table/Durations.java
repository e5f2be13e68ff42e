package org.parley.formats.table;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Stated;
import org.parley.core.terms.Exact;
import org.parley.formats.parley.fact.Taken;
import org.parley.formats.parley.fact.ValueReader;

/// Reads durations: a number in the unit of its column, numbers with units, ISO 8601.
final class Durations {

  /// Units that a column can be in, in seconds.
  static final Map<String, Long> UNITS =
      Map.of("s", 1L, "min", 60L, "h", 3_600L, "d", 86_400L, "w", 604_800L);

  private static final Map<String, Long> WORDS = words();
  private static final Pattern PART =
      Pattern.compile("([0-9]+(?:[.,][0-9]+)?) ?(\\p{L}+)\\.?(?:[ ,;]+|$)");

  private Durations() {}

  static Says read(FactType.Duration type, String text, ColumnRule.Form form, Figures figures) {
    if (text.matches("-?P.*")) {
      return switch (ValueReader.take(type, text)) {
        case Taken.As(Stated stated) -> new Says.This(stated);
        case Taken.Refused(_, String message, _) -> Says.notUnderstood(message);
      };
    }
    if (text.matches("[0-9]{1,3}:[0-9]{2}")) {
      return Says.ambiguous("\"" + text + "\" is hours and minutes, or minutes and seconds");
    }
    Optional<Exact> parts = parts(text);
    if (parts.isPresent()) {
      return NumberCell.stated(type, parts.get());
    }
    return switch (figures.read(text)) {
      case Figures.Figure.Is(Exact number, String rest) -> inUnit(type, number, rest, form);
      case Figures.Figure.Unclear(String why) -> Says.ambiguous(why);
      case Figures.Figure.None() -> Says.notUnderstood(NumberCell.shown(text) + " is no duration");
    };
  }

  private static Says inUnit(
      FactType.Duration type, Exact number, String rest, ColumnRule.Form form) {
    Long unit =
        rest.isEmpty()
            ? UNITS.get(form.unit().orElse(""))
            : WORDS.get(rest.toLowerCase(Locale.ROOT));
    if (unit == null) {
      return rest.isEmpty()
          ? Says.ambiguous("a number without a unit is no duration")
          : Says.notUnderstood(NumberCell.shown(rest) + " is no unit of time");
    }
    return NumberCell.stated(type, number.times(Exact.of(unit)));
  }

  /// Several numbers with their units: `2 d 6 h`.
  private static Optional<Exact> parts(String text) {
    Matcher matcher = PART.matcher(text);
    Exact seconds = Exact.ZERO;
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      Long unit = WORDS.get(matcher.group(2).toLowerCase(Locale.ROOT));
      Optional<Exact> number = Exact.parse(matcher.group(1).replace(',', '.'));
      if (unit == null
          || number.isEmpty()
          || !number.get().isWhole() && matcher.group(1).matches(".*[.,][0-9]{3}")) {
        return Optional.empty();
      }
      seconds = seconds.plus(number.get().times(Exact.of(unit)));
      end = matcher.end();
    }
    return end == text.length() && end > 0 ? Optional.of(seconds) : Optional.empty();
  }

  /// The unit that a word names, as a mapping writes it.
  static Optional<String> unitOf(String word) {
    Long seconds = WORDS.get(word.toLowerCase(Locale.ROOT));
    return UNITS.entrySet().stream()
        .filter(unit -> unit.getValue().equals(seconds))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static Map<String, Long> words() {
    Map<String, Long> words = new HashMap<>();
    put(
        words,
        1,
        "s sec second seconds seconde secondes sekunde sekunden secondo secondi segundo segundos сек");
    put(words, 60, "min mins minute minutes minuten minuto minuti minutos мин");
    put(
        words,
        3_600,
        "h hr hrs hour hours heure heures stunde stunden std ora ore hora horas час часа часов ч");
    put(
        words,
        86_400,
        "d day days jour jours tag tage tagen giorno giorni día días dia dias день дня дней");
    put(
        words,
        604_800,
        "w week weeks semaine semaines woche wochen settimana settimane semana semanas неделя недели недель");
    return Map.copyOf(words);
  }

  private static void put(Map<String, Long> words, long seconds, String all) {
    for (String word : all.split(" ", -1)) {
      words.put(word, seconds);
    }
  }
}
