package org.parley.desk.voice;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactId;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Mode;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.terms.Exact;

/// Names facts and writes values of facts as people read them.
public final class Values {

  private final Words words;
  private final Labels facts;
  private final Labels scale;
  private final Catalogue catalogue;

  /// @param scale labels of the edition whose judgements are among the facts; none where there is
  ///   no edition
  /// @param catalogue with the judgements of that edition
  public Values(Words words, Labels facts, Labels scale, Catalogue catalogue) {
    this.words = words;
    this.facts = facts;
    this.scale = scale;
    this.catalogue = catalogue;
  }

  public Fact fact(FactKey key) {
    return catalogue
        .find(key.fact())
        .orElseThrow(() -> new IllegalStateException("no such fact: " + key));
  }

  /// The name of what a statement is about: `users affected (EU)`, `direct loss (could have been
  /// caused)`.
  public String name(FactKey key) {
    String name =
        facts
            .find("facts." + key.fact() + ".label")
            .orElseGet(() -> judgement(key.fact(), ".label"));
    String limited =
        key.region().isEmpty() ? name : words.say("quantity.region", name, key.region());
    return key.mode() == Mode.POTENTIAL ? words.say("quantity.potential", limited) : limited;
  }

  /// What is asked about a fact: its question, or its name where it has none of its own.
  public String question(FactKey key) {
    String question =
        facts
            .find("facts." + key.fact() + ".question")
            .or(() -> scale.find("judgements." + shortName(key.fact()) + ".question"))
            .orElseGet(() -> name(key));
    return key.region().isEmpty() && key.mode() == Mode.ACTUAL
        ? question
        : words.say("line.labelled", name(key), question);
  }

  /// The definition of a fact; empty where there is none.
  public String means(FactKey key) {
    return facts
        .find("facts." + key.fact() + ".means")
        .or(() -> scale.find("judgements." + shortName(key.fact()) + ".means"))
        .orElse("");
  }

  /// A unit by itself, as forms show it.
  public String unit(String unit) {
    return words.knows("unit." + unit) ? words.say("unit." + unit) : unit;
  }

  private static String shortName(FactId id) {
    String own = id.text().substring(id.text().lastIndexOf(':') + 1);
    return own.substring(own.lastIndexOf('/') + 1);
  }

  private String judgement(FactId id, String part) {
    String name = shortName(id);
    return scale.find("judgements." + name + part).orElseGet(() -> Labels.readable(name));
  }

  public String option(FactKey key, int place) {
    String option = fact(key).type().optionNames().get(place);
    if (fact(key).type() instanceof FactType.YesNo) {
      return words.say(place == 1 ? "value.yes" : "value.no");
    }
    return facts
        .find("facts." + key.fact() + ".options." + option)
        .or(() -> facts.find("types." + option))
        .or(() ->
            scale.find(
                "judgements." + key.fact().text().replaceFirst(".*:", "") + ".options." + option))
        .orElseGet(() -> Labels.readable(option));
  }

  /// Several options, joined.
  public String options(FactKey key, List<Integer> places) {
    return String.join(", ", places.stream().map(place -> option(key, place)).toList());
  }

  public String members(FactKey key, long mask) {
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < fact(key).type().optionNames().size(); place++) {
      if ((mask >> place & 1) == 1) {
        places.add(place);
      }
    }
    return places.isEmpty() ? words.say("value.none") : options(key, places);
  }

  public String value(FactKey key, Value value) {
    return switch (value) {
      case Value.Option(int index) -> option(key, index);
      case Value.Options(long mask) -> members(key, mask);
      case Value.Number(long units) -> units(key, units);
      case Value.Money(long units, String currency) -> units(key, units) + " " + currency;
      case Value.Share(long part, long of) ->
          of == 100
              ? words.say("number.percent", words.number(BigDecimal.valueOf(part)))
              : words.say(
                  "number.of-total",
                  words.number(BigDecimal.valueOf(part)),
                  words.number(BigDecimal.valueOf(of)));
      case Value.Codes(var codes) -> codes.isEmpty() ? words.say("value.none") : codes(codes);
      case Value.Key(String shared) -> shared;
      case Value.Text(String text) -> text;
    };
  }

  /// Codes with the names of the States that have them: `Austria (AT)`; a code without a name stays
  /// what it is.
  private String codes(Collection<String> codes) {
    return codes.stream()
        .map(code ->
            facts
                .find("states." + code + ".short")
                .map(name -> name + " (" + code + ")")
                .orElse(code))
        .collect(Collectors.joining(", "));
  }

  /// A number of quanta in the natural unit of the fact.
  public String units(FactKey key, long units) {
    FactType type = fact(key).type();
    return switch (type) {
      case FactType.Duration _ -> Durations.text(words, units);
      case FactType.Instant _ -> Instant.ofEpochSecond(units).toString();
      case FactType.Quantity(String unit, Exact quantum, _) -> counted(units, quantum, unit);
      case FactType.Money(Exact quantum, _) -> amount(units, quantum);
      case FactType.YesNo _,
          FactType.Ordered _,
          FactType.Choice _,
          FactType.Options _,
          FactType.Count _,
          FactType.Share _,
          FactType.Codes _,
          FactType.Group _,
          FactType.Text _ ->
          words.number(BigDecimal.valueOf(units));
    };
  }

  /// Whole amounts of a unit that the words can count are counted; others stand before the unit's
  /// symbol.
  private String counted(long units, Exact quantum, String unit) {
    Exact amount = Exact.of(units).times(quantum);
    String key =
        unit.endsWith("s") && unit.length() > 2 ? unit.substring(0, unit.length() - 1) : unit;
    return amount.isWhole() && words.knows(key + ".other")
        ? words.count(key, amount.floor().longValueExact())
        : amount(units, quantum) + " " + unit;
  }

  private String amount(long units, Exact quantum) {
    return words.number(new BigDecimal(Exact.of(units).times(quantum).toString()));
  }

  /// What is stated, in words.
  public String stated(FactKey key, Stated stated) {
    return switch (stated) {
      case Stated.Exactly(Value value) -> value(key, value);
      case Stated.Between(Optional<Value> low, Optional<Value> high) -> between(key, low, high);
      case Stated.OneOf(List<Value> values) ->
          words.say(
              "value.one-of",
              String.join(", ", values.stream().map(each -> value(key, each)).toList()));
      case Stated.SetBetween(long includes, long mayInclude) ->
          perhaps(
              members(key, includes),
              isAll(key, includes | mayInclude)
                  ? words.say("value.anything")
                  : members(key, mayInclude));
      case Stated.CodesBetween(var includes, boolean more) ->
          more ? perhaps(codes(includes), words.say("value.anything")) : codes(includes);
      case Stated.Unknown _ -> words.say("value.unknown");
      case Stated.NotApplicable _ -> words.say("value.not-applicable");
    };
  }

  private boolean isAll(FactKey key, long mask) {
    return mask == (1L << fact(key).type().optionNames().size()) - 1;
  }

  private String perhaps(String sure, String also) {
    return words.say("value.perhaps-also", sure, also);
  }

  private String between(FactKey key, Optional<Value> low, Optional<Value> high) {
    if (low.isEmpty()) {
      return words.say("value.or-less", high.map(value -> value(key, value)).orElse(""));
    }
    return high.map(value -> words.say("value.range", value(key, low.get()), value(key, value)))
        .orElseGet(() -> words.say("value.or-more", value(key, low.get())));
  }

  public String statedAll(FactKey key, List<Stated> all) {
    return String.join(" / ", all.stream().map(each -> stated(key, each)).toList());
  }
}
