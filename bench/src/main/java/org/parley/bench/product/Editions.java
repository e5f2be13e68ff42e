package org.parley.bench.product;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.bench.sample.Category;
import org.parley.bench.sample.Family;
import org.parley.bench.sample.MatrixScale;
import org.parley.bench.sample.Threshold;
import org.parley.bench.sample.WeightedScale;
import org.parley.core.engine.CompiledScale;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactId;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Together;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Heading;
import org.parley.core.scale.Levels;
import org.parley.core.scale.Notes;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.Rule;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.Test;
import org.parley.core.scale.Unknowns;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Exact;
import org.parley.core.terms.ScaleId;

/// The constructed scales as editions, with a catalogue of the facts they ask for.
public record Editions(ScaleEdition edition, Catalogue catalogue) {

  /// The day on which the editions are applied.
  public static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private static final Digest NO_FILE = Digest.of(new byte[0]);
  private static final long CAP = 10_000_000_000L;

  /// The edition, made ready by the engine.
  public CompiledScale compiled() {
    return CompiledScale.compile(edition, catalogue, DAY).orThrow();
  }

  public static Editions of(Family family) {
    return switch (family) {
      case WEIGHTED -> of(WeightedScale.EIGHT);
      case MATRIX -> matrix();
      case GATE -> gate();
    };
  }

  public static Editions of(WeightedScale scale) {
    List<Fact> facts = new ArrayList<>();
    List<Criterion> criteria = new ArrayList<>();
    for (Category category : scale.categories()) {
      facts.add(fact(category.name(), new FactType.Ordered(category.options())));
      criteria.add(
          criterion(category.name(), category.weight(), category.options(), category.scores()));
    }
    List<Exact> from = Stream.concat(Stream.of(0), scale.cuts().stream()).map(Exact::of).toList();
    return edition(
        "weighted",
        from.size(),
        facts,
        criteria,
        new Rule.WeightedMean(
            criteria, Optional.empty(), new Rule.Bands(from, 2), Optional.empty()));
  }

  private static Editions matrix() {
    List<Criterion> criteria =
        List.of(
            criterion("impact", 1, MatrixScale.IMPACTS, zeros(MatrixScale.IMPACTS)),
            criterion("scope", 1, MatrixScale.SCOPES, zeros(MatrixScale.SCOPES)));
    Levels levels = levels(6);
    List<Rule.Cell> cells =
        MatrixScale.CELLS.stream()
            .flatMap(List::stream)
            .map(rank -> new Rule.Cell(levels.at(rank), Optional.empty()))
            .toList();
    return edition(
        "matrix",
        6,
        List.of(
            fact("impact", new FactType.Ordered(MatrixScale.IMPACTS)),
            fact("scope", new FactType.Ordered(MatrixScale.SCOPES))),
        criteria,
        new Rule.Matrix(criteria, cells, Optional.empty()));
  }

  private static List<Integer> zeros(List<String> options) {
    return options.stream().map(_ -> 0).toList();
  }

  private static Editions gate() {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact(Threshold.GATE, new FactType.YesNo()));
    facts.add(fact(Threshold.ENOUGH, new FactType.Ordered(Threshold.ENOUGH_OPTIONS)));
    List<Condition> reached = new ArrayList<>();
    for (Threshold each : Threshold.SIX) {
      facts.add(fact(each.fact(), new FactType.Count(CAP)));
      Test.Verb verb = each.inclusive() ? Test.Verb.AT_LEAST : Test.Verb.OVER;
      reached.add(
          passes(each.fact(), new Test.Compare(verb, Exact.of(each.bound()), Optional.empty())));
    }
    Levels levels = levels(2);
    Condition twoOfSix = new Condition.CountOf(reached, 2, Condition.Wording.COUNT, Notes.NONE);
    Condition either =
        new Condition.CountOf(
            List.of(is(Threshold.ENOUGH, "established", 2), twoOfSix),
            1,
            Condition.Wording.ANY,
            Notes.NONE);
    Rule open =
        new Rule.Ladder(
            List.of(new Rule.Row(levels.at(1), either)), levels.at(0), Optional.empty());
    return edition(
        "gate",
        2,
        facts,
        List.of(),
        new Rule.Gate(is(Threshold.GATE, "yes", 1), levels.at(0), open, Optional.empty()));
  }

  private static Condition is(String fact, String option, int place) {
    return passes(fact, new Test.OptionIn(Test.Verb.IS, List.of(option), Set.of(place)));
  }

  private static Condition passes(String fact, Test test) {
    return new Condition.Passes(
        new Quantity.Plain(FactKey.of(fact)), test, Optional.empty(), Notes.NONE);
  }

  private static Fact fact(String name, FactType type) {
    return new Fact(
        FactId.parse(name).orElseThrow(),
        "bench",
        type,
        Optional.empty(),
        Fact.Reach.PLAIN,
        Together.MAX,
        "Constructed.");
  }

  private static Criterion criterion(
      String name, int weight, List<String> options, List<Integer> scores) {
    List<Criterion.Option> scored =
        IntStream.range(0, options.size())
            .mapToObj(i ->
                new Criterion.Option(options.get(i), Exact.of(scores.get(i)), Optional.empty()))
            .toList();
    return new Criterion(
        name,
        Exact.of(weight),
        new Criterion.ByOption(FactKey.of(name), scored),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Levels levels(int count) {
    return Levels.of(IntStream.range(0, count).mapToObj(rank -> "level-" + rank).toList());
  }

  private static Editions edition(
      String name, int levels, List<Fact> facts, List<Criterion> criteria, Rule rule) {
    LinkedHashMap<String, Criterion> byName = new LinkedHashMap<>();
    criteria.forEach(criterion -> byName.put(criterion.name(), criterion));
    Heading heading =
        new Heading(
            new ScaleId("bench", name),
            "1",
            "Constructed",
            "Nobody",
            Heading.Authority.DRAFT,
            Heading.Unit.INCIDENT,
            new Heading.Validity(
                DAY, Optional.empty(), Heading.DecidingDay.AWARENESS, ZoneOffset.UTC));
    ScaleEdition edition =
        new ScaleEdition(
            heading,
            NO_FILE,
            levels(levels),
            new ScaleEdition.Vocabulary(
                Map.of(), new LinkedHashMap<>(), new LinkedHashMap<>(), byName, Optional.empty()),
            rule,
            new ScaleEdition.Around(
                Optional.empty(),
                List.of(),
                Optional.empty(),
                new Unknowns(Unknowns.Policy.SILENT, Optional.empty()),
                List.of()));
    return new Editions(edition, new Catalogue("bench", NO_FILE, facts, List.of()));
  }
}
