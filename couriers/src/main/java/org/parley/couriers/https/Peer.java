package org.parley.couriers.https;

import java.net.URI;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Octets;

/// Where another node's door is, and the one certificate it may show there.
///
/// @param address scheme `https`, host and port; no path
/// @param certificate X.509 in DER
public record Peer(NodeId node, URI address, Octets certificate) {

  public Peer {
    if (!"https".equals(address.getScheme()) || address.getHost() == null) {
      throw new IllegalArgumentException("a door has an https address: " + address);
    }
  }
}
