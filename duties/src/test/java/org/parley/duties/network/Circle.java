package org.parley.duties.network;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.parley.core.directory.Directory;
import org.parley.core.directory.DirectoryEntry;
import org.parley.core.directory.Fingerprints;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.directory.Revocation;
import org.parley.core.directory.SealingKeys;
import org.parley.core.directory.Standing;
import org.parley.core.directory.contacts.SheetNews;
import org.parley.core.directory.roster.RosterNews;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.exchange.format.Formats;
import org.parley.core.exchange.ledger.Exchange;
import org.parley.core.exchange.ledger.Seat;
import org.parley.core.handling.Ceiling;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.DispatchParcels;
import org.parley.duties.ReceiveParcel;
import org.parley.duties.Station;
import org.parley.duties.directory.DirectoryBook;
import org.parley.duties.directory.PublishEntry;
import org.parley.duties.directory.RosterBook;
import org.parley.duties.directory.TakeEntry;
import org.parley.duties.port.Courier;
import org.parley.duties.port.Doorway;
import org.parley.duties.post.Packing;
import org.parley.duties.twin.BooksInMemory;
import org.parley.duties.twin.TwinKeys;
import org.parley.duties.twin.TwinSeal;
import org.parley.formats.contacts.SheetNewsBytes;
import org.parley.formats.directory.CharterBytes;
import org.parley.formats.directory.DirectoryBytes;
import org.parley.formats.directory.NewsBytes;

/// Fictitious States and a secretariat, each with a directory of its own.
final class Circle {

  static final Realm REALM = new Realm.Exercise("harbour");

  private final TwinKeys keys = new TwinKeys(7);
  private final Map<NodeId, Doorway> doors = new HashMap<>();
  private final Set<NodeId> away = new HashSet<>();
  private final Random random = new Random(20261122);
  Instant now = Instant.parse("2026-11-22T12:00:00Z");

  /// All that was handed over, by the node it was for.
  final Map<NodeId, List<Octets>> carried = new HashMap<>();

  /// The codes of refusals on the way, the newest last.
  final List<IssueCode> refused = new ArrayList<>();

  /// A node with what it works with.
  record Member(Station station, DirectoryBook directory, TwinSeal seal, Octets card) {

    NodeId node() {
      return station.node();
    }

    Party party() {
      return node().party();
    }

    Digest fingerprint() {
      return seal.certificates().fingerprint();
    }

    RosterBook.Network network() {
      return station.books().look(book -> directory.rosters().find(book, REALM)).orElseThrow();
    }

    List<RosterBook.Link> links() {
      return station.books().look(book -> directory.rosters().links(book, REALM));
    }

    int forks() {
      return station.books().look(book -> directory.rosters().forks(book, REALM)).size();
    }

    Set<Digest> waiting() {
      return station.books().look(book -> directory.rosters().proposals(book, REALM)).keySet();
    }

    Directory known() {
      return station.books().look(directory::directory);
    }

    Optional<Digest> knows(Member other) {
      return known().node(other.node()).map(node -> node.signing().fingerprint());
    }

    boolean reaches(Member other) {
      return station.books().look(book -> directory.find(book, other.node())).isPresent();
    }

    boolean holds(Party party) {
      return station.books().look(book -> directory.held(book, party)).isPresent();
    }

    FoundNetwork founding() {
      return new FoundNetwork(node(), station.books(), directory, seal);
    }

    KeepRoster keeping() {
      return new KeepRoster(node(), station.books(), directory, seal);
    }
  }

  Member member(String party) {
    NodeId node =
        new NodeId(new Party(party), Character.isUpperCase(party.charAt(0)) ? "csirt" : "desk");
    TwinSeal seal = keys.join(node);
    DirectoryBook directory = new DirectoryBook();
    OfficeKind office = node.party().isState() ? OfficeKind.TECHNICAL : OfficeKind.SECRETARIAT;
    Seat seat = new Seat(node, Set.of(new OfficeId(node.party(), office)), Ceiling.of(Tlp.AMBER));
    Station station =
        new Station(
            seat,
            new Exchange(Formats.of(List.of())),
            directory,
            new BooksInMemory(),
            seal,
            this::draw,
            () -> now);
    Octets card = publish(station, directory, seal, List.of(record(node, seal, "2026-W47")));
    doors.put(node, new ReceiveParcel(station));
    return new Member(station, directory, seal, card);
  }

  private Octets publish(
      Station station, DirectoryBook directory, TwinSeal by, List<NodeRecord> nodes) {
    List<Revocation> none = List.of();
    return new PublishEntry(station.node(), directory, by)
        .run(station.books(), new PublishEntry.Content(nodes, List.of(), none), now);
  }

  /// What a node says of itself next, signed by whoever holds these keys, and kept by nobody.
  Octets next(Member of, TwinSeal by, TwinSeal named) {
    DirectoryBook directory = of.directory();
    Standing standing =
        of.station().books().look(book -> directory.standing(book, of.party())).orElseThrow();
    return by.sign(
        DirectoryBytes.write(
            new DirectoryEntry(
                of.party(),
                standing.entry().number() + 1,
                Optional.of(standing.digest()),
                now,
                List.of(record(of.node(), named, "2026-W48")),
                List.of(),
                List.of())));
  }

  /// Destroys a node's sealing keys, makes others and states them to everybody it knows.
  ///
  /// @param period what no period of it was called before
  void rolls(Member member, String period) {
    member.seal().ring().held().forEach(old -> member.seal().ring().destroy(old.period()));
    NodeRecord record = record(member.node(), member.seal(), period);
    publish(member.station(), member.directory(), member.seal(), List.of(record));
  }

  /// A node with other certificates, which it has stated to everybody it knows by the ones before.
  Member renews(Member member, Revocation... revoked) {
    TwinSeal later = keys.renew(member.seal(), "renewed " + now);
    NodeRecord before = member.known().node(member.node()).orElseThrow();
    NodeRecord record =
        new NodeRecord(
            before.node(),
            later.certificates(),
            Octets.of("tls after " + before.tls().shown()),
            before.logKey(),
            before.sealing(),
            before.serves(),
            before.ways());
    Station station = member.station();
    PublishEntry.Content content =
        new PublishEntry.Content(List.of(record), List.of(), List.of(revoked));
    PublishEntry byEarlier = new PublishEntry(station.node(), member.directory(), member.seal());
    byEarlier.run(station.books(), content, now);
    Station then =
        new Station(
            station.seat(),
            station.exchange(),
            member.directory(),
            station.books(),
            later,
            this::draw,
            () -> now);
    doors.put(member.node(), new ReceiveParcel(then));
    PublishEntry byLater = new PublishEntry(station.node(), member.directory(), later);
    return new Member(then, member.directory(), later, byLater.run(station.books(), content, now));
  }

  /// Keys for a node that nobody has seen.
  TwinSeal otherKeys(NodeId node) {
    return keys.join(new NodeId(node.party(), node.name() + "-x"));
  }

  private NodeRecord record(NodeId node, TwinSeal seal, String period) {
    SealingKeys sealing =
        seal.ring().create(period, now.minusSeconds(60), now.plus(Duration.ofDays(40)));
    return new NodeRecord(
        node,
        seal.certificates(),
        Octets.of("tls"),
        Octets.of(new byte[32]),
        List.of(sealing),
        List.of(node.party().isState() ? OfficeKind.TECHNICAL : OfficeKind.SECRETARIAT),
        List.of());
  }

  private Octets draw(int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return Octets.of(drawn);
  }

  /// Takes a card in, as a person does who was read the fingerprint.
  void introduce(Member to, Member... others) {
    for (Member other : others) {
      new TakeEntry(to.directory(), to.seal())
          .run(to.station().books(), other.card(), Optional.of(other.fingerprint()), now)
          .orThrow();
    }
  }

  /// A network of the secretariat and these States, in force at all of them.
  void found(Member desk, Member... states) {
    introduce(desk, states);
    Set<NodeId> founders = new HashSet<>();
    for (Member state : states) {
      founders.add(state.node());
    }
    desk.founding().drawUp(new FoundNetwork.Plan("Harbour", REALM, founders, 2), now).orThrow();
    for (Member state : states) {
      takePart(desk, state).orThrow();
      deliver(state, desk);
    }
    deliver(states);
    refused.clear();
  }

  Checked<?> takePart(Member desk, Member state) {
    Octets file = desk.founding().file(REALM).orElseThrow();
    return state.founding().takePart(file, readOut(desk), now);
  }

  /// The charter's fingerprint as it is read out at the secretariat.
  String readOut(Member desk) {
    return Fingerprints.spoken(
        CharterBytes.write(
                desk.founding().claimed(desk.founding().file(REALM).orElseThrow()).orThrow())
            .digest());
  }

  /// Sends made-up news, as somebody who does not keep to the rules may.
  void send(Member from, Member to, Realm realm, RosterNews news) {
    send(from, to, realm, Enclosed.ROSTER_ENTRY, NewsBytes.write(news));
  }

  /// Passes sheets on, whoever has signed them.
  void pass(Member from, Member to, Octets... signed) {
    SheetNews news = new SheetNews(List.of(signed), List.of());
    send(from, to, REALM, Enclosed.CONTACT_SHEET, SheetNewsBytes.write(news));
  }

  /// Passes what is said of a campaign on, whoever has signed it.
  void passCampaign(Member from, Member to, Octets... signed) {
    SheetNews news = new SheetNews(List.of(), List.of(signed));
    send(from, to, REALM, Enclosed.CONTACT_SHEET, SheetNewsBytes.write(news));
  }

  private void send(Member from, Member to, Realm realm, Enclosed kind, Octets content) {
    from.station()
        .books()
        .change(book -> {
          Packing packing = new Packing(from.node(), from.seal(), from.directory());
          return packing.pack(
              book,
              packing.reachable(book, to.node(), now).orThrow(),
              realm,
              kind,
              from.seal().sign(content),
              now);
        });
    deliver(from, to);
  }

  /// From now on nothing reaches the node.
  void leaves(Member member) {
    away.add(member.node());
  }

  void comesBack(Member member) {
    away.remove(member.node());
    now = now.plus(Duration.ofHours(6));
  }

  /// Everybody hands over what is due, until nothing is due any more.
  void deliver(Member... members) {
    for (int round = 0; round < 8; round++) {
      for (Member member : members) {
        new DispatchParcels(member.station(), List.of(new NextDoor())).run(100);
      }
    }
  }

  private final class NextDoor implements Courier {

    @Override
    public Grade grade() {
      return Grade.DIRECT;
    }

    @Override
    public boolean reaches(NodeId to) {
      return doors.containsKey(to) && !away.contains(to);
    }

    @Override
    public Carried carry(NodeId to, Octets parcel) {
      carried.computeIfAbsent(to, _ -> new ArrayList<>()).add(parcel);
      Checked<Octets> answer = doors.get(to).receive(parcel, Doorway.ReceiptBack.WITH_THE_ANSWER);
      answer.issues().forEach(issue -> refused.add(issue.code()));
      return answer instanceof Checked.Sound<Octets>(Octets receipt, _)
          ? new Carried.Delivered(receipt)
          : new Carried.Failed(false, answer.issues().getFirst().code().name());
    }
  }
}
