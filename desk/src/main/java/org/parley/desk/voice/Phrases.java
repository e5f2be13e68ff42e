package org.parley.desk.voice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.outcome.Region;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.Test;
import org.parley.core.terms.Exact;

/// Says conditions, tests and grades of an edition in words.
public final class Phrases {

  private final Words words;
  private final Labels scale;
  private final Values values;

  public Phrases(Words words, Labels scale, Values values) {
    this.words = words;
    this.scale = scale;
    this.values = values;
  }

  public String grade(Grade grade) {
    return switch (grade) {
      case Grade.Level(_, String name) -> scale.of("levels." + name);
      case Grade.OutOfScope(), Grade.Unsaid() -> words.say("outcome." + grade.word());
    };
  }

  public String grades(List<Grade> grades) {
    return String.join(" · ", grades.stream().map(this::grade).toList());
  }

  public String criterion(String name) {
    return scale.of("criteria." + name);
  }

  /// The place of a rule that a step names.
  public String dimension(String name) {
    return scale.first(List.of("dimensions." + name, "criteria." + name, name));
  }

  /// A condition by its label, or spelt out.
  public String condition(Condition condition) {
    Optional<String> label =
        condition.notes().label().flatMap(key -> scale.find("conditions." + key));
    return label.orElseGet(() -> spelt(condition));
  }

  private String spelt(Condition condition) {
    return switch (condition) {
      case Condition.Passes(Quantity quantity, Test test, _, _) ->
          quantity(quantity) + ": " + test(quantity, test);
      case Condition.CountOf(var parts, int atLeast, Condition.Wording wording, _) ->
          switch (wording) {
            case CAUSED_OR_CAPABLE ->
                words.say("join.caused-or-capable") + " " + condition(parts.getFirst());
            case ANY -> words.say("join.any");
            case ALL -> words.say("join.all");
            case COUNT -> words.say("join.at-least", atLeast);
          };
      case Condition.NoneOf _ -> words.say("join.none");
      case Condition.Named(String name, Condition body, _) ->
          scale.find("conditions." + name).orElseGet(() -> condition(body));
      case Condition.Always _ -> words.say("condition.always");
    };
  }

  public String quantity(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Plain(FactKey key) -> values.name(key);
      case Quantity.Named(String name, Quantity body, _) ->
          scale.find("derived." + name).orElseGet(() -> quantity(body));
      case Quantity.Ratio(FactKey part, FactKey whole) ->
          words.say("quantity.ratio", values.name(part), values.name(whole));
      case Quantity.Product(FactKey first, FactKey second) ->
          words.say("quantity.product", values.name(first), values.name(second));
      case Quantity.Span(FactKey from, FactKey to) ->
          words.say("quantity.span", values.name(from), values.name(to));
      case Quantity.CodeCount(FactKey key, var among) ->
          among
              .map(group ->
                  words.say(
                      "quantity.count-among",
                      values.name(key),
                      group.name().toUpperCase(java.util.Locale.ROOT)))
              .orElseGet(() -> words.say("quantity.count-of", values.name(key)));
      case Quantity.ShareOfReference(FactKey key, var series) ->
          words.say("quantity.share-of", values.name(key), series.name(), series.year());
    };
  }

  /// A test, without the quantity: `more than 24 h`.
  public String test(Quantity quantity, Test test) {
    return switch (test) {
      case Test.Compare(Test.Verb verb, Exact bound, var currency) ->
          verb(verb, bound(quantity, bound, currency));
      case Test.CompareShare(Test.Verb verb, Exact share, FactKey whole) ->
          verb(verb, words.say("bound.share", percent(share), values.name(whole)));
      case Test.OptionIn(Test.Verb verb, var operands, var accepted) ->
          options(quantity, verb, operands, accepted);
      case Test.HasAny(_, long mask) ->
          words.say(
              Long.bitCount(mask) == 1 ? "test.includes" : "test.includes-any-of",
              values.members(quantity.keys().getFirst(), mask));
      case Test.HasAll(_, long mask) ->
          words.say(
              Long.bitCount(mask) == 1 ? "test.includes" : "test.includes-all-of",
              values.members(quantity.keys().getFirst(), mask));
      case Test.Empty(boolean empty) -> words.say(empty ? "test.empty.yes" : "test.empty.no");
      case Test.Both(Test first, Test second) ->
          test(quantity, first) + ", " + test(quantity, second);
      case Test.Bounds(Test.Verb verb, boolean lowest, var bounds) ->
          words.say(
              "test." + key(verb) + (lowest ? "-lowest" : "-highest"),
              String.join("; ", bounds.stream().map(each -> alone(quantity, each)).toList()));
    };
  }

  /// The bound of a test without its verb.
  private String alone(Quantity quantity, Test test) {
    return switch (test) {
      case Test.Compare(_, Exact bound, var currency) -> bound(quantity, bound, currency);
      case Test.CompareShare(_, Exact share, FactKey whole) ->
          words.say("bound.share", percent(share), values.name(whole));
      case Test.OptionIn _,
          Test.HasAny _,
          Test.HasAll _,
          Test.Empty _,
          Test.Both _,
          Test.Bounds _ ->
          test(quantity, test);
    };
  }

  private String verb(Test.Verb verb, String bound) {
    return words.say(verb == Test.Verb.IS ? "test.exactly" : "test." + key(verb), bound);
  }

  private static String key(Test.Verb verb) {
    return switch (verb) {
      case OVER -> "over";
      case AT_LEAST -> "at-least";
      case UNDER -> "under";
      case AT_MOST -> "at-most";
      case IS -> "is";
    };
  }

  private String options(
      Quantity quantity, Test.Verb verb, List<String> operands, java.util.Set<Integer> accepted) {
    FactKey key = quantity.keys().getFirst();
    if (verb == Test.Verb.IS || operands.size() > 1) {
      return values.options(key, accepted.stream().sorted().toList());
    }
    List<String> names = values.fact(key).type().optionNames();
    return words.say(
        "test.option." + key(verb), values.option(key, names.indexOf(operands.getFirst())));
  }

  private String bound(Quantity quantity, Exact bound, Optional<String> currency) {
    return switch (quantity) {
      case Quantity.Ratio _, Quantity.ShareOfReference _ -> percent(bound);
      case Quantity.Named(_, Quantity body, _) -> bound(body, bound, currency);
      case Quantity.Span _ -> Durations.text(words, bound.floor().longValue());
      case Quantity.CodeCount _, Quantity.Product _ -> number(bound);
      case Quantity.Plain(FactKey key) ->
          switch (values.fact(key).type()) {
            case FactType.Share _ -> percent(bound);
            case FactType.Duration _, FactType.Instant _, FactType.Quantity _ ->
                values.units(
                    key,
                    bound.dividedBy(values.fact(key).type().quantumOrOne()).floor().longValue());
            case FactType.Money _ -> number(bound) + currency.map(each -> " " + each).orElse("");
            case FactType.YesNo _,
                FactType.Ordered _,
                FactType.Choice _,
                FactType.Options _,
                FactType.Count _,
                FactType.Codes _,
                FactType.Group _,
                FactType.Text _ ->
                number(bound);
          };
    };
  }

  private String number(Exact number) {
    return words.number(
        new BigDecimal(number.toString().contains("/") ? number.shown(6) : number.toString()));
  }

  private String percent(Exact share) {
    return words.say("number.percent", number(share.times(Exact.of(100))));
  }

  /// What a fact would have to be.
  public String region(Region region) {
    return switch (region) {
      case Region.OptionsOf(FactKey key, var places) ->
          values.name(key) + ": " + values.options(key, places);
      case Region.SetHas(FactKey key, long anyOf, boolean has) ->
          values.name(key)
              + ": "
              + (has
                  ? words.say("test.includes-any-of", values.members(key, anyOf))
                  : noneOf(key, anyOf));
      case Region.Interval(FactKey key, long low, long high) ->
          values.name(key) + ": " + interval(key, low, high);
      case Region.Claims(var claims) ->
          String.join("; ", claims.stream().map(this::claim).toList());
    };
  }

  private String noneOf(FactKey key, long mask) {
    return words.say("join.none") + " " + values.members(key, mask);
  }

  private String interval(FactKey key, long low, long high) {
    FactType type = values.fact(key).type();
    if (low == high) {
      return values.units(key, low);
    }
    if (low <= 0) {
      return words.say("value.or-less", values.units(key, high));
    }
    return type.isNumeric() && high >= type.capUnits()
        ? words.say("value.or-more", values.units(key, low))
        : words.say("value.range", values.units(key, low), values.units(key, high));
  }

  private String claim(Region.Claim claim) {
    String text = quantity(claim.quantity()) + ": " + test(claim.quantity(), claim.test());
    return claim.passes() ? text : words.say("line.labelled", text, words.say("condition.fails"));
  }
}
