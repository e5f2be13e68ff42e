package org.parley.core.exchange.carriage;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;

/// A signed word about one statement: a node's, that it is on disk; or an office's, that it was
/// opened, acknowledged, passed on or declined. None of them means agreement with what the
/// statement says.
///
/// @param kind what is said
/// @param statement the digest of the exact bytes of the statement it is about
/// @param realm the statement's
/// @param by who says it
/// @param at when, by its own clock, UTC
/// @param proof what binds a `delivered` to the parcel and to the log
/// @param words more, for people; a reason where something is declined or refused
public record Receipt(
    Kind kind,
    Digest statement,
    Realm realm,
    Speaker by,
    Instant at,
    Proof proof,
    Optional<String> words) {

  /// What every receipt says of itself.
  public static final String WITHOUT_PREJUDICE =
      "Without prejudice: a receipt does not mean agreement with what the statement says.";

  /// @param node the node that keeps the statement
  /// @param office the office that got it, at that node
  public record Speaker(NodeId node, OfficeId office) {
    public Speaker {
      if (!node.party().equals(office.party())) {
        throw new IllegalArgumentException("an office speaks through a node of its own party");
      }
    }
  }

  /// @param slip the digest of the slip by which it came
  /// @param logged where it stands in the receiver's journal
  public record Proof(Optional<Digest> slip, Optional<Logged> logged) {
    public static final Proof NONE = new Proof(Optional.empty(), Optional.empty());
  }

  /// @param size how many entries the journal had with this one in it
  /// @param root of the journal at that size
  public record Logged(long size, Digest root) {}

  public enum Kind {
    /// On disk at the receiving node; said by the machine.
    DELIVERED,
    /// Not kept: its marking is above what the node may hold, or it is not for that node.
    REFUSED,
    /// A person of the office has it open.
    OPENED,
    /// The office takes note.
    ACKNOWLEDGED,
    /// The office has passed it on to its deputy.
    PASSED_TO_DEPUTY,
    /// The office has passed it on to the policy level of its State.
    PASSED_TO_POLICY,
    /// The office will not answer; it need not say why.
    DECLINED,
    /// The sender of the statement asks again.
    REMINDER;

    public static Optional<Kind> parse(String word) {
      for (Kind kind : values()) {
        if (kind.word().equals(word)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether the sender of the statement says it, and not a recipient.
    public boolean isSenders() {
      return this == REMINDER;
    }
  }
}
