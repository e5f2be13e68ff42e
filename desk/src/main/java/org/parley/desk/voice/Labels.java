package org.parley.desk.voice;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Texts of one language by their path in a label file, such as `levels.low`; a second language
/// answers where the first is silent.
///
/// @param texts the texts of the language asked for
/// @param otherwise the texts of English, which is always complete
public record Labels(Map<String, String> texts, Map<String, String> otherwise) {

  public static final Labels NONE = new Labels(Map.of(), Map.of());

  public Optional<String> find(String path) {
    return Optional.ofNullable(texts.get(path)).or(() -> Optional.ofNullable(otherwise.get(path)));
  }

  /// The first of several paths that has a text, else what the last path ends with, made readable.
  public String first(List<String> paths) {
    for (String path : paths) {
      Optional<String> found = find(path);
      if (found.isPresent()) {
        return found.get();
      }
    }
    String last = paths.getLast();
    return readable(last.substring(last.lastIndexOf('.') + 1));
  }

  public String of(String path) {
    return first(List.of(path));
  }

  /// A key as words: `denial-non-critical` and `usersAffected` become `denial non critical` and
  /// `users affected`.
  static String readable(String key) {
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < key.length(); at++) {
      char letter = key.charAt(at);
      if (Character.isUpperCase(letter)) {
        out.append(' ').append(Character.toLowerCase(letter));
      } else {
        out.append(letter == '-' ? ' ' : letter);
      }
    }
    return out.toString();
  }
}
