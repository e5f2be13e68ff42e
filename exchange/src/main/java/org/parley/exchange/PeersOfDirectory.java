package org.parley.exchange;

import java.net.URI;
import java.util.Optional;
import org.parley.core.directory.Directory;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.Way;
import org.parley.core.terms.Octets;
import org.parley.couriers.https.Peer;
import org.parley.couriers.https.Peers;

/// The doors of other nodes, as the directory in the books has them now.
public record PeersOfDirectory(NodeHome home) implements Peers {

  @Override
  public Optional<Peer> peer(NodeId node) {
    return directory()
        .node(node)
        .flatMap(record ->
            record.ways().stream()
                .filter(Way.Https.class::isInstance)
                .map(way -> URI.create(((Way.Https) way).address()))
                .findFirst()
                .map(address -> new Peer(node, address, record.tls())));
  }

  @Override
  public Optional<NodeId> holderOf(Octets certificate) {
    return directory().standings().values().stream()
        .flatMap(standing -> standing.entry().nodes().stream())
        .filter(record -> record.tls().equals(certificate))
        .map(NodeRecord::node)
        .findFirst();
  }

  private Directory directory() {
    return home.station().books().look(home.directory()::directory);
  }
}
