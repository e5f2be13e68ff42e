package org.parley.simulator.world;

import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;

/// Something a node has said is done: to a person at it, or to another node by a receipt.
///
/// @param statement what it is about
/// @param office whose act it was
public record Promise(NodeId node, Kind kind, Realm realm, Digest statement, OfficeId office) {

  /// What was promised.
  public enum Kind {
    COMPOSED,
    CLEARED,
    DISPATCHED,
    /// On disk at the receiving node, as its receipt says.
    DELIVERED,
    OPENED,
    ACKNOWLEDGED,
    DECLINED,
    PASSED_ON
  }
}
