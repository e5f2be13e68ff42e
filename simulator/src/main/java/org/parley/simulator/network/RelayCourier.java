package org.parley.simulator.network;

import org.parley.core.directory.NodeId;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Courier;
import org.parley.simulator.node.Member;

/// By the relay.
public record RelayCourier(Relay relay, Member from) implements Courier {

  @Override
  public Grade grade() {
    return Grade.RELAY;
  }

  @Override
  public boolean reaches(NodeId to) {
    return true;
  }

  @Override
  public Carried carry(NodeId to, Octets parcel) {
    return relay.leave(from, to, parcel);
  }
}
