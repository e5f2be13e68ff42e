package org.parley.core.cover;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.Test;
import org.parley.core.terms.Exact;

/// A figure, or an option of a rising list, at which a test of an edition changes its answer.
///
/// @param where the rule it stands in, for an edition with several
/// @param test the test, with one bound
public record Threshold(String where, Condition.Passes test) {

  /// How near a case comes to a threshold.
  public enum Side {
    /// The nearest value below it.
    BELOW,
    AT,
    /// The nearest value above it.
    ABOVE
  }

  public static boolean is(Condition.Passes test) {
    return switch (test.test()) {
      case Test.Compare _, Test.CompareShare _ -> true;
      case Test.OptionIn(Test.Verb verb, _, _) -> verb != Test.Verb.IS;
      case Test.HasAny _, Test.HasAll _, Test.Empty _, Test.Both _, Test.Bounds _ -> false;
    };
  }

  /// The sides on which a value exists at all: nothing is below zero or the mildest option, nothing
  /// above a cap or the gravest option, and a share or count may step over a bound.
  public Set<Side> sides(Catalogue catalogue) {
    Set<Side> sides = new TreeSet<>(Set.of(Side.values()));
    if (test.test() instanceof Test.OptionIn(_, List<String> operands, _)) {
      List<String> options = type(test.quantity().keys().getFirst(), catalogue).optionNames();
      int place = options.indexOf(operands.getFirst());
      if (place == 0) {
        sides.remove(Side.BELOW);
      }
      if (place == options.size() - 1) {
        sides.remove(Side.ABOVE);
      }
    } else if (test.test() instanceof Test.Compare(_, Exact bound, _) && bound.signum() == 0) {
      sides.remove(Side.BELOW);
    }
    return sides;
  }

  /// Whether a case on this side must be decided by the threshold. Of the options of a list only
  /// the two between which the answer changes: the third is often taken over by a graver rule.
  public boolean decides(Side side) {
    return !(test.test() instanceof Test.OptionIn(Test.Verb verb, _, _))
        || switch (verb) {
          case OVER, AT_MOST -> side != Side.BELOW;
          case AT_LEAST, UNDER -> side != Side.ABOVE;
          case IS -> true;
        };
  }

  /// On which side a sheet stands next to the threshold; empty where it stands further away, or its
  /// facts are not stated exactly.
  public Optional<Side> side(Sheet sheet, Catalogue catalogue) {
    Stand stand = new Stand(sheet, catalogue);
    return switch (test.test()) {
      case Test.Compare(_, Exact bound, _) -> stand.of(test.quantity(), bound);
      case Test.CompareShare(_, Exact share, FactKey whole) ->
          stand.ofPart(test.quantity().keys().getFirst(), whole, share);
      case Test.OptionIn(_, List<String> operands, _) ->
          stand.ofOption(test.quantity().keys().getFirst(), operands.getFirst());
      case Test.HasAny _, Test.HasAll _, Test.Empty _, Test.Both _, Test.Bounds _ ->
          Optional.empty();
    };
  }

  private static FactType type(FactKey key, Catalogue catalogue) {
    return catalogue.find(key.fact()).map(Fact::type).orElseThrow();
  }

  /// Reads numbers off a sheet.
  private record Stand(Sheet sheet, Catalogue catalogue) {

    Optional<Side> of(Quantity quantity, Exact bound) {
      return switch (quantity) {
        case Quantity.Named(_, Quantity body, _) -> of(body, bound);
        case Quantity.Plain(FactKey key) when type(key, catalogue) instanceof FactType.Share ->
            value(key)
                .filter(Value.Share.class::isInstance)
                .map(Value.Share.class::cast)
                .flatMap(share ->
                    side(Exact.of(share.part()), bound.times(Exact.of(share.of())), Exact.ONE));
        case Quantity.Plain(FactKey key) ->
            amount(key).flatMap(amount -> side(amount, bound, quantum(key)));
        case Quantity.Ratio(FactKey part, FactKey whole) -> ofPart(part, whole, bound);
        case Quantity.Product _ -> Optional.empty();
        case Quantity.Span(FactKey from, FactKey to) ->
            amount(from)
                .flatMap(first -> amount(to).map(last -> last.minus(first)))
                .flatMap(span -> side(span, bound, Exact.ONE));
        case Quantity.CodeCount(FactKey key, var among) ->
            value(key)
                .filter(Value.Codes.class::isInstance)
                .map(Value.Codes.class::cast)
                .map(codes ->
                    codes.codes().stream()
                        .filter(
                            code -> among.map(group -> group.members().contains(code)).orElse(true))
                        .count())
                .flatMap(count -> side(Exact.of(count), bound, Exact.ONE));
        case Quantity.ShareOfReference(FactKey key, Quantity.Series series) ->
            amount(key)
                .flatMap(amount ->
                    series.figures().stream()
                        .map(figure -> side(amount, bound.times(figure.value()), quantum(key)))
                        .flatMap(Optional::stream)
                        .findFirst());
      };
    }

    Optional<Side> ofPart(FactKey part, FactKey whole, Exact share) {
      return amount(whole)
          .filter(amount -> amount.signum() > 0)
          .flatMap(
              all -> amount(part).flatMap(some -> side(some, all.times(share), quantum(part))));
    }

    Optional<Side> ofOption(FactKey key, String option) {
      int place = type(key, catalogue).optionNames().indexOf(option);
      return value(key)
          .filter(Value.Option.class::isInstance)
          .map(Value.Option.class::cast)
          .flatMap(stated -> side(Exact.of(stated.index()), Exact.of(place), Exact.ONE));
    }

    private static Optional<Side> side(Exact value, Exact bound, Exact step) {
      int order = value.compareTo(bound);
      if (order == 0) {
        return Optional.of(Side.AT);
      }
      Exact distance = order < 0 ? bound.minus(value) : value.minus(bound);
      return distance.isAbove(step)
          ? Optional.empty()
          : Optional.of(order < 0 ? Side.BELOW : Side.ABOVE);
    }

    private Exact quantum(FactKey key) {
      return type(key, catalogue).quantumOrOne();
    }

    private Optional<Exact> amount(FactKey key) {
      return value(key)
          .flatMap(value ->
              switch (value) {
                case Value.Number(long units) -> Optional.of(Exact.of(units).times(quantum(key)));
                case Value.Money(long units, _) -> Optional.of(Exact.of(units).times(quantum(key)));
                case Value.Option _,
                    Value.Options _,
                    Value.Share _,
                    Value.Codes _,
                    Value.Key _,
                    Value.Text _ ->
                    Optional.empty();
              });
    }

    private Optional<Value> value(FactKey key) {
      List<Stated> said = sheet.possible(key, catalogue.find(key.fact()).orElseThrow());
      return said.size() == 1 && said.getFirst() instanceof Stated.Exactly(Value value)
          ? Optional.of(value)
          : Optional.empty();
    }
  }
}
