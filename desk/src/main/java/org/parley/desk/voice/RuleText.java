package org.parley.desk.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.fact.FactKey;
import org.parley.core.scale.Clock;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.FactsAsked;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Rule;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.Citation;
import org.parley.core.terms.Exact;

/// Tells the rule of an edition in words, with its articles.
public final class RuleText {

  private final ScaleVoice voice;
  private final Page page;
  private final Words words;
  private final ConditionText conditions;

  public RuleText(ScaleVoice voice, Page page) {
    this.voice = voice;
    this.page = page;
    this.words = voice.words();
    this.conditions = new ConditionText(voice, page);
  }

  public void tell() {
    ScaleEdition edition = voice.edition();
    edition
        .around()
        .scope()
        .ifPresent(scope -> {
          page.heading(words.say("heading.scope"));
          condition(scope.when(), 2);
        });
    page.heading(words.say("heading.rule"));
    rule(edition.rule(), 2);
    for (ScaleEdition.Adjustment adjustment : edition.around().adjustments()) {
      String level = voice.grade(adjustment.level(), page.paint());
      page.paragraph(2, 2, words.say(adjustment.floor() ? "why.raised-to" : "why.set-to", level));
      condition(adjustment.when(), 4);
    }
    page.heading(words.say("heading.issuer-rule"));
    page.paragraph(
        2,
        2,
        words.say(
            "policy."
                + edition.around().unknowns().policy().name().toLowerCase(java.util.Locale.ROOT)));
    clocks(edition.around().clocks());
  }

  private void rule(Rule rule, int indent) {
    switch (rule) {
      case Rule.Fixed(var grade, _) -> page.line(indent, voice.grade(grade, page.paint()));
      case Rule.Ladder ladder -> ladder(ladder, indent);
      case Rule.WeightedMean(var criteria, var minMax, var bands, _) -> {
        page.paragraph(indent, 2, words.say("heading.score") + " = " + mean(criteria, minMax));
        criteria.forEach(criterion -> criterion(criterion, indent));
        bands(bands, indent);
      }
      case Rule.Score(var expression, var bands, _) -> {
        page.paragraph(
            indent, 2, words.say("heading.score") + " = " + expression(expression, false));
        leaves(expression).forEach(criterion -> criterion(criterion, indent));
        bands(bands, indent);
      }
      case Rule.Matrix matrix -> matrix(matrix, indent);
      case Rule.GravestOf _, Rule.Gate _, Rule.ByOption _ -> composed(rule, indent);
    }
  }

  private void ladder(Rule.Ladder ladder, int indent) {
    for (Rule.Row row : ladder.rows()) {
      page.line(indent, voice.grade(row.level(), page.paint()));
      condition(row.when(), indent + 2);
    }
    if (!(ladder.rows().getLast().when() instanceof Condition.Always(boolean holds, _) && holds)) {
      otherwise(ladder.otherwise(), indent);
    }
  }

  private void otherwise(Grade grade, int indent) {
    page.line(indent, words.say("condition.otherwise") + ": " + voice.grade(grade, page.paint()));
  }

  /// Rules that are made of rules.
  private void composed(Rule rule, int indent) {
    switch (rule) {
      case Rule.GravestOf(var dimensions, _) ->
          dimensions.forEach((name, part) -> {
            page.line(indent, page.paint().strong(voice.phrases().dimension(name)));
            rule(part, indent + 2);
          });
      case Rule.Gate(Condition gate, var closed, Rule open, _) -> {
        page.line(indent, words.say("rule.only-if"));
        condition(gate, indent + 2);
        if (!(open instanceof Rule.Ladder ladder && ladder.otherwise().equals(closed))) {
          otherwise(closed, indent);
        }
        rule(open, indent);
      }
      case Rule.ByOption(var key, var cases, var otherwise, _) -> {
        cases.forEach((place, part) -> {
          String option = voice.values().name(key) + ": " + voice.values().option(key, place);
          page.line(indent, page.paint().strong(option));
          rule(part, indent + 2);
        });
        otherwise(otherwise, indent);
      }
      case Rule.Fixed _, Rule.Ladder _, Rule.WeightedMean _, Rule.Score _, Rule.Matrix _ ->
          rule(rule, indent);
    }
  }

  private void criterion(Criterion criterion, int indent) {
    String weight = criterion.weight().equals(Exact.ONE) ? "" : "  × " + criterion.weight();
    page.line(
        indent,
        page.paint().strong(voice.phrases().criterion(criterion.name()))
            + weight
            + cite(criterion.cite()));
    List<List<String>> besides = new ArrayList<>();
    criterion
        .whenUnknown()
        .ifPresent(put -> besides.add(scored(put.score(), words.say("value.unknown"), put.cite())));
    switch (criterion.body()) {
      case Criterion.ByOption(var key, var options) -> options(key, options, besides, indent + 2);
      case Criterion.GravestOf(var key, var options, var empty) -> {
        page.paragraph(indent + 2, 2, words.say("criterion.highest-counts"));
        besides.addFirst(scored(empty.score(), words.say("value.none"), empty.cite()));
        options(key, options, besides, indent + 2);
      }
      case Criterion.ByCondition body -> byCondition(criterion, body, besides, indent + 2);
      case Criterion.Sum(var addends) -> {
        for (Criterion.Addend addend : addends) {
          page.line(indent + 2, "+ " + addend.add());
          condition(addend.when(), indent + 4);
        }
      }
    }
  }

  private void byCondition(
      Criterion criterion, Criterion.ByCondition body, List<List<String>> besides, int indent) {
    for (int place = body.options().size() - 1; place > 0; place--) {
      Criterion.Option option = body.options().get(place);
      page.line(indent, option.score() + "  " + option(criterion, option));
      condition(body.when().get(place - 1), indent + 2);
    }
    Criterion.Option least = body.options().getFirst();
    besides.addFirst(scored(least.score(), words.say("condition.otherwise"), least.cite()));
    page.table(indent, besides);
  }

  private List<String> scored(Exact score, String what, Optional<Citation> cite) {
    return List.of(score.toString(), what + cite(cite));
  }

  /// @param besides further rows: what the empty set and the unknown give
  private void options(
      FactKey key, List<Criterion.Option> options, List<List<String>> besides, int indent) {
    List<List<String>> rows = new ArrayList<>();
    for (int place = 0; place < options.size(); place++) {
      Criterion.Option option = options.get(place);
      rows.add(scored(option.score(), voice.values().option(key, place), option.cite()));
    }
    rows.addAll(besides);
    page.table(indent, rows);
  }

  private void bands(Rule.Bands bands, int indent) {
    List<List<String>> rows = new ArrayList<>();
    for (int rank = bands.from().size() - 1; rank >= 0; rank--) {
      rows.add(
          List.of(
              words.say("value.or-more", bands.from().get(rank)),
              voice.grade(voice.edition().levels().at(rank), page.paint())));
    }
    page.table(indent, rows);
  }

  /// The criteria of a matrix choose options and carry no scores.
  private void matrix(Rule.Matrix matrix, int indent) {
    matrix.criteria().forEach(criterion -> choice(criterion, indent));
    page.blank();
    new MatrixText(voice, page).tell(matrix, indent);
  }

  private void choice(Criterion criterion, int indent) {
    page.line(
        indent,
        page.paint().strong(voice.phrases().criterion(criterion.name())) + cite(criterion.cite()));
    if (criterion.body() instanceof Criterion.ByCondition(var options, var when)) {
      for (int place = options.size() - 1; place > 0; place--) {
        page.line(indent + 2, option(criterion, options.get(place)));
        condition(when.get(place - 1), indent + 4);
      }
      page.line(
          indent + 2,
          words.say(
              "line.labelled",
              words.say("condition.otherwise"),
              option(criterion, options.getFirst())));
    } else {
      FactsAsked.by(criterion)
          .forEach(key -> {
            for (int place = 0; place < criterion.options().size(); place++) {
              page.line(indent + 2, voice.values().option(key, place));
            }
          });
    }
  }

  private String option(Criterion criterion, Criterion.Option option) {
    return voice.labels().of("options." + criterion.name() + "." + option.name());
  }

  /// A weighted mean as a formula that can be worked out with a pencil.
  ///
  /// @param full what the largest possible sum is stretched to, if it is
  private String mean(List<Criterion> criteria, Optional<Exact> full) {
    List<String> parts = new ArrayList<>();
    Exact least = Exact.ZERO;
    Exact most = Exact.ZERO;
    Exact weights = Exact.ZERO;
    for (Criterion criterion : criteria) {
      Exact weight = criterion.weight();
      parts.add(weight + " × " + voice.phrases().criterion(criterion.name()));
      List<Exact> scores =
          criterion.options().stream().map(Criterion.Option::score).sorted().toList();
      if (!scores.isEmpty()) {
        least = least.plus(weight.times(scores.getFirst()));
        most = most.plus(weight.times(scores.getLast()));
      }
      weights = weights.plus(weight);
    }
    String sum = String.join(" + ", parts);
    return full.isEmpty()
        ? "(" + sum + ") / " + weights
        : "(" + sum + " − " + least + ") × " + full.get() + " / " + most.minus(least);
  }

  /// @param within whether a sum must stand in brackets
  private String expression(Rule.Expression expression, boolean within) {
    return switch (expression) {
      case Rule.Expression.Of(Criterion criterion) -> voice.phrases().criterion(criterion.name());
      case Rule.Expression.Constant(Exact value) -> value.toString();
      case Rule.Expression.Combined(Rule.Operation operation, var parts) -> {
        List<String> texts =
            parts.stream()
                .map(part -> expression(part, operation == Rule.Operation.PRODUCT))
                .toList();
        yield switch (operation) {
          case SUM -> within ? "(" + String.join(" + ", texts) + ")" : String.join(" + ", texts);
          case PRODUCT -> String.join(" × ", texts);
          case MAX -> "max(" + String.join("; ", texts) + ")";
          case MIN -> "min(" + String.join("; ", texts) + ")";
        };
      }
    };
  }

  private static List<Criterion> leaves(Rule.Expression expression) {
    return switch (expression) {
      case Rule.Expression.Of(Criterion criterion) -> List.of(criterion);
      case Rule.Expression.Constant _ -> List.of();
      case Rule.Expression.Combined(_, var parts) ->
          parts.stream().flatMap(part -> leaves(part).stream()).distinct().toList();
    };
  }

  private void condition(Condition condition, int indent) {
    conditions.tell(condition, indent);
  }

  private void clocks(List<Clock> clocks) {
    if (clocks.isEmpty()) {
      return;
    }
    page.heading(words.say("heading.clocks"));
    for (Clock clock : clocks) {
      List<String> levels =
          voice.edition().levels().mildestFirst().stream()
              .filter(clock.levels()::contains)
              .map(voice.phrases()::grade)
              .toList();
      page.paragraph(
          2,
          4,
          words.say(
                  "line.labelled",
                  page.paint().strong(voice.labels().of("clocks." + clock.report())),
                  due(clock))
              + "  ("
              + String.join(" · ", levels)
              + ")"
              + cite(clock.cite()));
      clock.when().ifPresent(when -> condition(when, 6));
    }
  }

  private String due(Clock clock) {
    String within =
        clock.months().isZero()
            ? clock.within().isZero()
                ? words.say("clock.at-once")
                : words.say("clock.within", Durations.text(words, clock.within().toSeconds()))
            : words.say("clock.within", words.count("month", clock.months().getMonths()));
    String from =
        words.knows("clock.from." + clock.from())
            ? words.say("clock.from." + clock.from())
            : words.say("clock.from.report", voice.labels().of("clocks." + clock.from()));
    return within + " " + from;
  }

  private String cite(Optional<Citation> cite) {
    return cite.map(each -> page.paint().faint("  [" + each + "]")).orElse("");
  }
}
