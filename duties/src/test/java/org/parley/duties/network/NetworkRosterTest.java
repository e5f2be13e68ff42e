package org.parley.duties.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.duties.network.Circle.REALM;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.Arrival;
import org.parley.core.directory.roster.RosterChange;
import org.parley.core.directory.roster.RosterEntry;
import org.parley.core.directory.roster.RosterNews;
import org.parley.core.directory.roster.Undersigned;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.journal.EntryKind;
import org.parley.core.journal.JournalEntry;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.directory.RosterBook;
import org.parley.duties.directory.TakeEntry;
import org.parley.duties.network.Circle.Member;
import org.parley.duties.port.Book;
import org.parley.duties.record.Journal;
import org.parley.duties.twin.TwinSeal;
import org.parley.formats.directory.RosterBytes;

/// Nodes join through a charter, and believe what they are told of its roster only as far as the
/// signatures under it go. Each attack is named by what it tries.
class NetworkRosterTest {

  private final Circle circle = new Circle();
  private final Member desk = circle.member("secretariat");
  private final Member alder = circle.member("XA");
  private final Member birch = circle.member("XB");
  private final Member cedar = circle.member("XC");

  @Test
  void oneComparedFingerprintBringsAllFoundersTogether() {
    circle.found(desk, alder, birch);

    assertThat(birch.knows(alder)).contains(alder.fingerprint());
    assertThat(alder.knows(desk)).contains(desk.fingerprint());
    assertThat(desk.network().charter()).isEqualTo(alder.network().charter());
    assertThat(arrivals(birch, alder)).containsExactly(Arrival.How.VOUCHED);
    assertThat(arrivals(desk, alder)).containsExactly(Arrival.How.COMPARED);
  }

  @Test
  void aCharterWhoseFingerprintIsNotTheOneReadOutIsRefused() {
    circle.introduce(desk, alder, birch);
    desk.founding()
        .drawUp(
            new FoundNetwork.Plan("Harbour", REALM, Set.of(alder.node(), birch.node()), 2),
            circle.now)
        .orThrow();
    Octets file = desk.founding().file(REALM).orElseThrow();

    Checked<?> taken = alder.founding().takePart(file, "0".repeat(60), circle.now);

    assertThat(codes(taken)).containsExactly(IssueCode.FINGERPRINT_DIFFERS);
    assertThat(alder.known().standings()).containsOnlyKeys(alder.party());
  }

  @Test
  void aNewStateIsRegisteredByTwoAndReachesEveryNode() {
    circle.found(desk, alder, birch);
    circle.introduce(desk, cedar);

    KeepRoster.Proposed proposed = register(cedar);
    assertThat(proposed.isIn()).isFalse();
    everybody();
    assertThat(alder.waiting()).containsExactly(proposed.digest());

    alder.keeping().cosign(REALM, proposed.digest(), circle.now).orThrow();
    everybody();

    assertThat(desk.network().roster().members()).containsKey(cedar.node());
    assertThat(birch.knows(cedar)).contains(cedar.fingerprint());
    assertThat(birch.links().getLast().entry().reference()).isEqualTo("Note 17/2026");
    assertThat(alder.waiting()).isEmpty();

    circle.takePart(desk, cedar).orThrow();
    assertThat(cedar.knows(birch)).contains(birch.fingerprint());
    assertThat(cedar.network().roster()).isEqualTo(birch.network().roster());
  }

  @Test
  void theSecretariatAloneCannotBringAStrangerIn() {
    circle.found(desk, alder, birch);
    circle.introduce(desk, cedar);
    Undersigned alone =
        signed(
            link(
                desk,
                new RosterChange.Add(cedar.node(), RosterChange.Role.MEMBER, cedar.fingerprint())),
            desk);

    circle.send(
        desk,
        birch,
        REALM,
        new RosterNews(Optional.empty(), List.of(alone), List.of(), cards(cedar)));

    assertThat(circle.refused).contains(IssueCode.ROSTER_SIGNERS, IssueCode.FINGERPRINT_DIFFERS);
    assertThat(birch.knows(cedar)).isEmpty();
    assertThat(birch.holds(cedar.party())).as("it waits for a person").isTrue();
  }

  @Test
  void theSecretariatCannotSwapAStatesKeyUnseen() {
    circle.found(desk, alder, birch);
    TwinSeal swapped = circle.otherKeys(alder.node());
    Octets forged = circle.next(alder, swapped, swapped);

    circle.send(desk, birch, REALM, news(List.of(), forged));

    assertThat(circle.refused).contains(IssueCode.KEY_UNPROVEN);
    assertThat(birch.knows(alder)).contains(alder.fingerprint());
    assertThat(birch.holds(alder.party())).isTrue();
  }

  @Test
  void aKeyChangeThatTheStateSignedByItsEarlierKeyIsTaken() {
    circle.found(desk, alder, birch);
    TwinSeal later = circle.otherKeys(alder.node());

    circle.send(desk, birch, REALM, news(List.of(), circle.next(alder, alder.seal(), later)));

    assertThat(birch.knows(alder)).contains(later.certificates().fingerprint());
    assertThat(birch.holds(alder.party())).isFalse();
  }

  @Test
  void aStateThatLostItsKeyIsTakenAnewOnceAPersonComparedTheFingerprint() {
    circle.found(desk, alder, birch);
    TwinSeal later = circle.otherKeys(alder.node());
    Octets entry = circle.next(alder, later, later);
    circle.send(desk, birch, REALM, news(List.of(), entry));
    TakeEntry taker = new TakeEntry(birch.directory(), birch.seal());

    assertThat(
            codes(
                birch
                    .station()
                    .books()
                    .change(book -> taker.anew(book, entry, alder.fingerprint(), circle.now))))
        .containsExactly(IssueCode.FINGERPRINT_DIFFERS);
    birch
        .station()
        .books()
        .change(book -> taker.anew(book, entry, later.certificates().fingerprint(), circle.now))
        .orThrow();

    assertThat(birch.knows(alder)).contains(later.certificates().fingerprint());
    assertThat(birch.holds(alder.party())).isFalse();
  }

  @Test
  void aStateIsNotRemovedWithOneSigner() {
    circle.found(desk, alder, birch);
    Undersigned alone = signed(link(desk, new RosterChange.Remove(birch.node())), desk);
    Undersigned twice =
        new Undersigned(
            List.of(
                alone.signatures().getFirst(),
                new Undersigned.Signature(alder.node(), alone.signatures().getFirst().signed())));

    circle.send(desk, alder, REALM, news(List.of(alone)));
    circle.send(desk, alder, REALM, news(List.of(twice)));

    assertThat(circle.refused).containsOnly(IssueCode.ROSTER_SIGNERS);
    assertThat(alder.reaches(birch)).isTrue();
  }

  @Test
  void aStateThatTwoStatesHaveRemovedIsSealedToNoMoreAndNotHeardAnyMore() {
    circle.found(desk, alder, birch, cedar);
    KeepRoster.Proposed proposed =
        desk.keeping()
            .propose(REALM, new RosterChange.Remove(birch.node()), "Note 3", circle.now)
            .orThrow();
    everybody();
    alder.keeping().cosign(REALM, proposed.digest(), circle.now).orThrow();
    everybody();
    assertThat(alder.reaches(birch)).as("one State has signed, and who registers").isTrue();

    cedar.keeping().cosign(REALM, proposed.digest(), circle.now).orThrow();
    everybody();

    assertThat(alder.reaches(birch)).isFalse();
    assertThat(cedar.reaches(birch)).isFalse();
    circle.refused.clear();
    circle.send(birch, cedar, REALM, news(List.of()));
    assertThat(circle.refused).contains(IssueCode.COUNTERPART_UNKNOWN);
  }

  @Test
  void whatStillWaitsForWhoIsRemovedDoesNotGoAnyMore() {
    circle.found(desk, alder, birch, cedar);
    circle.leaves(birch);
    register(alder);
    everybody();
    assertThat(outbox(desk)).as("birch is away").isPositive();
    desk.keeping().propose(REALM, new RosterChange.Remove(birch.node()), "", circle.now).orThrow();
    everybody();
    for (Member state : List.of(alder, cedar)) {
      state.keeping().cosign(REALM, state.waiting().iterator().next(), circle.now).orThrow();
      everybody();
    }

    circle.comesBack(birch);
    everybody();

    assertThat(outbox(desk)).isZero();
    assertThat(birch.links()).isEmpty();
  }

  private int outbox(Member member) {
    return member.station().books().look(book -> book.outbox().waitingFor(birch.node()).size());
  }

  @Test
  void anOlderLinkThatIsReplayedChangesNothing() {
    circle.found(desk, alder, birch);
    register(alder);
    register(birch);
    everybody();
    RosterBook.Link first = alder.links().getFirst();
    RosterBook.Network before = alder.network();
    circle.refused.clear();

    circle.send(birch, alder, REALM, news(List.of(first.paper())));

    assertThat(circle.refused).containsExactly(IssueCode.ROSTER_REPLAYED);
    assertThat(alder.network()).isEqualTo(before);
    assertThat(alder.forks()).isZero();
  }

  @Test
  void aLinkOfAnotherRealmIsRefused() {
    circle.found(desk, alder, birch);
    RosterEntry here = link(desk, add(alder));
    RosterEntry other =
        new RosterEntry(
            here.network(),
            new Realm.Exercise("other"),
            here.number(),
            here.previous(),
            here.at(),
            here.change(),
            "");

    circle.send(desk, alder, REALM, news(List.of(signed(other, desk))));
    assertThat(circle.refused).containsExactly(IssueCode.REALM_MIXED);
    circle.refused.clear();
    circle.send(desk, alder, new Realm.Exercise("other"), news(List.of(signed(other, desk))));
    assertThat(circle.refused).containsExactly(IssueCode.CHARTER_MISSING);
    assertThat(alder.links()).isEmpty();
  }

  @Test
  void twoHeadsOfTheRosterAreNoticedWhenNodesTalk() {
    circle.found(desk, alder, birch);
    Undersigned one = signed(link(desk, add(alder)), desk);
    Undersigned other = signed(link(desk, add(birch)), desk);
    circle.send(desk, alder, REALM, news(List.of(one)));
    circle.send(desk, birch, REALM, news(List.of(other)));
    assertThat(alder.forks() + birch.forks()).isZero();

    new TellRoster(alder.node(), alder.directory(), alder.seal())
        .run(alder.station().books(), circle.now);
    circle.deliver(alder, birch);

    assertThat(birch.forks()).isEqualTo(1);
    assertThat(circle.refused).contains(IssueCode.ROSTER_FORKED);
    assertThat(entries(birch, EntryKind.EQUIVOCATION)).isEqualTo(1);
    assertThat(birch.network().roster().members()).containsOnlyKeys(birch.node());
  }

  @Test
  void aLinkThatCameBeforeTheOneBeforeItWaitsWithItsSender() {
    circle.found(desk, alder, birch);
    register(alder);
    register(birch);
    List<RosterBook.Link> links = desk.links();

    circle.send(desk, birch, REALM, news(List.of(links.get(1).paper())));

    assertThat(birch.links()).hasSize(2);
    assertThat(birch.forks()).isZero();
  }

  @Test
  void whatWasSetAsideHereIsNotAddedWhenOthersSignIt() {
    circle.found(desk, alder, birch, cedar);
    KeepRoster.Proposed proposed =
        desk.keeping()
            .propose(REALM, new RosterChange.Remove(birch.node()), "", circle.now)
            .orThrow();
    everybody();
    desk.keeping().setAside(REALM, proposed.digest());

    for (Member state : List.of(alder, cedar)) {
      state.keeping().cosign(REALM, proposed.digest(), circle.now).orThrow();
      everybody();
    }

    assertThat(desk.links()).isEmpty();
    assertThat(desk.reaches(birch)).isTrue();
  }

  private KeepRoster.Proposed register(Member member) {
    return desk.keeping().register(REALM, member.node(), "Note 17/2026", circle.now).orThrow();
  }

  private void everybody() {
    circle.deliver(desk, alder, birch, cedar);
  }

  private static RosterChange add(Member member) {
    return new RosterChange.Add(member.node(), RosterChange.Role.MEMBER, member.fingerprint());
  }

  private RosterEntry link(Member at, RosterChange change) {
    RosterBook.Network network = at.network();
    return new RosterEntry(
        "Harbour",
        REALM,
        network.roster().number() + 1,
        network.roster().head(),
        circle.now,
        change,
        "");
  }

  private static Undersigned signed(RosterEntry link, Member by) {
    return new Undersigned(
        List.of(new Undersigned.Signature(by.node(), by.seal().sign(RosterBytes.write(link)))));
  }

  private static RosterNews news(List<Undersigned> links, Octets... entries) {
    return new RosterNews(Optional.empty(), links, List.of(), List.of(entries));
  }

  private static List<Octets> cards(Member member) {
    return List.of(member.card());
  }

  private static List<Arrival.How> arrivals(Member at, Member of) {
    return at.station().books().look(book -> at.directory().arrivals(book, of.party())).stream()
        .map(Arrival::how)
        .toList();
  }

  private static long entries(Member at, EntryKind kind) {
    return at.station().books().look(book -> count(book, kind));
  }

  private static long count(Book book, EntryKind kind) {
    Journal journal = new Journal(book);
    long count = 0;
    for (long index = 0; index < book.log().size(); index++) {
      if (JournalEntry.read(journal.entry(index)).orThrow().kind() == kind) {
        count++;
      }
    }
    return count;
  }

  private static List<IssueCode> codes(Checked<?> checked) {
    return checked.issues().stream().map(issue -> issue.code()).toList();
  }
}
