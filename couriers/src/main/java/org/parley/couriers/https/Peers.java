package org.parley.couriers.https;

import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Octets;

/// What the directory says about the doors of other nodes, asked anew each time, so that a node
/// that was removed is out at once.
public interface Peers {

  Optional<Peer> peer(NodeId node);

  /// Whose certificate this is.
  Optional<NodeId> holderOf(Octets certificate);
}
