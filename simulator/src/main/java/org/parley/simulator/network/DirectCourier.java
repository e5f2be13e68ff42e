package org.parley.simulator.network;

import java.util.Set;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Courier;
import org.parley.simulator.node.Member;

/// Straight to the other node, where one knows a way.
///
/// @param hidden the nodes that cannot be reached straight
public record DirectCourier(Network network, Member from, Set<NodeId> hidden) implements Courier {

  @Override
  public Grade grade() {
    return Grade.DIRECT;
  }

  @Override
  public boolean reaches(NodeId to) {
    return !hidden.contains(to) && !hidden.contains(from.node());
  }

  @Override
  public Carried carry(NodeId to, Octets parcel) {
    return network.carry(from, to, parcel);
  }
}
