package org.parley.core.engine;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.FactKey;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Heading;
import org.parley.core.scale.Levels;
import org.parley.core.scale.Notes;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.Rule;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.Test;
import org.parley.core.scale.Unknowns;
import org.parley.core.terms.Exact;
import org.parley.core.terms.ScaleId;

/// Builds editions by hand, with as few words as possible.
final class Editions {

  static final Levels LEVELS = Levels.of(List.of("low", "medium", "high", "top"));
  static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  private Editions() {}

  static ScaleEdition edition(Rule rule) {
    return edition(rule, Optional.empty(), List.of());
  }

  static ScaleEdition edition(
      Rule rule, Optional<ScaleEdition.Scope> scope, List<ScaleEdition.Adjustment> adjustments) {
    return edition(
        rule,
        new ScaleEdition.Around(
            scope,
            adjustments,
            Optional.empty(),
            new Unknowns(Unknowns.Policy.SILENT, Optional.empty()),
            List.of()));
  }

  static ScaleEdition edition(Rule rule, ScaleEdition.Around around) {
    return new ScaleEdition(
        new Heading(
            new ScaleId("xx", "test"),
            "1",
            "Test",
            "Nobody",
            Heading.Authority.DRAFT,
            Heading.Unit.INCIDENT,
            new Heading.Validity(
                LocalDate.of(2020, 1, 1),
                Optional.empty(),
                Heading.DecidingDay.AWARENESS,
                ZoneOffset.UTC)),
        SmallWorld.DIGEST,
        LEVELS,
        new ScaleEdition.Vocabulary(
            Map.of(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            Optional.of(SmallWorld.RATES)),
        rule,
        around);
  }

  static Grade.Level level(int rank) {
    return LEVELS.at(rank);
  }

  static FactKey key(String text) {
    return FactKey.of(text);
  }

  static Exact exact(String text) {
    return Exact.parse(text).orElseThrow();
  }

  static Condition passes(Quantity quantity, Test test) {
    return new Condition.Passes(quantity, test, Optional.empty(), Notes.NONE);
  }

  static Condition passes(String key, Test test) {
    return passes(new Quantity.Plain(key(key)), test);
  }

  static Quantity ratio(String part, String whole) {
    return new Quantity.Ratio(key(part), key(whole));
  }

  static Quantity product(String one, String other) {
    return new Quantity.Product(key(one), key(other));
  }

  static Quantity span(String from, String to) {
    return new Quantity.Span(key(from), key(to));
  }

  static Test compare(Test.Verb verb, String bound) {
    return new Test.Compare(verb, exact(bound), Optional.empty());
  }

  static Test compare(Test.Verb verb, String bound, String currency) {
    return new Test.Compare(verb, exact(bound), Optional.of(currency));
  }

  static Test over(String bound) {
    return compare(Test.Verb.OVER, bound);
  }

  static Test atLeast(String bound) {
    return compare(Test.Verb.AT_LEAST, bound);
  }

  static Test under(String bound) {
    return compare(Test.Verb.UNDER, bound);
  }

  static Test is(int... places) {
    Set<Integer> accepted = new java.util.TreeSet<>();
    for (int place : places) {
      accepted.add(place);
    }
    return new Test.OptionIn(Test.Verb.IS, List.of(), accepted);
  }

  static Test hasAny(long mask) {
    return new Test.HasAny(List.of(), mask);
  }

  static Test hasAll(long mask) {
    return new Test.HasAll(List.of(), mask);
  }

  static Condition any(Condition... parts) {
    return new Condition.CountOf(List.of(parts), 1, Condition.Wording.ANY, Notes.NONE);
  }

  static Condition all(Condition... parts) {
    return new Condition.CountOf(List.of(parts), parts.length, Condition.Wording.ALL, Notes.NONE);
  }

  static Condition countOf(int atLeast, Condition... parts) {
    return new Condition.CountOf(List.of(parts), atLeast, Condition.Wording.COUNT, Notes.NONE);
  }

  static Condition none(Condition... parts) {
    return new Condition.NoneOf(List.of(parts), Notes.NONE);
  }

  /// A ladder from its rows, gravest first; what remains is the mildest level.
  static Rule ladder(Condition... gravestFirst) {
    List<Rule.Row> rows = new ArrayList<>();
    for (int i = 0; i < gravestFirst.length; i++) {
      rows.add(new Rule.Row(level(LEVELS.count() - 1 - i), gravestFirst[i]));
    }
    return new Rule.Ladder(rows, level(0), Optional.empty());
  }

  static List<Criterion.Option> options(String... scores) {
    List<Criterion.Option> options = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      options.add(new Criterion.Option("o" + i, exact(scores[i]), Optional.empty()));
    }
    return options;
  }

  static Criterion byOption(String key, String weight, String... scores) {
    return criterion("by-" + key, weight, new Criterion.ByOption(key(key), options(scores)));
  }

  static Criterion criterion(String name, String weight, Criterion.Body body) {
    return new Criterion(
        name, exact(weight), body, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Rule.Bands bands(String... from) {
    return new Rule.Bands(java.util.stream.Stream.of(from).map(Editions::exact).toList(), 2);
  }
}
