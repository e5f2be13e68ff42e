package org.parley.duties;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.format.Format;
import org.parley.core.exchange.format.Formats;
import org.parley.core.exchange.format.ItemRule;
import org.parley.core.exchange.format.ItemType;
import org.parley.core.exchange.ledger.Exchange;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.exchange.ledger.Seat;
import org.parley.core.handling.Ceiling;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.port.Courier;
import org.parley.duties.port.Doorway;
import org.parley.duties.post.Counterpart;
import org.parley.duties.post.Counterparts;
import org.parley.duties.twin.BooksInMemory;
import org.parley.duties.twin.TwinKeys;
import org.parley.duties.twin.TwinLogSeal;
import org.parley.duties.twin.TwinSeal;

/// Fictitious States side by side, with everything in memory and a courier that walks next door.
final class Neighbours implements Counterparts {

  static final Realm REAL = new Realm.Real();
  static final int NOTICE = 3;
  static final int REPLY = 5;

  private final TwinKeys keys = new TwinKeys(1);
  private final Map<NodeId, Counterpart> known = new LinkedHashMap<>();
  private final Map<NodeId, Doorway> doors = new HashMap<>();
  private final Random random = new Random(20261122);
  private final Exchange exchange = new Exchange(formats());
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");

  /// Whether the next answer of a door gets lost on the way back.
  boolean loseAnswers;

  /// Who was removed from the network.
  final Set<NodeId> out = new HashSet<>();

  /// What went over the wire.
  final List<Octets> carried = new ArrayList<>();

  Station station(String party, Tlp ceiling) {
    NodeId node = new NodeId(new Party(party), "csirt");
    TwinSeal seal = keys.join(node);
    known.put(
        node,
        new Counterpart(
            node,
            seal.certificates(),
            List.of(
                seal.ring()
                    .create("2026-W47", now.minusSeconds(60), now.plus(Duration.ofDays(40))))));
    Seat seat = new Seat(node, Set.of(office(party)), Ceiling.of(ceiling));
    Station station =
        new Station(seat, exchange, this, new BooksInMemory(), seal, this::draw, clock());
    doors.put(node, new ReceiveParcel(station, logSeal(node)));
    return station;
  }

  /// A node comes back without its sealing keys, and its entry names others from now on.
  void loseKeys(Station station) {
    Counterpart before = known.get(station.node());
    TwinSeal seal = (TwinSeal) station.seal();
    before.keys().forEach(keys -> seal.ring().destroy(keys.period()));
    known.put(
        station.node(),
        new Counterpart(
            station.node(),
            seal.certificates(),
            List.of(
                seal.ring()
                    .create("2026-W48", now.minusSeconds(60), now.plus(Duration.ofDays(40))))));
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  private InstantSource clock() {
    return () -> now;
  }

  private Octets draw(int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return Octets.of(drawn);
  }

  static OfficeId office(String party) {
    return new OfficeId(new Party(party), OfficeKind.TECHNICAL);
  }

  static Hand hand(String party) {
    return new Hand(office(party), "first");
  }

  static Draft notice(String from, String to, Tlp marking, String what) {
    return draft(NOTICE, from, to, Ties.NONE, marking, what, Optional.empty());
  }

  static Draft draft(
      int format,
      String from,
      String to,
      Ties ties,
      Tlp marking,
      String what,
      Optional<org.parley.core.exchange.ConversationId> conversation) {
    return new Draft(
        new Draft.Subject(new FormatId(format, 1), conversation, REAL),
        new Draft.Addresses(office(from), List.of(office(to)), List.of()),
        Heading.Languages.only("en"),
        ties,
        Marking.of(marking),
        List.of(Draft.ItemDraft.of(1, new Item.Value(List.of(what)))),
        Draft.Rest.NONE);
  }

  /// Composes, clears and dispatches.
  static ComposeStatement.Composed send(Station station, Draft draft) {
    Hand hand = new Hand(draft.addresses().from(), "first");
    ComposeStatement.Composed composed = new ComposeStatement(station).run(draft, hand).orThrow();
    new ClearStatement(station, false).clear(REAL, composed.statement(), hand).orThrow();
    new DispatchStatement(station).run(REAL, composed.statement()).orThrow();
    return composed;
  }

  /// Everybody hands over what is due, until nothing is due any more.
  void deliver(Station... stations) {
    for (int round = 0; round < 10; round++) {
      for (Station station : stations) {
        new DispatchParcels(station, List.of(new NextDoor())).run(100);
      }
    }
  }

  Checked<Octets> handIn(Station to, Octets parcel) {
    return doors.get(to.node()).receive(parcel, Doorway.ReceiptBack.WITH_THE_ANSWER);
  }

  @Override
  public Optional<Counterpart> find(Book book, NodeId node) {
    return Optional.ofNullable(known.get(node));
  }

  @Override
  public boolean isOut(Book book, NodeId node) {
    return out.contains(node);
  }

  @Override
  public List<NodeId> nodes(Book book) {
    return List.copyOf(known.keySet());
  }

  @Override
  public Optional<Octets> logKey(Book book, NodeId node) {
    return Optional.of(logSeal(node).publicKey());
  }

  /// The log's key of a node.
  static TwinLogSeal logSeal(NodeId node) {
    byte[] key = node.toString().getBytes(StandardCharsets.UTF_8);
    return new TwinLogSeal(Octets.of(Arrays.copyOf(key, 32)));
  }

  @Override
  public Optional<NodeId> nodeOf(Book book, OfficeId office) {
    return known.keySet().stream()
        .filter(node -> node.party().equals(office.party()) && !out.contains(node))
        .findFirst();
  }

  private static Formats formats() {
    return Formats.of(
        List.of(
            format(NOTICE, Format.Bond.FREE, Set.of()),
            format(REPLY, Format.Bond.ANSWER, Set.of(NOTICE))));
  }

  private static Format format(int number, Format.Bond bond, Set<Integer> answers) {
    Format.Use use =
        new Format.Use(
            Set.of(OfficeKind.TECHNICAL),
            bond,
            answers,
            false,
            false,
            Optional.of(Duration.ofHours(48)));
    ItemRule what =
        new ItemRule(
            1,
            "what",
            "What",
            new ItemType.Text(200),
            false,
            ItemRule.Need.WORD,
            Optional.of("nothing"));
    return new Format(
        new FormatId(number, 1), "format-" + number, "Format", "Test.", use, List.of(what));
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
      carried.add(parcel);
      Checked<Octets> answer = doors.get(to).receive(parcel, Doorway.ReceiptBack.WITH_THE_ANSWER);
      if (loseAnswers) {
        return new Carried.Failed(false, "the line broke");
      }
      return answer instanceof Checked.Sound<Octets>(Octets receipt, _)
          ? new Carried.Delivered(receipt)
          : new Carried.Failed(true, answer.issues().getFirst().code().name());
    }
  }
}
