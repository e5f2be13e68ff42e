package org.parley.core.journal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;

/// One line of the record: what kind of thing happened, when, and the digests of the documents it
/// happened with. No content and no person's name, so that content can be erased and the record
/// stays whole.
///
/// Its bytes are text that anybody can read and hash:
///
/// ```
/// parley journal-entry/1
/// kind statement-sent
/// realm real
/// at 2026-11-22T10:00:00Z
/// digest 9f86d081…
/// ```
///
/// @param digests of the documents, the main one first; at least one
public record JournalEntry(EntryKind kind, Realm realm, Instant at, List<Digest> digests) {

  /// More than any entry needs; a limit against hostile bytes.
  public static final int MOST_DIGESTS = 1024;

  private static final String FIRST = "parley journal-entry/1";

  public JournalEntry {
    digests = List.copyOf(digests);
    if (digests.isEmpty() || digests.size() > MOST_DIGESTS) {
      throw new IllegalArgumentException(
          "an entry names 1 to " + MOST_DIGESTS + " documents: " + digests.size());
    }
  }

  /// The exact bytes that are hashed into the tree; the same entry always gives the same.
  public Octets bytes() {
    StringBuilder out = new StringBuilder(FIRST).append('\n');
    out.append("kind ").append(kind.word()).append('\n');
    out.append("realm ").append(realm.word()).append('\n');
    out.append("at ").append(at).append('\n');
    for (Digest digest : digests) {
      out.append("digest ").append(digest.hex()).append('\n');
    }
    return Octets.of(out.toString());
  }

  /// Reads an entry; only the very bytes that [#bytes] writes are one.
  public static Checked<JournalEntry> read(Octets bytes) {
    String text = new String(bytes.toArray(), StandardCharsets.UTF_8);
    List<String> lines = Arrays.asList(text.split("\n", -1));
    Optional<JournalEntry> entry =
        lines.size() >= 6 && lines.size() <= MOST_DIGESTS + 5 && lines.get(0).equals(FIRST)
            ? parse(lines)
            : Optional.empty();
    if (entry.isPresent() && entry.get().bytes().equals(bytes)) {
      return new Checked.Sound<>(entry.get(), List.of());
    }
    return new Checked.Refused<>(
        List.of(
            new Issue(
                IssueCode.ENTRY_UNREADABLE,
                Place.of("journal entry"),
                "these bytes are no journal entry",
                Optional.empty())));
  }

  private static Optional<JournalEntry> parse(List<String> lines) {
    Optional<EntryKind> kind = after("kind ", lines.get(1)).flatMap(EntryKind::parse);
    Optional<Realm> realm = after("realm ", lines.get(2)).flatMap(Realm::parse);
    Optional<Instant> at = after("at ", lines.get(3)).flatMap(JournalEntry::instant);
    List<Digest> digests = new ArrayList<>();
    for (String line : lines.subList(4, lines.size() - 1)) {
      Optional<String> hex =
          after("digest ", line).filter(digits -> digits.matches("[0-9a-f]{64}"));
      if (hex.isEmpty()) {
        return Optional.empty();
      }
      digests.add(new Digest(hex.get()));
    }
    return kind.flatMap(k -> realm.flatMap(r -> at.map(a -> new JournalEntry(k, r, a, digests))));
  }

  private static Optional<String> after(String word, String line) {
    return line.startsWith(word) ? Optional.of(line.substring(word.length())) : Optional.empty();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
