package org.parley.formats.result;

import java.util.List;
import org.parley.core.fact.FactKey;
import org.parley.core.outcome.Region;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.Test;
import tools.jackson.core.JsonGenerator;

/// Writes what a fact would have to be, in the numbers of the fact catalogue: places of options,
/// multiples of the quantum.
final class RegionJson {

  private RegionJson() {}

  static void write(JsonGenerator json, Region region) {
    json.writeObjectPropertyStart("if");
    switch (region) {
      case Region.OptionsOf(FactKey key, List<Integer> places) -> {
        json.writeStringProperty("fact", key.toString());
        json.writeArrayPropertyStart("options");
        places.forEach(json::writeNumber);
        json.writeEndArray();
      }
      case Region.SetHas(FactKey key, long anyOf, boolean has) -> {
        json.writeStringProperty("fact", key.toString());
        json.writeArrayPropertyStart(has ? "includesAnyOf" : "includesNoneOf");
        for (int place = 0; place < Long.SIZE; place++) {
          if ((anyOf >> place & 1) == 1) {
            json.writeNumber(place);
          }
        }
        json.writeEndArray();
      }
      case Region.Interval(FactKey key, long low, long high) -> {
        json.writeStringProperty("fact", key.toString());
        json.writeNumberProperty("from", low);
        json.writeNumberProperty("to", high);
      }
      case Region.Claims(var claims) -> {
        json.writeArrayPropertyStart("claims");
        claims.forEach(claim -> claim(json, claim));
        json.writeEndArray();
      }
    }
    json.writeEndObject();
  }

  private static void claim(JsonGenerator json, Region.Claim claim) {
    json.writeStartObject();
    ResultLine.words(
        json, "facts", claim.quantity().keys().stream().map(FactKey::toString).toList());
    json.writeStringProperty("quantity", quantity(claim.quantity()));
    json.writeStringProperty("test", test(claim.test()));
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

  private static String test(Test test) {
    return switch (test) {
      case Test.Compare(var verb, var bound, var currency) ->
          verb.word() + " " + bound + currency.map(each -> " " + each).orElse("");
      case Test.CompareShare(var verb, var share, var whole) ->
          verb.word() + " " + share + " of " + whole;
      case Test.OptionIn(var verb, var operands, _) ->
          verb.word() + " " + String.join(", ", operands);
      case Test.HasAny(var operands, _) -> "includesAnyOf " + String.join(", ", operands);
      case Test.HasAll(var operands, _) -> "includesAllOf " + String.join(", ", operands);
      case Test.Empty(boolean empty) -> "empty " + (empty ? "yes" : "no");
      case Test.Both(Test first, Test second) -> test(first) + ", " + test(second);
      case Test.Bounds(var verb, boolean lowest, var bounds) ->
          verb.word()
              + (lowest ? "Lowest " : "Highest ")
              + String.join(", ", bounds.stream().map(RegionJson::test).toList());
    };
  }
}
