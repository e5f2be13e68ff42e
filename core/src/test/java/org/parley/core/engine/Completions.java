package org.parley.core.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.parley.core.fact.Constraint;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;

/// Writes down every way to fill in what a sheet of the small world leaves open.
final class Completions {

  private final List<FactKey> keys;
  private final List<List<Optional<Value>>> choices = new ArrayList<>();

  /// @param asked the facts that matter; those which constraints tie to them are filled in too
  Completions(Set<FactKey> asked, Sheet sheet) {
    Set<FactKey> all = new LinkedHashSet<>(asked);
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Constraint constraint : SmallWorld.CATALOGUE.constraints()) {
        for (FactKey key : List.copyOf(all)) {
          FactKey smaller = FactKey.of(constraint.smaller()).in(key.region()).as(key.mode());
          FactKey larger = FactKey.of(constraint.larger()).in(key.region()).as(key.mode());
          if (key.equals(smaller) || key.equals(larger)) {
            grown |= all.add(smaller) | all.add(larger);
          }
        }
      }
    }
    this.keys = List.copyOf(all);
    for (FactKey key : keys) {
      choices.add(List.copyOf(choices(key, sheet)));
    }
  }

  static Set<Optional<Value>> choices(FactKey key, Sheet sheet) {
    Set<Optional<Value>> choices = new LinkedHashSet<>();
    List<Value> domain = SmallWorld.values(key);
    for (Stated stated : sheet.possible(key, SmallWorld.CATALOGUE.find(key.fact()).orElseThrow())) {
      switch (stated) {
        case Stated.Exactly(Value value) -> choices.add(Optional.of(value));
        case Stated.OneOf(List<Value> values) -> values.forEach(v -> choices.add(Optional.of(v)));
        case Stated.Unknown _ -> domain.forEach(v -> choices.add(Optional.of(v)));
        case Stated.NotApplicable _ -> choices.add(Optional.empty());
        case Stated.Between(var low, var high) ->
            domain.stream()
                .filter(v -> low.map(end -> position(v) >= position(end)).orElse(true))
                .filter(v -> high.map(end -> position(v) <= position(end)).orElse(true))
                .forEach(v -> choices.add(Optional.of(v)));
        case Stated.SetBetween(long includes, long may) ->
            domain.stream()
                .filter(v ->
                    v instanceof Value.Options(long mask)
                        && (mask & includes) == includes
                        && (mask & ~(includes | may)) == 0)
                .forEach(v -> choices.add(Optional.of(v)));
        case Stated.CodesBetween(var includes, boolean more) ->
            domain.stream()
                .filter(v ->
                    v instanceof Value.Codes(var codes)
                        && codes.containsAll(includes)
                        && (more || codes.size() == includes.size()))
                .forEach(v -> choices.add(Optional.of(v)));
      }
    }
    return choices;
  }

  private static double position(Value value) {
    return switch (value) {
      case Value.Option(int index) -> index;
      case Value.Number(long units) -> units;
      case Value.Money(long units, _) -> units;
      case Value.Share(long part, long of) -> (double) part / of;
      default -> throw new IllegalStateException();
    };
  }

  /// How many ways there are, constraints aside.
  double count() {
    return choices.stream().mapToDouble(List::size).reduce(1, (one, other) -> one * other);
  }

  void forEach(Consumer<Map<FactKey, Value>> use) {
    List<Integer> bound = new ArrayList<>();
    for (Constraint constraint : SmallWorld.CATALOGUE.constraints()) {
      for (int smaller = 0; smaller < keys.size(); smaller++) {
        for (int larger = 0; larger < keys.size(); larger++) {
          if (binds(constraint, keys.get(smaller), keys.get(larger))
              && isSatisfiable(choices.get(smaller), choices.get(larger))) {
            bound.add(smaller * keys.size() + larger);
          }
        }
      }
    }
    fill(0, new HashMap<>(), bound, use);
  }

  private static boolean binds(Constraint constraint, FactKey smaller, FactKey larger) {
    return smaller.fact().equals(constraint.smaller())
        && larger.fact().equals(constraint.larger())
        && smaller.region().equals(larger.region())
        && smaller.mode() == larger.mode();
  }

  private static boolean isSatisfiable(
      List<Optional<Value>> smaller, List<Optional<Value>> larger) {
    return smaller.stream()
        .flatMap(Optional::stream)
        .anyMatch(low ->
            larger.stream()
                .flatMap(Optional::stream)
                .anyMatch(high -> position(low) <= position(high)));
  }

  private void fill(
      int next, Map<FactKey, Value> facts, List<Integer> bound, Consumer<Map<FactKey, Value>> use) {
    if (next == keys.size()) {
      for (int pair : bound) {
        Value smaller = facts.get(keys.get(pair / keys.size()));
        Value larger = facts.get(keys.get(pair % keys.size()));
        if (smaller != null && larger != null && position(smaller) > position(larger)) {
          return;
        }
      }
      use.accept(facts);
      return;
    }
    FactKey key = keys.get(next);
    for (Optional<Value> choice : choices.get(next)) {
      choice.ifPresentOrElse(value -> facts.put(key, value), () -> facts.remove(key));
      fill(next + 1, facts, bound, use);
    }
    facts.remove(key);
  }
}
