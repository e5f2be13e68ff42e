package org.parley.core.engine.drawing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.parley.core.engine.diagram.Forest;
import org.parley.core.engine.formula.Atom;
import org.parley.core.engine.formula.Formula;
import org.parley.core.fact.FactKey;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Levels;
import org.parley.core.scale.Rule;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.Citation;
import org.parley.core.terms.Exact;

/// Draws the rule of an edition, with its scope and adjustments, as one function from cells to
/// verdicts.
final class RuleDrawing {

  private final Forest forest;
  private final ToIntFunction<Formula> drawn;
  private final Conditions conditions;
  private final ScoreDrawing scores;
  private final Levels levels;
  private final Interned<Verdict> verdicts = new Interned<>();
  private final List<String> reasons;

  /// @param drawn draws a formula in the forest: 1 where it holds, 0 where not
  RuleDrawing(
      Forest forest,
      ToIntFunction<Formula> drawn,
      Conditions conditions,
      Levels levels,
      List<String> reasons) {
    this.forest = forest;
    this.drawn = drawn;
    this.conditions = conditions;
    this.scores = new ScoreDrawing(forest, drawn, new Scoring(conditions), reasons);
    this.levels = levels;
    this.reasons = reasons;
  }

  Interned<Verdict> verdicts() {
    return verdicts;
  }

  int draw(ScaleEdition edition) {
    Optional<ScaleEdition.Scope> scope = edition.around().scope();
    // The scope is asked first, so that what lies outside is settled at the top of the diagram.
    int inScope = scope.map(one -> condition(one.when())).orElse(Forest.constant(1));
    int ruled = draw(edition.rule());
    for (ScaleEdition.Adjustment adjustment : edition.around().adjustments()) {
      int when = condition(adjustment.when());
      ruled = forest.choose(when, map(ruled, verdict -> adjusted(verdict, adjustment)), ruled);
    }
    return forest.choose(
        inScope, ruled, graded(Grade.OUT_OF_SCOPE, scope.flatMap(ScaleEdition.Scope::cite)));
  }

  private Verdict adjusted(Verdict verdict, ScaleEdition.Adjustment adjustment) {
    return switch (verdict) {
      case Verdict.Refused refused -> refused;
      case Verdict.Graded(Grade grade, var score, var cite) -> {
        Grade other =
            grade instanceof Grade.OutOfScope
                ? grade
                : adjustment.floor() ? gravest(grade, adjustment.level()) : adjustment.level();
        yield new Verdict.Graded(
            other, score, other instanceof Grade.Level ? Optional.empty() : cite);
      }
    };
  }

  /// The graver of two grades: out-of-scope gives way to anything, unsaid only to the gravest
  /// level.
  private Grade gravest(Grade one, Grade other) {
    return weight(one) >= weight(other) ? one : other;
  }

  private int weight(Grade grade) {
    return switch (grade) {
      case Grade.OutOfScope _ -> -1;
      case Grade.Level(int rank, _) -> rank == levels.count() - 1 ? rank + 1 : rank;
      case Grade.Unsaid _ -> levels.count() - 1;
    };
  }

  private int condition(Condition condition) {
    return drawn.applyAsInt(conditions.of(condition));
  }

  private int graded(Grade grade, Optional<Citation> cite) {
    return Forest.constant(verdicts.of(Verdict.Graded.of(grade, cite)));
  }

  private int map(int reference, UnaryOperator<Verdict> change) {
    return forest.map(reference, number -> verdicts.of(change.apply(verdicts.at(number))));
  }

  int draw(Rule rule) {
    return switch (rule) {
      case Rule.Fixed(Grade grade, var cite) -> graded(grade, cite);
      case Rule.Ladder ladder -> ladder(ladder);
      case Rule.WeightedMean mean -> mean(mean);
      case Rule.Score(var expression, var bands, _) ->
          banded(scores.draw(expression), score -> score, bands);
      case Rule.Matrix matrix -> matrix(matrix);
      case Rule.GravestOf(var dimensions, _) -> {
        int gravest = graded(Grade.OUT_OF_SCOPE, Optional.empty());
        boolean first = true;
        for (Rule dimension : dimensions.values()) {
          int one = map(draw(dimension), RuleDrawing::withoutScore);
          gravest = first ? one : forest.combine(gravest, one, this::gravest, Forest.NONE);
          first = false;
        }
        yield gravest;
      }
      case Rule.Gate(var gate, Grade closed, Rule open, var cite) ->
          forest.choose(condition(gate), draw(open), graded(closed, cite));
      case Rule.ByOption byOption -> byOption(byOption);
    };
  }

  private static Verdict withoutScore(Verdict verdict) {
    return verdict instanceof Verdict.Graded graded ? graded.withoutScore() : verdict;
  }

  private int gravest(int one, int other) {
    Verdict left = verdicts.at(one);
    Verdict right = verdicts.at(other);
    return switch (left) {
      case Verdict.Refused _ -> one;
      case Verdict.Graded(Grade grade, _, _) ->
          switch (right) {
            case Verdict.Refused _ -> other;
            case Verdict.Graded(Grade second, _, _) ->
                weight(grade) >= weight(second) ? one : other;
          };
    };
  }

  private int ladder(Rule.Ladder ladder) {
    int result = graded(ladder.otherwise(), ladder.cite());
    for (Rule.Row row : ladder.rows().reversed()) {
      int reached = graded(row.level(), Optional.empty());
      result = forest.choose(condition(row.when()), reached, result);
    }
    return result;
  }

  private int byOption(Rule.ByOption rule) {
    FactKey key = rule.key();
    int result = graded(rule.otherwise(), rule.cite());
    if (!conditions.isKnown(key)) {
      return result;
    }
    for (Map.Entry<Integer, Rule> entry : rule.cases().entrySet()) {
      Formula chosen = new Formula.Leaf(new Atom.Among(key, Set.of(entry.getKey())));
      int when = drawn.applyAsInt(chosen);
      result = forest.choose(when, draw(entry.getValue()), result);
    }
    return result;
  }

  private int mean(Rule.WeightedMean rule) {
    int sum = scores.draw(rule);
    Optional<WeightedScale> scale = WeightedScale.of(rule);
    if (scale.isEmpty()) {
      reasons.add("the weighted mean has nothing to divide by");
      return graded(levels.at(0), Optional.empty());
    }
    return banded(sum, scale.get()::shown, rule.bands());
  }

  private int banded(int amounts, UnaryOperator<Exact> shown, Rule.Bands bands) {
    return forest.map(
        amounts,
        number ->
            verdicts.of(
                switch (scores.amounts().at(number)) {
                  case Amount.Refused _ -> new Verdict.Refused();
                  case Amount.Of(Exact value) -> {
                    Exact score = shown.apply(value);
                    yield new Verdict.Graded(
                        levels.at(bands.rankOf(score)), Optional.of(score), Optional.empty());
                  }
                }));
  }

  private int matrix(Rule.Matrix rule) {
    List<Criterion> criteria = rule.criteria();
    int index = scores.places(criteria);
    return forest.map(
        index,
        number ->
            verdicts.of(
                switch (scores.amounts().at(number)) {
                  case Amount.Refused _ -> new Verdict.Refused();
                  case Amount.Of(Exact place) -> {
                    Rule.Cell cell = rule.cells().get(place.numerator().intValueExact());
                    yield Verdict.Graded.of(cell.grade(), cell.cite().or(rule::cite));
                  }
                }));
  }
}
