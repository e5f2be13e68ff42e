package org.parley.core.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Mode;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.Rule;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.Test;
import org.parley.core.terms.Exact;

/// Draws editions and sheets of the small world at random.
final class RandomWorld {

  private static final List<String> NAMES =
      List.of(
          "flag", "grade", "kind", "marks", "hit", "hitToo", "total", "alone", "weight", "outage",
          "loss", "income", "part", "began", "seen", "ended", "states");

  private final Random random;
  private List<FactKey> keys = List.of();
  private final Set<FactKey> asked = new LinkedHashSet<>();

  RandomWorld(long seed) {
    this.random = new Random(seed);
  }

  /// The facts that the last edition asks for.
  Set<FactKey> asked() {
    return asked;
  }

  ScaleEdition edition() {
    asked.clear();
    keys = new ArrayList<>();
    int count = 2 + random.nextInt(3);
    List<List<String>> coupled =
        List.of(
            List.of("hit", "total"),
            List.of("hit", "hitToo", "total"),
            List.of("hit", "outage"),
            List.of("hit", "total", "outage"),
            List.of("total", "weight", "hit"),
            List.of("loss", "income"),
            List.of("began", "seen", "ended"),
            List.of("alone", "weight"));
    if (random.nextInt(3) > 0) {
      pick(coupled).forEach(name -> keys.add(FactKey.of(name)));
    }
    while (keys.size() < count) {
      FactKey key = FactKey.of(pick(NAMES));
      keys.add(random.nextInt(5) == 0 ? key.as(Mode.POTENTIAL) : key);
    }
    Optional<ScaleEdition.Scope> scope =
        random.nextInt(4) == 0
            ? Optional.of(new ScaleEdition.Scope(condition(1), Optional.empty()))
            : Optional.empty();
    List<ScaleEdition.Adjustment> adjustments = new ArrayList<>();
    for (int i = random.nextInt(6) - 3; i > 0; i--) {
      adjustments.add(
          new ScaleEdition.Adjustment(
              condition(1),
              Editions.level(random.nextInt(4)),
              random.nextBoolean(),
              Optional.empty()));
    }
    return Editions.edition(rule(2), scope, adjustments);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private FactKey key() {
    FactKey key = pick(keys);
    asked.add(key);
    return key;
  }

  private Rule rule(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 6)) {
      case 0, 1 -> new Rule.Ladder(rows(), grade(), Optional.empty());
      case 2 -> mean();
      case 3 -> new Rule.Score(expression(2), bands(), Optional.empty());
      case 4 -> matrix();
      case 5 -> new Rule.Fixed(grade(), Optional.empty());
      case 6 -> {
        LinkedHashMap<String, Rule> dimensions = new LinkedHashMap<>();
        dimensions.put("one", rule(depth - 1));
        dimensions.put("two", rule(depth - 1));
        yield new Rule.GravestOf(dimensions, Optional.empty());
      }
      case 7 -> new Rule.Gate(condition(2), grade(), rule(depth - 1), Optional.empty());
      default -> byOption(depth);
    };
  }

  private Rule byOption(int depth) {
    List<FactKey> choices = keys.stream().filter(key -> isOption(SmallWorld.type(key))).toList();
    if (choices.isEmpty()) {
      return rule(depth - 1);
    }
    FactKey key = pick(choices);
    asked.add(key);
    return new Rule.ByOption(
        key, Map.of(0, rule(depth - 1), 1, rule(depth - 1)), grade(), Optional.empty());
  }

  private static boolean isOption(FactType type) {
    return type instanceof FactType.YesNo
        || type instanceof FactType.Ordered
        || type instanceof FactType.Choice;
  }

  private Grade grade() {
    return random.nextInt(5) == 0
        ? (random.nextBoolean() ? Grade.OUT_OF_SCOPE : Grade.UNSAID)
        : Editions.level(random.nextInt(4));
  }

  private List<Rule.Row> rows() {
    List<Rule.Row> rows = new ArrayList<>();
    for (int rank = 3; rank > 0; rank--) {
      if (random.nextInt(3) > 0) {
        rows.add(new Rule.Row(Editions.level(rank), condition(2)));
      }
    }
    return rows;
  }

  private Rule.Bands bands() {
    List<Exact> from = new ArrayList<>();
    int bound = -3;
    for (int i = 0; i < 4; i++) {
      from.add(Exact.of(bound, 2));
      bound += 1 + random.nextInt(6);
    }
    return new Rule.Bands(from, 2);
  }

  private Rule mean() {
    List<Criterion> criteria = criteria(1 + random.nextInt(3), false);
    Rule.WeightedMean plain =
        new Rule.WeightedMean(criteria, Optional.empty(), bands(), Optional.empty());
    Rule.WeightedMean stretched =
        new Rule.WeightedMean(
            criteria,
            Optional.of(Exact.of(5)),
            Editions.bands("0", "1.25", "2.5", "4"),
            Optional.empty());
    return random.nextBoolean() ? stretched : plain;
  }

  private Rule matrix() {
    List<Criterion> criteria = criteria(2, true);
    int cells = criteria.stream().mapToInt(one -> one.options().size()).reduce(1, (a, b) -> a * b);
    return new Rule.Matrix(
        criteria,
        IntStream.range(0, cells).mapToObj(_ -> new Rule.Cell(grade(), Optional.empty())).toList(),
        Optional.empty());
  }

  private Rule.Expression expression(int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return random.nextInt(4) == 0
          ? new Rule.Expression.Constant(Exact.of(random.nextInt(5) - 1))
          : new Rule.Expression.Of(criteria(1, false).getFirst());
    }
    return new Rule.Expression.Combined(
        pick(List.of(Rule.Operation.values())),
        List.of(expression(depth - 1), expression(depth - 1)));
  }

  private List<Criterion> criteria(int count, boolean matrix) {
    List<Criterion> criteria = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Criterion.Body body = body(matrix);
      Optional<Criterion.Substitute> substitute =
          random.nextBoolean()
              ? Optional.of(
                  new Criterion.Substitute(
                      Optional.of("o0"), Exact.of(random.nextInt(3)), Optional.empty()))
              : Optional.empty();
      criteria.add(
          new Criterion(
              "c" + random.nextInt(1000),
              Exact.of(1 + random.nextInt(4), 1 + random.nextInt(2)),
              body,
              Optional.empty(),
              substitute,
              Optional.empty()));
    }
    return criteria;
  }

  private Criterion.Body body(boolean matrix) {
    FactKey key = key();
    FactType type = SmallWorld.type(key);
    if (isOption(type)) {
      return new Criterion.ByOption(key, options(type.optionNames().size()));
    }
    if (type instanceof FactType.Options && !matrix) {
      return new Criterion.GravestOf(
          key,
          options(type.optionNames().size()),
          new Criterion.Option("empty", Exact.of(random.nextInt(3)), Optional.empty()));
    }
    if (matrix || random.nextBoolean()) {
      return new Criterion.ByCondition(options(3), List.of(condition(1), condition(1)));
    }
    return new Criterion.Sum(
        List.of(
            new Criterion.Addend(Exact.of(random.nextInt(5) - 1), condition(1)),
            new Criterion.Addend(Exact.of(1, 2), condition(1))));
  }

  private List<Criterion.Option> options(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new Criterion.Option("o" + i, Exact.of(random.nextInt(6) - 1), Optional.empty()))
        .toList();
  }

  private Condition condition(int depth) {
    if (depth > 0 && random.nextInt(4) > 0) {
      Condition[] parts =
          IntStream.range(0, 1 + random.nextInt(3))
              .mapToObj(_ -> condition(depth - 1))
              .toArray(Condition[]::new);
      return switch (random.nextInt(4)) {
        case 0 -> Editions.any(parts);
        case 1 -> Editions.all(parts);
        case 2 -> Editions.none(parts);
        default -> Editions.countOf(1 + random.nextInt(parts.length), parts);
      };
    }
    return random.nextInt(12) == 0
        ? new Condition.Always(random.nextBoolean(), org.parley.core.scale.Notes.NONE)
        : test(key());
  }

  private Condition test(FactKey key) {
    Optional<Condition> coupled = random.nextInt(3) > 0 ? coupled(key) : Optional.empty();
    return coupled.orElseGet(() -> Editions.passes(new Quantity.Plain(key), plain(key)));
  }

  private Optional<Condition> coupled(FactKey key) {
    return switch (key.fact().text()) {
      case "hit", "hitToo" -> partOf(key, FactKey.of("total").as(key.mode()));
      case "loss" -> partOf(key, FactKey.of("income").as(key.mode()));
      case "alone" -> product(key, FactKey.of("weight").as(key.mode()));
      case "outage" -> product(key, FactKey.of("hit").as(key.mode()));
      case "weight" -> product(key, FactKey.of("total").as(key.mode()));
      case "seen", "ended" -> {
        FactKey began = FactKey.of("began").as(key.mode());
        asked.add(began);
        yield Optional.of(
            Editions.passes(new Quantity.Span(began, key), comparison(4, 1, Optional.empty())));
      }
      default -> Optional.empty();
    };
  }

  private Optional<Condition> partOf(FactKey part, FactKey whole) {
    asked.add(whole);
    if (random.nextInt(3) == 0) {
      Test share =
          new Test.CompareShare(
              random.nextBoolean() ? Test.Verb.OVER : Test.Verb.AT_LEAST, fraction(), whole);
      Optional<String> currency = currency(part);
      Test number = new Test.Compare(Test.Verb.OVER, Exact.of(random.nextInt(4)), currency);
      return Optional.of(
          Editions.passes(
              new Quantity.Plain(part),
              new Test.Bounds(Test.Verb.OVER, random.nextBoolean(), List.of(number, share))));
    }
    Test.Verb verb = pick(List.of(Test.Verb.values()));
    return Optional.of(
        Editions.passes(
            new Quantity.Ratio(part, whole), new Test.Compare(verb, fraction(), Optional.empty())));
  }

  private Exact fraction() {
    return pick(
        List.of(
            Exact.ZERO,
            Exact.of(1, 5),
            Exact.of(1, 3),
            Exact.of(2, 5),
            Exact.of(1, 2),
            Exact.of(3, 4),
            Exact.ONE,
            Exact.of(3, 2)));
  }

  private Optional<Condition> product(FactKey one, FactKey other) {
    asked.add(other);
    Test.Verb verb = pick(List.of(Test.Verb.OVER, Test.Verb.AT_LEAST, Test.Verb.UNDER));
    return Optional.of(
        Editions.passes(
            new Quantity.Product(one, other),
            new Test.Compare(verb, Exact.of(random.nextInt(25), 2), Optional.empty())));
  }

  private static Optional<String> currency(FactKey key) {
    return SmallWorld.type(key) instanceof FactType.Money ? Optional.of("EUR") : Optional.empty();
  }

  private Test comparison(int most, int parts, Optional<String> currency) {
    Test.Verb verb = pick(List.of(Test.Verb.values()));
    return new Test.Compare(verb, Exact.of(random.nextInt(most * parts + 1), parts), currency);
  }

  private Test plain(FactKey key) {
    FactType type = SmallWorld.type(key);
    return switch (type) {
      case FactType.YesNo _, FactType.Ordered _, FactType.Choice _ ->
          Editions.is(
              IntStream.range(0, type.optionNames().size())
                  .filter(_ -> random.nextBoolean())
                  .toArray());
      case FactType.Options _ ->
          switch (random.nextInt(4)) {
            case 0, 1 -> Editions.hasAny(1 + random.nextInt(15));
            case 2 -> Editions.hasAll(1 + random.nextInt(15));
            default -> new Test.Empty(random.nextBoolean());
          };
      case FactType.Count _, FactType.Duration _ -> comparison(6, 1, Optional.empty());
      case FactType.Instant _ -> comparison(4, 1, Optional.empty());
      case FactType.Quantity _ -> comparison(3, 2, Optional.empty());
      case FactType.Money _ -> comparison(3, 2, Optional.of("EUR"));
      case FactType.Share _ -> comparison(1, 10, Optional.empty());
      case FactType.Codes _ -> new Test.Empty(random.nextBoolean());
      case FactType.Group _, FactType.Text _ -> throw new IllegalStateException();
    };
  }

  /// A sheet on which every key may be stated in any manner; instants and codes are never unknown,
  /// as their domains are not small.
  Sheet sheet(Set<FactKey> stated) {
    Map<FactKey, List<Stated>> statements = new HashMap<>();
    for (FactKey key : stated) {
      FactType type = SmallWorld.type(key);
      boolean wide = type instanceof FactType.Instant || type instanceof FactType.Codes;
      if (wide || random.nextInt(4) > 0) {
        List<Stated> said = new ArrayList<>();
        for (int i = random.nextInt(6) == 0 ? 2 : 1; i > 0; i--) {
          said.add(statement(key, type, wide));
        }
        statements.put(key, said);
      }
    }
    return new Sheet(statements, random.nextInt(5) == 0);
  }

  private Stated statement(FactKey key, FactType type, boolean wide) {
    List<Value> values = SmallWorld.values(key);
    return switch (random.nextInt(8)) {
      case 0 -> new Stated.NotApplicable("test");
      case 1, 2 -> new Stated.OneOf(List.of(pick(values), pick(values)));
      case 3, 4 -> partly(key, type, values);
      case 5 -> wide ? new Stated.Exactly(pick(values)) : new Stated.Unknown("test");
      default -> new Stated.Exactly(pick(values));
    };
  }

  private Stated partly(FactKey key, FactType type, List<Value> values) {
    if (type instanceof FactType.Options) {
      long some = random.nextInt(16);
      long includes = some & random.nextInt(16);
      return new Stated.SetBetween(includes, random.nextInt(16) & ~includes);
    }
    if (type instanceof FactType.Codes && pick(values) instanceof Value.Codes(var codes)) {
      return new Stated.CodesBetween(codes, false);
    }
    if (type instanceof FactType.Choice) {
      return new Stated.Unknown(key.toString());
    }
    int low = random.nextInt(values.size());
    int high = low + random.nextInt(values.size() - low);
    return new Stated.Between(Optional.of(values.get(low)), Optional.of(values.get(high)));
  }
}
