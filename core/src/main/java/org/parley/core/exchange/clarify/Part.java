package org.parley.core.exchange.clarify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.parley.core.exchange.Item;

/// One part of what stands under an item.
///
/// @param text in the language that counts
/// @param beside by language, the same part in it, where the sender gave it; what such a text is
///   worth, the statement's heading says
public record Part(String text, SortedMap<String, String> beside) {

  public Part {
    beside = Collections.unmodifiableSortedMap(new TreeMap<>(beside));
  }

  /// The parts of a value, each with its translations.
  static List<Part> of(Item item, List<String> texts) {
    List<Part> parts = new ArrayList<>();
    for (int at = 0; at < texts.size(); at++) {
      int place = at;
      SortedMap<String, String> beside = new TreeMap<>();
      item.translations()
          .forEach((language, said) -> {
            if (place < said.size()) {
              beside.put(language, said.get(place));
            }
          });
      parts.add(new Part(texts.get(at), beside));
    }
    return List.copyOf(parts);
  }

  /// Both, one below the other; a language in which only one of them is said is left out.
  Part and(Part other) {
    SortedMap<String, String> both = new TreeMap<>();
    beside.forEach((language, said) -> {
      String more = other.beside.get(language);
      if (more != null) {
        both.put(language, said + "\n" + more);
      }
    });
    return new Part(text + "\n" + other.text, both);
  }

  /// The same with each text changed alike.
  public Part each(UnaryOperator<String> change) {
    SortedMap<String, String> changed = new TreeMap<>();
    beside.forEach((language, said) -> changed.put(language, change.apply(said)));
    return new Part(change.apply(text), changed);
  }
}
