package org.parley.exchange;

import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.Way;
import org.parley.couriers.https.Patience;
import org.parley.couriers.relay.Capability;
import org.parley.couriers.relay.Relay;
import org.parley.couriers.relay.RelayCollector;
import org.parley.couriers.relay.RelayCourier;
import org.parley.duties.ReceiveParcel;
import org.parley.duties.port.Courier;

/// Both ends of our relay, where the node has one: leaving parcels for others, emptying our
/// mailbox.
public final class RelayEnds implements AutoCloseable {

  private final Optional<RelayCourier> courier;
  private final Optional<RelayCollector> collector;

  public RelayEnds(NodeHome home) {
    Optional<NodeSettings.RelayBox> box = home.settings().relay();
    this.courier =
        box.map(ours ->
            new RelayCourier(
                new Relay(ours.address(), ours.certificate()),
                ours.depositor(),
                node -> mailbox(home, ours, node),
                Patience.USUAL));
    this.collector =
        box.map(ours ->
            new RelayCollector(
                new Relay(ours.address(), ours.certificate()),
                ours.mailbox(),
                ours.collect(),
                new ReceiveParcel(home.station(), home.log()),
                Patience.USUAL));
  }

  public Optional<Courier> courier() {
    return courier.map(Courier.class::cast);
  }

  /// Takes in what waits for us, where there is a relay; why it ended early, if it did.
  public Optional<String> collect(int atMost) {
    return collector.map(ours -> ours.collect(atMost).stopped()).filter(why -> !why.isEmpty());
  }

  /// The mailbox that the directory names for a node at this same relay.
  private static Optional<Capability> mailbox(
      NodeHome home, NodeSettings.RelayBox ours, NodeId node) {
    return home.station().books().look(home.directory()::directory).node(node).stream()
        .flatMap(record -> record.ways().stream())
        .filter(Way.Relay.class::isInstance)
        .map(Way.Relay.class::cast)
        .filter(way -> way.address().equals(ours.address().toString()))
        .map(Way.Relay::mailbox)
        .filter(text -> text.matches("[0-9a-f]{32}"))
        .map(Capability::new)
        .findFirst();
  }

  @Override
  public void close() {
    courier.ifPresent(RelayCourier::close);
    collector.ifPresent(RelayCollector::close);
  }
}
