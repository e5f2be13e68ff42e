package org.parley.core.exchange;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.terms.Digest;

/// What binds a statement to others, and to time.
///
/// @param inReplyTo the statement it answers
/// @param supersedes the statement that it corrects or cancels
/// @param replyBy by when the sender proposes to be answered; binding on nobody
/// @param anchor proof that the statement was not written before something was public
public record Ties(
    Optional<Reply> inReplyTo,
    Optional<Digest> supersedes,
    Optional<Instant> replyBy,
    Optional<Anchor> anchor) {

  public static final Ties NONE =
      new Ties(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public Ties replyingTo(Digest statement, Extent extent) {
    return new Ties(Optional.of(new Reply(statement, extent)), supersedes, replyBy, anchor);
  }

  public Ties superseding(Digest statement) {
    return new Ties(inReplyTo, Optional.of(statement), replyBy, anchor);
  }

  public Ties proposing(Instant by) {
    return new Ties(inReplyTo, supersedes, Optional.of(by), anchor);
  }

  /// @param statement the digest of the exact bytes of the statement answered
  public record Reply(Digest statement, Extent extent) {}

  /// How far an answer goes, in the word of the office that answers.
  public enum Extent {
    FULL,
    PARTIAL,
    /// The office says that it does not answer, and need not say why.
    DECLINED;

    public static Optional<Extent> parse(String word) {
      for (Extent extent : values()) {
        if (extent.word().equals(word)) {
          return Optional.of(extent);
        }
      }
      return Optional.empty();
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The newest witnessed checkpoint that the sender knew.
  ///
  /// @param log the name of the log
  /// @param size how many entries it had
  public record Anchor(String log, long size, Digest root) {
    public Anchor {
      if (log.isBlank() || log.length() > 200 || size < 0) {
        throw new IllegalArgumentException("a log has a name of 1 to 200 characters and a size");
      }
    }
  }
}
