package org.parley.simulator.network;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Courier.Carried;
import org.parley.duties.port.Doorway.ReceiptBack;
import org.parley.simulator.node.Member;
import org.parley.simulator.world.Fault;
import org.parley.simulator.world.Surroundings;

/// A relay that stores what it cannot read until the other node fetches it, and is not always
/// honest about it: drops, holds back, gives twice, changes, or puts into the wrong mailbox.
public final class Relay {

  private static final int ROOM = 500;

  private final Surroundings world;
  private final Network network;
  private final Map<NodeId, Deque<Octets>> mailboxes = new LinkedHashMap<>();

  public Relay(Surroundings world, Network network) {
    this.world = world;
    this.network = network;
  }

  public void open(NodeId mailbox) {
    mailboxes.put(mailbox, new ArrayDeque<>());
  }

  Carried leave(Member from, NodeId to, Octets parcel) {
    network.remember(parcel);
    Deque<Octets> mailbox = mailboxes.get(to);
    if (mailbox == null || mailbox.size() >= ROOM || world.weather().strikes(Fault.LOSS)) {
      from.spend(Network.PATIENCE);
      return new Carried.Failed(false, "the relay does not take it");
    }
    Carried custody = new Carried.InCustody(Optional.of(Octets.of("custody " + parcel.digest())));
    if (world.weather().strikes(Fault.RELAY_DROP)) {
      return custody;
    }
    Octets kept =
        world.weather().strikes(Fault.RELAY_CORRUPTION) ? network.changed(parcel) : parcel;
    if (world.weather().strikes(Fault.RELAY_SWAP)) {
      world.dice().pick(List.copyOf(mailboxes.values())).add(kept);
      return custody;
    }
    if (world.weather().strikes(Fault.RELAY_DELAY)) {
      world
          .timeline()
          .in(
              world.dice().spread(Duration.ofMinutes(1), Duration.ofDays(3)),
              "the relay lets go of a parcel for " + to,
              () -> mailbox.add(kept));
      return custody;
    }
    mailbox.add(kept);
    if (world.weather().strikes(Fault.RELAY_REPLAY)) {
      mailbox.add(kept);
    }
    return custody;
  }

  /// A node fetches its mail; what it did not take stays.
  public void fetch(Member member) {
    Deque<Octets> mailbox = mailboxes.get(member.node());
    if (mailbox == null || mailbox.isEmpty() || !member.isUp()) {
      return;
    }
    List<Octets> mail = new ArrayList<>(mailbox);
    mailbox.clear();
    for (Octets parcel : mail) {
      Optional<Checked<Octets>> taken = member.receive(parcel, ReceiptBack.AS_A_PARCEL);
      if (taken.isEmpty()) {
        mailbox.add(parcel);
      } else if (taken.get() instanceof Checked.Refused<Octets> refused) {
        world.notebook().count("refused " + refused.issues().getFirst().code());
      }
    }
  }

  public boolean isEmpty(NodeId mailbox) {
    Deque<Octets> mail = mailboxes.get(mailbox);
    return mail == null || mail.isEmpty();
  }
}
