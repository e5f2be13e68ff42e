package org.parley.core.classify;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.parley.core.outcome.Outcome;
import org.parley.core.outcome.Step;
import org.parley.core.outcome.Truth;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.Source;
import org.parley.core.terms.Certainty;
import org.parley.core.terms.Citation;

/// Finds the sources that bear on a result.
final class Sources {

  private final Set<String> keys = new LinkedHashSet<>();

  private Sources() {}

  /// The sources cited by steps that hold, are open or gave a grade, and that are not official;
  /// surest first.
  static List<Source> unsure(ScaleEdition edition, Step trace, Outcome outcome) {
    Sources found = new Sources();
    found.collect(trace);
    if (outcome instanceof Outcome.Unsaid(Optional<Citation> cite)) {
      found.add(cite);
    }
    return found.keys.stream()
        .map(edition.vocabulary().sources()::get)
        .filter(Objects::nonNull)
        .filter(source -> source.certainty() != Certainty.OFFICIAL)
        .sorted(Comparator.comparing(Source::certainty).thenComparing(Source::key))
        .toList();
  }

  private void collect(Step step) {
    switch (step) {
      case Step.Looked(var condition, Truth truth, _, var parts) -> {
        if (truth != Truth.FAILS) {
          add(condition.notes().cite());
          parts.forEach(this::collect);
        }
      }
      case Step.Scored(Criterion criterion, var options, _, _, var parts) -> {
        add(criterion.cite());
        criterion.options().stream()
            .filter(option -> options.contains(option.name()))
            .forEach(option -> add(option.cite()));
        parts.forEach(this::collect);
      }
      case Step.Gave gave -> {
        if (!gave.possible().isEmpty()) {
          add(gave.cite());
        }
        gave.parts().forEach(this::collect);
      }
    }
  }

  private void add(Optional<Citation> cite) {
    cite.ifPresent(each -> keys.add(each.source()));
  }
}
