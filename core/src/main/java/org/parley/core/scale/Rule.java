package org.parley.core.scale;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.parley.core.fact.FactKey;
import org.parley.core.terms.Citation;
import org.parley.core.terms.Exact;

/// How a grade follows from facts.
public sealed interface Rule {

  /// Always this grade.
  record Fixed(Grade grade, Optional<Citation> cite) implements Rule {}

  /// The gravest level whose condition holds, else `otherwise`.
  ///
  /// @param rows gravest first
  record Ladder(List<Row> rows, Grade otherwise, Optional<Citation> cite) implements Rule {}

  /// One rung of a ladder.
  record Row(Grade.Level level, Condition when) {}

  /// A weighted mean in bands.
  ///
  /// @param minMax if present, the mean is stretched so that the smallest possible sum is 0 and the
  ///   largest this number
  record WeightedMean(
      List<Criterion> criteria, Optional<Exact> minMax, Bands bands, Optional<Citation> cite)
      implements Rule {}

  /// An arithmetic score in bands.
  record Score(Expression expression, Bands bands, Optional<Citation> cite) implements Rule {}

  /// A cell for every combination of the criteria's options.
  ///
  /// @param cells row-major: the last criterion's option moves fastest
  record Matrix(List<Criterion> criteria, List<Cell> cells, Optional<Citation> cite)
      implements Rule {}

  /// One cell of a matrix.
  record Cell(Grade grade, Optional<Citation> cite) {}

  /// The gravest of several dimensions: out-of-scope gives way to anything, unsaid only to the
  /// scale's gravest level.
  record GravestOf(SequencedMap<String, Rule> dimensions, Optional<Citation> cite)
      implements Rule {}

  /// A rule that counts only if the gate holds.
  record Gate(Condition gate, Grade closed, Rule open, Optional<Citation> cite) implements Rule {}

  /// One rule per option of a choice; options without a case give `otherwise`.
  ///
  /// @param cases by place of the option in the fact's type
  record ByOption(FactKey key, Map<Integer, Rule> cases, Grade otherwise, Optional<Citation> cite)
      implements Rule {}

  /// Lower bounds of the levels, inclusive, rising; one per level. A score below the first bound is
  /// at the first level.
  ///
  /// @param decimals how many decimals are shown; bands act on the exact value
  record Bands(List<Exact> from, int decimals) {
    /// The rank of the level that an exact score falls into.
    public int rankOf(Exact score) {
      int rank = 0;
      while (rank + 1 < from.size() && score.compareTo(from.get(rank + 1)) >= 0) {
        rank++;
      }
      return rank;
    }
  }

  /// Arithmetic over criteria.
  sealed interface Expression {
    record Of(Criterion criterion) implements Expression {}

    record Constant(Exact value) implements Expression {}

    record Combined(Operation operation, List<Expression> parts) implements Expression {}
  }

  enum Operation {
    SUM,
    PRODUCT,
    MAX,
    MIN;

    public Exact apply(Exact left, Exact right) {
      return switch (this) {
        case SUM -> left.plus(right);
        case PRODUCT -> left.times(right);
        case MAX -> left.isAbove(right) ? left : right;
        case MIN -> left.isAbove(right) ? right : left;
      };
    }
  }
}
