package org.parley.core.scale;

import java.util.List;
import java.util.Optional;
import org.parley.core.fact.FactKey;
import org.parley.core.terms.Citation;
import org.parley.core.terms.Exact;

/// A question the scale asks: it turns facts into one of its options, which may carry scores.
///
/// @param name its key within the edition
/// @param weight in a weighted mean; one where none is said
/// @param body how facts become an option or a sum
/// @param whenUnknown what the issuer puts in when it is not known
/// @param whenNotApplicable what counts when the fact does not apply; empty: a score is refused
///   then
/// @param cite where it comes from
public record Criterion(
    String name,
    Exact weight,
    Body body,
    Optional<Substitute> whenUnknown,
    Optional<Substitute> whenNotApplicable,
    Optional<Citation> cite) {

  /// How facts become an option or a score.
  public sealed interface Body {}

  /// By the option of one fact or judgement; one entry per option, in the order of the fact's type.
  public record ByOption(FactKey key, List<Option> options) implements Body {}

  /// By a set: the gravest selected option counts. Graver is the higher score, or the later place
  /// where there are no scores.
  ///
  /// @param empty what the empty set gives
  public record GravestOf(FactKey key, List<Option> options, Option empty) implements Body {}

  /// By conditions: the last option whose condition holds; the first needs none.
  ///
  /// @param options mildest first
  /// @param when for each option but the first its condition, in the same order
  public record ByCondition(List<Option> options, List<Condition> when) implements Body {}

  /// By sum: scores of all conditions that hold.
  public record Sum(List<Addend> addends) implements Body {}

  /// An option with its score; a criterion of a matrix needs none and then has score zero
  /// everywhere.
  public record Option(String name, Exact score, Optional<Citation> cite) {}

  /// A score that is added when its condition holds.
  public record Addend(Exact add, Condition when) {}

  /// What counts instead.
  ///
  /// @param option the option put in, if one is named
  /// @param score the score put in
  public record Substitute(Optional<String> option, Exact score, Optional<Citation> cite) {}

  /// The options in order; for a sum there are none.
  public List<Option> options() {
    return switch (body) {
      case ByOption(_, var options) -> options;
      case GravestOf(_, var options, _) -> options;
      case ByCondition(var options, _) -> options;
      case Sum _ -> List.of();
    };
  }
}
