package org.parley.core.exchange;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.core.terms.Realm;

/// What stands at the top of a statement.
///
/// @param number in the series of the sending office
/// @param created by the sender's clock, UTC
/// @param languages in what it is written
public record Heading(
    FormatId format,
    ConversationId conversation,
    Realm realm,
    SeriesNumber number,
    Instant created,
    Languages languages) {

  /// The language that counts, and those beside it.
  ///
  /// @param authentic a BCP 47 tag, such as `en`
  /// @param translations by language, what the text in it is worth
  public record Languages(String authentic, SortedMap<String, Made> translations) {

    private static final String TAG = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}";

    public Languages {
      if (!isTag(authentic) || !translations.keySet().stream().allMatch(Languages::isTag)) {
        throw new IllegalArgumentException("a language is a tag such as en: " + authentic);
      }
      translations = Collections.unmodifiableSortedMap(new TreeMap<>(translations));
    }

    public static Languages only(String authentic) {
      return new Languages(authentic, new TreeMap<>(Map.of()));
    }

    /// The languages whose texts count as much as the authentic one.
    public List<String> equal() {
      return translations.entrySet().stream()
          .filter(each -> each.getValue() == Made.EQUAL)
          .map(Map.Entry::getKey)
          .toList();
    }

    public static boolean isTag(String text) {
      return text.matches(TAG);
    }
  }

  /// What a text beside the authentic one is worth.
  public enum Made {
    /// A courtesy translation by a person: for reading only.
    PERSON,
    /// A translation by a machine that nobody checked: for reading only.
    MACHINE,
    /// As authentic as the other, so both count equally.
    EQUAL
  }
}
