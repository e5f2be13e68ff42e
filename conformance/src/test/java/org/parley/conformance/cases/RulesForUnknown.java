package org.parley.conformance.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.cover.Rewriting;
import org.parley.core.fact.FactKey;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.Unknowns;
import org.parley.core.scale.WorkedCase;

/// What an edition says about the unknown: its policy, and what its issuer puts in for single
/// criteria, quantities and tests.
record RulesForUnknown(ScaleEdition edition, List<WorkedCase> cases) {

  /// Names of the rules that no case shows.
  List<String> withoutCase() {
    List<String> missing = new ArrayList<>();
    puttings()
        .forEach((name, keys) -> {
          if (cases.stream().noneMatch(worked -> isOf(worked, keys))) {
            missing.add("put in for " + name);
          }
        });
    if (cases.stream().flatMap(worked -> worked.ruling().stream()).noneMatch(this::isOfPolicy)) {
      missing.add("policy " + edition.around().unknowns().policy());
    }
    return missing;
  }

  /// For each place at which something is put in, the facts that must be unknown for it.
  private Map<String, List<FactKey>> puttings() {
    Map<String, List<FactKey>> puttings = new LinkedHashMap<>();
    for (Criterion criterion : edition.vocabulary().criteria().values()) {
      if (criterion.whenUnknown().isPresent()) {
        puttings.put(criterion.name(), chooser(criterion).map(List::of).orElse(List.of()));
      }
    }
    for (Quantity.Named named : edition.vocabulary().derived().values()) {
      if (named.whenUnknown().isPresent()) {
        puttings.put(named.name(), named.keys());
      }
    }
    new Rewriting(
            test -> {
              if (test.whenUnknown().isPresent()) {
                puttings.put(test.toString(), test.quantity().keys());
              }
              return test;
            })
        .of(edition);
    return puttings;
  }

  private static Optional<FactKey> chooser(Criterion criterion) {
    return switch (criterion.body()) {
      case Criterion.ByOption(FactKey key, _) -> Optional.of(key);
      case Criterion.GravestOf(FactKey key, _, _) -> Optional.of(key);
      case Criterion.ByCondition _, Criterion.Sum _ -> Optional.empty();
    };
  }

  private static boolean isOf(WorkedCase worked, List<FactKey> keys) {
    return worked.ruling().isPresent()
        && keys.stream()
            .anyMatch(key ->
                worked.incidents().getFirst().sheet().stated(key).isEmpty()
                    || worked.incidents().getFirst().sheet().stated(key).orElseThrow().stream()
                        .anyMatch(org.parley.core.fact.Stated.Unknown.class::isInstance));
  }

  private boolean isOfPolicy(WorkedCase.Ruling ruling) {
    Unknowns.Policy policy = edition.around().unknowns().policy();
    return switch (ruling) {
      case WorkedCase.Ruling.Possible _ -> policy == Unknowns.Policy.SUBSTITUTE;
      case WorkedCase.Ruling.MustEstimate _ -> policy == Unknowns.Policy.ESTIMATE;
      case WorkedCase.Ruling.DueLater _ -> policy == Unknowns.Policy.LATER;
      case WorkedCase.Ruling.NotComputed() -> policy == Unknowns.Policy.REFUSE;
      case WorkedCase.Ruling.Silent() -> policy == Unknowns.Policy.SILENT;
    };
  }
}
