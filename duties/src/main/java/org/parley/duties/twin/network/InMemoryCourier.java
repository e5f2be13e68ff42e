package org.parley.duties.twin.network;

import org.parley.core.directory.NodeId;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Courier;
import org.parley.duties.port.Doorway;

/// One node's courier on a network in memory: direct, or with somebody on the way who stores and
/// forwards.
public final class InMemoryCourier implements Courier {

  private final InMemoryNetwork network;
  private final NodeId from;
  private final Grade grade;

  InMemoryCourier(InMemoryNetwork network, NodeId from, Grade grade) {
    this.network = network;
    this.from = from;
    this.grade = grade;
  }

  @Override
  public Grade grade() {
    return grade;
  }

  @Override
  public boolean reaches(NodeId to) {
    return network.knows(to);
  }

  @Override
  public Carried carry(NodeId to, Octets parcel) {
    if (parcel.size() > Doorway.LARGEST_PARCEL) {
      return new Carried.Failed(true, "larger than any parcel may be");
    }
    if (!reaches(to)) {
      return new Carried.Failed(false, "no way to " + to);
    }
    return switch (grade) {
      case DIRECT -> network.carryDirect(from, to, parcel);
      case RELAY, FOLDER, MAIL -> network.carryByRelay(from, to, parcel);
    };
  }
}
