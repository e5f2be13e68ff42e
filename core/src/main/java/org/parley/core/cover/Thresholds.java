package org.parley.core.cover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.core.fact.Catalogue;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Rule;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.WorkedCase;

/// The thresholds of an edition, and those that no worked case comes close to.
public final class Thresholds {

  private Thresholds() {}

  /// A threshold with a side on which no case stands.
  public record Gap(Threshold threshold, Threshold.Side side) {}

  /// Where a case just below, at or just above a threshold is missing.
  ///
  /// @param catalogue without the edition's judgements
  public static List<Gap> withoutCase(
      ScaleEdition edition, Catalogue catalogue, List<WorkedCase> cases) {
    ScaleEdition apart = Rewriting.APART.of(edition);
    Catalogue all = catalogue.with(edition.vocabulary().judgements().values());
    Seen seen = new Seen(apart, all, cases);
    List<Gap> gaps = new ArrayList<>();
    for (Threshold threshold : of(apart, all)) {
      for (Threshold.Side side : threshold.sides(all)) {
        if (!seen.has(threshold, side)) {
          gaps.add(new Gap(threshold, side));
        }
      }
    }
    return gaps;
  }

  /// The thresholds of each rule of the edition. One that all rules share counts once.
  public static List<Threshold> of(ScaleEdition edition, Catalogue catalogue) {
    Map<Condition.Passes, List<String>> places = new LinkedHashMap<>();
    Map<String, Rule> rules = Seen.rules(edition, catalogue);
    rules.forEach((where, rule) ->
        new Rewriting(
                test -> {
                  if (Threshold.is(test)) {
                    List<String> all =
                        places.computeIfAbsent(Seen.bare(test), _ -> new ArrayList<>());
                    if (!all.contains(where)) {
                      all.add(where);
                    }
                  }
                  return test;
                })
            .of(with(edition, rule)));
    List<Threshold> thresholds = new ArrayList<>();
    places.forEach((test, all) -> {
      List<String> counted = all.size() == rules.size() ? List.of(Seen.EVERYWHERE) : all;
      counted.forEach(where -> thresholds.add(new Threshold(where, test)));
    });
    return thresholds;
  }

  private static ScaleEdition with(ScaleEdition edition, Rule rule) {
    return new ScaleEdition(
        edition.heading(),
        edition.digest(),
        edition.levels(),
        edition.vocabulary(),
        rule,
        edition.around());
  }
}
