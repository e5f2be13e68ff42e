package org.parley.core.engine.drawing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.engine.block.Facts;
import org.parley.core.engine.formula.Atom;
import org.parley.core.engine.formula.Atom.Bound;
import org.parley.core.engine.formula.Atom.OverZero;
import org.parley.core.engine.formula.Formula;
import org.parley.core.engine.formula.Measure;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.outcome.Region;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.Test;
import org.parley.core.scale.Test.Verb;
import org.parley.core.terms.Exact;

/// Turns the conditions of an edition into formulas over single tests.
public final class Conditions {

  private final Facts facts;
  private final LocalDate decidingDay;
  private final Substitutes substitutes;
  private final List<String> reasons;
  private final Map<Atom, Region.Claim> written = new HashMap<>();

  /// @param decidingDay the day whose earlier years' figures count
  /// @param substitutes what is put in for what is not known
  /// @param reasons takes what cannot be turned
  public Conditions(
      Facts facts, LocalDate decidingDay, Substitutes substitutes, List<String> reasons) {
    this.facts = facts;
    this.decidingDay = decidingDay;
    this.substitutes = substitutes;
    this.reasons = reasons;
  }

  public Formula of(Condition condition) {
    return switch (condition) {
      case Condition.Passes passes -> of(passes);
      case Condition.CountOf(List<Condition> parts, int atLeast, _, _) -> count(parts, atLeast);
      case Condition.NoneOf(List<Condition> parts, _) -> new Formula.Not(count(parts, 1));
      case Condition.Named(_, Condition body, _) -> of(body);
      case Condition.Always(boolean holds, _) -> new Formula.Constant(holds);
    };
  }

  private Formula of(Condition.Passes condition) {
    Quantity quantity = substitutes.instead(condition.quantity());
    List<FactKey> keys = new ArrayList<>(quantity.keys());
    wholes(condition.test(), keys);
    return substitutes
        .instead(condition, quantity, keys)
        .<Formula>map(Formula.Constant::new)
        .orElseGet(() -> passes(quantity, condition.test()));
  }

  /// Adds the facts that a test takes a share of.
  private static void wholes(Test test, List<FactKey> keys) {
    switch (test) {
      case Test.CompareShare(_, _, FactKey whole) -> keys.add(whole);
      case Test.Both(Test first, Test second) -> {
        wholes(first, keys);
        wholes(second, keys);
      }
      case Test.Bounds(_, _, List<Test> bounds) -> bounds.forEach(bound -> wholes(bound, keys));
      case Test.Compare _, Test.OptionIn _, Test.HasAny _, Test.HasAll _, Test.Empty _ -> {}
    }
  }

  Substitutes substitutes() {
    return substitutes;
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

  /// What a test is put to.
  ///
  /// @param written the quantity as the edition writes it
  /// @param times what bounds are multiplied by, for a share of a figure
  /// @param currency the currency of the figure, for a share of a figure in money
  private record Subject(
      Measure measure, Quantity written, Exact times, Optional<String> currency) {
    static Subject of(Measure measure, Quantity written) {
      return new Subject(measure, written, Exact.ONE, Optional.empty());
    }
  }

  private Formula passes(Quantity quantity, Test test) {
    return quantity.keys().stream().allMatch(this::isKnown)
        ? passes(quantity, quantity, test)
        : Formula.FALSE;
  }

  /// @param written the quantity with its name, if it has one
  private Formula passes(Quantity quantity, Quantity written, Test test) {
    return switch (quantity) {
      case Quantity.Named(_, Quantity body, _) -> passes(body, written, test);
      case Quantity.Plain(FactKey key) -> plain(key, written, test);
      case Quantity.Ratio(FactKey part, FactKey whole) ->
          isAmount(part) && isAmount(whole)
              ? numeric(Subject.of(new Measure.OfRatio(part, whole), written), test)
              : misfit(quantity, test);
      case Quantity.Product(FactKey one, FactKey other) ->
          isFactor(one) && isFactor(other)
              ? numeric(Subject.of(Measure.OfProduct.of(one, other), written), test)
              : misfit(quantity, test);
      case Quantity.Span(FactKey from, FactKey to) ->
          isInstant(from) && isInstant(to) && !from.equals(to)
              ? numeric(Subject.of(new Measure.OfSpan(from, to), written), test)
              : misfit(quantity, test);
      case Quantity.CodeCount(FactKey key, var among) -> {
        Set<String> members = among.map(Quantity.CodeGroup::members).orElse(Set.of());
        yield type(key) instanceof FactType.Codes
            ? numeric(Subject.of(new Measure.OfCodes(key, members), written), test)
            : misfit(quantity, test);
      }
      case Quantity.ShareOfReference(FactKey key, Quantity.Series series) -> {
        Optional<String> currency =
            type(key) instanceof FactType.Money ? Optional.of(series.unit()) : Optional.empty();
        Exact figure = series.figureOn(decidingDay).value();
        yield isAmount(key)
            ? numeric(new Subject(new Measure.OfFact(key), written, figure, currency), test)
            : misfit(quantity, test);
      }
    };
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

  private Formula plain(FactKey key, Quantity written, Test test) {
    return switch (type(key)) {
      case FactType.YesNo _, FactType.Ordered _, FactType.Choice _ -> options(key, test);
      case FactType.Options _ -> set(key, test);
      case FactType.Codes _ ->
          test instanceof Test.Empty(boolean empty)
              ? codes(key, written, empty, test)
              : misfit(key, test);
      case FactType.Count _,
          FactType.Quantity _,
          FactType.Money _,
          FactType.Duration _,
          FactType.Share _,
          FactType.Instant _ ->
          numeric(Subject.of(new Measure.OfFact(key), written), test);
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

  private Formula codes(FactKey key, Quantity written, boolean empty, Test test) {
    Subject subject = Subject.of(new Measure.OfCodes(key, Set.of()), written);
    Verb verb = empty ? Verb.UNDER : Verb.AT_LEAST;
    return leaf(within(subject, verb, Exact.ONE, Optional.empty(), OverZero.FAILS), subject, test);
  }

  private Formula numeric(Subject subject, Test test) {
    return switch (test) {
      case Test.Compare(Verb verb, Exact bound, Optional<String> currency) ->
          leaf(
              within(
                  subject,
                  verb,
                  bound.times(subject.times()),
                  subject.currency().or(() -> currency),
                  OverZero.FAILS),
              subject,
              test);
      case Test.CompareShare share ->
          subject.measure() instanceof Measure.OfFact(FactKey part)
                  && isKnown(share.whole())
                  && isAmount(part)
                  && isAmount(share.whole())
                  && share.share().signum() >= 0
                  && (share.verb() == Verb.OVER || share.verb() == Verb.AT_LEAST)
              ? shareOf(part, subject, share)
              : misfit(subject.written(), test);
      case Test.Both(Test first, Test second) ->
          Formula.both(numeric(subject, first), numeric(subject, second));
      case Test.Bounds(_, boolean lowest, List<Test> bounds) -> {
        List<Formula> parts = bounds.stream().map(bound -> numeric(subject, bound)).toList();
        yield lowest ? Formula.any(parts) : Formula.all(parts);
      }
      case Test.OptionIn _, Test.HasAny _, Test.HasAll _, Test.Empty _ ->
          misfit(subject.written(), test);
    };
  }

  private Formula shareOf(FactKey part, Subject subject, Test.CompareShare test) {
    OverZero overZero = test.verb() == Verb.OVER ? OverZero.HOLDS_ABOVE_ZERO : OverZero.HOLDS;
    Subject ratio = Subject.of(new Measure.OfRatio(part, test.whole()), subject.written());
    return leaf(
        within(ratio, test.verb(), test.share(), Optional.empty(), overZero), subject, test);
  }

  private Formula leaf(Atom atom, Subject subject, Test test) {
    written.putIfAbsent(atom, new Region.Claim(subject.written(), test, true));
    return new Formula.Leaf(atom);
  }

  /// The tests on numbers as the edition writes them.
  Map<Atom, Region.Claim> written() {
    return Map.copyOf(written);
  }

  private static Atom within(
      Subject subject, Verb verb, Exact bound, Optional<String> currency, OverZero overZero) {
    Measure measure = subject.measure();
    Optional<Bound> before = Optional.of(new Bound(bound, false));
    Optional<Bound> after = Optional.of(new Bound(bound, true));
    Optional<Bound> none = Optional.empty();
    return switch (verb) {
      case OVER -> new Atom.Within(measure, after, none, currency, overZero);
      case AT_LEAST -> new Atom.Within(measure, before, none, currency, overZero);
      case UNDER -> new Atom.Within(measure, none, before, currency, overZero);
      case AT_MOST -> new Atom.Within(measure, none, after, currency, overZero);
      case IS -> new Atom.Within(measure, before, after, currency, overZero);
    };
  }
}
