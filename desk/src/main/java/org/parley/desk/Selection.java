package org.parley.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.classify.Classifier;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.incident.Revision;
import org.parley.core.scale.Heading;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.ScaleId;
import org.parley.formats.library.Library;

/// The scales that were chosen, and for an incident the edition of each that holds on its deciding
/// day.
public final class Selection {

  private static final FactKey OCCURRED = FactKey.of("occurredAt");

  private final Map<ScaleId, List<ScaleEdition>> chosen = new LinkedHashMap<>();
  private final Classifiers classifiers;
  private final Optional<LocalDate> day;
  private final Instant now;

  /// @param day the deciding day to use for every incident, if one was asked for
  /// @param now stands in where an incident does not say when its entity became aware
  public Selection(Library library, Optional<LocalDate> day, Instant now) {
    this(new Classifiers(library.catalogue()), day, now);
  }

  /// @param classifiers shared with other selections
  public Selection(Classifiers classifiers, Optional<LocalDate> day, Instant now) {
    this.classifiers = classifiers;
    this.day = day;
    this.now = now;
  }

  public void add(ScaleEdition edition) {
    chosen.computeIfAbsent(edition.heading().id(), _ -> new ArrayList<>()).add(edition);
  }

  public List<ScaleEdition> editions() {
    return chosen.values().stream().flatMap(List::stream).toList();
  }

  /// What was found for one chosen scale.
  public sealed interface Found {

    /// The edition that holds, ready.
    record Edition(ScaleEdition edition, LocalDate decidingDay, Classifier classifier)
        implements Found {}

    /// No chosen edition of the scale holds on the deciding day.
    record NotInForce(ScaleId scale, LocalDate decidingDay, List<ScaleEdition> editions)
        implements Found {}
  }

  /// For each chosen scale the newest chosen edition that holds on the deciding day of the
  /// incident.
  public List<Found> forRevision(Revision revision) {
    List<Found> found = new ArrayList<>();
    chosen.forEach((scale, editions) -> {
      LocalDate deciding = decidingDay(revision, editions.getLast().heading().validity());
      Optional<ScaleEdition> holding =
          editions.reversed().stream()
              .filter(edition ->
                  edition
                      .heading()
                      .validity()
                      .holdsOn(decidingDay(revision, edition.heading().validity())))
              .findFirst();
      found.add(
          holding
              .<Found>map(edition ->
                  new Found.Edition(
                      edition,
                      decidingDay(revision, edition.heading().validity()),
                      classifier(edition, deciding)))
              .orElseGet(() -> new Found.NotInForce(scale, deciding, editions)));
    });
    return found;
  }

  private LocalDate decidingDay(Revision revision, Heading.Validity validity) {
    return day.orElseGet(() -> {
      Optional<Instant> moment =
          switch (validity.day()) {
            case AWARENESS -> revision.aware();
            case OCCURRENCE -> occurred(revision).or(revision::aware);
          };
      return moment.or(revision::at).orElse(now).atZone(validity.zone()).toLocalDate();
    });
  }

  private static Optional<Instant> occurred(Revision revision) {
    return revision.sheet().stated(OCCURRED).map(List::getFirst).stream()
        .flatMap(stated ->
            stated instanceof Stated.Exactly(Value.Number(long seconds))
                ? java.util.stream.Stream.of(Instant.ofEpochSecond(seconds))
                : java.util.stream.Stream.empty())
        .findFirst();
  }

  /// The classifier of an edition for incidents of which an entity became aware at this moment.
  public Classifier classifier(ScaleEdition edition, Instant aware) {
    return classifier(edition, aware.atZone(edition.heading().validity().zone()).toLocalDate());
  }

  private Classifier classifier(ScaleEdition edition, LocalDate deciding) {
    return classifiers.of(edition, deciding);
  }
}
