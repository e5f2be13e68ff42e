package org.parley.formats.veris;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactId;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Statement;
import org.parley.core.fact.Statement.Origin;
import org.parley.core.fact.Value;

/// What the values of one record say so far, by fact, and the fields that say it.
final class Findings {

  /// Hints about one fact, joined, and the fields they come from.
  private record Joined(Hint hint, Set<String> fields) {}

  /// A fact stated outright.
  private record Direct(Fact fact, Stated stated, Set<String> fields) {}

  private final Map<FactId, Joined> hints = new LinkedHashMap<>();
  private final List<Direct> direct = new ArrayList<>();

  /// Adds what a field says about a fact with options.
  void hint(Hint hint, String field) {
    Joined before = hints.get(hint.fact().id());
    Set<String> fields = new LinkedHashSet<>(before == null ? Set.of() : before.fields());
    fields.add(field);
    Hint joined = before == null ? hint : before.hint().and(hint);
    hints.put(hint.fact().id(), new Joined(joined, fields));
  }

  /// Adds a statement about a fact; the values it rests on count as used.
  void state(Fact fact, Stated stated, Collection<Leaf> from) {
    Set<String> fields = new LinkedHashSet<>();
    from.forEach(leaf -> {
      leaf.use();
      fields.add(leaf.path());
    });
    direct.add(new Direct(fact, stated, fields));
  }

  /// The hints about a fact, if there are any.
  Optional<Hint> hintsAbout(FactId fact) {
    return Optional.ofNullable(hints.get(fact)).map(Joined::hint);
  }

  /// Puts another hint in the place of those about its fact.
  void replace(Hint hint, String field) {
    Joined before = hints.get(hint.fact().id());
    Set<String> fields = new LinkedHashSet<>(before == null ? Set.of() : before.fields());
    fields.add(field);
    hints.put(hint.fact().id(), new Joined(hint, fields));
  }

  /// Makes what is said about a fact possible only: it may also be as if nothing had happened.
  void loosen(Fact fact, Leaf because) {
    hintsAbout(fact.id())
        .filter(hint -> Hint.isSet(hint.fact()))
        .ifPresent(
            hint -> replace(new Hint(fact, 0, hint.is() | hint.may(), hint.not()), because.path()));
    direct.replaceAll(one -> {
      if (!one.fact().id().equals(fact.id())) {
        return one;
      }
      Set<String> fields = new LinkedHashSet<>(one.fields());
      fields.add(because.path());
      return new Direct(fact, loosened(one.stated()), fields);
    });
  }

  private static Stated loosened(Stated stated) {
    Optional<Value> nought = Optional.of(new Value.Number(0));
    return switch (stated) {
      case Stated.Exactly(Value.Options(long mask)) when mask != 0 ->
          new Stated.SetBetween(0, mask);
      case Stated.SetBetween(long includes, long may) -> new Stated.SetBetween(0, includes | may);
      case Stated.Exactly(Value.Number number) -> new Stated.Between(nought, Optional.of(number));
      case Stated.Between(_, Optional<Value> high) -> new Stated.Between(nought, high);
      case Stated.Exactly _,
          Stated.OneOf _,
          Stated.CodesBetween _,
          Stated.Unknown _,
          Stated.NotApplicable _ ->
          stated;
    };
  }

  /// What was stated outright about a fact.
  List<Stated> stated(FactId fact) {
    return direct.stream().filter(one -> one.fact().id().equals(fact)).map(Direct::stated).toList();
  }

  /// All statements, in the order of the catalogue's names.
  ///
  /// @param alsoPossible sets whose options are possible wherever nothing rules them out
  List<Statement> statements(Set<FactId> alsoPossible, Optional<String> confidence) {
    List<Statement> all = new ArrayList<>();
    for (Joined joined : hints.values()) {
      Stated stated = stated(joined.hint(), alsoPossible.contains(joined.hint().fact().id()));
      all.add(statement(joined.hint().fact(), stated, joined.fields(), confidence));
    }
    for (Direct one : direct) {
      all.add(statement(one.fact(), one.stated(), one.fields(), confidence));
    }
    all.sort((a, b) -> a.key().compareTo(b.key()));
    return List.copyOf(all);
  }

  private static Statement statement(
      Fact fact, Stated stated, Set<String> fields, Optional<String> confidence) {
    Origin origin =
        new Origin(
            Optional.of("veris " + String.join(", ", fields)),
            Optional.empty(),
            Optional.empty(),
            confidence,
            List.of());
    return new Statement(FactKey.of(fact.id()), stated, origin);
  }

  private static Stated stated(Hint hint, boolean othersPossible) {
    long all = Hint.all(hint.fact());
    if (Hint.isSet(hint.fact())) {
      long may = (othersPossible ? all & ~hint.not() : hint.may()) & ~hint.is();
      if (may == 0) {
        return new Stated.Exactly(new Value.Options(hint.is()));
      }
      return hint.is() == 0 && may == all
          ? new Stated.Unknown("the source leaves it open")
          : new Stated.SetBetween(hint.is(), may);
    }
    if (hint.is() == all) {
      return new Stated.Unknown("the source leaves it open");
    }
    return options(hint.fact(), hint.is());
  }

  private static Stated options(Fact fact, long mask) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < fact.type().optionNames().size(); i++) {
      if ((mask & 1L << i) != 0) {
        values.add(new Value.Option(i));
      }
    }
    if (values.size() == 1) {
      return new Stated.Exactly(values.getFirst());
    }
    boolean unbroken = Long.bitCount(mask + Long.lowestOneBit(mask)) <= 1;
    return fact.type() instanceof FactType.Ordered && unbroken
        ? new Stated.Between(Optional.of(values.getFirst()), Optional.of(values.getLast()))
        : new Stated.OneOf(List.copyOf(values));
  }
}
