package org.parley.core.classify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.outcome.Truth;
import org.parley.core.plain.PlainEvaluator;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Recurrence;
import org.parley.core.scale.ScaleEdition;

/// Counts several incidents as one where an edition says so. Months are counted in UTC, from moment
/// to moment.
public final class Recurring {

  private final ScaleEdition edition;
  private final Catalogue catalogue;

  public Recurring(ScaleEdition edition, Catalogue catalogue) {
    this.edition = edition;
    this.catalogue = catalogue;
  }

  /// An incident with the moment that counts for the period.
  public record Dated(Instant aware, Sheet sheet) {}

  /// Incidents that share a key and lie within one period, earliest first; at least as many as the
  /// edition asks for.
  public List<List<Dated>> groups(List<Dated> incidents) {
    Optional<Recurrence> recurrence = edition.around().recurrence();
    if (recurrence.isEmpty()) {
      return List.of();
    }
    Map<String, List<Dated>> byKey = new LinkedHashMap<>();
    incidents.stream()
        .sorted(Comparator.comparing(Dated::aware))
        .forEach(each ->
            key(recurrence.get(), each.sheet())
                .ifPresent(key -> byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(each)));
    return byKey.values().stream().flatMap(all -> windows(recurrence.get(), all).stream()).toList();
  }

  private static Optional<String> key(Recurrence recurrence, Sheet sheet) {
    return sheet.stated(recurrence.sameBy()).stream()
        .filter(said -> said.size() == 1)
        .map(List::getFirst)
        .flatMap(said ->
            said instanceof Stated.Exactly(Value.Key(String key))
                ? Optional.of(key).stream()
                : Optional.<String>empty().stream())
        .findFirst();
  }

  /// The longest runs within the period; a run that lies within another is left out.
  private List<List<Dated>> windows(Recurrence recurrence, List<Dated> sorted) {
    List<List<Dated>> windows = new ArrayList<>();
    int covered = 0;
    for (int first = 0; first < sorted.size(); first++) {
      Instant end =
          sorted.get(first).aware().atOffset(ZoneOffset.UTC).plus(recurrence.within()).toInstant();
      int last = first;
      while (last + 1 < sorted.size() && !sorted.get(last + 1).aware().isAfter(end)) {
        last++;
      }
      if (last + 1 - first >= recurrence.atLeast() && last + 1 > covered) {
        windows.add(List.copyOf(sorted.subList(first, last + 1)));
        covered = last + 1;
      }
    }
    return windows;
  }

  /// The joined sheet of a group.
  public Sheet joined(List<Dated> group) {
    return new JoinedSheets(edition, catalogue).join(group.stream().map(Dated::sheet).toList());
  }

  /// What is possible for incidents that may count as one: the gravest of them alone, and, where
  /// they do count as one, together.
  public List<Grade> possible(List<Dated> incidents, Classifier classifier) {
    Set<Grade> alone = new LinkedHashSet<>(List.of(Grade.OUT_OF_SCOPE));
    for (Dated each : incidents) {
      alone = graver(alone, classifier.possible(each.sheet()));
    }
    for (List<Dated> group : groups(incidents)) {
      Sheet joined = joined(group);
      Truth bound = bound(joined, group.getLast());
      if (bound != Truth.FAILS) {
        Set<Grade> together = graver(alone, classifier.possible(joined));
        if (bound == Truth.OPEN) {
          together.addAll(alone);
        }
        alone = together;
      }
    }
    return sorted(alone);
  }

  /// Whether the incidents count as one: the rule binds the entity, and together they meet what the
  /// rule names.
  private Truth bound(Sheet joined, Dated last) {
    Recurrence recurrence = edition.around().recurrence().orElseThrow();
    LocalDate day = last.aware().atZone(edition.heading().validity().zone()).toLocalDate();
    PlainEvaluator plain = new PlainEvaluator(edition, catalogue, day);
    Truth binds =
        recurrence
            .unless()
            .map(condition -> plain.holds(condition, joined).negated())
            .orElse(Truth.HOLDS);
    Truth meets =
        recurrence.meets().map(condition -> plain.holds(condition, joined)).orElse(Truth.HOLDS);
    return Truth.count(List.of(binds, meets), 2);
  }

  private Set<Grade> graver(Set<Grade> some, List<Grade> others) {
    Set<Grade> graver = new LinkedHashSet<>();
    for (Grade one : some) {
      for (Grade other : others) {
        graver.add(edition.levels().graver(one, other));
      }
    }
    return graver;
  }

  private List<Grade> sorted(Set<Grade> grades) {
    List<Grade> sorted = new ArrayList<>(edition.levels().mildestFirst());
    sorted.add(Grade.OUT_OF_SCOPE);
    sorted.add(Grade.UNSAID);
    sorted.retainAll(grades);
    return List.copyOf(sorted);
  }
}
