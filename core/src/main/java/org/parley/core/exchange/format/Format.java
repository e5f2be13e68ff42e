package org.parley.core.exchange.format;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.directory.OfficeKind;
import org.parley.core.exchange.FormatId;

/// One edition of a format of the family C1 to C13 and C90: a proposal, adopted by no OSCE body.
///
/// @param key for label files, such as `early-notice`
/// @param title in English
/// @param meant what it is for, one or two sentences in English
/// @param items in the order of their numbers
public record Format(
    FormatId id, String key, String title, String meant, Use use, List<ItemRule> items) {

  /// The key of the item under which a request says by which rule it asks.
  public static final String LEGAL_BASIS = "legal-basis";

  public Format {
    items = List.copyOf(items);
  }

  /// Who may use the format, and how.
  ///
  /// @param senders the kinds of office that may send it
  /// @param bond whether it stands alone
  /// @param answers the numbers of the formats that it can answer
  /// @param request whether it asks another State for something, and so must say on which basis
  /// @param exerciseOnly whether it exists in exercises only
  /// @param replyWithin the time that is proposed for an answer unless the sender proposes another
  public record Use(
      Set<OfficeKind> senders,
      Bond bond,
      Set<Integer> answers,
      boolean request,
      boolean exerciseOnly,
      Optional<Duration> replyWithin) {
    public Use {
      senders = Set.copyOf(senders);
      answers = Set.copyOf(answers);
    }
  }

  /// Whether a format stands alone.
  public enum Bond {
    /// It may begin a conversation, and may answer what it can answer.
    FREE,
    /// It answers another statement, always.
    ANSWER,
    /// It corrects or cancels another statement of the same sender, always; only such a format
    /// does.
    SUCCESSOR
  }

  public Optional<ItemRule> item(int number) {
    return items.stream().filter(item -> item.number() == number).findFirst();
  }

  public Optional<ItemRule> item(String key) {
    return items.stream().filter(item -> item.key().equals(key)).findFirst();
  }
}
