package org.parley.node.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.core.directory.Fingerprints;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.directory.roster.Charter;
import org.parley.core.exchange.format.Formats;
import org.parley.core.handling.Ceiling;
import org.parley.core.handling.Tlp;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.couriers.relay.Enrolment;
import org.parley.couriers.relay.RelayProgram;
import org.parley.duties.network.FoundNetwork;
import org.parley.exchange.Introduction;
import org.parley.exchange.Membership;
import org.parley.exchange.NodeHome;
import org.parley.exchange.NodeSettings;
import org.parley.formats.directory.CharterBytes;

/// How the nodes of the demo come to know each other: each joins the exchange, the secretariat
/// takes in the cards of the States and draws the charter up, and each State takes part in it
/// against its fingerprint, as people do on their pages.
///
/// @param relay the folder of the relay
/// @param port where the relay listens
/// @param formats of messages, for the node that is never started
record DemoJoining(Path relay, int port, Formats formats) {

  private static final Party BIRCH = new Party("XB");
  private static final Party CEDAR = new Party("XC");
  private static final String NETWORK = "Harbour network";

  /// Lets a node join. XB is reached through the relay alone, as a node behind a one-way door is.
  void join(DemoMember member) {
    Party party = member.troupe().party();
    boolean open = !party.equals(BIRCH);
    member
        .exchanging()
        .join(settings(party, open ? Optional.of(door()) : Optional.empty()))
        .orThrow();
  }

  private NodeSettings settings(Party party, Optional<NodeSettings.Door> door) {
    return new NodeSettings(
        new NodeId(party, party.isState() ? "csirt" : "desk"),
        party.isState()
            ? List.of(OfficeKind.TECHNICAL, OfficeKind.POLICY)
            : List.of(OfficeKind.SECRETARIAT),
        new NodeSettings.Ways(door, Optional.of(box()), Optional.empty()),
        Ceiling.of(Tlp.AMBER_STRICT),
        false,
        Optional.empty());
  }

  private NodeSettings.RelayBox box() {
    try {
      Enrolment given = Enrolment.in(relay);
      return new NodeSettings.RelayBox(
          URI.create("https://127.0.0.1:" + port),
          RelayProgram.identity(relay).certificateOctets(),
          given.mailbox(),
          given.collect(),
          given.depositor());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static NodeSettings.Door door() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int free = socket.getLocalPort();
      return new NodeSettings.Door("127.0.0.1", free, URI.create("https://127.0.0.1:" + free));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /// Lets the secretariat take in all cards and draw the network's charter up, each State take part
  /// in it against its fingerprint, and the secretariat register them. The third State is in by the
  /// charter, and its node is switched off.
  static void meet(List<DemoMember> members, Card absent) {
    DemoMember secretariat = members.getLast();
    List<DemoMember> states = members.subList(0, members.size() - 1);
    List<Card> cards = new ArrayList<>(states.stream().map(each -> Card.of(each.home())).toList());
    cards.add(absent);
    Introduction introduction = new Introduction(secretariat.home());
    cards.forEach(card -> introduction.take(card.bytes(), Optional.of(card.readOut())).orThrow());
    Card.of(secretariat.home());
    Membership desk = new Membership(secretariat.home());
    Instant now = secretariat.home().station().now();
    Charter charter =
        desk.founding()
            .drawUp(
                new FoundNetwork.Plan(
                    NETWORK,
                    DemoNetwork.REALM,
                    cards.stream().map(Card::node).collect(Collectors.toSet()),
                    2),
                now)
            .orThrow();
    String readOut = Fingerprints.spoken(CharterBytes.write(charter).digest());
    Octets file = desk.founding().file(DemoNetwork.REALM).orElseThrow();
    states.forEach(
        state -> new Membership(state.home()).founding().takePart(file, readOut, now).orThrow());
  }

  /// Makes the node of the third State, has it say its card, and leaves it switched off.
  Card switchedOff(Path folder) {
    NodeSettings settings = settings(CEDAR, Optional.empty());
    NodeHome.create(folder, settings, InstantSource.system().instant()).orThrow();
    try (NodeHome home = NodeHome.open(folder, formats).orThrow()) {
      return Card.of(home);
    }
  }

  /// A node's card, and the fingerprint that is read out over the telephone.
  record Card(NodeId node, Octets bytes, Digest readOut) {

    static Card of(NodeHome home) {
      Octets bytes = home.publish();
      return new Card(
          home.settings().node(), bytes, home.station().seal().certificates().fingerprint());
    }
  }
}
