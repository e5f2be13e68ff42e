package org.parley.core.directory.roster;

import org.parley.core.directory.NodeId;

/// One change of a roster.
public sealed interface RosterChange {

  NodeId node();

  record Add(NodeId node, Role role) implements RosterChange {}

  record Remove(NodeId node) implements RosterChange {}

  record ChangeRole(NodeId node, Role role) implements RosterChange {}

  /// The node has new signing certificates; from here on only those count.
  record Rekey(NodeId node) implements RosterChange {}

  /// What a member may do in the channel.
  enum Role {
    MEMBER,
    /// Reads and does not write.
    OBSERVER
  }

  /// Whether two signers of different parties are needed: for who may read.
  default boolean needsTwoParties() {
    return switch (this) {
      case Add _, Remove _ -> true;
      case ChangeRole _, Rekey _ -> false;
    };
  }
}
