package org.parley.duties.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.duties.network.Circle.REALM;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.DutyHours;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.contacts.Channel;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.ContactKind;
import org.parley.core.directory.contacts.SheetDeed;
import org.parley.core.directory.contacts.StatedSheet;
import org.parley.core.directory.contacts.Watch;
import org.parley.core.directory.roster.RosterChange;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.journal.EntryKind;
import org.parley.core.journal.JournalEntry;
import org.parley.core.people.Actor;
import org.parley.core.people.Role;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.contacts.KeepContacts;
import org.parley.duties.contacts.PublishSheet;
import org.parley.duties.contacts.SheetBook;
import org.parley.duties.contacts.TellSheets;
import org.parley.duties.network.Circle.Member;
import org.parley.duties.record.Journal;
import org.parley.duties.twin.TwinSeal;
import org.parley.formats.contacts.StatedBytes;

/// What a State says of its own offices goes to every node, and counts by that State's own
/// signature alone. Each attack is named by what it tries.
class StatedSheetsTest {

  private final Circle circle = new Circle();
  private final Member desk = circle.member("secretariat");
  private final Member alder = circle.member("XA");
  private final Member birch = circle.member("XB");
  private final Member cedar = circle.member("XC");
  private final SheetBook sheets = new SheetBook();

  @Test
  void whatAStateSaysOfItsOfficesReachesEveryNode() {
    circle.found(desk, alder, birch);
    writeDown(alder, 1, "Duty desk");

    publish(alder, false).orThrow();
    everybody();

    for (Member member : List.of(desk, alder, birch)) {
      StatedSheet sheet = held(member, alder).orElseThrow().sheet();
      assertThat(sheet.number()).isEqualTo(1);
      assertThat(sheet.contacts().getFirst().naming().name()).isEqualTo("Duty desk");
      assertThat(sheet.attested()).as("nobody has attested it yet").isEmpty();
    }
    assertThat(held(birch, alder).orElseThrow().arrival().from()).contains(alder.node());
    assertThat(circle.refused).isEmpty();
  }

  @Test
  void whatIsHeldOfAStateForOneselfStaysApart() {
    circle.found(desk, alder, birch);
    contacts(birch)
        .run(REALM, alder.party(), List.of(put(1, "By hearsay")), actor(birch))
        .orThrow();
    writeDown(alder, 1, "Duty desk");

    publish(alder, false).orThrow();
    everybody();

    assertThat(contacts(birch).sheet(REALM, alder.party()).contact(1).orElseThrow().naming().name())
        .isEqualTo("By hearsay");
    assertThat(held(birch, alder).orElseThrow().sheet().contacts().getFirst().naming().name())
        .isEqualTo("Duty desk");
  }

  @Test
  void anAttestationSaysAllOfItAnewWithItsDay() {
    circle.found(desk, alder, birch);
    writeDown(alder, 1, "Duty desk");
    publish(alder, false).orThrow();
    assertThat(codes(publish(alder, false))).containsExactly(IssueCode.NOTHING_CHANGED);

    publish(alder, true).orThrow();
    everybody();

    StatedSheet sheet = held(birch, alder).orElseThrow().sheet();
    assertThat(sheet.number()).isEqualTo(2);
    assertThat(sheet.attested()).contains(circle.now);
    assertThat(contacts(alder).sheet(REALM, alder.party()).confirmed()).isPresent();
    assertThat(history(birch, alder)).containsExactly(1L, 2L);
  }

  @Test
  void nothingIsSaidOfNoOffices() {
    circle.found(desk, alder, birch);

    assertThat(codes(publish(alder, false))).containsExactly(IssueCode.NOTHING_CHANGED);
    assertThat(codes(publish(alder, true))).containsExactly(IssueCode.CONTACT_UNKNOWN);
    assertThat(held(alder, alder)).isEmpty();
  }

  @Test
  void aStateCanTakeItsSheetBack() {
    circle.found(desk, alder, birch);
    writeDown(alder, 1, "Duty desk");
    publish(alder, false).orThrow();
    contacts(alder)
        .run(REALM, alder.party(), List.of(new SheetDeed.Drop(1, "closed")), actor(alder))
        .orThrow();

    publish(alder, false).orThrow();
    everybody();

    assertThat(held(birch, alder).orElseThrow().sheet().isTakenBack()).isTrue();
    assertThat(history(birch, alder)).containsExactly(1L, 2L);
  }

  @Test
  void aNodeThatWasAwayLearnsTheNewestFromWhoeverItReachesFirst() {
    circle.found(desk, alder, birch, cedar);
    circle.leaves(cedar);
    writeDown(alder, 1, "Duty desk");
    publish(alder, false).orThrow();
    writeDown(alder, 2, "Night desk");
    publish(alder, false).orThrow();
    everybody();
    assertThat(held(cedar, alder)).isEmpty();

    circle.comesBack(cedar);
    tell(birch);
    circle.deliver(birch);

    assertThat(held(cedar, alder).orElseThrow().sheet().number()).isEqualTo(2);
    assertThat(held(cedar, alder).orElseThrow().arrival().from()).contains(birch.node());
    everybody();
    assertThat(history(cedar, alder)).containsExactly(2L);
  }

  @Test
  void whatEverybodyKnowsIsNotToldAgain() {
    circle.found(desk, alder, birch);
    writeDown(alder, 1, "Duty desk");
    publish(alder, false).orThrow();
    everybody();
    for (Member member : List.of(desk, alder, birch)) {
      tell(member);
    }
    everybody();

    assertThat(tell(alder) + tell(birch) + tell(desk)).isZero();
  }

  @Test
  void aSheetAboutAnotherStateIsRefused() {
    circle.found(desk, alder, birch);

    circle.pass(birch, desk, signed(birch, sheet(alder, 1, "Not theirs")));

    assertThat(circle.refused).containsExactly(IssueCode.SHEET_OF_OTHER);
    assertThat(held(desk, alder)).isEmpty();
  }

  @Test
  void theSecretariatCannotSpeakForAStateEither() {
    circle.found(desk, alder, birch);

    circle.pass(desk, birch, signed(desk, sheet(alder, 1, "By the secretariat")));

    assertThat(circle.refused).containsExactly(IssueCode.SHEET_OF_OTHER);
    assertThat(held(birch, alder)).isEmpty();
  }

  @Test
  void anOlderNumberThatIsReplayedChangesNothing() {
    circle.found(desk, alder, birch);
    Octets first = signed(alder, sheet(alder, 1, "Long ago"));
    Octets third = signed(alder, sheet(alder, 3, "Now"));
    circle.pass(alder, birch, third);

    circle.pass(desk, birch, first);

    assertThat(circle.refused).containsExactly(IssueCode.SHEET_REPLAYED);
    assertThat(held(birch, alder).orElseThrow().sheet().number()).isEqualTo(3);
    assertThat(history(birch, alder)).containsExactly(3L);
  }

  @Test
  void twoSheetsWithOneNumberAreBothOnRecordAndTheFirstGoesOnToCount() {
    circle.found(desk, alder, birch);
    circle.pass(alder, birch, signed(alder, sheet(alder, 1, "To Birch")));
    circle.pass(alder, desk, signed(alder, sheet(alder, 1, "To the desk")));
    assertThat(circle.refused).as("none of them knows yet").isEmpty();

    tell(birch);
    circle.deliver(birch, desk);
    tell(desk);
    circle.deliver(birch, desk);

    assertThat(circle.refused).contains(IssueCode.SHEET_FORKED);
    assertThat(aside(desk, alder)).containsExactly("To Birch");
    assertThat(aside(birch, alder)).containsExactly("To the desk");
    assertThat(held(birch, alder).orElseThrow().sheet().contacts().getFirst().naming().name())
        .isEqualTo("To Birch");
    assertThat(entries(desk, EntryKind.EQUIVOCATION)).isEqualTo(1);
    for (int round = 0; round < 5; round++) {
      tell(birch);
      tell(desk);
      circle.deliver(birch, desk);
    }
    assertThat(aside(desk, alder)).as("it is told once").hasSize(1);
    assertThat(tell(birch) + tell(desk)).as("and then no more").isZero();
  }

  @Test
  void aStateThatLostItsBooksIsToldWhatItHasSaidBefore() {
    circle.found(desk, alder, birch);
    circle.pass(alder, birch, signed(alder, sheet(alder, 7, "Before the fire")));
    writeDown(alder, 1, "After the fire");
    publish(alder, false).orThrow();
    everybody();
    assertThat(held(birch, alder).orElseThrow().sheet().number()).isEqualTo(7);

    tell(birch);
    everybody();
    StatedSheet next = publish(alder, false).orThrow();
    everybody();

    assertThat(next.number()).isEqualTo(8);
    assertThat(held(birch, alder).orElseThrow().sheet().contacts().getFirst().naming().name())
        .isEqualTo("After the fire");
  }

  @Test
  void aSheetSignedByAKeyThatNobodyKnowsIsRefused() {
    circle.found(desk, alder, birch);
    TwinSeal stranger = circle.otherKeys(alder.node());

    circle.pass(desk, birch, stranger.sign(StatedBytes.write(sheet(alder, 1, "Forged"))));

    assertThat(circle.refused).containsExactly(IssueCode.SIGNATURE_WRONG);
    assertThat(held(birch, alder)).isEmpty();
  }

  @Test
  void aSheetThatIsTooLargeIsRefusedBeforeItIsRead() {
    circle.found(desk, alder, birch);
    Octets vast =
        Octets.of("{\"parley\":\"" + "x".repeat(StatedBytes.LARGEST + (80 << 10)) + "\"}");

    circle.pass(alder, birch, alder.seal().sign(vast));

    assertThat(circle.refused).containsExactly(IssueCode.SHEET_TOO_LARGE);
  }

  @Test
  void aSheetOfAnotherRealmIsRefused() {
    circle.found(desk, alder, birch);
    StatedSheet here = sheet(alder, 1, "Elsewhere");
    StatedSheet other =
        new StatedSheet(
            here.state(),
            new Realm.Real(),
            1,
            here.at(),
            Optional.empty(),
            Optional.empty(),
            here.contacts());

    circle.pass(alder, birch, signed(alder, other));

    assertThat(circle.refused).containsExactly(IssueCode.REALM_MIXED);
  }

  @Test
  void anAttestationThatIsToComeIsRefused() {
    circle.found(desk, alder, birch);
    StatedSheet here = sheet(alder, 1, "Duty desk");
    Instant later = circle.now.plusSeconds(60);
    StatedSheet early =
        new StatedSheet(
            here.state(),
            REALM,
            1,
            here.at(),
            Optional.of(later),
            Optional.empty(),
            here.contacts());

    circle.pass(alder, birch, signed(alder, early));

    assertThat(circle.refused).containsExactly(IssueCode.SHEET_UNSOUND);
  }

  @Test
  void aStateThatWasRemovedIsNotBelievedAnyMore() {
    circle.found(desk, alder, birch, cedar);
    KeepRoster.Proposed removal =
        desk.keeping()
            .propose(REALM, new RosterChange.Remove(birch.node()), "", circle.now)
            .orThrow();
    everybody();
    alder.keeping().cosign(REALM, removal.digest(), circle.now).orThrow();
    everybody();
    circle.refused.clear();

    circle.pass(alder, cedar, signed(birch, sheet(birch, 1, "Still here")));

    assertThat(circle.refused).containsExactly(IssueCode.SIGNATURE_WRONG);
    assertThat(held(cedar, birch)).isEmpty();
  }

  private void everybody() {
    circle.deliver(desk, alder, birch, cedar);
  }

  private static KeepContacts contacts(Member member) {
    return new KeepContacts(member.station().books(), member.station()::now);
  }

  private static Actor actor(Member member) {
    return new Actor(
        new UUID(0, 1),
        Set.of(Role.POLICY_OFFICER),
        OfficeId.parse(member.party() + "/policy"),
        Optional.empty());
  }

  private void writeDown(Member member, int number, String name) {
    contacts(member)
        .run(REALM, member.party(), List.of(put(number, name)), actor(member))
        .orThrow();
  }

  private static SheetDeed put(int number, String name) {
    return new SheetDeed.Put(contact(number, name), Optional.empty());
  }

  private Checked<StatedSheet> publish(Member member, boolean attests) {
    return new PublishSheet(
            member.node(),
            member.station().books(),
            member.directory(),
            member.seal(),
            contacts(member))
        .run(REALM, attests, actor(member), circle.now);
  }

  private int tell(Member member) {
    return new TellSheets(member.node(), member.directory(), member.seal())
        .run(member.station().books(), circle.now);
  }

  private Optional<SheetBook.Kept> held(Member at, Member of) {
    return at.station().books().look(book -> sheets.newest(book, REALM, of.party()));
  }

  private List<Long> history(Member at, Member of) {
    return at.station().books().look(book -> sheets.all(book, REALM, of.party())).stream()
        .map(each -> each.sheet().number())
        .toList();
  }

  private List<String> aside(Member at, Member of) {
    return at.station().books().look(book -> sheets.aside(book, REALM, of.party())).stream()
        .map(each -> each.sheet().contacts().getFirst().naming().name())
        .toList();
  }

  private static long entries(Member at, EntryKind kind) {
    return at.station()
        .books()
        .look(book -> {
          Journal journal = new Journal(book);
          long count = 0;
          for (long index = 0; index < book.log().size(); index++) {
            count += JournalEntry.read(journal.entry(index)).orThrow().kind() == kind ? 1 : 0;
          }
          return count;
        });
  }

  private StatedSheet sheet(Member of, long number, String name) {
    Party state = of.party();
    return new StatedSheet(
        state,
        REALM,
        number,
        circle.now,
        Optional.empty(),
        Optional.empty(),
        List.of(contact(1, name)));
  }

  private static Octets signed(Member by, StatedSheet sheet) {
    return by.seal().sign(StatedBytes.write(sheet));
  }

  private static Contact contact(int number, String name) {
    return new Contact(
        number,
        ContactKind.TECHNICAL,
        new Contact.Naming(name, "", "", ""),
        new Contact.Reach(
            List.of(new Channel(Channel.Means.PHONE, "+999 100", "", Optional.empty())),
            List.of(),
            List.of("en"),
            ""),
        new Watch(true, new DutyHours(ZoneId.of("UTC"), List.of()), new TreeMap<>(), List.of(), ""),
        Contact.Validity.ALWAYS,
        List.of());
  }

  private static List<IssueCode> codes(Checked<?> checked) {
    return checked.issues().stream().map(issue -> issue.code()).toList();
  }
}
