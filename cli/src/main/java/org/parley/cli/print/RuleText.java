package org.parley.cli.print;

import java.util.ArrayList;
import java.util.List;
import org.parley.core.scale.Clock;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Criterion;
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

  public RuleText(ScaleVoice voice, Page page) {
    this.voice = voice;
    this.page = page;
    this.words = voice.words();
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
      case Rule.Fixed(var grade, _) ->
          page.line(" ".repeat(indent) + voice.grade(grade, page.paint()));
      case Rule.Ladder ladder -> ladder(ladder, indent);
      case Rule.WeightedMean(var criteria, _, var bands, _) -> {
        criteria.forEach(criterion -> criterion(criterion, indent));
        bands(bands, indent);
      }
      case Rule.Score(var expression, var bands, _) -> {
        page.paragraph(indent, 2, expression(expression));
        leaves(expression).forEach(criterion -> criterion(criterion, indent));
        bands(bands, indent);
      }
      case Rule.Matrix matrix -> matrix(matrix, indent);
      case Rule.GravestOf _, Rule.Gate _, Rule.ByOption _ -> composed(rule, indent);
    }
  }

  private void ladder(Rule.Ladder ladder, int indent) {
    for (Rule.Row row : ladder.rows()) {
      page.line(" ".repeat(indent) + voice.grade(row.level(), page.paint()));
      condition(row.when(), indent + 2);
    }
    otherwise(ladder.otherwise(), indent);
  }

  private void otherwise(Grade grade, int indent) {
    page.line(
        " ".repeat(indent)
            + words.say("condition.otherwise")
            + ": "
            + voice.grade(grade, page.paint()));
  }

  /// Rules that are made of rules.
  private void composed(Rule rule, int indent) {
    switch (rule) {
      case Rule.GravestOf(var dimensions, _) ->
          dimensions.forEach((name, part) -> {
            page.line(" ".repeat(indent) + page.paint().strong(voice.phrases().dimension(name)));
            rule(part, indent + 2);
          });
      case Rule.Gate(Condition gate, var closed, Rule open, _) -> {
        condition(gate, indent);
        rule(open, indent);
        otherwise(closed, indent);
      }
      case Rule.ByOption(var key, var cases, var otherwise, _) -> {
        cases.forEach((place, part) -> {
          String option = voice.values().name(key) + ": " + voice.values().option(key, place);
          page.line(" ".repeat(indent) + page.paint().strong(option));
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
        " ".repeat(indent)
            + page.paint().strong(voice.phrases().criterion(criterion.name()))
            + weight
            + cite(criterion.cite()));
    switch (criterion.body()) {
      case Criterion.ByOption(var key, var options) -> options(key, options, indent + 2);
      case Criterion.GravestOf(var key, var options, _) -> options(key, options, indent + 2);
      case Criterion.ByCondition(var options, var when) -> {
        for (int place = 1; place < options.size(); place++) {
          page.line(
              " ".repeat(indent + 2)
                  + voice
                      .labels()
                      .of("options." + criterion.name() + "." + options.get(place).name())
                  + "  "
                  + options.get(place).score());
          condition(when.get(place - 1), indent + 4);
        }
      }
      case Criterion.Sum(var addends) -> {
        for (Criterion.Addend addend : addends) {
          page.line(" ".repeat(indent + 2) + "+ " + addend.add());
          condition(addend.when(), indent + 4);
        }
      }
    }
  }

  private void options(
      org.parley.core.fact.FactKey key, List<Criterion.Option> options, int indent) {
    List<List<String>> rows = new ArrayList<>();
    for (int place = 0; place < options.size(); place++) {
      rows.add(
          List.of(
              options.get(place).score().toString(),
              voice.values().option(key, place) + cite(options.get(place).cite())));
    }
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

  private void matrix(Rule.Matrix matrix, int indent) {
    matrix.criteria().forEach(criterion -> criterion(criterion, indent));
    List<List<String>> rows = new ArrayList<>();
    int cell = 0;
    for (Rule.Cell each : matrix.cells()) {
      rows.add(
          List.of(
              place(matrix, cell), voice.grade(each.grade(), page.paint()) + cite(each.cite())));
      cell++;
    }
    page.table(indent, rows);
  }

  /// The options that lead to a cell, joined.
  private static String place(Rule.Matrix matrix, int cell) {
    List<String> names = new ArrayList<>();
    int rest = cell;
    for (Criterion criterion : matrix.criteria().reversed()) {
      int size = criterion.options().size();
      names.addFirst(Labels.readable(criterion.options().get(rest % size).name()));
      rest /= size;
    }
    return String.join(" × ", names);
  }

  private String expression(Rule.Expression expression) {
    return switch (expression) {
      case Rule.Expression.Of(Criterion criterion) -> voice.phrases().criterion(criterion.name());
      case Rule.Expression.Constant(Exact value) -> value.toString();
      case Rule.Expression.Combined(Rule.Operation operation, var parts) -> {
        List<String> texts = parts.stream().map(this::expression).toList();
        yield switch (operation) {
          case SUM -> "(" + String.join(" + ", texts) + ")";
          case PRODUCT -> String.join(" × ", texts);
          case MAX -> "max(" + String.join(", ", texts) + ")";
          case MIN -> "min(" + String.join(", ", texts) + ")";
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
    page.paragraph(
        indent, 2, "· " + voice.phrases().condition(condition) + cite(condition.notes().cite()));
    switch (condition) {
      case Condition.CountOf(var parts, _, Condition.Wording wording, _) -> {
        if (wording != Condition.Wording.CAUSED_OR_CAPABLE) {
          parts.forEach(part -> condition(part, indent + 2));
        } else if (condition.notes().label().isPresent()) {
          condition(parts.getFirst(), indent + 2);
        }
      }
      case Condition.NoneOf(var parts, _) -> parts.forEach(part -> condition(part, indent + 2));
      case Condition.Named(_, Condition body, _) -> {
        if (!(body instanceof Condition.Passes) || condition.notes().label().isPresent()) {
          condition(body, indent + 2);
        }
      }
      case Condition.Passes passes -> {
        if (passes.notes().label().isPresent()) {
          page.paragraph(
              indent + 2,
              2,
              voice.phrases().quantity(passes.quantity())
                  + ": "
                  + voice.phrases().test(passes.quantity(), passes.test()));
        }
      }
      case Condition.Always _ -> {}
    }
  }

  private void clocks(List<Clock> clocks) {
    if (clocks.isEmpty()) {
      return;
    }
    page.heading(words.say("heading.clocks"));
    List<List<String>> rows = new ArrayList<>();
    for (Clock clock : clocks) {
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
      String levels =
          String.join(
              ", ",
              voice.edition().levels().mildestFirst().stream()
                  .filter(clock.levels()::contains)
                  .map(voice.phrases()::grade)
                  .toList());
      rows.add(
          List.of(
              voice.labels().of("clocks." + clock.report()),
              levels,
              within + " " + from + cite(clock.cite())));
    }
    page.table(2, rows);
  }

  private String cite(java.util.Optional<Citation> cite) {
    return cite.map(each -> page.paint().faint("  [" + each + "]")).orElse("");
  }
}
