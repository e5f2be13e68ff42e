package org.parley.duties.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.duties.network.Circle.REALM;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.contacts.SheetDeed;
import org.parley.core.directory.contacts.StatedSheet;
import org.parley.core.directory.roster.RosterChange;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.journal.EntryKind;
import org.parley.core.journal.JournalEntry;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
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
  private final Offices offices = new Offices(circle);

  @Test
  void whatAStateSaysOfItsOfficesReachesEveryNode() {
    circle.found(desk, alder, birch);
    offices.writeDown(alder, 1, "Duty desk");

    offices.publish(alder, false).orThrow();
    everybody();

    for (Member member : List.of(desk, alder, birch)) {
      StatedSheet sheet = offices.held(member, alder).orElseThrow().sheet();
      assertThat(sheet.number()).isEqualTo(1);
      assertThat(sheet.contacts().getFirst().naming().name()).isEqualTo("Duty desk");
      assertThat(sheet.attested()).as("nobody has attested it yet").isEmpty();
    }
    assertThat(offices.held(birch, alder).orElseThrow().arrival().from()).contains(alder.node());
    assertThat(circle.refused).isEmpty();
  }

  @Test
  void whatIsHeldOfAStateForOneselfStaysApart() {
    circle.found(desk, alder, birch);
    Offices.contacts(birch)
        .run(REALM, alder.party(), List.of(Offices.put(1, "By hearsay")), Offices.actor(birch))
        .orThrow();
    offices.writeDown(alder, 1, "Duty desk");

    offices.publish(alder, false).orThrow();
    everybody();

    assertThat(
            Offices.contacts(birch)
                .sheet(REALM, alder.party())
                .contact(1)
                .orElseThrow()
                .naming()
                .name())
        .isEqualTo("By hearsay");
    assertThat(
            offices.held(birch, alder).orElseThrow().sheet().contacts().getFirst().naming().name())
        .isEqualTo("Duty desk");
  }

  @Test
  void anAttestationSaysAllOfItAnewWithItsDay() {
    circle.found(desk, alder, birch);
    offices.writeDown(alder, 1, "Duty desk");
    offices.publish(alder, false).orThrow();
    assertThat(codes(offices.publish(alder, false))).containsExactly(IssueCode.NOTHING_CHANGED);

    offices.publish(alder, true).orThrow();
    everybody();

    StatedSheet sheet = offices.held(birch, alder).orElseThrow().sheet();
    assertThat(sheet.number()).isEqualTo(2);
    assertThat(sheet.attested()).contains(circle.now);
    assertThat(Offices.contacts(alder).sheet(REALM, alder.party()).confirmed()).isPresent();
    assertThat(offices.history(birch, alder)).containsExactly(1L, 2L);
  }

  @Test
  void nothingIsSaidOfNoOffices() {
    circle.found(desk, alder, birch);

    assertThat(codes(offices.publish(alder, false))).containsExactly(IssueCode.NOTHING_CHANGED);
    assertThat(codes(offices.publish(alder, true))).containsExactly(IssueCode.CONTACT_UNKNOWN);
    assertThat(offices.held(alder, alder)).isEmpty();
  }

  @Test
  void aStateCanTakeItsSheetBack() {
    circle.found(desk, alder, birch);
    offices.writeDown(alder, 1, "Duty desk");
    offices.publish(alder, false).orThrow();
    Offices.contacts(alder)
        .run(REALM, alder.party(), List.of(new SheetDeed.Drop(1, "closed")), Offices.actor(alder))
        .orThrow();

    offices.publish(alder, false).orThrow();
    everybody();

    assertThat(offices.held(birch, alder).orElseThrow().sheet().isTakenBack()).isTrue();
    assertThat(offices.history(birch, alder)).containsExactly(1L, 2L);
  }

  @Test
  void aNodeThatWasAwayLearnsTheNewestFromWhoeverItReachesFirst() {
    circle.found(desk, alder, birch, cedar);
    circle.leaves(cedar);
    offices.writeDown(alder, 1, "Duty desk");
    offices.publish(alder, false).orThrow();
    offices.writeDown(alder, 2, "Night desk");
    offices.publish(alder, false).orThrow();
    everybody();
    assertThat(offices.held(cedar, alder)).isEmpty();

    circle.comesBack(cedar);
    offices.tell(birch);
    circle.deliver(birch);

    assertThat(offices.held(cedar, alder).orElseThrow().sheet().number()).isEqualTo(2);
    assertThat(offices.held(cedar, alder).orElseThrow().arrival().from()).contains(birch.node());
    everybody();
    assertThat(offices.history(cedar, alder)).containsExactly(2L);
  }

  @Test
  void whatEverybodyKnowsIsNotToldAgain() {
    circle.found(desk, alder, birch);
    offices.writeDown(alder, 1, "Duty desk");
    offices.publish(alder, false).orThrow();
    everybody();
    for (Member member : List.of(desk, alder, birch)) {
      offices.tell(member);
    }
    everybody();

    assertThat(offices.tell(alder) + offices.tell(birch) + offices.tell(desk)).isZero();
  }

  @Test
  void aSheetAboutAnotherStateIsRefused() {
    circle.found(desk, alder, birch);

    circle.pass(birch, desk, Offices.signed(birch, offices.sheet(alder, 1, "Not theirs")));

    assertThat(circle.refused).containsExactly(IssueCode.SHEET_OF_OTHER);
    assertThat(offices.held(desk, alder)).isEmpty();
  }

  @Test
  void theSecretariatCannotSpeakForAStateEither() {
    circle.found(desk, alder, birch);

    circle.pass(desk, birch, Offices.signed(desk, offices.sheet(alder, 1, "By the secretariat")));

    assertThat(circle.refused).containsExactly(IssueCode.SHEET_OF_OTHER);
    assertThat(offices.held(birch, alder)).isEmpty();
  }

  @Test
  void anOlderNumberThatIsReplayedChangesNothing() {
    circle.found(desk, alder, birch);
    Octets first = Offices.signed(alder, offices.sheet(alder, 1, "Long ago"));
    Octets third = Offices.signed(alder, offices.sheet(alder, 3, "Now"));
    circle.pass(alder, birch, third);

    circle.pass(desk, birch, first);

    assertThat(circle.refused).containsExactly(IssueCode.SHEET_REPLAYED);
    assertThat(offices.held(birch, alder).orElseThrow().sheet().number()).isEqualTo(3);
    assertThat(offices.history(birch, alder)).containsExactly(3L);
  }

  @Test
  void twoSheetsWithOneNumberAreBothOnRecordAndTheFirstGoesOnToCount() {
    circle.found(desk, alder, birch);
    circle.pass(alder, birch, Offices.signed(alder, offices.sheet(alder, 1, "To Birch")));
    circle.pass(alder, desk, Offices.signed(alder, offices.sheet(alder, 1, "To the desk")));
    assertThat(circle.refused).as("none of them knows yet").isEmpty();

    offices.tell(birch);
    circle.deliver(birch, desk);
    offices.tell(desk);
    circle.deliver(birch, desk);

    assertThat(circle.refused).contains(IssueCode.SHEET_FORKED);
    assertThat(offices.aside(desk, alder)).containsExactly("To Birch");
    assertThat(offices.aside(birch, alder)).containsExactly("To the desk");
    assertThat(
            offices.held(birch, alder).orElseThrow().sheet().contacts().getFirst().naming().name())
        .isEqualTo("To Birch");
    assertThat(entries(desk, EntryKind.EQUIVOCATION)).isEqualTo(1);
    for (int round = 0; round < 5; round++) {
      offices.tell(birch);
      offices.tell(desk);
      circle.deliver(birch, desk);
    }
    assertThat(offices.aside(desk, alder)).as("it is told once").hasSize(1);
    assertThat(offices.tell(birch) + offices.tell(desk)).as("and then no more").isZero();
  }

  @Test
  void aStateThatLostItsBooksIsToldWhatItHasSaidBefore() {
    circle.found(desk, alder, birch);
    circle.pass(alder, birch, Offices.signed(alder, offices.sheet(alder, 7, "Before the fire")));
    offices.writeDown(alder, 1, "After the fire");
    offices.publish(alder, false).orThrow();
    everybody();
    assertThat(offices.held(birch, alder).orElseThrow().sheet().number()).isEqualTo(7);

    offices.tell(birch);
    everybody();
    StatedSheet next = offices.publish(alder, false).orThrow();
    everybody();

    assertThat(next.number()).isEqualTo(8);
    assertThat(
            offices.held(birch, alder).orElseThrow().sheet().contacts().getFirst().naming().name())
        .isEqualTo("After the fire");
  }

  @Test
  void aSheetSignedByAKeyThatNobodyKnowsIsRefused() {
    circle.found(desk, alder, birch);
    TwinSeal stranger = circle.otherKeys(alder.node());

    circle.pass(desk, birch, stranger.sign(StatedBytes.write(offices.sheet(alder, 1, "Forged"))));

    assertThat(circle.refused).containsExactly(IssueCode.SIGNATURE_WRONG);
    assertThat(offices.held(birch, alder)).isEmpty();
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
    StatedSheet here = offices.sheet(alder, 1, "Elsewhere");
    StatedSheet other =
        new StatedSheet(
            here.state(),
            new Realm.Real(),
            1,
            here.at(),
            Optional.empty(),
            Optional.empty(),
            here.contacts());

    circle.pass(alder, birch, Offices.signed(alder, other));

    assertThat(circle.refused).containsExactly(IssueCode.REALM_MIXED);
  }

  @Test
  void anAttestationThatIsToComeIsRefused() {
    circle.found(desk, alder, birch);
    StatedSheet here = offices.sheet(alder, 1, "Duty desk");
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

    circle.pass(alder, birch, Offices.signed(alder, early));

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
    for (Member state : List.of(alder, cedar)) {
      state.keeping().cosign(REALM, removal.digest(), circle.now).orThrow();
      everybody();
    }
    circle.refused.clear();

    circle.pass(alder, cedar, Offices.signed(birch, offices.sheet(birch, 1, "Still here")));

    assertThat(circle.refused).containsExactly(IssueCode.SIGNATURE_WRONG);
    assertThat(offices.held(cedar, birch)).isEmpty();
  }

  private void everybody() {
    circle.deliver(desk, alder, birch, cedar);
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

  private static List<IssueCode> codes(Checked<?> checked) {
    return checked.issues().stream().map(issue -> issue.code()).toList();
  }
}
