package org.parley.formats.exchange.plain;

import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.core.JsonGenerator;

/// Parts of a line, parted by single blanks; and what becomes of them in JSON. What cannot be read
/// is written as it is, for the reader of statements to refuse.
final class PlainParts {

  private PlainParts() {}

  /// The word at this place, counted from 0; empty where there are fewer.
  static String word(String text, int place) {
    String[] words = text.split(" ", place + 2);
    return place < words.length ? words[place] : "";
  }

  /// All from the word at this place on.
  static String rest(String text, int place) {
    String[] words = text.split(" ", place + 1);
    return place < words.length ? words[place] : "";
  }

  static void number(JsonGenerator json, String field, String text) {
    if (text.matches("0|[1-9][0-9]{0,14}")) {
      json.writeNumberProperty(field, Long.parseLong(text));
    } else {
      json.writeStringProperty(field, text);
    }
  }

  /// Hexadecimal digits as the Base64 that statements have.
  static void salt(JsonGenerator json, String hex) {
    boolean sound = hex.matches("([0-9a-f]{2})+");
    json.writeStringProperty(
        "salt", sound ? Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)) : hex);
  }
}
