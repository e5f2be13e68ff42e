package org.parley.core.exchange.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.directory.OfficeId;
import org.parley.core.handling.Pap;
import org.parley.core.handling.Tlp;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Exact;
import org.parley.core.terms.Party;

/// What can be written under an item, and in which form.
public sealed interface ItemType {

  /// @param longest in characters
  record Text(int longest) implements ItemType {}

  /// One of a few words.
  record Choice(List<String> options) implements ItemType {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /// A moment in UTC: `2026-11-22T10:00:00Z`.
  record Moment() implements ItemType {}

  /// A State's or an institution's code: `XA`.
  record Somebody() implements ItemType {}

  /// `XA/technical`.
  record Office() implements ItemType {}

  /// `TLP:AMBER`, and `PAP:GREEN` after it if wanted.
  record Mark() implements ItemType {}

  /// One fact as incident files write it: `peopleAffected: 1200`.
  record FactLine() implements ItemType {}

  /// An exact decimal within two ends.
  record Number(Exact least, Exact most, String unit) implements ItemType {}

  record YesNo() implements ItemType {}

  /// The digest of a statement.
  record StatementDigest() implements ItemType {}

  /// The word under which files name the type.
  default String word() {
    return switch (this) {
      case Text _ -> "text";
      case Choice _ -> "choice";
      case Moment _ -> "instant";
      case Somebody _ -> "party";
      case Office _ -> "office";
      case Mark _ -> "marking";
      case FactLine _ -> "fact-sheet";
      case Number _ -> "number";
      case YesNo _ -> "yes-no";
      case StatementDigest _ -> "statement";
    };
  }

  /// What is wrong with a text under this type, as the end of a sentence; empty where it fits.
  default Optional<String> wrong(String text) {
    if (text.isBlank()) {
      return Optional.of("says nothing");
    }
    return switch (this) {
      case Text(int longest) ->
          text.codePointCount(0, text.length()) <= longest
              ? Optional.empty()
              : Optional.of(String.format(Locale.ROOT, "has more than %d characters", longest));
      case Choice(List<String> options) ->
          options.contains(text)
              ? Optional.empty()
              : Optional.of("is none of " + String.join(", ", options));
      case Moment() -> unless(isMoment(text), "is no moment such as 2026-11-22T10:00:00Z");
      case Somebody() -> unless(Party.parse(text).isPresent(), "is no party such as XA");
      case Office() ->
          unless(OfficeId.parse(text).isPresent(), "is no office such as XA/technical");
      case Mark() -> unless(isMark(text), "is no marking such as TLP:AMBER PAP:GREEN");
      case FactLine() ->
          unless(
              text.matches("[A-Za-z](?:[^\\s]{0,118}[^\\s:])?: .{1,2000}"),
              "is no fact such as `key: value`");
      case Number(Exact least, Exact most, String unit) ->
          unless(
              Exact.parse(text)
                  .filter(each -> each.compareTo(least) >= 0 && each.compareTo(most) <= 0)
                  .isPresent(),
              String.format(Locale.ROOT, "is no number from %s to %s %s", least, most, unit));
      case YesNo() -> unless(text.equals("yes") || text.equals("no"), "is neither yes nor no");
      case StatementDigest() ->
          unless(text.matches("[0-9a-f]{64}"), "is no digest of 64 hexadecimal digits");
    };
  }

  /// The digest that a statement's digest item names.
  static Optional<Digest> digest(String text) {
    return text.matches("[0-9a-f]{64}") ? Optional.of(new Digest(text)) : Optional.empty();
  }

  /// Whether the text is a moment in the one form that is written: UTC, ending in `Z`.
  static boolean isMoment(String text) {
    if (!text.matches("[0-9]{4}-[0-9T:.-]{1,27}Z")) {
      return false;
    }
    try {
      return Instant.parse(text).toString().equals(text);
    } catch (DateTimeException wrong) {
      return false;
    }
  }

  private static boolean isMark(String text) {
    String[] words = text.split(" ", -1);
    return words.length <= 2
        && words[0].startsWith("TLP:")
        && Tlp.parse(words[0]).isPresent()
        && (words.length == 1 || words[1].startsWith("PAP:") && Pap.parse(words[1]).isPresent());
  }

  private static Optional<String> unless(boolean fits, String wrong) {
    return fits ? Optional.empty() : Optional.of(wrong);
  }
}
