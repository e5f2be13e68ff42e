package org.parley.couriers.https;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Octets;

/// A directory of doors for the tests.
final class DoorBook implements Peers {

  private final Map<NodeId, Peer> doors = new ConcurrentHashMap<>();
  private final Map<Octets, NodeId> holders = new ConcurrentHashMap<>();

  void add(Peer peer) {
    doors.put(peer.node(), peer);
  }

  void admit(NodeId node, Octets certificate) {
    holders.put(certificate, node);
  }

  void expel(Octets certificate) {
    holders.remove(certificate);
  }

  @Override
  public Optional<Peer> peer(NodeId node) {
    return Optional.ofNullable(doors.get(node));
  }

  @Override
  public Optional<NodeId> holderOf(Octets certificate) {
    return Optional.ofNullable(holders.get(certificate));
  }
}
