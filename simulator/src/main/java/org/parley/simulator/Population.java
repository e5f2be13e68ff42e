package org.parley.simulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.exchange.ledger.Exchange;
import org.parley.core.exchange.ledger.Seat;
import org.parley.core.handling.Ceiling;
import org.parley.core.handling.Tlp;
import org.parley.core.terms.Party;
import org.parley.simulator.network.DirectCourier;
import org.parley.simulator.network.Network;
import org.parley.simulator.network.Relay;
import org.parley.simulator.network.RelayCourier;
import org.parley.simulator.node.Member;
import org.parley.simulator.node.SealAndRing;
import org.parley.simulator.work.Forms;
import org.parley.simulator.world.Dice;
import org.parley.simulator.world.Surroundings;

/// Who is in a run: parties with one node or two, each node with its offices, its ceiling, its keys
/// and its ways to the others.
final class Population {

  private static final String STATES = "XQ";

  private final Surroundings world;
  private final Keys keys;
  private final Exchange exchange = new Exchange(Forms.all());

  Population(Surroundings world, Keys keys) {
    this.world = world;
    this.keys = keys;
  }

  /// Where a node's keys come from.
  interface Keys {
    SealAndRing of(NodeId node);
  }

  List<Member> settle(int count, Network network, Relay relay) {
    Dice dice = world.dice();
    List<Seat> seats = seats(count);
    Set<NodeId> liars = liars(seats);
    Set<NodeId> hidden = hidden(seats);
    boolean relayed = !hidden.isEmpty() || dice.happens(0.5);
    List<Member> members = new ArrayList<>();
    for (Seat seat : seats) {
      SealAndRing ring = keys.of(seat.node());
      world.directory().enter(seat.node(), ring.seal().certificates(), seat.offices());
      relay.open(seat.node());
      Member member =
          new Member(
              world.apart(),
              seat,
              !liars.contains(seat.node()),
              ring,
              exchange,
              self ->
                  relayed
                      ? List.of(
                          new DirectCourier(network, self, hidden), new RelayCourier(relay, self))
                      : List.of(new DirectCourier(network, self, hidden)));
      network.join(member);
      if (!member.isHonest() && dice.happens(0.3)) {
        network.silence(member.node());
      }
      members.add(member);
    }
    return members;
  }

  /// Most runs are small: what can go wrong between two is found fastest between two.
  static int count(Dice dice) {
    int die = dice.below(100);
    if (die < 60) {
      return dice.between(2, 4);
    }
    return die < 97 ? dice.between(5, 10) : dice.between(11, 57);
  }

  private List<Seat> seats(int count) {
    Dice dice = world.dice();
    List<Seat> seats = new ArrayList<>();
    for (int each = 0; seats.size() < count; each++) {
      Party party = party(each);
      if (each > 0 && each % 9 == 0) {
        seats.add(seat(new Party("secretariat-" + each), "hub", Set.of(OfficeKind.SECRETARIAT)));
      } else if (count - seats.size() > 1 && dice.happens(0.3)) {
        seats.add(seat(party, "policy", Set.of(OfficeKind.POLICY)));
        seats.add(seat(party, "csirt", Set.of(OfficeKind.TECHNICAL)));
      } else {
        seats.add(
            seat(
                party,
                "one",
                dice.happens(0.6)
                    ? Set.of(OfficeKind.POLICY, OfficeKind.TECHNICAL)
                    : Set.of(OfficeKind.POLICY)));
      }
    }
    return seats;
  }

  private static Party party(int each) {
    return new Party("" + STATES.charAt(each / 26 % 2) + (char) ('A' + each % 26));
  }

  private Seat seat(Party party, String name, Set<OfficeKind> kinds) {
    Set<OfficeId> offices = new HashSet<>();
    kinds.forEach(kind -> offices.add(new OfficeId(party, kind)));
    Tlp ceiling = world.dice().happens(0.5) ? Tlp.RED : world.dice().pick(List.of(Tlp.values()));
    return new Seat(new NodeId(party, name), offices, Ceiling.of(ceiling));
  }

  private Set<NodeId> liars(List<Seat> seats) {
    Dice dice = world.dice();
    int most = Math.max(1, seats.size() / 4);
    int count = dice.happens(0.5) ? dice.between(1, most) : 0;
    return Set.copyOf(dice.some(seats.stream().map(Seat::node).toList(), count));
  }

  /// Nodes that only a relay reaches.
  private Set<NodeId> hidden(List<Seat> seats) {
    Dice dice = world.dice();
    int count = dice.happens(0.4) ? dice.between(1, Math.max(1, seats.size() / 2)) : 0;
    return Set.copyOf(dice.some(seats.stream().map(Seat::node).toList(), count));
  }
}
