package org.parley.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Route;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.exchange.carriage.Slip;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.exchange.ledger.Exchange;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.exchange.ledger.Seat;
import org.parley.core.handling.Ceiling;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.journal.EntryKind;
import org.parley.core.journal.JournalEntry;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.ClearStatement;
import org.parley.duties.ComposeStatement;
import org.parley.duties.DispatchStatement;
import org.parley.duties.Draft;
import org.parley.duties.port.Doorway.ReceiptBack;
import org.parley.duties.record.Ledger;
import org.parley.duties.twin.TwinKeys;
import org.parley.duties.twin.TwinSeal;
import org.parley.simulator.check.Examination;
import org.parley.simulator.foe.Forge;
import org.parley.simulator.network.DirectCourier;
import org.parley.simulator.network.Network;
import org.parley.simulator.node.Member;
import org.parley.simulator.node.SealAndRing;
import org.parley.simulator.work.Forms;
import org.parley.simulator.world.Dice;
import org.parley.simulator.world.Directory;
import org.parley.simulator.world.Finding;
import org.parley.simulator.world.Notebook;
import org.parley.simulator.world.Plan;
import org.parley.simulator.world.Said;
import org.parley.simulator.world.Surroundings;
import org.parley.simulator.world.Timeline;
import org.parley.simulator.world.Weather;

/// A small world in calm weather, for one attack at a time: two honest neighbours and a liar.
final class Stage {

  static final Realm REAL = new Realm.Real();
  static final Realm SPRING = new Realm.Exercise("spring");
  static final Instant BEGIN = Instant.parse("2026-11-02T00:00:00Z");

  final Surroundings world;
  final Network network;
  final Member anna;
  final Member bert;
  final Member liar;
  final Forge forge;
  private final TwinKeys twins = new TwinKeys(1);
  private final Exchange exchange = new Exchange(Forms.all());
  private long number = 100;

  Stage() {
    Weather calm = new Weather(new Dice(1));
    calm.calm();
    world =
        new Surroundings(
            Plan.of(1),
            new Timeline(BEGIN, false),
            new Dice(2),
            calm,
            new Directory(),
            new Notebook());
    network = new Network(world);
    anna = member("XA", true, Tlp.RED);
    bert = member("XB", true, Tlp.AMBER);
    liar = member("XC", false, Tlp.RED);
    forge = new Forge(world, liar);
    later(Duration.ofHours(1));
  }

  private Member member(String state, boolean honest, Tlp ceiling) {
    Party party = new Party(state);
    Seat seat =
        new Seat(
            new NodeId(party, "one"),
            Set.of(
                new OfficeId(party, OfficeKind.POLICY), new OfficeId(party, OfficeKind.TECHNICAL)),
            Ceiling.of(ceiling));
    TwinSeal seal = twins.join(seat.node());
    world.directory().enter(seat.node(), seal.certificates(), seat.offices());
    Member member =
        new Member(
            world,
            seat,
            honest,
            new SealAndRing(seal, seal.ring()),
            exchange,
            self -> List.of(new DirectCourier(network, self, Set.of())));
    member.rollKeys(BEGIN);
    network.join(member);
    return member;
  }

  void later(Duration time) {
    world.timeline().run(world.timeline().now().plus(time), Integer.MAX_VALUE);
  }

  static OfficeId policy(Member member) {
    return new OfficeId(member.node().party(), OfficeKind.POLICY);
  }

  static Hand hand(Member member, String token) {
    return new Hand(policy(member), token);
  }

  static Draft draft(Member from, List<OfficeId> to, Realm realm, Ties ties, Marking marking) {
    return new Draft(
        new Draft.Subject(new FormatId(3, 1), Optional.empty(), realm),
        new Draft.Addresses(policy(from), to, List.of()),
        Heading.Languages.only("en"),
        ties,
        marking,
        List.of(
            Draft.ItemDraft.of(1, new Item.Value(List.of("words"))),
            Draft.ItemDraft.of(2, new Item.Nil())),
        Draft.Rest.NONE);
  }

  /// The same in a conversation that is there.
  static Draft within(Draft draft, ConversationId conversation) {
    return new Draft(
        new Draft.Subject(new FormatId(6, 1), Optional.of(conversation), draft.subject().realm()),
        draft.addresses(),
        draft.languages(),
        draft.ties(),
        draft.marking(),
        draft.items(),
        draft.rest());
  }

  Checked<ComposeStatement.Composed> compose(Member from, Draft draft) {
    return new ComposeStatement(from.station()).run(draft, hand(from, "author"));
  }

  /// Composes, clears and puts into the outbox; nothing is carried yet.
  Said send(Member from, Member to, Realm realm, Ties ties) {
    return send(from, to, realm, ties, Marking.of(Tlp.GREEN));
  }

  Said send(Member from, Member to, Realm realm, Ties ties, Marking marking) {
    Draft draft = draft(from, List.of(policy(to)), realm, ties, marking);
    ComposeStatement.Composed composed = compose(from, draft).orThrow();
    new ClearStatement(from.station(), true)
        .clear(realm, composed.statement(), hand(from, "second"))
        .orThrow();
    new DispatchStatement(from.station()).run(realm, composed.statement()).orThrow();
    return new Said(
        composed.statement(),
        new Said.Thread(composed.conversation(), realm, composed.number()),
        new Route(
            policy(from),
            from.node(),
            from.keys().seal().certificates().fingerprint(),
            List.of(policy(to)),
            List.of()),
        marking,
        "words",
        List.of(from.node(), to.node()),
        from.isHonest());
  }

  Said deliver(Member from, Member to) {
    Said said = send(from, to, REAL, Ties.NONE);
    from.dispatch();
    return said;
  }

  /// The parcels that wait at a node for another.
  static List<Octets> waiting(Member from, Member to) {
    return from.inspect(book ->
        book.outbox().waitingFor(to.node()).stream()
            .map(waiting -> waiting.parcel().sealed())
            .toList());
  }

  Forge.Words words(Member to, Realm realm) {
    return forge.words(List.of(policy(to)), realm, ++number);
  }

  Octets signed(Forge.Words words) {
    return signed(words, world.timeline().now());
  }

  Octets signed(Forge.Words words, Said.Thread thread) {
    return liar.keys()
        .seal()
        .sign(forge.statement(words, Optional.of(thread.conversation()), world.timeline().now()));
  }

  Octets signed(Forge.Words words, Instant created) {
    return liar.keys().seal().sign(forge.statement(words, Optional.empty(), created));
  }

  /// The liar sends something on the honest next slip of its link.
  Checked<Octets> lie(Member to, Realm realm, Enclosed kind, Octets signed) {
    Slip slip = forge.next(to.node(), realm, kind, signed);
    forge.used(slip);
    return hand(to, forge.sealed(slip, signed, to.node()).orElseThrow());
  }

  Checked<Octets> hand(Member to, Octets parcel) {
    return to.receive(parcel, ReceiptBack.WITH_THE_ANSWER).orElseThrow();
  }

  static List<IssueCode> codes(Checked<?> answer) {
    return answer.issues().stream().map(Issue::code).toList();
  }

  static Optional<Dossier> dossier(Member at, Realm realm, Digest statement) {
    return at.inspect(book ->
        new Ledger(book, at.seat(), realm)
            .conversationOf(statement)
            .flatMap(opened -> opened.state().find(statement)));
  }

  static long entries(Member at, EntryKind... kinds) {
    return at.inspect(book -> {
      List<JournalEntry> entries = new ArrayList<>();
      for (long index = 0; index < book.log().size(); index++) {
        entries.add(JournalEntry.read(book.log().entry(index)).orThrow());
      }
      return entries.stream().filter(each -> Arrays.asList(kinds).contains(each.kind())).count();
    });
  }

  /// Whatever invariant does not hold now.
  List<Finding> findings() {
    Examination.of(world, List.of(anna, bert, liar), false, false);
    return world.notebook().findings();
  }
}
