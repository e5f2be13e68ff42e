package org.parley.desk.calculator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactId;
import org.parley.core.fact.FactType;
import org.parley.formats.parley.fact.KnownFacts;

/// Reads the controls of a form as answers.
///
/// A control that is not in the form leaves its answer as it was; one that is left empty takes it
/// back. A number may carry the language's decimal sign and blanks between digits; anything else is
/// left as written, to be refused where it is read.
public final class FormAnswers {

  static final String VALUE = "f.";
  static final String TO = "to.";
  static final String UNIT = "unit.";

  /// Says that none of the options of a set holds.
  public static final String NONE = "none";

  private final KnownFacts facts;
  private final String decimalSign;

  /// @param decimalSign of the language that the form was in
  public FormAnswers(KnownFacts facts, String decimalSign) {
    this.facts = facts;
    this.decimalSign = decimalSign;
  }

  /// The answers, with what the controls say.
  public Answers read(Answers before, Map<String, List<String>> controls) {
    Answers answers = before;
    for (Map.Entry<String, List<String>> control : controls.entrySet()) {
      if (!control.getKey().startsWith(VALUE)) {
        continue;
      }
      String key = control.getKey().substring(VALUE.length());
      Optional<FactType> type =
          FactId.parse(key.replaceFirst("[@~].*", "")).flatMap(facts::find).map(Fact::type);
      if (type.isPresent()) {
        answers = answers.with(key, text(type.get(), key, control.getValue(), controls));
      }
    }
    return answers;
  }

  private String text(
      FactType type, String key, List<String> values, Map<String, List<String>> controls) {
    if (type instanceof FactType.Options || type instanceof FactType.Codes) {
      List<String> chosen = values.stream().filter(each -> !each.isBlank()).toList();
      if (chosen.isEmpty()) {
        return "";
      }
      if (chosen.size() == 1 && chosen.getFirst().startsWith("[")) {
        return chosen.getFirst();
      }
      return "["
          + String.join(",", chosen.stream().filter(each -> !each.equals(NONE)).toList())
          + "]";
    }
    String unit = first(controls, UNIT + key);
    String from = end(type, values.isEmpty() ? "" : values.getLast(), unit);
    String to = end(type, first(controls, TO + key), unit);
    return to.isEmpty() ? from : AnswerText.range(from, to);
  }

  private static String first(Map<String, List<String>> controls, String name) {
    List<String> values = controls.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst().strip();
  }

  /// One end as answers write it.
  private String end(FactType type, String typed, String unit) {
    String text = typed.strip();
    if (text.isEmpty() || text.equals(AnswerText.NOT_APPLICABLE) || text.contains("..")) {
      return text;
    }
    return switch (type) {
      case FactType.Count _ -> number(text);
      case FactType.Quantity _ -> number(text);
      case FactType.Share _ -> isNumber(number(text)) ? number(text) + " %" : text;
      case FactType.Money _ ->
          isNumber(number(text)) && !unit.isEmpty() ? number(text) + " " + unit : text;
      case FactType.Duration _ -> duration(number(text), unit).orElse(text);
      case FactType.Instant _ ->
          text.matches("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}")
              ? text.replace(' ', 'T') + ":00Z"
              : text;
      case FactType.YesNo _,
          FactType.Ordered _,
          FactType.Choice _,
          FactType.Options _,
          FactType.Codes _,
          FactType.Group _,
          FactType.Text _ ->
          text;
    };
  }

  private String number(String text) {
    String bare = text.replaceAll("(?<=\\d)[ \\u00A0\\u202F\\u2009](?=\\d)", "");
    return decimalSign.equals(".") ? bare : bare.replace(decimalSign, ".");
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d{1,15}(\\.\\d{1,6})?");
  }

  private static Optional<String> duration(String number, String unit) {
    Long seconds = Units.SECONDS.get(unit);
    if (seconds == null || !number.matches("\\d{1,9}")) {
      return Optional.empty();
    }
    return Optional.of(
        switch (unit) {
          case "day" -> "P" + number + "D";
          case "hour" -> "PT" + number + "H";
          default -> "PT" + number + "M";
        });
  }
}
