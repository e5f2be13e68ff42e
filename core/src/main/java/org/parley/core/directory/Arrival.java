package org.parley.core.directory;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.terms.Digest;

/// How an entry of a party came to this node, and what became of it.
///
/// @param document digest of the signed entry
/// @param number of the entry
/// @param from the node that sent it, where one did
/// @param at when it came
/// @param words what it rests on, or why it is held: the link of a roster, a refusal; may be empty
public record Arrival(
    How how, Digest document, long number, Optional<NodeId> from, Instant at, String words) {

  /// What an entry's standing here rests on.
  public enum How {
    /// Our own.
    OWN,
    /// A person here compared the fingerprint on another way.
    COMPARED,
    /// The network's roster or charter names the fingerprint.
    VOUCHED,
    /// It follows the entry before, and bears its signature.
    FOLLOWED,
    /// Nothing yet: it waits for a person.
    HELD,
    /// A person set it aside.
    DISMISSED;

    public static Optional<How> parse(String word) {
      for (How how : values()) {
        if (how.word().equals(word)) {
          return Optional.of(how);
        }
      }
      return Optional.empty();
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it began, or began anew, what is held of the party.
    public boolean isBeginning() {
      return switch (this) {
        case OWN, COMPARED, VOUCHED -> true;
        case FOLLOWED, HELD, DISMISSED -> false;
      };
    }
  }
}
