package org.parley.duties.checks;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.exchange.ledger.Exchange;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.exchange.ledger.Seat;
import org.parley.core.handling.Ceiling;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.people.Actor;
import org.parley.core.people.Permissions;
import org.parley.core.people.Role;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.DispatchParcels;
import org.parley.duties.ReceiveParcel;
import org.parley.duties.Station;
import org.parley.duties.port.Book;
import org.parley.duties.port.Courier;
import org.parley.duties.port.Doorway;
import org.parley.duties.post.Counterpart;
import org.parley.duties.post.Counterparts;
import org.parley.duties.twin.BooksInMemory;
import org.parley.duties.twin.TwinKeys;
import org.parley.duties.twin.TwinLogSeal;
import org.parley.duties.twin.TwinSeal;
import org.parley.formats.library.FolderSource;
import org.parley.formats.library.Library;

/** A secretariat and fictitious States, each with its node, everything in memory. */
final class Ring implements Counterparts {

  static final Realm REALM = new Realm.Exercise("spring");
  static final OfficeId SECRETARIAT = new OfficeId(new Party("xs"), OfficeKind.SECRETARIAT);
  static final Actor OFFICER =
      new Actor(
          new UUID(0, 7), Set.of(Role.POLICY_OFFICER), Optional.of(SECRETARIAT), Optional.empty());

  private static final Library LIBRARY = new Library(new FolderSource(Path.of("../library")));

  private final TwinKeys keys = new TwinKeys(20261122);
  private final Random random = new Random(20261122);
  private final Map<NodeId, Counterpart> known = new LinkedHashMap<>();
  private final Map<NodeId, Doorway> doors = new LinkedHashMap<>();
  private final Map<Party, Station> stations = new LinkedHashMap<>();
  private final Set<Party> byMail = new HashSet<>();
  private final List<Bag> bags = new ArrayList<>();
  private final List<Octets> arrived = new ArrayList<>();
  private boolean mailIsLost;
  private boolean mailIsPaused;
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");

  Ring() {
    join(SECRETARIAT.party(), Set.of(OfficeKind.SECRETARIAT));
  }

  static Permissions permissions() {
    return LIBRARY.permissions().orThrow();
  }

  Checkwork secretariat() {
    return new Checkwork(station(SECRETARIAT.party()), permissions(), false);
  }

  /** A State whose offices have a node. */
  Party join(String name) {
    Party party = new Party(name);
    join(party, Set.of(OfficeKind.POLICY, OfficeKind.TECHNICAL));
    return party;
  }

  private void join(Party party, Set<OfficeKind> kinds) {
    NodeId node = new NodeId(party, "node");
    TwinSeal seal = keys.join(node);
    known.put(
        node,
        new Counterpart(
            node,
            seal.certificates(),
            List.of(
                seal.ring()
                    .create("2026-W47", now.minusSeconds(60), now.plus(Duration.ofDays(40))))));
    Set<OfficeId> offices =
        Set.copyOf(kinds.stream().map(kind -> new OfficeId(party, kind)).toList());
    Station station =
        new Station(
            new Seat(node, offices, Ceiling.of(Tlp.RED)),
            new Exchange(LIBRARY.formats()),
            this,
            new BooksInMemory(),
            seal,
            this::draw,
            () -> now);
    doors.put(node, new ReceiveParcel(station, logSeal(node)));
    stations.put(party, station);
  }

  Station station(Party party) {
    return Optional.ofNullable(stations.get(party)).orElseThrow();
  }

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  static Hand hand(Party party, OfficeKind kind) {
    return new Hand(new OfficeId(party, kind), "first");
  }

  /** Everybody hands over what is due, twice: questions, then receipts and answers. */
  void deliver() {
    for (int round = 0; round < 3; round++) {
      stations
          .values()
          .forEach(station ->
              new DispatchParcels(station, List.of(new NextDoor(), new Mailbags())).run(500));
      empty();
    }
  }

  /** What was left with the mail arrives, and its receipts go as parcels of their own. */
  private void empty() {
    if (mailIsPaused) {
      return;
    }
    List<Bag> arriving = List.copyOf(bags);
    bags.clear();
    for (Bag bag : arriving) {
      arrived.add(bag.parcel());
      Optional.ofNullable(doors.get(bag.to()))
          .orElseThrow()
          .receive(bag.parcel(), Doorway.ReceiptBack.AS_A_PARCEL)
          .orThrow();
    }
  }

  /** The node of this State takes in mail as well. */
  void alsoByMail(Party party) {
    byMail.add(party);
  }

  /** Mail to all States is lost from now on. */
  void loseMail() {
    mailIsLost = true;
  }

  /** Mail to all States lies with the carrier from now on. */
  void pauseMail() {
    mailIsPaused = true;
  }

  void emptyMail() {
    mailIsPaused = false;
    empty();
  }

  List<Octets> arrivedByMail() {
    return List.copyOf(arrived);
  }

  private record Bag(NodeId to, Octets parcel) {}

  private final class Mailbags implements Courier {

    @Override
    public Grade grade() {
      return Grade.MAIL;
    }

    @Override
    public boolean reaches(NodeId to) {
      return byMail.contains(to.party());
    }

    @Override
    public Carried carry(NodeId to, Octets parcel) {
      if (!mailIsLost) {
        bags.add(new Bag(to, parcel));
      }
      return new Carried.InCustody(Optional.empty());
    }
  }

  private Octets draw(int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return Octets.of(drawn);
  }

  private static TwinLogSeal logSeal(NodeId node) {
    byte[] key = node.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return new TwinLogSeal(Octets.of(Arrays.copyOf(key, 32)));
  }

  @Override
  public Optional<Counterpart> find(Book book, NodeId node) {
    return Optional.ofNullable(known.get(node));
  }

  @Override
  public List<NodeId> nodes(Book book) {
    return List.copyOf(known.keySet());
  }

  @Override
  public Optional<Octets> logKey(Book book, NodeId node) {
    return Optional.of(logSeal(node).publicKey());
  }

  @Override
  public Optional<NodeId> nodeOf(Book book, OfficeId office) {
    return known.keySet().stream().filter(node -> node.party().equals(office.party())).findFirst();
  }

  private final class NextDoor implements Courier {

    @Override
    public Grade grade() {
      return Grade.DIRECT;
    }

    @Override
    public boolean reaches(NodeId to) {
      return doors.containsKey(to);
    }

    @Override
    public Carried carry(NodeId to, Octets parcel) {
      Doorway door = Optional.ofNullable(doors.get(to)).orElseThrow();
      Checked<Octets> answer = door.receive(parcel, Doorway.ReceiptBack.WITH_THE_ANSWER);
      return answer instanceof Checked.Sound<Octets>(Octets receipt, _)
          ? new Carried.Delivered(receipt)
          : new Carried.Failed(true, answer.issues().getFirst().code().name());
    }
  }
}
