package org.parley.core.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Octets;

/// A text with signature lines below it.
///
/// Source: C2SP signed-note.
///
/// @param text ends with a line feed
/// @param signatures in the order of their lines
public record SignedNote(String text, List<Line> signatures) {

  private static final String DASH = "— ";
  private static final int LONGEST = 100_000;
  private static final int MOST_LINES = 200;
  private static final int ID_LENGTH = 4;
  private static final int TIME_LENGTH = 8;

  public SignedNote {
    signatures = List.copyOf(signatures);
    if (!text.endsWith("\n")) {
      throw new IllegalArgumentException("a note's text ends with a line feed");
    }
  }

  /// One signature line.
  ///
  /// @param id of the key, four octets
  /// @param signature what the key's kind puts there
  public record Line(String name, Octets id, Octets signature) {}

  /// The text alone.
  public static SignedNote unsigned(String text) {
    return new SignedNote(text, List.of());
  }

  /// With a log's own signature below.
  public SignedNote signed(NoteKey key, Ed25519.Signer signer) {
    return with(key, signer.sign(Octets.of(text)).toArray());
  }

  /// With a witness's signature below, which says when it saw the text.
  public SignedNote cosigned(NoteKey key, Instant seen, Ed25519.Signer signer) {
    byte[] time = ByteBuffer.allocate(TIME_LENGTH).putLong(seen.getEpochSecond()).array();
    return with(key, NoteKey.join(time, signer.sign(timed(seen)).toArray()));
  }

  /// Whether a line by this key is there and covers the text.
  public boolean isSignedBy(NoteKey key, Ed25519 ed25519) {
    return line(key)
        .filter(line -> ed25519.verifies(key.publicKey(), Octets.of(text), line.signature()))
        .isPresent();
  }

  /// When this witness says it saw the text, if its line is there and covers text and time.
  public Optional<Instant> seenBy(NoteKey key, Ed25519 ed25519) {
    Optional<Line> line = line(key).filter(found -> found.signature().size() > TIME_LENGTH);
    if (line.isEmpty()) {
      return Optional.empty();
    }
    byte[] all = line.get().signature().toArray();
    long seconds = ByteBuffer.wrap(all).getLong();
    if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
      return Optional.empty();
    }
    Instant seen = Instant.ofEpochSecond(seconds);
    Octets signature = Octets.of(Arrays.copyOfRange(all, TIME_LENGTH, all.length));
    return ed25519.verifies(key.publicKey(), timed(seen), signature)
        ? Optional.of(seen)
        : Optional.empty();
  }

  /// What a witness signs.
  private Octets timed(Instant seen) {
    return Octets.of("cosignature/v1\ntime " + seen.getEpochSecond() + "\n" + text);
  }

  public Octets bytes() {
    StringBuilder out = new StringBuilder(text).append('\n');
    for (Line line : signatures) {
      String value =
          Base64.getEncoder()
              .encodeToString(NoteKey.join(line.id().toArray(), line.signature().toArray()));
      out.append(DASH).append(line.name()).append(' ').append(value).append('\n');
    }
    return Octets.of(out.toString());
  }

  /// Reads a note with at least one signature; only the very bytes that [#bytes] writes are one.
  public static Checked<SignedNote> read(Octets bytes) {
    if (bytes.size() <= LONGEST) {
      Optional<SignedNote> note =
          split(new String(bytes.toArray(), StandardCharsets.UTF_8))
              .filter(read -> read.bytes().equals(bytes));
      if (note.isPresent()) {
        return new Checked.Sound<>(note.get(), List.of());
      }
    }
    return new Checked.Refused<>(
        List.of(
            new Issue(
                IssueCode.NOTE_UNREADABLE,
                Place.of("signed note"),
                "these bytes are no signed note",
                Optional.empty())));
  }

  private static Optional<SignedNote> split(String all) {
    int gap = all.lastIndexOf("\n\n");
    if (gap < 0) {
      return Optional.empty();
    }
    List<Line> lines = new ArrayList<>();
    for (String line : all.substring(gap + 2).lines().limit(MOST_LINES + 1).toList()) {
      String[] parts = line.split(" ", -1);
      Optional<byte[]> value =
          parts.length == 3 && line.startsWith(DASH) && NoteKey.isName(parts[1])
              ? NoteKey.base64(parts[2]).filter(raw -> raw.length > ID_LENGTH)
              : Optional.empty();
      if (value.isEmpty() || lines.size() >= MOST_LINES) {
        return Optional.empty();
      }
      byte[] raw = value.get();
      lines.add(
          new Line(
              parts[1],
              Octets.of(Arrays.copyOf(raw, ID_LENGTH)),
              Octets.of(Arrays.copyOfRange(raw, ID_LENGTH, raw.length))));
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new SignedNote(all.substring(0, gap + 1), lines));
  }

  /// The one line by this key; two by one key are as good as none, for they may disagree.
  private Optional<Line> line(NoteKey key) {
    List<Line> found =
        signatures.stream()
            .filter(line -> line.name().equals(key.name()) && line.id().equals(key.id()))
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private SignedNote with(NoteKey key, byte[] signature) {
    List<Line> more = new ArrayList<>(signatures);
    more.add(new Line(key.name(), key.id(), Octets.of(signature)));
    return new SignedNote(text, more);
  }
}
