package org.parley.core.directory.roster;

import java.util.Locale;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Digest;

/// One change of a roster.
public sealed interface RosterChange {

  NodeId node();

  /// The node is in from here on, by these certificates.
  ///
  /// @param certificates their fingerprint
  record Add(NodeId node, Role role, Digest certificates) implements RosterChange {}

  /// The node is out from here on.
  record Remove(NodeId node) implements RosterChange {}

  record ChangeRole(NodeId node, Role role) implements RosterChange {}

  /// The node has new signing certificates; from here on only those count.
  ///
  /// @param certificates their fingerprint
  record Rekey(NodeId node, Digest certificates) implements RosterChange {}

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
