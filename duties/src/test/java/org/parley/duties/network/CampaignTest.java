package org.parley.duties.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.duties.network.Circle.REALM;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.campaign.Answer;
import org.parley.core.directory.campaign.Campaign;
import org.parley.core.directory.contacts.StatedSheet;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.contacts.CampaignBook;
import org.parley.duties.contacts.KeepCampaign;
import org.parley.duties.contacts.SheetBook;
import org.parley.duties.network.Circle.Member;
import org.parley.formats.contacts.CampaignBytes;

/// Who registers asks all States to confirm their sheets, and sees who has.
class CampaignTest {

  private static final LocalDate BY = LocalDate.of(2026, 12, 31);

  private final Circle circle = new Circle();
  private final Member desk = circle.member("secretariat");
  private final Member alder = circle.member("XA");
  private final Member birch = circle.member("XB");
  private final Member cedar = circle.member("XC");
  private final Offices offices = new Offices(circle);

  @Test
  void aCampaignReachesEveryNodeAndEachConfirmationTheDesk() {
    circle.found(desk, alder, birch, cedar);
    offices.writeDown(alder, 1, "Duty desk");
    offices.publish(alder, false).orThrow();
    offices.writeDown(birch, 1, "Duty desk");
    offices.publish(birch, false).orThrow();
    later();

    open(desk).orThrow();
    everybody();

    assertThat(running(alder)).contains(running(desk).orElseThrow());
    assertThat(running(cedar).orElseThrow().by()).isEqualTo(BY);
    assertThat(answers()).containsOnly(Answer.NOTHING_YET);

    later();
    offices.publish(alder, true).orThrow();
    offices.writeDown(birch, 2, "Night desk");
    offices.publish(birch, false).orThrow();
    everybody();
    assertThat(answers()).containsExactly(Answer.CONFIRMED, Answer.CHANGED, Answer.NOTHING_YET);

    later();
    offices.publish(birch, true).orThrow();
    everybody();
    assertThat(answer(birch)).isEqualTo(Answer.CONFIRMED_ANEW);
    assertThat(circle.refused).as("what came by two ways").containsOnly(IssueCode.SHEET_REPLAYED);
  }

  @Test
  void aConfirmationOfLastYearDoesNotCountForThisYear() {
    circle.found(desk, alder, birch);
    offices.writeDown(alder, 1, "Duty desk");
    offices.publish(alder, true).orThrow();
    everybody();
    later();

    open(desk).orThrow();
    everybody();

    assertThat(answer(alder)).isEqualTo(Answer.NOTHING_YET);
  }

  @Test
  void aReminderAndTheEndReachEveryNodeToo() {
    circle.found(desk, alder, birch);
    open(desk).orThrow();
    everybody();
    keep(desk).remind(REALM, 2026, circle.now).orThrow();
    assertThat(codes(keep(desk).remind(REALM, 2026, circle.now)))
        .containsExactly(IssueCode.CAMPAIGN_UNSOUND);
    everybody();
    assertThat(running(birch).orElseThrow().reminders()).containsExactly(circle.now);

    keep(desk).end(REALM, 2026, circle.now).orThrow();
    everybody();

    assertThat(running(birch)).isEmpty();
    assertThat(codes(keep(desk).end(REALM, 2026, circle.now)))
        .containsExactly(IssueCode.CAMPAIGN_UNSOUND);
    assertThat(codes(open(desk))).containsExactly(IssueCode.CAMPAIGN_UNSOUND);
  }

  @Test
  void aStateThatDoesNotRegisterCannotOpenOne() {
    circle.found(desk, alder, birch);

    assertThat(codes(open(alder))).containsExactly(IssueCode.CAMPAIGN_SIGNER);
  }

  @Test
  void aCampaignSignedByAStateIsRefused() {
    circle.found(desk, alder, birch);

    circle.passCampaign(alder, birch, signed(alder, campaign(REALM, 1, BY)));

    assertThat(circle.refused).containsExactly(IssueCode.CAMPAIGN_SIGNER);
    assertThat(running(birch)).isEmpty();
  }

  @Test
  void anOlderNumberChangesNothingAndAnotherWithOneNumberIsRefusedAndKept() {
    circle.found(desk, alder, birch);
    circle.passCampaign(desk, birch, signed(desk, campaign(REALM, 2, BY)));

    circle.passCampaign(alder, birch, signed(desk, campaign(REALM, 1, BY.plusDays(9))));
    circle.passCampaign(alder, birch, signed(desk, campaign(REALM, 2, BY.plusDays(5))));

    assertThat(circle.refused).containsExactly(IssueCode.SHEET_REPLAYED, IssueCode.CAMPAIGN_FORKED);
    assertThat(running(birch).orElseThrow().by()).isEqualTo(BY);
    assertThat(forked(birch)).containsExactly(BY.plusDays(5));

    circle.passCampaign(desk, birch, signed(desk, campaign(REALM, 2, BY.plusDays(5))));
    assertThat(forked(birch)).as("kept once").hasSize(1);
    circle.passCampaign(alder, birch, signed(alder, campaign(REALM, 2, BY.plusDays(6))));
    assertThat(forked(birch)).as("by who does not register").hasSize(1);
    for (int day = 10; day < 30; day++) {
      circle.passCampaign(desk, birch, signed(desk, campaign(REALM, 2, BY.plusDays(day))));
    }
    assertThat(forked(birch)).as("no flood").hasSize(8);
  }

  @Test
  void aCampaignOfAnotherRealmIsRefused() {
    circle.found(desk, alder, birch);

    circle.passCampaign(desk, birch, signed(desk, campaign(new Realm.Real(), 1, BY)));

    assertThat(circle.refused).containsExactly(IssueCode.REALM_MIXED);
  }

  @Test
  void aLastDayThatIsPastOrMoreThanAYearAwayIsRefused() {
    circle.found(desk, alder, birch);
    for (LocalDate by : List.of(LocalDate.of(2026, 11, 22), LocalDate.of(2027, 11, 23))) {
      assertThat(codes(keep(desk).open(REALM, 2026, by, circle.now)))
          .containsExactly(IssueCode.CAMPAIGN_UNSOUND);
    }
    assertThat(codes(keep(desk).open(REALM, 2031, BY, circle.now)))
        .containsExactly(IssueCode.CAMPAIGN_UNSOUND);
  }

  private void everybody() {
    circle.deliver(desk, alder, birch, cedar);
  }

  private void later() {
    circle.now = circle.now.plus(Duration.ofHours(1));
  }

  private KeepCampaign keep(Member member) {
    return new KeepCampaign(
        member.node(), member.station().books(), member.directory(), member.seal());
  }

  private Checked<Campaign> open(Member member) {
    return keep(member).open(REALM, 2026, BY, circle.now);
  }

  private static Optional<Campaign> running(Member at) {
    return at.station().books().look(book -> new CampaignBook(book, REALM).running());
  }

  private List<Answer> answers() {
    return List.of(answer(alder), answer(birch), answer(cedar));
  }

  private List<LocalDate> forked(Member at) {
    return at.station().books().look(book -> new CampaignBook(book, REALM).forked(2026)).stream()
        .map(kept -> kept.campaign().by())
        .toList();
  }

  private Answer answer(Member of) {
    List<StatedSheet> said =
        desk.station().books().look(book -> new SheetBook().all(book, REALM, of.party())).stream()
            .map(SheetBook.Kept::sheet)
            .toList();
    return Answer.of(running(desk).orElseThrow(), said);
  }

  private Campaign campaign(Realm realm, long number, LocalDate by) {
    return new Campaign(realm, 2026, number, circle.now, by, List.of(), Optional.empty());
  }

  private static Octets signed(Member by, Campaign campaign) {
    return by.seal().sign(CampaignBytes.write(campaign));
  }

  private static List<IssueCode> codes(Checked<?> checked) {
    return checked.issues().stream().map(Issue::code).toList();
  }
}
