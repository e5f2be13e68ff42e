package org.parley.desk.languages;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// A language that an operator added, as far as it goes; where it is silent, English speaks.
///
/// @param tag BCP 47
/// @param texts its words by their keys, each one that English has too, with the same gaps
/// @param outOf how many English has
public record AddedLanguage(String tag, Map<String, String> texts, int outOf) {

  public AddedLanguage {
    texts = Map.copyOf(texts);
  }

  /// How much of English it has, in per cent, rounded down: a hundred means all.
  public int percent() {
    return outOf == 0 ? 0 : (int) (100L * texts.size() / outOf);
  }

  /// The language as a file of the library: what was refused is not in it.
  public byte[] file() {
    StringBuilder out = new StringBuilder("language: \"" + tag + "\"\nwords:\n");
    new TreeMap<>(texts)
        .forEach((key, text) ->
            out.append("  ").append(key).append(": ").append(quoted(text)).append('\n'));
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    String escaped =
        text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t");
    return "\"" + escaped + "\"";
  }
}
