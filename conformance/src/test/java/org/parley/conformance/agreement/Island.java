package org.parley.conformance.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Constraint;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;

/// Facts that some test or constraint ties together, and the cells that the rule tells apart: each
/// a way in which all tests on these facts turn out, with sheets that fall into it.
///
/// @param keys the facts
/// @param cells for each cell some statements about the facts, the plainest first
record Island(List<FactKey> keys, List<List<Map<FactKey, List<Stated>>>> cells) {

  /// The most sheets that are kept for a cell.
  private static final int KEPT = 40;

  /// The most combinations of landmarks that are looked at.
  private static final int MOST = 2_000_000;

  private static final List<Stated> NOT_APPLICABLE = List.of(new Stated.NotApplicable("test"));

  /// Puts all landmarks together and sorts the combinations by what the observers see.
  ///
  /// @param free whether a fact may be stated as not applicable
  static Island of(List<FactKey> keys, Landmarks landmarks, List<FactKey> free, Observed observed) {
    List<List<List<Stated>>> choices = new ArrayList<>();
    long combinations = 1;
    for (FactKey key : keys) {
      List<List<Stated>> some = new ArrayList<>();
      for (Value value : landmarks.of(key)) {
        some.add(List.of(new Stated.Exactly(value)));
      }
      if (free.contains(key)) {
        some.add(NOT_APPLICABLE);
      }
      choices.add(some);
      combinations *= some.size();
    }
    if (combinations > MOST) {
      throw new IllegalStateException(combinations + " combinations of " + keys);
    }
    Map<List<Object>, List<Map<FactKey, List<Stated>>>> cells = new LinkedHashMap<>();
    for (long number = 0; number < combinations; number++) {
      Map<FactKey, List<Stated>> statements = HashMap.newHashMap(keys.size());
      long rest = number;
      for (int i = 0; i < keys.size(); i++) {
        statements.put(keys.get(i), choices.get(i).get((int) (rest % choices.get(i).size())));
        rest /= choices.get(i).size();
      }
      if (isOfThisWorld(statements, observed.catalogue())) {
        keep(
            cells.computeIfAbsent(observed.by(statements), _ -> new ArrayList<>()),
            statements,
            number);
      }
    }
    return new Island(keys, List.copyOf(cells.values()));
  }

  private static void keep(
      List<Map<FactKey, List<Stated>>> cell, Map<FactKey, List<Stated>> statements, long number) {
    if (cell.size() < KEPT) {
      cell.add(Map.copyOf(statements));
    } else if (number % 7 == 0) {
      cell.set(1 + (int) (number / 7 % (KEPT - 1)), Map.copyOf(statements));
    }
  }

  private static boolean isOfThisWorld(Map<FactKey, List<Stated>> statements, Catalogue catalogue) {
    for (Constraint constraint : catalogue.constraints()) {
      for (FactKey key : statements.keySet()) {
        if (key.fact().equals(constraint.smaller())) {
          FactKey larger = FactKey.of(constraint.larger()).in(key.region()).as(key.mode());
          if (units(statements.get(key)) > units(statements.getOrDefault(larger, NOT_APPLICABLE))
              && units(statements.getOrDefault(larger, NOT_APPLICABLE)) >= 0) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /// @return below zero where there is no number
  private static long units(List<Stated> said) {
    return switch (said.getFirst()) {
      case Stated.Exactly(Value.Number(long units)) -> units;
      case Stated.Exactly(Value.Money(long units, _)) -> units;
      case Stated.Exactly _,
          Stated.Between _,
          Stated.OneOf _,
          Stated.SetBetween _,
          Stated.CodesBetween _,
          Stated.Unknown _,
          Stated.NotApplicable _ ->
          -1;
    };
  }

  /// How combinations are told apart.
  ///
  /// @param observers each sees something of a sheet
  record Observed(Catalogue catalogue, List<Function<Sheet, Object>> observers) {
    List<Object> by(Map<FactKey, List<Stated>> statements) {
      Sheet sheet = new Sheet(statements, false);
      return observers.stream().map(observer -> observer.apply(sheet)).toList();
    }
  }
}
