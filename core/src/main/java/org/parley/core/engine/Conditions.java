package org.parley.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.parley.core.engine.formula.Atom;
import org.parley.core.engine.formula.Atom.Bound;
import org.parley.core.engine.formula.Atom.OverZero;
import org.parley.core.engine.formula.Formula;
import org.parley.core.engine.formula.Measure;
import org.parley.core.engine.space.Facts;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.Test;
import org.parley.core.scale.Test.Verb;
import org.parley.core.terms.Exact;

/// Turns the conditions of an edition into formulas over single tests.
final class Conditions {

  private final Facts facts;
  private final int decidingYear;
  private final List<String> reasons;

  /// @param decidingYear the year of the deciding day
  /// @param reasons takes what cannot be turned
  Conditions(Facts facts, int decidingYear, List<String> reasons) {
    this.facts = facts;
    this.decidingYear = decidingYear;
    this.reasons = reasons;
  }

  Formula of(Condition condition) {
    return switch (condition) {
      case Condition.Passes(Quantity quantity, Test test, _, _) -> passes(quantity, test);
      case Condition.CountOf(List<Condition> parts, int atLeast, _, _) -> count(parts, atLeast);
      case Condition.NoneOf(List<Condition> parts, _) -> new Formula.Not(count(parts, 1));
      case Condition.Named(_, Condition body, _) -> of(body);
      case Condition.Always(boolean holds, _) -> new Formula.Constant(holds);
    };
  }

  private Formula count(List<Condition> parts, int atLeast) {
    return new Formula.Count(parts.stream().map(this::of).toList(), atLeast);
  }

  /// Whether the fact is one that a formula may speak of; if not, says so.
  boolean isKnown(FactKey key) {
    if (facts.find(key).isEmpty()) {
      reasons.add("the catalogue has no fact " + key + ", or does not let it be stated so");
      return false;
    }
    return true;
  }

  private Formula passes(Quantity quantity, Test test) {
    return quantity.keys().stream().allMatch(this::isKnown)
        ? switch (quantity) {
          case Quantity.Named(_, Quantity body, _) -> passes(body, test);
          case Quantity.Plain(FactKey key) -> plain(key, test);
          case Quantity.Ratio(FactKey part, FactKey whole) -> {
            boolean fits = isAmount(part) && isAmount(whole);
            yield fits ? numeric(new Measure.OfRatio(part, whole), test) : misfit(quantity, test);
          }
          case Quantity.Product(FactKey one, FactKey other) -> {
            boolean fits = isFactor(one) && isFactor(other);
            yield fits ? numeric(Measure.OfProduct.of(one, other), test) : misfit(quantity, test);
          }
          case Quantity.Span(FactKey from, FactKey to) -> {
            boolean fits = isInstant(from) && isInstant(to) && !from.equals(to);
            yield fits ? numeric(new Measure.OfSpan(from, to), test) : misfit(quantity, test);
          }
          case Quantity.CodeCount(FactKey key, var among) ->
              type(key) instanceof FactType.Codes
                  ? numeric(
                      new Measure.OfCodes(
                          key, among.map(Quantity.CodeGroup::members).orElse(Set.of())),
                      test)
                  : misfit(quantity, test);
          case Quantity.ShareOfReference(FactKey key, Quantity.Series series) ->
              shareOf(key, series, test);
        }
        : Formula.FALSE;
  }

  private FactType type(FactKey key) {
    return facts.find(key).map(Fact::type).orElseThrow();
  }

  private boolean isInstant(FactKey key) {
    return type(key) instanceof FactType.Instant;
  }

  private boolean isAmount(FactKey key) {
    FactType type = type(key);
    return type.isNumeric()
        && !(type instanceof FactType.Share)
        && !(type instanceof FactType.Instant);
  }

  private boolean isFactor(FactKey key) {
    return isAmount(key) && !(type(key) instanceof FactType.Money);
  }

  private Formula misfit(Object subject, Test test) {
    reasons.add(subject + " cannot be put to " + test);
    return Formula.FALSE;
  }

  private Formula plain(FactKey key, Test test) {
    return switch (type(key)) {
      case FactType.YesNo _, FactType.Ordered _, FactType.Choice _ -> options(key, test);
      case FactType.Options _ -> set(key, test);
      case FactType.Codes _ ->
          test instanceof Test.Empty(boolean empty) ? codes(key, empty) : misfit(key, test);
      case FactType.Count _,
          FactType.Quantity _,
          FactType.Money _,
          FactType.Duration _,
          FactType.Share _,
          FactType.Instant _ ->
          numeric(new Measure.OfFact(key), test);
      case FactType.Group _, FactType.Text _ -> misfit(key, test);
    };
  }

  private Formula options(FactKey key, Test test) {
    return switch (test) {
      case Test.OptionIn(_, _, Set<Integer> accepted) ->
          new Formula.Leaf(new Atom.Among(key, accepted));
      case Test.Both(Test first, Test second) ->
          Formula.both(options(key, first), options(key, second));
      case Test.Compare _,
          Test.CompareShare _,
          Test.HasAny _,
          Test.HasAll _,
          Test.Empty _,
          Test.Bounds _ ->
          misfit(key, test);
    };
  }

  private Formula set(FactKey key, Test test) {
    long all = (1L << type(key).optionNames().size()) - 1;
    return switch (test) {
      case Test.HasAny(_, long mask) -> new Formula.Leaf(new Atom.HasAny(key, mask));
      case Test.HasAll(_, long mask) ->
          mask == 0
              ? new Formula.Leaf(new Atom.Applies(key))
              : new Formula.Leaf(new Atom.HasAll(key, mask));
      case Test.Empty(boolean empty) -> {
        Formula some = new Formula.Leaf(new Atom.HasAny(key, all));
        yield empty
            ? Formula.both(new Formula.Leaf(new Atom.Applies(key)), new Formula.Not(some))
            : some;
      }
      case Test.Both(Test first, Test second) -> Formula.both(set(key, first), set(key, second));
      case Test.Compare _, Test.CompareShare _, Test.OptionIn _, Test.Bounds _ -> misfit(key, test);
    };
  }

  private Formula codes(FactKey key, boolean empty) {
    return numeric(
        new Measure.OfCodes(key, Set.of()),
        new Test.Compare(empty ? Verb.UNDER : Verb.AT_LEAST, Exact.ONE, Optional.empty()));
  }

  private Formula numeric(Measure measure, Test test) {
    return switch (test) {
      case Test.Compare(Verb verb, Exact bound, Optional<String> currency) ->
          compare(measure, verb, bound, currency, OverZero.FAILS);
      case Test.CompareShare(Verb verb, Exact share, FactKey whole) ->
          measure instanceof Measure.OfFact(FactKey part)
                  && isKnown(whole)
                  && isAmount(part)
                  && isAmount(whole)
                  && share.signum() >= 0
              ? compareShare(part, verb, share, whole)
              : misfit(measure, test);
      case Test.Both(Test first, Test second) ->
          Formula.both(numeric(measure, first), numeric(measure, second));
      case Test.Bounds(_, boolean lowest, List<Test> bounds) -> {
        List<Formula> parts = bounds.stream().map(bound -> numeric(measure, bound)).toList();
        yield lowest ? Formula.any(parts) : Formula.all(parts);
      }
      case Test.OptionIn _, Test.HasAny _, Test.HasAll _, Test.Empty _ -> misfit(measure, test);
    };
  }

  private Formula compareShare(FactKey part, Verb verb, Exact share, FactKey whole) {
    if (verb != Verb.OVER && verb != Verb.AT_LEAST) {
      return misfit(part, new Test.CompareShare(verb, share, whole));
    }
    OverZero overZero = verb == Verb.OVER ? OverZero.HOLDS_ABOVE_ZERO : OverZero.HOLDS;
    return compare(new Measure.OfRatio(part, whole), verb, share, Optional.empty(), overZero);
  }

  private static Formula compare(
      Measure measure, Verb verb, Exact bound, Optional<String> currency, OverZero overZero) {
    Optional<Bound> before = Optional.of(new Bound(bound, false));
    Optional<Bound> after = Optional.of(new Bound(bound, true));
    Optional<Bound> none = Optional.empty();
    return new Formula.Leaf(
        switch (verb) {
          case OVER -> new Atom.Within(measure, after, none, currency, overZero);
          case AT_LEAST -> new Atom.Within(measure, before, none, currency, overZero);
          case UNDER -> new Atom.Within(measure, none, before, currency, overZero);
          case AT_MOST -> new Atom.Within(measure, none, after, currency, overZero);
          case IS -> new Atom.Within(measure, before, after, currency, overZero);
        });
  }

  /// A share of a figure is the fact itself against that share of the figure.
  private Formula shareOf(FactKey key, Quantity.Series series, Test test) {
    OptionalInt year =
        series.year().equals("previous")
            ? OptionalInt.of(decidingYear - 1)
            : OptionalInt.of(Integer.parseInt(series.year()));
    Optional<Exact> figure =
        series.figures().stream()
            .filter(entry -> entry.year() == year.getAsInt())
            .map(Quantity.Figure::value)
            .findFirst();
    if (figure.isEmpty()) {
      reasons.add(series.name() + " has no figure for " + year.getAsInt());
      return Formula.FALSE;
    }
    return numeric(new Measure.OfFact(key), scaled(test, figure.get(), key, series));
  }

  private Test scaled(Test test, Exact figure, FactKey key, Quantity.Series series) {
    Optional<String> currency =
        type(key) instanceof FactType.Money ? Optional.of(series.unit()) : Optional.empty();
    return switch (test) {
      case Test.Compare(Verb verb, Exact bound, _) ->
          new Test.Compare(verb, bound.times(figure), currency);
      case Test.Both(Test first, Test second) ->
          new Test.Both(scaled(first, figure, key, series), scaled(second, figure, key, series));
      case Test.Bounds(Verb verb, boolean lowest, List<Test> bounds) -> {
        List<Test> scaled = new ArrayList<>();
        bounds.forEach(bound -> scaled.add(scaled(bound, figure, key, series)));
        yield new Test.Bounds(verb, lowest, scaled);
      }
      case Test.CompareShare _, Test.OptionIn _, Test.HasAny _, Test.HasAll _, Test.Empty _ -> test;
    };
  }
}
