package org.parley.core.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Together;
import org.parley.core.fact.Value;
import org.parley.core.scale.FactsAsked;
import org.parley.core.scale.ScaleEdition;

/// Joins the sheets of several incidents with one root cause into one, fact by fact, as the
/// catalogue lays down.
///
/// What is known only in part joins to what is known only in part: a sum of ranges is a range.
/// Statements that stand side by side are joined in every combination.
public final class JoinedSheets {

  /// More combinations of statements than this are given up as unknown.
  private static final int MOST_COMBINATIONS = 1_000;

  private static final FactKey OCCURRED = FactKey.of("occurredAt");
  private static final FactKey RESOLVED = FactKey.of("resolvedAt");
  private static final Stated UNKNOWN = new Stated.Unknown("not joined");

  private final ScaleEdition edition;
  private final Catalogue catalogue;

  public JoinedSheets(ScaleEdition edition, Catalogue catalogue) {
    this.edition = edition;
    this.catalogue = catalogue.with(edition.vocabulary().judgements().values());
  }

  /// One sheet about all; only the facts that the edition asks for.
  public Sheet join(List<Sheet> sheets) {
    Map<FactKey, List<Stated>> joined = new HashMap<>();
    for (FactKey key : FactsAsked.by(edition)) {
      Optional<Fact> fact = catalogue.find(key.fact());
      if (fact.isPresent()) {
        joined.put(
            key,
            fact.get().together() == Together.LONGEST
                ? ofLongest(key, fact.get(), sheets)
                : join(key, fact.get(), sheets));
      }
    }
    return new Sheet(joined, false);
  }

  /// An instant of the incident that lasted longest; unknown where it is not known of each how long
  /// it lasted.
  private static List<Stated> ofLongest(FactKey key, Fact fact, List<Sheet> sheets) {
    Sheet longest = sheets.getFirst();
    long most = -1;
    for (Sheet sheet : sheets) {
      Optional<Long> from = second(sheet, OCCURRED);
      Optional<Long> to = second(sheet, RESOLVED);
      if (from.isEmpty() || to.isEmpty()) {
        return List.of(UNKNOWN);
      }
      if (to.get() - from.get() > most) {
        most = to.get() - from.get();
        longest = sheet;
      }
    }
    return longest.possible(key, fact);
  }

  private static Optional<Long> second(Sheet sheet, FactKey key) {
    return sheet.stated(key).filter(said -> said.size() == 1).map(List::getFirst).stream()
        .flatMap(said ->
            said instanceof Stated.Exactly(Value.Number(long units))
                ? Optional.of(units).stream()
                : Optional.<Long>empty().stream())
        .findFirst();
  }

  private List<Stated> join(FactKey key, Fact fact, List<Sheet> sheets) {
    Set<Stated> so = new LinkedHashSet<>(sheets.getFirst().possible(key, fact));
    for (Sheet sheet : sheets.subList(1, sheets.size())) {
      Set<Stated> more = new LinkedHashSet<>();
      for (Stated left : so) {
        for (Stated right : sheet.possible(key, fact)) {
          more.add(pair(fact, left, right));
        }
      }
      so = more;
      if (so.size() > MOST_COMBINATIONS) {
        return List.of(UNKNOWN);
      }
    }
    return List.copyOf(so);
  }

  private static Stated pair(Fact fact, Stated left, Stated right) {
    if (left instanceof Stated.NotApplicable) {
      return right;
    }
    if (right instanceof Stated.NotApplicable) {
      return left;
    }
    return switch (fact.together()) {
      case SAME, REFUSE, LONGEST -> left.equals(right) ? left : UNKNOWN;
      case UNION -> union(fact, left, right);
      case SUM -> numbers(fact, left, right, Math::addExact, true);
      case MAX, ANY -> places(fact, left, right, Together.MAX);
      case MIN -> places(fact, left, right, Together.MIN);
    };
  }

  private static Stated union(Fact fact, Stated left, Stated right) {
    if (fact.type() instanceof FactType.Codes) {
      return codes(left, right);
    }
    Stated.SetBetween one = members(fact, left);
    Stated.SetBetween other = members(fact, right);
    long includes = one.includes() | other.includes();
    return new Stated.SetBetween(includes, (one.mayInclude() | other.mayInclude()) & ~includes);
  }

  private static Stated.SetBetween members(Fact fact, Stated stated) {
    return switch (stated) {
      case Stated.Exactly(Value.Options(long mask)) -> new Stated.SetBetween(mask, 0);
      case Stated.SetBetween known -> known;
      case Stated.Exactly _,
          Stated.Between _,
          Stated.OneOf _,
          Stated.CodesBetween _,
          Stated.Unknown _,
          Stated.NotApplicable _ ->
          new Stated.SetBetween(0, (1L << fact.type().optionNames().size()) - 1);
    };
  }

  private static Stated codes(Stated left, Stated right) {
    Stated.CodesBetween one = codes(left);
    Stated.CodesBetween other = codes(right);
    SortedSet<String> all = new TreeSet<>(one.includes());
    all.addAll(other.includes());
    boolean more = one.more() || other.more();
    return more ? new Stated.CodesBetween(all, true) : new Stated.Exactly(new Value.Codes(all));
  }

  private static Stated.CodesBetween codes(Stated stated) {
    return switch (stated) {
      case Stated.Exactly(Value.Codes(var codes)) -> new Stated.CodesBetween(codes, false);
      case Stated.CodesBetween known -> known;
      case Stated.Exactly _,
          Stated.Between _,
          Stated.OneOf _,
          Stated.SetBetween _,
          Stated.Unknown _,
          Stated.NotApplicable _ ->
          new Stated.CodesBetween(new TreeSet<>(), true);
    };
  }

  private interface Join {
    long of(long left, long right);
  }

  private static Stated places(Fact fact, Stated left, Stated right, Together way) {
    Join join = way == Together.MAX ? Math::max : Math::min;
    return switch (fact.type()) {
      case FactType.YesNo _, FactType.Ordered _ -> options(fact, left, right, join);
      case FactType.Share _ -> left.equals(right) ? left : share(left, right, way);
      case FactType.Choice _,
          FactType.Options _,
          FactType.Count _,
          FactType.Quantity _,
          FactType.Money _,
          FactType.Duration _,
          FactType.Instant _,
          FactType.Codes _,
          FactType.Group _,
          FactType.Text _ ->
          numbers(fact, left, right, join, false);
    };
  }

  private static Stated options(Fact fact, Stated left, Stated right, Join join) {
    Set<Value> possible = new LinkedHashSet<>();
    for (int one : placesOf(fact, left)) {
      for (int other : placesOf(fact, right)) {
        possible.add(new Value.Option((int) join.of(one, other)));
      }
    }
    return possible.size() == 1
        ? new Stated.Exactly(possible.iterator().next())
        : new Stated.OneOf(List.copyOf(possible));
  }

  private static List<Integer> placesOf(Fact fact, Stated stated) {
    int last = fact.type().optionNames().size() - 1;
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place <= last; place++) {
      if (mayBe(stated, place, last)) {
        places.add(place);
      }
    }
    return places;
  }

  private static boolean mayBe(Stated stated, int place, int last) {
    return switch (stated) {
      case Stated.Exactly(Value.Option(int index)) -> index == place;
      case Stated.OneOf(var values) -> values.contains(new Value.Option(place));
      case Stated.Between(var low, var high) ->
          place >= index(low, 0) && place <= index(high, last);
      case Stated.Exactly _,
          Stated.SetBetween _,
          Stated.CodesBetween _,
          Stated.Unknown _,
          Stated.NotApplicable _ ->
          true;
    };
  }

  private static int index(Optional<Value> end, int otherwise) {
    return end.isPresent() && end.get() instanceof Value.Option(int index) ? index : otherwise;
  }

  private static Stated share(Stated left, Stated right, Together way) {
    if (left instanceof Stated.Exactly(Value.Share one)
        && right instanceof Stated.Exactly(Value.Share other)) {
      boolean leftIsLarger = one.part() * other.of() >= other.part() * one.of();
      return leftIsLarger == (way == Together.MAX) ? left : right;
    }
    return UNKNOWN;
  }

  private static Stated numbers(Fact fact, Stated left, Stated right, Join join, boolean capped) {
    Optional<Ends> one = Ends.of(fact, left);
    Optional<Ends> other = Ends.of(fact, right);
    if (one.isEmpty() || other.isEmpty() || !one.get().currency().equals(other.get().currency())) {
      return UNKNOWN;
    }
    long most = capped ? fact.type().capUnits() : Long.MAX_VALUE;
    long low = Math.min(most, join.of(one.get().low(), other.get().low()));
    long high = Math.min(most, join.of(one.get().high(), other.get().high()));
    return new Ends(low, high, one.get().currency()).stated();
  }

  /// A number or amount between two ends.
  private record Ends(long low, long high, Optional<String> currency) {

    static Optional<Ends> of(Fact fact, Stated stated) {
      long cap = fact.type().capUnits();
      return switch (stated) {
        case Stated.Exactly(Value.Number(long units)) ->
            Optional.of(new Ends(units, units, Optional.empty()));
        case Stated.Exactly(Value.Money(long units, String currency)) ->
            Optional.of(new Ends(units, units, Optional.of(currency)));
        case Stated.Between(var low, var high) ->
            Optional.of(
                new Ends(units(low, 0), units(high, cap), currency(low).or(() -> currency(high))));
        case Stated.Unknown _ when !(fact.type() instanceof FactType.Money) ->
            Optional.of(new Ends(0, cap, Optional.empty()));
        case Stated.Exactly _,
            Stated.OneOf _,
            Stated.SetBetween _,
            Stated.CodesBetween _,
            Stated.Unknown _,
            Stated.NotApplicable _ ->
            Optional.empty();
      };
    }

    private static long units(Optional<Value> end, long otherwise) {
      if (end.isPresent() && end.get() instanceof Value.Number(long units)) {
        return units;
      }
      return end.isPresent() && end.get() instanceof Value.Money(long units, _) ? units : otherwise;
    }

    private static Optional<String> currency(Optional<Value> end) {
      return end.isPresent() && end.get() instanceof Value.Money(_, String currency)
          ? Optional.of(currency)
          : Optional.empty();
    }

    Stated stated() {
      return low == high
          ? new Stated.Exactly(value(low))
          : new Stated.Between(Optional.of(value(low)), Optional.of(value(high)));
    }

    private Value value(long units) {
      return currency
          .<Value>map(each -> new Value.Money(units, each))
          .orElseGet(() -> new Value.Number(units));
    }
  }
}
