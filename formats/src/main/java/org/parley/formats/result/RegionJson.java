package org.parley.formats.result;

import java.util.List;
import java.util.Optional;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Value;
import org.parley.core.outcome.Region;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.Test;
import org.parley.core.terms.Exact;
import org.parley.formats.parley.fact.ValueWriter;
import tools.jackson.core.JsonGenerator;

/// Writes what a fact would have to be, as a person would state it: options by name, numbers in
/// their natural unit.
///
/// @param catalogue with the judgements of the edition that is spoken of
record RegionJson(Catalogue catalogue) {

  void write(JsonGenerator json, Region region) {
    json.writeObjectPropertyStart("if");
    switch (region) {
      case Region.OptionsOf(FactKey key, List<Integer> places) -> {
        json.writeStringProperty("fact", key.toString());
        List<String> names = type(key).optionNames();
        ResultLine.words(json, "options", places.stream().map(names::get).toList());
      }
      case Region.SetHas(FactKey key, long anyOf, boolean has) -> {
        json.writeStringProperty("fact", key.toString());
        ResultLine.words(
            json,
            has ? "includesAnyOf" : "includesNoneOf",
            ValueWriter.names(type(key).optionNames(), anyOf));
      }
      case Region.Interval(FactKey key, long low, long high) -> {
        json.writeStringProperty("fact", key.toString());
        number(json, "from", type(key), low);
        number(json, "to", type(key), high);
      }
      case Region.Claims(var claims) -> {
        json.writeArrayPropertyStart("claims");
        claims.forEach(claim -> claim(json, claim));
        json.writeEndArray();
      }
    }
    json.writeEndObject();
  }

  private FactType type(FactKey key) {
    return catalogue
        .find(key.fact())
        .map(Fact::type)
        .orElseThrow(() -> new IllegalArgumentException("no fact " + key));
  }

  /// Counts, also of codes, as numbers; all else as text with its unit.
  private static void number(JsonGenerator json, String name, FactType type, long units) {
    switch (type) {
      case FactType.Count _, FactType.Codes _ -> json.writeNumberProperty(name, units);
      case FactType.YesNo _,
          FactType.Ordered _,
          FactType.Choice _,
          FactType.Options _,
          FactType.Quantity _,
          FactType.Money _,
          FactType.Duration _,
          FactType.Share _,
          FactType.Instant _,
          FactType.Group _,
          FactType.Text _ ->
          json.writeStringProperty(name, ValueWriter.shown(type, new Value.Number(units)));
    }
  }

  private void claim(JsonGenerator json, Region.Claim claim) {
    json.writeStartObject();
    ResultLine.words(
        json, "facts", claim.quantity().keys().stream().map(FactKey::toString).toList());
    json.writeStringProperty("quantity", quantity(claim.quantity()));
    json.writeStringProperty("test", test(claim.quantity(), claim.test()));
    json.writeBooleanProperty("passes", claim.passes());
    json.writeEndObject();
  }

  private static String quantity(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Plain _ -> "fact";
      case Quantity.Ratio _ -> "ratio";
      case Quantity.Product _ -> "product";
      case Quantity.Span _ -> "span";
      case Quantity.CodeCount _ -> "countOf";
      case Quantity.ShareOfReference _ -> "shareOf";
      case Quantity.Named(String name, _, _) -> name;
    };
  }

  private String test(Quantity quantity, Test test) {
    return switch (test) {
      case Test.Compare(var verb, Exact bound, var currency) ->
          verb.word() + " " + bound(quantity, bound, currency);
      case Test.CompareShare(var verb, var share, var whole) ->
          verb.word() + " " + share + " of " + whole;
      case Test.OptionIn(var verb, var operands, _) ->
          verb.word() + " " + String.join(", ", operands);
      case Test.HasAny(var operands, _) -> "includesAnyOf " + String.join(", ", operands);
      case Test.HasAll(var operands, _) -> "includesAllOf " + String.join(", ", operands);
      case Test.Empty(boolean empty) -> "empty " + (empty ? "yes" : "no");
      case Test.Both(Test first, Test second) ->
          test(quantity, first) + ", " + test(quantity, second);
      case Test.Bounds(var verb, boolean lowest, var bounds) ->
          verb.word()
              + (lowest ? "Lowest " : "Highest ")
              + String.join(", ", bounds.stream().map(bound -> test(quantity, bound)).toList());
    };
  }

  /// A bound in the unit in which the quantity is stated.
  private String bound(Quantity quantity, Exact bound, Optional<String> currency) {
    String plain = bound + currency.map(each -> " " + each).orElse("");
    return switch (quantity) {
      case Quantity.Named(_, Quantity body, _) -> bound(body, bound, currency);
      case Quantity.Span _ -> ValueWriter.duration(bound.floor().longValueExact());
      case Quantity.Plain(FactKey key) ->
          switch (type(key)) {
            case FactType.Duration _ -> ValueWriter.duration(bound.floor().longValueExact());
            case FactType.Quantity(String unit, _, _) -> bound + " " + unit;
            case FactType.YesNo _,
                FactType.Ordered _,
                FactType.Choice _,
                FactType.Options _,
                FactType.Count _,
                FactType.Money _,
                FactType.Share _,
                FactType.Instant _,
                FactType.Codes _,
                FactType.Group _,
                FactType.Text _ ->
                plain;
          };
      case Quantity.Ratio _,
          Quantity.Product _,
          Quantity.CodeCount _,
          Quantity.ShareOfReference _ ->
          plain;
    };
  }
}
