package org.parley.conformance.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Constraint;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.plain.PlainEvaluator;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Rule;
import org.parley.core.scale.ScaleEdition;

/// All that one rule of an edition can be asked: islands of facts, each in one of its cells.
///
/// @param name of the rule within the edition
/// @param fixed what is stated throughout, such as the entity type that chose the rule
record InputSpace(String name, Map<FactKey, List<Stated>> fixed, List<Island> islands) {

  /// The spaces of an edition: one, or one for each option of the fact that chooses the rule.
  static List<InputSpace> of(ScaleEdition edition, Catalogue catalogue, PlainEvaluator plain) {
    if (!(edition.rule() instanceof Rule.ByOption(FactKey key, var cases, _, _))) {
      return List.of(
          of(edition, edition.rule(), "the rule", Map.of(), new Tools(catalogue, plain)));
    }
    List<InputSpace> spaces = new ArrayList<>();
    List<String> options = catalogue.find(key.fact()).orElseThrow().type().optionNames();
    for (int place = 0; place < options.size(); place++) {
      Rule rule = cases.get(place);
      Map<FactKey, List<Stated>> fixed =
          Map.of(key, List.of(new Stated.Exactly(new Value.Option(place))));
      spaces.add(
          rule == null
              ? new InputSpace(options.get(place), fixed, List.of())
              : of(edition, rule, options.get(place), fixed, new Tools(catalogue, plain)));
    }
    return spaces;
  }

  /// What spaces are formed with.
  private record Tools(Catalogue catalogue, PlainEvaluator plain) {}

  private static InputSpace of(
      ScaleEdition edition, Rule rule, String name, Map<FactKey, List<Stated>> fixed, Tools tools) {
    Watched watched = Watched.by(edition, rule);
    Landmarks landmarks = new Landmarks(tools.catalogue(), watched, 2026);
    List<Island> islands = new ArrayList<>();
    for (Set<FactKey> group : groups(watched, tools.catalogue())) {
      if (group.stream().noneMatch(fixed::containsKey)) {
        Island.Observed observed =
            new Island.Observed(tools.catalogue(), observers(watched, group, tools.plain()));
        islands.add(Island.of(List.copyOf(group), landmarks, free(watched, group), observed));
      }
    }
    return new InputSpace(name, fixed, islands);
  }

  /// The facts that no criterion takes as its own: such a score refuses what does not apply.
  private static List<FactKey> free(Watched watched, Set<FactKey> group) {
    return group.stream()
        .filter(key ->
            watched.criteria().stream()
                .flatMap(criterion -> Watched.chooser(criterion).stream())
                .noneMatch(key::equals))
        .toList();
  }

  /// Facts that stand in one test, one criterion or one constraint belong together.
  private static List<Set<FactKey>> groups(Watched watched, Catalogue catalogue) {
    List<Set<FactKey>> groups = new ArrayList<>();
    watched.tests().forEach(test -> join(groups, Watched.keys(test)));
    watched.criteria().forEach(criterion -> join(groups, Watched.keys(criterion)));
    List<FactKey> all = groups.stream().flatMap(Set::stream).toList();
    for (Constraint constraint : catalogue.constraints()) {
      for (FactKey key : all) {
        FactKey larger = FactKey.of(constraint.larger()).in(key.region()).as(key.mode());
        if (key.fact().equals(constraint.smaller()) && all.contains(larger)) {
          join(groups, List.of(key, larger));
        }
      }
    }
    return groups;
  }

  private static void join(List<Set<FactKey>> groups, List<FactKey> keys) {
    Set<FactKey> joined = new LinkedHashSet<>(keys);
    for (Set<FactKey> group : List.copyOf(groups)) {
      if (keys.stream().anyMatch(group::contains)) {
        joined.addAll(group);
        groups.remove(group);
      }
    }
    groups.add(joined);
  }

  private static List<Function<Sheet, Object>> observers(
      Watched watched, Set<FactKey> group, PlainEvaluator plain) {
    List<Function<Sheet, Object>> observers = new ArrayList<>();
    for (Condition.Passes test : watched.tests()) {
      if (group.containsAll(Watched.keys(test))) {
        observers.add(sheet -> plain.holds(test, sheet));
      }
    }
    for (Criterion criterion : watched.criteria()) {
      if (group.containsAll(Watched.keys(criterion))) {
        observers.add(sheet -> option(criterion, sheet, plain));
      }
    }
    return observers;
  }

  /// The place of the option that a criterion takes; -1 for the empty set.
  private static int option(Criterion criterion, Sheet sheet, PlainEvaluator plain) {
    return switch (criterion.body()) {
      case Criterion.ByOption(FactKey key, _) -> ((Value.Option) value(sheet, key)).index();
      case Criterion.GravestOf(FactKey key, var options, _) -> {
        long mask = ((Value.Options) value(sheet, key)).mask();
        int gravest = -1;
        for (int place = 0; place < options.size(); place++) {
          boolean graver =
              gravest < 0
                  || options.get(place).score().compareTo(options.get(gravest).score()) >= 0;
          gravest = (mask >> place & 1) == 1 && graver ? place : gravest;
        }
        yield gravest;
      }
      case Criterion.ByCondition(_, var when) -> {
        int place = when.size();
        while (place > 0
            && plain.holds(when.get(place - 1), sheet) != org.parley.core.outcome.Truth.HOLDS) {
          place--;
        }
        yield place;
      }
      case Criterion.Sum _ -> throw new IllegalStateException("a sum has no options");
    };
  }

  private static Value value(Sheet sheet, FactKey key) {
    return ((Stated.Exactly) sheet.stated(key).orElseThrow().getFirst()).value();
  }

  /// How many combinations of cells there are.
  double size() {
    return islands.stream().mapToDouble(island -> island.cells().size()).reduce(1, (a, b) -> a * b);
  }

  /// The plainest sheet of a combination of cells, by its number.
  Sheet sheet(long number) {
    Map<FactKey, List<Stated>> statements = new HashMap<>(fixed);
    long rest = number;
    for (Island island : islands) {
      int cells = island.cells().size();
      statements.putAll(island.cells().get((int) (rest % cells)).getFirst());
      rest /= cells;
    }
    return new Sheet(statements, false);
  }

  /// Every cell of every island with every cell of every other, all else in its first cell.
  List<Sheet> pairs() {
    List<Map<FactKey, List<Stated>>> quiet =
        islands.stream().map(island -> island.cells().getFirst().getFirst()).toList();
    List<Sheet> sheets = new ArrayList<>();
    for (int one = 0; one < islands.size(); one++) {
      for (int other = 0; other < one; other++) {
        for (var first : islands.get(one).cells()) {
          for (var second : islands.get(other).cells()) {
            List<Map<FactKey, List<Stated>>> drawn = new ArrayList<>(quiet);
            drawn.set(one, first.getFirst());
            drawn.set(other, second.getFirst());
            sheets.add(sheet(drawn));
          }
        }
      }
    }
    return sheets;
  }

  /// Any statements about each island. Half of the time most islands stay in their first cell, or a
  /// ladder of many features would hardly ever come out mild.
  List<Map<FactKey, List<Stated>>> draw(SplittableRandom random) {
    int stirred = random.nextBoolean() ? 100 : 5 + random.nextInt(30);
    List<Map<FactKey, List<Stated>>> drawn = new ArrayList<>();
    for (Island island : islands) {
      var cell =
          random.nextInt(100) < stirred
              ? island.cells().get(random.nextInt(island.cells().size()))
              : island.cells().getFirst();
      drawn.add(cell.get(random.nextInt(cell.size())));
    }
    return drawn;
  }

  /// The sheet with all these statements.
  Sheet sheet(List<Map<FactKey, List<Stated>>> drawn) {
    Map<FactKey, List<Stated>> statements = new HashMap<>(fixed);
    drawn.forEach(statements::putAll);
    return new Sheet(statements, false);
  }
}
