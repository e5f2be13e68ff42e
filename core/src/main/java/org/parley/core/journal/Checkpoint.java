package org.parley.core.journal;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;

/// What a log says of itself: so many entries, this root. Two of one size with two roots prove that
/// the log is not honest.
///
/// Source: C2SP tlog-checkpoint.
///
/// @param origin which log, in the form of a note key's name
public record Checkpoint(String origin, long size, Digest root) {

  private static final int ROOT_LENGTH = 32;
  private static final String SIZE = "0|[1-9][0-9]{0,17}";

  public Checkpoint {
    if (!NoteKey.isName(origin) || size < 0) {
      throw new IllegalArgumentException("no origin or no size: " + origin + " " + size);
    }
  }

  /// The text that is signed.
  public String text() {
    String encoded = Base64.getEncoder().encodeToString(MerkleHash.bytes(root));
    return origin + "\n" + size + "\n" + encoded + "\n";
  }

  public SignedNote signed(NoteKey key, Ed25519.Signer signer) {
    return SignedNote.unsigned(text()).signed(key, signer);
  }

  /// Reads a note's text as a checkpoint.
  public static Checked<Checkpoint> read(SignedNote note) {
    List<String> lines = note.text().lines().toList();
    if (lines.size() == 3 && NoteKey.isName(lines.get(0)) && lines.get(1).matches(SIZE)) {
      Optional<Checkpoint> read =
          NoteKey.base64(lines.get(2))
              .filter(raw -> raw.length == ROOT_LENGTH)
              .map(raw ->
                  new Checkpoint(
                      lines.get(0), Long.parseLong(lines.get(1)), MerkleHash.digest(raw)))
              .filter(checkpoint -> checkpoint.text().equals(note.text()));
      if (read.isPresent()) {
        return new Checked.Sound<>(read.get(), List.of());
      }
    }
    return refused(IssueCode.NOTE_UNREADABLE, "checkpoint", "the text is no checkpoint");
  }

  /// Reads a log's checkpoint and checks its signature.
  ///
  /// @param key the log's own, whose name is its origin
  public static Checked<Checkpoint> verify(SignedNote note, NoteKey key, Ed25519 ed25519) {
    Checked<Checkpoint> read = read(note);
    if (read instanceof Checked.Sound<Checkpoint>(Checkpoint checkpoint, _)) {
      if (!checkpoint.origin().equals(key.name())) {
        return refused(
            IssueCode.CHECKPOINT_WRONG,
            "checkpoint of " + checkpoint.origin(),
            "it is of another log than " + key.name());
      }
      if (!note.isSignedBy(key, ed25519)) {
        return refused(
            IssueCode.CHECKPOINT_WRONG,
            "checkpoint of " + checkpoint.origin(),
            "the log's signature is missing or does not cover it");
      }
    }
    return read;
  }

  static <T> Checked<T> refused(IssueCode code, String place, String message) {
    return new Checked.Refused<>(
        List.of(new Issue(code, Place.of(place), message, Optional.empty())));
  }
}
