package org.parley.formats.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// What a summary needs of a result that was written: types by list, possible grades by scale
/// edition.
///
/// @param types for each list the types that surely apply
/// @param possible for each edition, as people quote it, the words of the possible grades
public record ResultHead(Map<String, List<String>> types, Map<String, List<String>> possible) {

  private static final JsonFactory JSON = new JsonFactory();

  /// Reads a line that [ResultLine] has written.
  public static ResultHead of(String line) {
    Map<String, List<String>> types = new LinkedHashMap<>();
    Map<String, List<String>> possible = new LinkedHashMap<>();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "types" -> items(json, item -> types.put(item.text("list"), item.words("types")));
          case "classifications" ->
              items(
                  json,
                  item ->
                      possible.put(
                          item.text("scale") + "@" + item.text("edition"), item.words("possible")));
          default -> json.skipChildren();
        }
      }
    }
    return new ResultHead(types, possible);
  }

  /// The texts and lists of words of one object.
  private record Item(Map<String, String> texts, Map<String, List<String>> lists) {
    String text(String name) {
      return texts.getOrDefault(name, "");
    }

    List<String> words(String name) {
      return lists.getOrDefault(name, List.of());
    }
  }

  private interface Use {
    void item(Item item);
  }

  private static void items(JsonParser json, Use use) {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      Item item = new Item(new LinkedHashMap<>(), new LinkedHashMap<>());
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (value == JsonToken.VALUE_STRING) {
          item.texts().put(name, json.getString());
        } else if (value == JsonToken.START_ARRAY) {
          item.lists().put(name, words(json));
        } else {
          json.skipChildren();
        }
      }
      use.item(item);
    }
  }

  private static List<String> words(JsonParser json) {
    List<String> words = new ArrayList<>();
    for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
      if (next == JsonToken.VALUE_STRING) {
        words.add(json.getString());
      } else {
        json.skipChildren();
      }
    }
    return words;
  }
}
