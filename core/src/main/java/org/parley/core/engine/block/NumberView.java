package org.parley.core.engine.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.parley.core.engine.block.NumberBlock.Member;
import org.parley.core.engine.line.Amounts;
import org.parley.core.engine.line.Cut;
import org.parley.core.engine.line.Ranges;
import org.parley.core.fact.FactKey;
import org.parley.core.outcome.Region;
import org.parley.core.terms.Exact;

/// Looks along one numeric fact of a block while all others stand still, and tells the stretches
/// that lead to different grades.
final class NumberView {

  private final List<Member> members;
  private final int[] offsets;

  NumberView(List<Member> members) {
    this.members = members;
    this.offsets = new int[members.size() + 1];
    for (int i = 0; i < members.size(); i++) {
      offsets[i + 1] = offsets[i] + (members.get(i).partner().isPresent() ? 2 : 1);
    }
  }

  /// How many facts there are: members, each followed by its partner.
  int facts() {
    return offsets[members.size()];
  }

  NumberBlock.Line line(int fact) {
    int member = memberOf(fact);
    return fact == offsets[member]
        ? members.get(member).line()
        : members.get(member).partner().orElseThrow().line();
  }

  Amounts amounts(NumberBlock.Reading read, int fact) {
    int member = memberOf(fact);
    return fact == offsets[member] ? read.own().get(member) : read.partners().get(member);
  }

  private int memberOf(int fact) {
    int member = 0;
    while (offsets[member + 1] <= fact) {
      member++;
    }
    return member;
  }

  /// The amounts of one fact that the constraints allow, the others being as given.
  Amounts bound(
      Amounts amounts, int fact, List<Optional<Exact>> values, List<NumberBlock.Bond> bonds) {
    Amounts rest = amounts;
    for (int i = 1; i < members.size(); i++) {
      boolean whole = fact == 0;
      Optional<Exact> other = whole ? values.get(offsets[i]) : values.getFirst();
      if (other.isPresent() && (whole || fact == offsets[i])) {
        rest =
            switch (bonds.get(i)) {
              case NONE -> rest;
              case BELOW -> whole ? rest.atLeast(other.get()) : rest.atMost(other.get());
              case ABOVE -> whole ? rest.atMost(other.get()) : rest.atLeast(other.get());
            };
      }
    }
    return rest;
  }

  /// The stand at exact values, in natural units; a value that is missing does not apply.
  int[] standAt(List<Optional<Exact>> values) {
    List<Integer> stand = new ArrayList<>();
    Optional<Exact> whole = values.getFirst();
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      Optional<Exact> own = values.get(offsets[i]);
      stand.add(position(member.line().axis(), own));
      if (member.partner().isPresent()) {
        Optional<Exact> other = values.get(offsets[i] + 1);
        stand.add(position(member.partner().get().line().axis(), other));
        stand.add(
            position(member.partner().get().product(), own.flatMap(a -> other.map(a::times))));
      }
      member.ratio().ifPresent(ratio -> stand.add(ratioPosition(ratio, own, whole)));
    }
    return stand.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int position(Axis axis, Optional<Exact> value) {
    return value.map(axis::positionOf).orElse(Axis.NO_VALUE);
  }

  private static int ratioPosition(Axis ratio, Optional<Exact> part, Optional<Exact> whole) {
    if (part.isEmpty() || whole.isEmpty()) {
      return Axis.NO_VALUE;
    }
    if (whole.get().signum() == 0) {
      return part.get().signum() == 0 ? ratio.noneOverZero() : ratio.someOverZero();
    }
    return ratio.positionOf(part.get().dividedBy(whole.get()));
  }

  /// The stretches of one fact, the others being as given.
  ///
  /// @param fact which one moves
  /// @param units what it may be
  /// @param grades the grades at a stand
  List<Prospect> stretches(
      int fact, Amounts.Part units, List<Optional<Exact>> values, ToLongFunction<int[]> grades) {
    FactKey key = line(fact).fact().known().key();
    List<Prospect> told = new ArrayList<>();
    List<Optional<Exact>> moved = new ArrayList<>(values);
    for (Ranges stretch : cutUp(units, boundaries(fact, units.unit(), values))) {
      moved.set(fact, Optional.of(units.unit().times(Exact.of(stretch.min()))));
      long there = grades.applyAsLong(standAt(moved));
      Region.Interval region = new Region.Interval(key, stretch.min(), stretch.max());
      if (!told.isEmpty()
          && told.getLast().grades() == there
          && told.getLast().region() instanceof Region.Interval(_, long low, long high)
          && high + 1 == stretch.min()) {
        told.removeLast();
        region = new Region.Interval(key, low, stretch.max());
      }
      told.add(new Prospect(region, there));
    }
    return told;
  }

  private static List<Ranges> cutUp(Amounts.Part units, TreeSet<Long> boundaries) {
    List<Ranges> stretches = new ArrayList<>();
    for (int piece = 0; piece < units.units().pieces(); piece++) {
      long low = units.units().low(piece);
      long high = units.units().high(piece);
      for (long boundary : boundaries.subSet(low, false, high, true)) {
        stretches.add(Ranges.of(low, boundary - 1));
        low = boundary;
      }
      stretches.add(Ranges.of(low, high));
    }
    return stretches;
  }

  /// The numbers of units at which some test may change its answer.
  private TreeSet<Long> boundaries(int fact, Exact unit, List<Optional<Exact>> values) {
    TreeSet<Long> all = new TreeSet<>();
    line(fact).axis().cuts().forEach(cut -> all.add(cut.firstBeyond(unit)));
    int member = memberOf(fact);
    members
        .get(member)
        .partner()
        .ifPresent(partner -> {
          int other = fact == offsets[member] ? fact + 1 : fact - 1;
          scaled(partner.product(), values.get(other), unit, all);
        });
    if (fact == 0) {
      all.add(1L);
      for (int i = 1; i < members.size(); i++) {
        Optional<Exact> part = values.get(offsets[i]);
        members.get(i).ratio().ifPresent(ratio -> inverted(ratio, part, unit, all));
      }
    } else if (fact == offsets[member]) {
      members
          .get(member)
          .ratio()
          .ifPresent(ratio -> {
            all.add(1L);
            scaled(ratio, inverse(values.getFirst()), unit, all);
          });
    }
    return all;
  }

  private static Optional<Exact> inverse(Optional<Exact> value) {
    return value.filter(one -> one.signum() > 0).map(Exact.ONE::dividedBy);
  }

  /// Where `n × unit × factor` passes the cuts.
  private static void scaled(Axis axis, Optional<Exact> factor, Exact unit, TreeSet<Long> all) {
    factor
        .filter(one -> one.signum() > 0)
        .ifPresent(one -> axis.cuts().forEach(cut -> all.add(cut.firstBeyond(unit.times(one)))));
  }

  /// Where `part ÷ (n × unit)` falls back below the cuts.
  private static void inverted(Axis ratio, Optional<Exact> part, Exact unit, TreeSet<Long> all) {
    for (Cut cut : ratio.cuts()) {
      if (part.isPresent() && cut.bound().signum() > 0) {
        Exact turning = part.get().dividedBy(cut.bound());
        all.add(new Cut(turning, !cut.after()).firstBeyond(unit));
      }
    }
  }
}
