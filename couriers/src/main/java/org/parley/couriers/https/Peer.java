package org.parley.couriers.https;

import java.net.URI;
import java.util.List;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Octets;

/// Where another node's door is, and which certificates it may show there.
///
/// @param address scheme `https`, host and port; no path
/// @param certificates X.509 in DER: the one that the directory names, and for a while the one
///   before
public record Peer(NodeId node, URI address, List<Octets> certificates) {

  public Peer {
    certificates = List.copyOf(certificates);
    if (!"https".equals(address.getScheme()) || address.getHost() == null) {
      throw new IllegalArgumentException("a door has an https address: " + address);
    }
  }
}
