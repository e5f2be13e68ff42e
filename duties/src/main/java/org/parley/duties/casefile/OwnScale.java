package org.parley.duties.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.parley.core.casefile.Casefile;
import org.parley.core.casefile.Stage;
import org.parley.core.casefile.Work;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.classify.Classifier;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Stated;
import org.parley.core.fact.TypeList;
import org.parley.core.fact.Value;
import org.parley.core.incident.Revision;
import org.parley.core.response.Deadline;
import org.parley.core.response.ResponsePlan;
import org.parley.core.scale.Grade;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.ScaleId;
import org.parley.duties.port.Cases;

/// Reads cases on the node's own scale, and what its response plan asks for.
public final class OwnScale implements Appraisal {

  private static final FactKey OCCURRED = FactKey.of("occurredAt");

  private final List<Reign> reigns;
  private final Catalogue catalogue;
  private final List<ResponsePlan> plans;
  private final FactKey typeFact;
  private final TypeList types;
  private final Map<String, Classifier> classifiers = new ConcurrentHashMap<>();

  /// An edition, and the day from which the node grades by it.
  public record Reign(ScaleEdition edition, LocalDate from) {

    /// An edition that counts whenever it holds.
    public static Reign always(ScaleEdition edition) {
      return new Reign(edition, LocalDate.MIN);
    }

    boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && edition.heading().validity().holdsOn(day);
    }
  }

  /// @param reigns oldest first; at least one
  /// @param plans for the scales of these editions
  /// @param typeFact the fact whose options are the types of the list
  public OwnScale(
      List<Reign> reigns,
      Catalogue catalogue,
      List<ResponsePlan> plans,
      FactKey typeFact,
      TypeList types) {
    this.reigns = List.copyOf(reigns);
    this.catalogue = catalogue;
    this.plans = List.copyOf(plans);
    this.typeFact = typeFact;
    this.types = types;
  }

  /// The fact that tells the type of an incident.
  public FactKey typeFact() {
    return typeFact;
  }

  /// The response plan of the scale that holds for a revision.
  public Optional<ResponsePlan> plan(Revision revision) {
    ScaleId scale = edition(revision).heading().id();
    return plans.stream().filter(plan -> plan.scale().equals(scale)).findFirst();
  }

  /// The edition that holds for a revision: the newest that was in force on its deciding day, or
  /// the newest of all where none was.
  public ScaleEdition edition(Revision revision) {
    return reigns.reversed().stream()
        .filter(each -> each.holdsOn(day(each.edition(), revision)))
        .findFirst()
        .orElseGet(this::latest)
        .edition();
  }

  /// The newest that the node graded by from the beginning: what was to come later does not count
  /// for what was before.
  private Reign latest() {
    return reigns.reversed().stream()
        .filter(each -> each.from().equals(LocalDate.MIN))
        .findFirst()
        .orElseGet(reigns::getLast);
  }

  public Classifier classifier(Revision revision) {
    ScaleEdition edition = edition(revision);
    LocalDate day = day(edition, revision);
    return classifiers.computeIfAbsent(
        edition.digest().hex() + day.getYear(), _ -> new Classifier(edition, catalogue, day));
  }

  /// The day that decides for a revision on some edition, in its issuer's zone.
  public static LocalDate day(ScaleEdition edition, Revision revision) {
    Optional<Instant> moment =
        switch (edition.heading().validity().day()) {
          case AWARENESS -> revision.aware();
          case OCCURRENCE -> occurred(revision).or(revision::aware);
        };
    return moment
        .or(revision::at)
        .orElse(Instant.EPOCH)
        .atZone(edition.heading().validity().zone())
        .toLocalDate();
  }

  private static Optional<Instant> occurred(Revision revision) {
    return revision.sheet().stated(OCCURRED).stream()
        .flatMap(List::stream)
        .filter(stated -> stated instanceof Stated.Exactly(Value.Number _))
        .map(stated ->
            Instant.ofEpochSecond(((Value.Number) ((Stated.Exactly) stated).value()).units()))
        .findFirst();
  }

  /// The levels that are possible at a revision, mildest first.
  public List<Grade.Level> levels(Revision revision) {
    return classifier(revision).possible(revision.sheet()).stream()
        .filter(Grade.Level.class::isInstance)
        .map(Grade.Level.class::cast)
        .toList();
  }

  /// What the plan asks for at a level, for the types that surely apply.
  public ResponsePlan.Entry asked(Revision revision, Grade.Level level) {
    return plan(revision)
        .map(each -> each.together(level.name(), sureWithClasses(revision)))
        .orElse(ResponsePlan.Entry.NOTHING);
  }

  /// What is due at a level, with what was made of it.
  public List<Deadline> deadlines(Casefile state, Revision revision, Grade.Level level) {
    Map<String, Instant> starts = new HashMap<>();
    revision.aware().ifPresent(at -> starts.put("awareness", at));
    occurred(revision).ifPresent(at -> starts.put("occurrence", at));
    state.progress().moves().stream()
        .filter(move -> move.to() == Stage.TRIAGED)
        .findFirst()
        .ifPresent(move -> starts.put("classification", move.at()));
    Map<String, Instant> made = new HashMap<>();
    for (Work.Done report : state.work().reports()) {
      made.putIfAbsent(report.key(), report.at());
    }
    return Deadline.of(asked(revision, level), starts, made);
  }

  /// Keys of the types that surely apply.
  public List<String> sure(Revision revision) {
    long mask = -1;
    boolean stated = false;
    for (Stated each : revision.sheet().stated(typeFact).orElse(List.of())) {
      stated = true;
      mask &= includes(each);
    }
    long known = stated ? mask : 0;
    List<String> names = types.keys();
    return names.stream().filter(name -> (known >> names.indexOf(name) & 1) == 1).toList();
  }

  private static long includes(Stated stated) {
    return switch (stated) {
      case Stated.Exactly(Value.Options(long mask)) -> mask;
      case Stated.SetBetween(long includes, _) -> includes;
      case Stated.Exactly _,
          Stated.Between _,
          Stated.OneOf _,
          Stated.CodesBetween _,
          Stated.Unknown _,
          Stated.NotApplicable _ ->
          0;
    };
  }

  private Set<String> sureWithClasses(Revision revision) {
    Set<String> keys = new LinkedHashSet<>();
    for (String type : sure(revision)) {
      types.classOf(type).ifPresent(keys::add);
      keys.add(type);
    }
    return keys;
  }

  @Override
  public Result of(SeenCase seen) {
    Optional<Revision> latest = seen.what().facts().latest();
    if (latest.isEmpty()) {
      return Result.NOTHING;
    }
    List<Grade.Level> levels = levels(latest.get());
    Optional<Instant> due =
        levels.isEmpty() || !seen.what().stage().isOpen()
            ? tasks(seen.what())
            : sooner(
                Deadline.next(deadlines(seen.what(), latest.get(), levels.getLast())),
                tasks(seen.what()));
    Optional<Cases.Range> range =
        levels.isEmpty()
            ? Optional.empty()
            : Optional.of(new Cases.Range(levels.getFirst().rank(), levels.getLast().rank()));
    return new Result(new Cases.Gauge(range, due), sure(latest.get()));
  }

  private static Optional<Instant> tasks(Casefile state) {
    return state.work().openTasks().stream()
        .flatMap(task -> task.due().stream())
        .min(Instant::compareTo);
  }

  private static Optional<Instant> sooner(Optional<Instant> one, Optional<Instant> other) {
    return Stream.concat(one.stream(), other.stream()).min(Instant::compareTo);
  }
}
