package org.parley.exchange;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.parley.core.directory.Directory;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.Way;
import org.parley.core.terms.Octets;
import org.parley.couriers.https.Peer;
import org.parley.couriers.https.Peers;

/// The doors of other nodes, as the directory in the books has them now. Who has just renewed its
/// certificate may show the one before until its program was started again.
public record PeersOfDirectory(NodeHome home) implements Peers {

  @Override
  public Optional<Peer> peer(NodeId node) {
    return look(directory -> directory.node(node))
        .flatMap(record ->
            record.ways().stream()
                .filter(Way.Https.class::isInstance)
                .map(way -> URI.create(((Way.Https) way).address()))
                .findFirst()
                .map(address -> new Peer(node, address, shown(record))));
  }

  @Override
  public Optional<NodeId> holderOf(Octets certificate) {
    List<NodeRecord> all =
        look(directory ->
            directory.standings().values().stream()
                .flatMap(standing -> standing.entry().nodes().stream())
                .toList());
    return Stream.concat(
            all.stream().filter(record -> record.tls().equals(certificate)),
            all.stream().filter(record -> earlier(record).contains(certificate)))
        .map(NodeRecord::node)
        .findFirst();
  }

  private List<Octets> shown(NodeRecord record) {
    return Stream.concat(Stream.of(record.tls()), earlier(record).stream()).toList();
  }

  private List<Octets> earlier(NodeRecord record) {
    return home.station()
        .books()
        .look(book -> home.directory().earlierTls(book, record.node(), home.station().now()));
  }

  private <T> T look(Function<Directory, T> look) {
    return home.station().books().look(book -> look.apply(home.directory().directory(book)));
  }
}
