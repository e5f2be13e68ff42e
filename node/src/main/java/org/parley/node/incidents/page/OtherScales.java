package org.parley.node.incidents.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.fact.FactKey;
import org.parley.core.incident.Revision;
import org.parley.core.outcome.OpenQuestion;
import org.parley.core.scale.ScaleEdition;
import org.parley.desk.Classifiers;
import org.parley.desk.Shelf;
import org.parley.desk.calculator.Result;
import org.parley.duties.casefile.OwnScale;

/// What other scales say of a case, on the facts that its reader may see; side by side and
/// unranked, in the order in which they were chosen.
public record OtherScales(List<Result> results) {

  static final OtherScales NONE = new OtherScales(List.of());

  public OtherScales {
    results = List.copyOf(results);
  }

  /// Each edition is read as of its own deciding day.
  static OtherScales of(
      Shelf shelf, Classifiers classifiers, List<ScaleEdition> editions, Revision revision) {
    List<Result> results = new ArrayList<>();
    for (ScaleEdition edition : editions) {
      results.add(
          new Result(
              shelf.voice(edition),
              classifiers.of(edition, OwnScale.day(edition, revision)),
              revision.sheet()));
    }
    return new OtherScales(results);
  }

  /// What is open on these scales, first what tells most on most of them.
  List<FactKey> deciding(int most) {
    Map<FactKey, Double> telling = new LinkedHashMap<>();
    for (Result result : results) {
      int place = 0;
      for (OpenQuestion question : result.questions()) {
        place++;
        for (FactKey key : question.keys()) {
          telling.merge(key, 1.0 / place, Double::sum);
        }
      }
    }
    return telling.entrySet().stream()
        .sorted(Map.Entry.<FactKey, Double>comparingByValue(Comparator.reverseOrder()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The facts of the question that decides next on one of the scales.
  static List<FactKey> next(Result result) {
    return Optional.of(result.questions())
        .filter(questions -> !questions.isEmpty())
        .map(questions -> questions.getFirst().keys())
        .orElse(List.of());
  }
}
