package org.parley.core.engine.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.parley.core.engine.formula.Atom;
import org.parley.core.engine.line.Amounts;
import org.parley.core.engine.line.Cut;
import org.parley.core.engine.line.Products;
import org.parley.core.engine.line.Ranges;
import org.parley.core.engine.line.Star;
import org.parley.core.engine.pocket.Gauge;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.terms.Exact;

/// Numeric facts: one alone, or a whole with the parts that are compared with it, each perhaps with
/// a partner with which it is multiplied.
///
/// The lines of a stand: for each member the fact itself, then its partner and their product if it
/// has one, then its ratio to the whole if it is a part. The whole is the first member.
public final class NumberBlock extends CellBlock<NumberBlock.Reading> {

  /// What binds a part to the whole by the constraints of the catalogue.
  public enum Bond {
    NONE,
    /// The part is never above the whole.
    BELOW,
    /// The part is never below the whole: the whole is the smaller fact here.
    ABOVE
  }

  /// @param ratio the line of its ratio to the whole; empty for the whole, and for parts that only
  ///   a constraint binds
  public record Member(Line line, Optional<Partner> partner, Optional<Axis> ratio, Bond bond) {}

  /// @param outer bounds that come from facts which the scale does not ask for
  public record Line(NumberFact fact, Axis axis, Outer outer) {}

  public record Partner(Line line, Axis product) {}

  /// What a sheet says of the facts of the block.
  ///
  /// @param own of each member
  /// @param partners of each member's partner; nothing where it has none
  /// @param bonds the bond of each member, save those that the statements themselves break
  public record Reading(List<Amounts> own, List<Amounts> partners, List<Bond> bonds) {}

  /// A member within one stand: where its own amounts may lie.
  private record Fit(boolean applies, Amounts amounts) {}

  private final List<Member> members;
  private final Optional<String> currency;
  private final NumberView view;

  public NumberBlock(List<FactKey> keys, List<Member> members, Optional<String> currency) {
    super(keys);
    this.members = List.copyOf(members);
    this.currency = currency;
    this.view = new NumberView(this.members);
  }

  @Override
  Reading read(Sheet sheet) {
    String money = currencyOn(sheet);
    List<Amounts> own = new ArrayList<>();
    List<Amounts> partners = new ArrayList<>();
    for (Member member : members) {
      own.add(member.line().outer().bound(member.line().fact().on(sheet, money), sheet, money));
      partners.add(
          member
              .partner()
              .map(Partner::line)
              .map(line -> line.outer().bound(line.fact().on(sheet, money), sheet, money))
              .orElse(Amounts.NONE));
    }
    List<Bond> bonds = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      bonds.add(standing(members.get(i).bond(), own.get(i), own.getFirst()));
    }
    return new Reading(own, partners, bonds);
  }

  /// Statements that break a constraint stand, and the constraint is left aside.
  private static Bond standing(Bond bond, Amounts part, Amounts whole) {
    if (bond == Bond.NONE || !part.hasValue() || !whole.hasValue()) {
      return Bond.NONE;
    }
    boolean broken =
        bond == Bond.BELOW
            ? part.least().isAbove(whole.most())
            : whole.least().isAbove(part.most());
    return broken ? Bond.NONE : bond;
  }

  private String currencyOn(Sheet sheet) {
    return currency.orElseGet(() ->
        members.stream()
            .flatMap(member -> member.line().fact().statedCurrency(sheet).stream())
            .findFirst()
            .orElse(""));
  }

  @Override
  List<int[]> stands() {
    List<Amounts> own = members.stream().map(member -> member.line().fact().anything()).toList();
    List<Amounts> partners =
        members.stream()
            .map(member ->
                member.partner().map(p -> p.line().fact().anything()).orElse(Amounts.NONE))
            .toList();
    Reading anything = new Reading(own, partners, members.stream().map(_ -> Bond.NONE).toList());
    List<Integer> lengths = new ArrayList<>();
    for (Member member : members) {
      lengths.add(member.line().axis().positions());
      member
          .partner()
          .ifPresent(partner -> {
            lengths.add(partner.line().axis().positions());
            lengths.add(partner.product().positions());
          });
      member.ratio().ifPresent(ratio -> lengths.add(ratio.positions()));
    }
    return combinations(lengths.stream().mapToInt(Integer::intValue).toArray()).stream()
        .filter(stand -> isPossible(stand, anything))
        .toList();
  }

  @Override
  boolean isPossible(int[] stand, Reading read) {
    List<Fit> fits = new ArrayList<>();
    int[] ratios = new int[members.size()];
    int place = 0;
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      Optional<Fit> fit = fit(member, stand, place, read.own().get(i), read.partners().get(i));
      if (fit.isEmpty()) {
        return false;
      }
      fits.add(fit.get());
      place += member.partner().isPresent() ? 3 : 1;
      ratios[i] = member.ratio().isPresent() ? stand[place++] : Axis.NO_VALUE;
    }
    return agree(fits, ratios, read.bonds());
  }

  /// Where the member's own amounts may lie, by its own line, its partner's and their product's.
  private static Optional<Fit> fit(
      Member member, int[] stand, int place, Amounts own, Amounts partner) {
    boolean applies = stand[place] != Axis.NO_VALUE;
    Amounts amounts = applies ? within(own, member.line().axis(), stand[place]) : Amounts.NONE;
    if (applies ? !amounts.hasValue() : !own.mayNotApply()) {
      return Optional.empty();
    }
    if (member.partner().isEmpty()) {
      return Optional.of(new Fit(applies, amounts));
    }
    Partner with = member.partner().get();
    int at = stand[place + 1];
    int product = stand[place + 2];
    boolean both = applies && at != Axis.NO_VALUE;
    Amounts others = at == Axis.NO_VALUE ? Amounts.NONE : within(partner, with.line().axis(), at);
    if (at == Axis.NO_VALUE ? !partner.mayNotApply() : !others.hasValue()) {
      return Optional.empty();
    }
    if (both != (product != Axis.NO_VALUE)) {
      return Optional.empty();
    }
    Amounts rest = both ? multiplied(amounts, others, with.product(), product) : amounts;
    return !applies || rest.hasValue() ? Optional.of(new Fit(applies, rest)) : Optional.empty();
  }

  private static Amounts within(Amounts amounts, Axis axis, int position) {
    return amounts.between(axis.from(position), axis.to(position));
  }

  private static Amounts multiplied(Amounts amounts, Amounts others, Axis product, int position) {
    Amounts rest = Amounts.NONE;
    for (Amounts.Part one : amounts.parts()) {
      for (Amounts.Part other : others.parts()) {
        Ranges between = product.units(position, one.unit().times(other.unit()));
        if (!between.isEmpty()) {
          Ranges fitting = Products.partners(other.units(), between.min(), between.max());
          rest = rest.or(new Amounts.Part(one.unit(), one.units().and(fitting)));
        }
      }
    }
    return rest;
  }

  /// Whether the members can stand so to the whole.
  private boolean agree(List<Fit> fits, int[] ratios, List<Bond> bonds) {
    Fit whole = fits.getFirst();
    boolean zero = false;
    boolean above = false;
    for (int i = 1; i < fits.size(); i++) {
      Optional<Axis> ratio = members.get(i).ratio();
      if (ratio.isPresent()) {
        boolean hasRatio = fits.get(i).applies() && whole.applies();
        if (hasRatio != (ratios[i] != Axis.NO_VALUE)) {
          return false;
        }
        zero |= hasRatio && ratio.get().isOverZero(ratios[i]);
        above |= hasRatio && !ratio.get().isOverZero(ratios[i]);
      }
    }
    if (!whole.applies() || fits.size() == 1) {
      return true;
    }
    return (!above && agreeOverZero(fits, ratios, bonds))
        || (!zero && Star.exists(whole.amounts(), rays(fits, ratios, bonds)));
  }

  private boolean agreeOverZero(List<Fit> fits, int[] ratios, List<Bond> bonds) {
    if (!isWithin(fits.getFirst().amounts(), 0, 0)) {
      return false;
    }
    for (int i = 1; i < fits.size(); i++) {
      if (!fits.get(i).applies()) {
        continue;
      }
      Optional<Axis> ratio = members.get(i).ratio();
      boolean some = ratio.isPresent() && ratios[i] == ratio.get().someOverZero();
      boolean none = ratio.isPresent() && !some;
      if (bonds.get(i) == Bond.BELOW && some) {
        return false;
      }
      long most = none || bonds.get(i) == Bond.BELOW ? 0 : Long.MAX_VALUE;
      if (!isWithin(fits.get(i).amounts(), some ? 1 : 0, most)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWithin(Amounts amounts, long low, long high) {
    return amounts.parts().stream().anyMatch(part -> part.units().meets(low, high));
  }

  private List<Star.Ray> rays(List<Fit> fits, int[] ratios, List<Bond> bonds) {
    List<Star.Ray> rays = new ArrayList<>();
    for (int i = 1; i < fits.size(); i++) {
      if (!fits.get(i).applies()) {
        continue;
      }
      int position = ratios[i];
      Optional<Cut> from = members.get(i).ratio().flatMap(ratio -> ratio.from(position));
      Optional<Cut> to = members.get(i).ratio().flatMap(ratio -> ratio.to(position));
      Cut one = bonds.get(i) == Bond.BELOW ? Cut.after(Exact.ONE) : Cut.before(Exact.ONE);
      if (bonds.get(i) == Bond.BELOW && to.map(cut -> one.compareTo(cut) < 0).orElse(true)) {
        to = Optional.of(one);
      }
      if (bonds.get(i) == Bond.ABOVE && from.map(cut -> one.compareTo(cut) > 0).orElse(true)) {
        from = Optional.of(one);
      }
      rays.add(new Star.Ray(fits.get(i).amounts(), from, to));
    }
    return rays;
  }

  @Override
  boolean passes(Atom atom, int[] stand) {
    if (atom instanceof Atom.Within within) {
      int place = 0;
      for (Axis axis : axes()) {
        if (axis.measure().equals(within.measure())) {
          return axis.passes(within, stand[place]);
        }
        place++;
      }
    }
    throw new IllegalArgumentException("no test for these numbers: " + atom);
  }

  private List<Axis> axes() {
    List<Axis> axes = new ArrayList<>();
    for (Member member : members) {
      axes.add(member.line().axis());
      member
          .partner()
          .ifPresent(partner -> {
            axes.add(partner.line().axis());
            axes.add(partner.product());
          });
      member.ratio().ifPresent(axes::add);
    }
    return axes;
  }

  @Override
  List<Known> facts() {
    return IntStream.range(0, view.facts())
        .mapToObj(fact -> view.line(fact).fact().known())
        .toList();
  }

  /// Where one fact alone is open, its stretches are told; else how the tests turn out.
  @Override
  public List<Prospect> answers(Sheet sheet, Outlook outlook) {
    if (!outlook.matters(0)) {
      return List.of();
    }
    Reading read = read(sheet);
    for (int fact = 0; fact < view.facts(); fact++) {
      if (!isExact(view.amounts(read, fact))) {
        return along(fact, read, outlook).orElseGet(() -> super.answers(sheet, outlook));
      }
    }
    return super.answers(sheet, outlook);
  }

  @Override
  public List<Prospect> changes(Sheet sheet, Outlook outlook) {
    List<Prospect> changes = new ArrayList<>();
    for (int fact = 0; fact < view.facts(); fact++) {
      Known known = view.line(fact).fact().known();
      Optional<List<Prospect>> stretches =
          known.isKnown(sheet)
              ? along(fact, read(sheet.with(known.key(), RELEASED)), outlook)
              : Optional.of(List.of());
      if (stretches.isEmpty()) {
        return super.changes(sheet, outlook);
      }
      stretches.get().stream()
          .filter(prospect -> prospect.grades() != outlook.grades())
          .forEach(changes::add);
    }
    return changes;
  }

  /// What is possible along one fact, if all others are known exactly and none is money.
  private Optional<List<Prospect>> along(int moving, Reading read, Outlook outlook) {
    List<Optional<Exact>> values = new ArrayList<>();
    for (int fact = 0; fact < view.facts(); fact++) {
      Amounts amounts = view.amounts(read, fact);
      if (view.line(fact).fact().isMoney() || (fact != moving && !isExact(amounts))) {
        return Optional.empty();
      }
      values.add(amounts.hasValue() ? Optional.of(amounts.least()) : Optional.empty());
    }
    Amounts open = view.bound(view.amounts(read, moving), moving, values, read.bonds());
    if (open.mayNotApply() || open.parts().size() != 1) {
      return Optional.empty();
    }
    Amounts.Part part = open.parts().getFirst();
    return Optional.of(
        view.stretches(moving, part, values, stand -> outlook.gradesAt(0, cellAt(stand))));
  }

  /// Whether the fact has one value, or none as it does not apply.
  private static boolean isExact(Amounts amounts) {
    return amounts.mayNotApply()
        ? !amounts.hasValue()
        : amounts.parts().size() == 1
            && amounts.parts().getFirst().units().pieces() == 1
            && amounts.parts().getFirst().units().min() == amounts.parts().getFirst().units().max();
  }

  /// One fact alone, exactly stated, needs no more than a look where it lies between the cuts.
  /// Bounds from other facts do not move what is stated exactly.
  @Override
  Gauge gauge() {
    Member only = members.getFirst();
    if (members.size() > 1 || only.partner().isPresent()) {
      return super.gauge();
    }
    Known known = only.line().fact().known();
    Exact quantum = only.line().fact().quantum();
    int[] cellOf = new int[only.line().axis().positions() - 1];
    Arrays.fill(cellOf, Gauge.UNTOLD);
    for (int cell = 0; cell < cells(); cell++) {
      for (int[] stand : standsOf(cell)) {
        if (stand[0] != Axis.NO_VALUE) {
          cellOf[stand[0] - 1] = cell;
        }
      }
    }
    long[] cuts =
        only.line().axis().cuts().stream().mapToLong(cut -> cut.firstBeyond(quantum)).toArray();
    return Gauge.ofNumber(known.key(), known.fact().baseline(), cellOf, cuts, currency.orElse(""));
  }

  /// Not where facts that the scale does not ask for bound the number, nor for money, where the
  /// currency tells.
  @Override
  public boolean changesFollowFromCells() {
    Line line = members.getFirst().line();
    return line.outer().equals(Outer.NONE) && !line.fact().isMoney();
  }
}
