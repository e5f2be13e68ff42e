package org.parley.core.classify;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.core.outcome.Outcome;
import org.parley.core.outcome.Step;
import org.parley.core.outcome.Truth;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.Source;
import org.parley.core.terms.Certainty;
import org.parley.core.terms.Citation;

/// Finds the sources that bear on a result.
final class Sources {

  private final Set<String> keys = new LinkedHashSet<>();
  private final Set<Source> figures = new LinkedHashSet<>();
  private final LocalDate day;

  private Sources(LocalDate day) {
    this.day = day;
  }

  /// The sources cited by steps that hold, are open or gave a grade, and that are not official;
  /// surest first.
  static List<Source> unsure(ScaleEdition edition, Step trace, Outcome outcome, LocalDate day) {
    Sources found = new Sources(day);
    found.collect(trace);
    if (outcome instanceof Outcome.Unsaid(Optional<Citation> cite)) {
      found.add(cite);
    }
    return Stream.concat(
            found.keys.stream().map(edition.vocabulary().sources()::get).filter(Objects::nonNull),
            found.figures.stream())
        .filter(source -> source.certainty() != Certainty.OFFICIAL)
        .sorted(Comparator.comparing(Source::certainty).thenComparing(Source::key))
        .toList();
  }

  private void collect(Step step) {
    switch (step) {
      case Step.Looked(var condition, Truth truth, var parts) -> {
        if (truth != Truth.FAILS) {
          add(condition.notes().cite());
          if (condition instanceof Condition.Passes passes) {
            figure(passes.quantity());
          }
          parts.forEach(this::collect);
        }
      }
      case Step.Scored(Criterion criterion, var options, _, var parts) -> {
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

  /// The figure of reference data that a quantity is divided by, with how sure it is.
  private void figure(Quantity quantity) {
    switch (quantity) {
      case Quantity.Named(_, Quantity body, _) -> figure(body);
      case Quantity.ShareOfReference(_, Quantity.Series series) -> {
        Quantity.Figure figure = series.figureOn(day);
        String text =
            series.name() + " " + figure.year() + ": " + figure.value() + " " + series.unit();
        figures.add(new Source(series.name(), text, Optional.empty(), figure.certainty()));
      }
      case Quantity.Plain _,
          Quantity.Ratio _,
          Quantity.Product _,
          Quantity.Span _,
          Quantity.CodeCount _ -> {}
    }
  }

  private void add(Optional<Citation> cite) {
    cite.ifPresent(each -> keys.add(each.source()));
  }
}
