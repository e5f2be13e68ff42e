package org.parley.core.directory.roster;

import java.util.Locale;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Digest;

/// One change of a roster.
public sealed interface RosterChange {

  /// A change of one node's standing.
  sealed interface OfNode extends RosterChange {

    NodeId node();
  }

  /// The node is in from here on, by these certificates.
  ///
  /// @param certificates their fingerprint
  record Add(NodeId node, Role role, Digest certificates) implements OfNode {}

  /// The node is out from here on.
  record Remove(NodeId node) implements OfNode {}

  record ChangeRole(NodeId node, Role role) implements OfNode {}

  /// The node has new signing certificates; from here on only those count.
  ///
  /// @param certificates their fingerprint
  record Rekey(NodeId node, Digest certificates) implements OfNode {}

  /// Another charter is in force from here on. It stands in the same chain as who is in, so that
  /// everybody reads each link under the same charter.
  ///
  /// @param digest of the charter's exact bytes
  record Amend(Charter charter, Digest digest) implements RosterChange {}

  /// What a member may do in the network.
  enum Role {
    MEMBER,
    /// Reads and does not write.
    OBSERVER;

    public static Optional<Role> parse(String word) {
      for (Role role : values()) {
        if (role.word().equals(word)) {
          return Optional.of(role);
        }
      }
      return Optional.empty();
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
