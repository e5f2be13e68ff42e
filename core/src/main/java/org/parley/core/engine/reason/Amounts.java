package org.parley.core.engine.reason;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.core.engine.block.Exchange;
import org.parley.core.engine.block.Facts;
import org.parley.core.engine.block.Known;
import org.parley.core.engine.formula.Atom;
import org.parley.core.engine.formula.Measure;
import org.parley.core.engine.line.Cut;
import org.parley.core.fact.Constraint;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.terms.Exact;

/// Whether a number lies within bounds, where that takes arithmetic: shares, products, spans, money
/// of another currency.
///
/// @param within the test
/// @param first the fact, or the first of two
/// @param second the second fact; empty where there is one alone
/// @param neverAbove whether the world never lets the first be above the second
record Amounts(
    Atom.Within within,
    Known first,
    Optional<Known> second,
    boolean neverAbove,
    Exchange exchange) {

  static Amounts of(Atom.Within within, Facts facts, Exchange exchange) {
    Known first = facts.known(within.keys().getFirst());
    Optional<Known> second = within.keys().stream().skip(1).findFirst().map(facts::known);
    boolean neverAbove =
        second
            .map(other -> new Constraint.NotAbove(first.key().fact(), other.key().fact()))
            .filter(facts.constraints()::contains)
            .isPresent();
    return new Amounts(within, first, second, neverAbove, exchange);
  }

  /// A number with its currency, if it is money above zero.
  private record Amount(Exact value, Optional<String> currency) {}

  boolean holds(Sight sight) {
    return switch (within.measure()) {
      case Measure.OfFact _ -> {
        Amount amount = amount(first, sight);
        yield amount != null && isWithin(amount.value());
      }
      case Measure.OfCodes(_, var members) -> {
        Stated said = sight.said(first);
        yield said instanceof Stated.Exactly(Value.Codes(var codes))
            ? isWithin(
                Exact.of(
                    members.isEmpty()
                        ? codes.size()
                        : codes.stream().filter(members::contains).count()))
            : none(said, sight);
      }
      case Measure.OfRatio _ -> ratio(sight);
      case Measure.OfProduct _ -> {
        Amount one = amount(first, sight);
        Amount other = amount(second.orElseThrow(), sight);
        yield one != null && other != null && isWithin(one.value().times(other.value()));
      }
      case Measure.OfSpan _ -> {
        Amount from = amount(first, sight);
        Amount to = amount(second.orElseThrow(), sight);
        yield from != null && to != null && isWithin(to.value().minus(from.value()));
      }
    };
  }

  private boolean ratio(Sight sight) {
    Amount part = amount(first, sight);
    Amount whole = amount(second.orElseThrow(), sight);
    if (part == null || whole == null) {
      return false;
    }
    boolean twoCurrencies =
        part.currency().isPresent()
            && whole.currency().isPresent()
            && !part.currency().equals(whole.currency());
    if (twoCurrencies || (neverAbove && part.value().isAbove(whole.value()))) {
      sight.giveUp();
      return false;
    }
    if (whole.value().signum() == 0) {
      return switch (within.overZero()) {
        case FAILS -> false;
        case HOLDS -> true;
        case HOLDS_ABOVE_ZERO -> part.value().signum() > 0;
      };
    }
    return isWithin(part.value().dividedBy(whole.value()));
  }

  private boolean isWithin(Exact value) {
    return within.from().map(Amounts::cut).map(cut -> cut.isPassedBy(value)).orElse(true)
        && within.to().map(Amounts::cut).map(cut -> !cut.isPassedBy(value)).orElse(true);
  }

  private static Cut cut(Atom.Bound bound) {
    return new Cut(bound.at(), bound.after());
  }

  /// Null where there is none.
  private @Nullable Amount amount(Known known, Sight sight) {
    Exact quantum = known.fact().type().quantumOrOne();
    Stated said = sight.said(known);
    if (said instanceof Stated.Exactly(Value value)) {
      switch (value) {
        case Value.Number(long units) -> {
          return new Amount(Exact.of(units).times(quantum), Optional.empty());
        }
        case Value.Share(long part, long of) -> {
          return new Amount(Exact.of(part, of), Optional.empty());
        }
        case Value.Money(long units, String currency) -> {
          return money(Exact.of(units).times(quantum), currency, sight);
        }
        case Value.Option _, Value.Options _, Value.Codes _, Value.Key _, Value.Text _ -> {}
      }
    }
    none(said, sight);
    return null;
  }

  private @Nullable Amount money(Exact amount, String stated, Sight sight) {
    if (amount.signum() == 0) {
      return new Amount(Exact.ZERO, Optional.empty());
    }
    if (within.currency().isEmpty()) {
      return new Amount(amount, Optional.of(stated));
    }
    Optional<Exact> rate = exchange.rate(stated, within.currency().get());
    if (rate.isEmpty()) {
      sight.giveUp();
      return null;
    }
    return new Amount(amount.times(rate.get()), within.currency());
  }

  /// A fact that does not apply passes no test. Whatever else is not exact is not told here.
  static boolean none(@Nullable Stated said, Sight sight) {
    if (!(said instanceof Stated.NotApplicable)) {
      sight.giveUp();
    }
    return false;
  }
}
