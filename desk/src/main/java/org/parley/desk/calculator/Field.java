package org.parley.desk.calculator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.issue.Issue;
import org.parley.desk.voice.Values;

/// One question as a form asks it.
///
/// @param key what the answer is about
/// @param question the question as people read it
/// @param means the definition of the fact, where there is only its name to ask with; else empty
/// @param kind which controls take the answer
/// @param answer what was answered so far
/// @param problem why the answer cannot be taken
public record Field(
    FactKey key,
    String question,
    String means,
    Kind kind,
    Optional<String> answer,
    Optional<Issue> problem) {

  /// Which controls take an answer.
  public sealed interface Kind {

    /// One of several options.
    record OneOf(List<Option> options) implements Kind {}

    /// Any number of options, or none of them.
    record AnyOf(List<Option> options) implements Kind {}

    /// A number, exact or from one to another, in one of several units; no unit for plain counts.
    record Amount(List<Option> units) implements Kind {}

    /// A moment, exact or from one to another.
    record Moment() implements Kind {}

    /// Two-letter codes.
    record Codes() implements Kind {}

    /// Free text.
    record Words() implements Kind {}
  }

  /// @param value as answers carry it
  /// @param label as people read it
  public record Option(String value, String label) {}

  public static Field of(
      FactKey key, Values values, Optional<String> answer, Optional<Issue> problem) {
    Fact fact = values.fact(key);
    String question = values.question(key);
    String means = question.equals(values.name(key)) ? values.means(key) : "";
    return new Field(key, question, means, kind(key, fact, values), answer, problem);
  }

  private static Kind kind(FactKey key, Fact fact, Values values) {
    return switch (fact.type()) {
      case FactType.YesNo _, FactType.Ordered _, FactType.Choice _ ->
          new Kind.OneOf(options(key, fact, values));
      case FactType.Options _ -> new Kind.AnyOf(options(key, fact, values));
      case FactType.Count _ -> new Kind.Amount(List.of());
      case FactType.Quantity(String unit, _, _) ->
          new Kind.Amount(List.of(new Option(unit, values.unit(unit))));
      case FactType.Share _ -> new Kind.Amount(List.of(new Option("%", "%")));
      case FactType.Duration _ ->
          new Kind.Amount(
              Units.TIME.stream().map(unit -> new Option(unit, values.unit(unit))).toList());
      case FactType.Money _ ->
          new Kind.Amount(Units.MONEY.stream().map(code -> new Option(code, code)).toList());
      case FactType.Instant _ -> new Kind.Moment();
      case FactType.Codes _ -> new Kind.Codes();
      case FactType.Group _, FactType.Text _ -> new Kind.Words();
    };
  }

  private static List<Option> options(FactKey key, Fact fact, Values values) {
    List<Option> options = new ArrayList<>();
    List<String> names = fact.type().optionNames();
    for (int place = 0; place < names.size(); place++) {
      options.add(new Option(names.get(place), values.option(key, place)));
    }
    return options;
  }

  /// The name of the control that carries the answer, or its first part.
  public String control() {
    return FormAnswers.VALUE + key;
  }

  public String controlTo() {
    return FormAnswers.TO + key;
  }

  public String controlUnit() {
    return FormAnswers.UNIT + key;
  }

  /// An id for labels and links, unique on a page.
  public String id() {
    return "f-" + key.toString().replaceAll("[^A-Za-z0-9]", "-");
  }

  /// The answer as the controls show it.
  public Shown shown() {
    return Shown.of(kind, answer.orElse(""));
  }
}
