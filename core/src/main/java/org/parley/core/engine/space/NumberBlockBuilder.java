package org.parley.core.engine.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.core.engine.block.Axis;
import org.parley.core.engine.block.Block;
import org.parley.core.engine.block.Exchange;
import org.parley.core.engine.block.Facts;
import org.parley.core.engine.block.NumberBlock;
import org.parley.core.engine.block.NumberBlock.Bond;
import org.parley.core.engine.block.NumberBlock.Line;
import org.parley.core.engine.block.NumberBlock.Member;
import org.parley.core.engine.block.NumberBlock.Partner;
import org.parley.core.engine.block.NumberFact;
import org.parley.core.engine.block.Outer;
import org.parley.core.engine.formula.Atom;
import org.parley.core.engine.formula.Measure;
import org.parley.core.engine.line.Products;
import org.parley.core.engine.line.Ranges;
import org.parley.core.engine.line.Star;
import org.parley.core.engine.line.Wedge;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.terms.Exact;

/// Arranges coupled numeric facts around their common whole, or says why they cannot be.
final class NumberBlockBuilder {

  private final Facts facts;
  private final Exchange exchange;
  private final Map<Measure, List<Atom.Within>> tests;
  private final List<String> reasons;

  NumberBlockBuilder(
      Facts facts, Exchange exchange, Map<Measure, List<Atom.Within>> tests, List<String> reasons) {
    this.facts = facts;
    this.exchange = exchange;
    this.tests = tests;
    this.reasons = reasons;
  }

  Optional<Block> build(List<FactKey> group) {
    int before = reasons.size();
    checkTypes(group);
    Map<FactKey, FactKey> partnerOf = partners(group);
    List<FactKey> mains = group.stream().filter(key -> !partnerOf.containsValue(key)).toList();
    Optional<FactKey> whole = whole(mains);
    Optional<String> currency = currency(group);
    if (reasons.size() > before || whole.isEmpty()) {
      return Optional.empty();
    }
    List<FactKey> wholeFirst = new ArrayList<>(List.of(whole.get()));
    mains.stream().filter(key -> !key.equals(whole.get())).forEach(wholeFirst::add);
    List<Member> members = new ArrayList<>();
    for (FactKey key : wholeFirst) {
      members.add(member(key, whole.get(), Optional.ofNullable(partnerOf.get(key)), group));
    }
    checkFineness(members);
    return reasons.size() > before
        ? Optional.empty()
        : Optional.of(new NumberBlock(group, members, currency));
  }

  private void checkTypes(List<FactKey> group) {
    Set<Class<?>> odd = new LinkedHashSet<>();
    for (FactKey key : group) {
      FactType type = facts.known(key).fact().type();
      switch (type) {
        case FactType.Count _, FactType.Quantity _, FactType.Money _, FactType.Duration _ -> {}
        case FactType.YesNo _,
            FactType.Ordered _,
            FactType.Choice _,
            FactType.Options _,
            FactType.Share _,
            FactType.Instant _,
            FactType.Codes _,
            FactType.Group _,
            FactType.Text _ ->
            odd.add(type.getClass());
      }
      boolean larger = facts.neverAbove(key).stream().anyMatch(other -> !other.equals(key));
      if (larger && !facts.neverBelow(key).isEmpty()) {
        reasons.add(key + " has constraints both below and above it");
      }
    }
    boolean money = group.stream().anyMatch(this::isMoney);
    if (!odd.isEmpty() || (money && !group.stream().allMatch(this::isMoney))) {
      reasons.add(group + ": these kinds of facts cannot be compared with each other");
    }
  }

  private boolean isMoney(FactKey key) {
    return facts.known(key).fact().type() instanceof FactType.Money;
  }

  /// For each fact that is multiplied its partner: the one of the two that nothing else couples.
  private Map<FactKey, FactKey> partners(List<FactKey> group) {
    Map<FactKey, FactKey> partnerOf = new LinkedHashMap<>();
    Set<FactKey> used = new LinkedHashSet<>();
    for (Measure measure : tests.keySet()) {
      if (measure instanceof Measure.OfProduct(FactKey first, FactKey second)
          && group.contains(first)) {
        boolean firstIsFree = couplings(first, group).isEmpty();
        boolean secondIsFree = couplings(second, group).isEmpty();
        if (first.equals(second) || !used.add(first) || !used.add(second)) {
          reasons.add(measure.keys() + ": a fact stands in at most one product");
        } else if (!firstIsFree && !secondIsFree) {
          reasons.add(measure.keys() + ": both facts of a product are coupled with others");
        } else if (secondIsFree) {
          partnerOf.put(first, second);
        } else {
          partnerOf.put(second, first);
        }
      }
    }
    return partnerOf;
  }

  /// The facts of the group that a ratio or a constraint couples with this one.
  private List<FactKey> couplings(FactKey key, List<FactKey> group) {
    Stream<FactKey> ratios =
        tests.keySet().stream()
            .filter(Measure.OfRatio.class::isInstance)
            .filter(measure -> measure.keys().contains(key))
            .flatMap(measure -> measure.keys().stream());
    Stream<FactKey> bonds =
        Stream.concat(facts.neverAbove(key).stream(), facts.neverBelow(key).stream());
    return Stream.concat(ratios, bonds)
        .filter(other -> group.contains(other) && !other.equals(key))
        .distinct()
        .toList();
  }

  /// The member with which all others are compared.
  private Optional<FactKey> whole(List<FactKey> mains) {
    Set<FactKey> wholes = new LinkedHashSet<>();
    for (Measure measure : tests.keySet()) {
      if (measure instanceof Measure.OfRatio(FactKey part, FactKey whole)
          && (mains.contains(part) || mains.contains(whole))) {
        wholes.add(whole);
        if (part.equals(whole)) {
          reasons.add(part + " is compared with itself");
        }
      }
    }
    List<FactKey> candidates = wholes.isEmpty() ? mains : List.copyOf(wholes);
    Optional<FactKey> found = candidates.stream().filter(key -> isWholeOf(key, mains)).findFirst();
    if (found.isEmpty() || wholes.size() > 1) {
      reasons.add(mains + ": several facts can only be compared with one and the same whole");
      return Optional.empty();
    }
    return found;
  }

  private boolean isWholeOf(FactKey whole, List<FactKey> mains) {
    return mains.stream()
        .filter(key -> !key.equals(whole))
        .allMatch(key -> couplings(key, mains).equals(List.of(whole)));
  }

  /// The currency in which the amounts are compared: that of the first bound.
  private Optional<String> currency(List<FactKey> group) {
    List<String> currencies =
        tests.entrySet().stream()
            .filter(entry -> group.contains(entry.getKey().keys().getFirst()))
            .flatMap(entry -> entry.getValue().stream())
            .flatMap(test -> test.currency().stream())
            .distinct()
            .toList();
    for (String other : currencies) {
      if (exchange.rate(other, currencies.getFirst()).isEmpty()) {
        reasons.add(group + ": no rate between " + currencies.getFirst() + " and " + other);
      }
    }
    return currencies.stream().findFirst();
  }

  private Axis axis(Measure measure, List<FactKey> group) {
    Optional<String> base = currency(group);
    return new Axis(
        measure,
        tests.getOrDefault(measure, List.of()),
        test ->
            test.currency().flatMap(own -> exchange.rate(own, base.orElse(own))).orElse(Exact.ONE));
  }

  private Member member(
      FactKey key, FactKey whole, Optional<FactKey> partner, List<FactKey> group) {
    Measure.OfRatio ratio = new Measure.OfRatio(key, whole);
    return new Member(
        line(key, group),
        partner.map(
            with -> new Partner(line(with, group), axis(Measure.OfProduct.of(key, with), group))),
        tests.containsKey(ratio) ? Optional.of(axis(ratio, group)) : Optional.empty(),
        bond(key, whole));
  }

  private Bond bond(FactKey key, FactKey whole) {
    return facts.neverBelow(key).contains(whole)
        ? Bond.BELOW
        : facts.neverAbove(key).contains(whole) ? Bond.ABOVE : Bond.NONE;
  }

  private Line line(FactKey key, List<FactKey> group) {
    return new Line(
        number(key),
        axis(new Measure.OfFact(key), group),
        new Outer(outside(facts.neverAbove(key), group), outside(facts.neverBelow(key), group)));
  }

  private List<NumberFact> outside(List<FactKey> keys, List<FactKey> group) {
    return keys.stream().filter(key -> !group.contains(key)).map(this::number).toList();
  }

  private NumberFact number(FactKey key) {
    return new NumberFact(facts.known(key), exchange);
  }

  /// Refuses bounds so near to each other that exactness would mean counting far.
  private void checkFineness(List<Member> members) {
    Exact unit = members.getFirst().line().fact().quantum();
    for (Member member : members) {
      Exact scale = unit.dividedBy(member.line().fact().quantum());
      member.ratio().ifPresent(ratio -> checkRatio(ratio, scale));
      member
          .partner()
          .ifPresent(partner ->
              checkProduct(
                  partner.product(),
                  member.line().fact().quantum().times(partner.line().fact().quantum())));
    }
  }

  private void checkRatio(Axis ratio, Exact scale) {
    for (int position = 1; position <= ratio.cuts().size() + 1; position++) {
      Wedge wedge = new Wedge(ratio.from(position), ratio.to(position), scale);
      if (!wedge.isEmpty() && wedge.regularFrom() > Star.MOST_TRIED) {
        reasons.add(ratio.measure().keys() + ": bounds of a ratio too near to each other");
      }
    }
  }

  private void checkProduct(Axis product, Exact unit) {
    for (int position = 1; position <= product.cuts().size() + 1; position++) {
      Ranges stretch = product.units(position, unit);
      if (!stretch.isEmpty()
          && stretch.min() > 0
          && Products.joinedFrom(stretch.min(), stretch.max()) > Products.MOST_PIECES) {
        reasons.add(product.measure().keys() + ": bounds of a product too near to each other");
      }
    }
  }
}
