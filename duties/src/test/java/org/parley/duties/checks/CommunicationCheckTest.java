package org.parley.duties.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.core.check.Check;
import org.parley.core.check.CheckEvent;
import org.parley.core.check.CheckId;
import org.parley.core.check.CheckPlan;
import org.parley.core.check.Finding;
import org.parley.core.check.Finding.Verdict;
import org.parley.core.check.Heard;
import org.parley.core.check.Rung;
import org.parley.core.check.Summary;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.people.Actor;
import org.parley.core.people.Role;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Party;
import org.parley.duties.ActOnStatement;
import org.parley.duties.record.Ledger;

class CommunicationCheckTest {

  private static final CheckId ID = new CheckId(new UUID(1, 2));

  private final Ring ring = new Ring();
  private final Checkwork work = ring.secretariat();

  @Test
  void anOfficeThatRepeatsItsWordInTimeHasMetTheRule() {
    Party state = ring.join("xa");
    plan(Rung.OFFICE_HOURS, Set.of(OfficeKind.TECHNICAL), state);
    ask();
    ring.pass(Duration.ofMinutes(40));

    answer(state, OfficeKind.TECHNICAL, word(state), false);

    Finding finding = finding(state);
    assertThat(finding.verdict()).isEqualTo(Verdict.MET);
    assertThat(finding.taken(seen().check())).contains(Duration.ofMinutes(40));
    assertThat(finding.heard())
        .extracting(Heard::kind)
        .contains(Heard.Kind.DELIVERED, Heard.Kind.ANSWERED);
  }

  @Test
  void anotherWordOrABareAcknowledgementIsShownAndMeetsNothing() {
    Party wrong = ring.join("xa");
    Party bare = ring.join("xb");
    plan(Rung.OFFICE_HOURS, Set.of(OfficeKind.TECHNICAL), wrong, bare);
    ask();

    answer(wrong, OfficeKind.TECHNICAL, "abcd-efgh", false);
    acknowledge(bare, OfficeKind.TECHNICAL);
    ring.deliver();

    assertThat(finding(wrong).verdict()).isEqualTo(Verdict.WAITING);
    assertThat(finding(bare).verdict()).isEqualTo(Verdict.WAITING);
    assertThat(finding(bare).heard()).extracting(Heard::kind).contains(Heard.Kind.ACKNOWLEDGED);
    ring.pass(Duration.ofHours(25));
    assertThat(finding(wrong).verdict()).isEqualTo(Verdict.TIME_PASSED);
  }

  @Test
  void aJointAnswerNeedsBothOffices() {
    Party state = ring.join("xa");
    plan(Rung.JOINT, Set.of(OfficeKind.POLICY, OfficeKind.TECHNICAL), state);
    ask();
    answer(state, OfficeKind.TECHNICAL, word(state), true);
    assertThat(finding(state).verdict()).isEqualTo(Verdict.WAITING);

    ring.pass(Duration.ofHours(3));
    acknowledge(state, OfficeKind.POLICY);
    ring.deliver();

    assertThat(finding(state).verdict()).isEqualTo(Verdict.MET);
    assertThat(finding(state).taken(seen().check())).contains(Duration.ofHours(3));
  }

  @Test
  void anAnswerAfterTheProposedTimeIsSaidToBeLater() {
    Party state = ring.join("xa");
    plan(Rung.DUTY_OFFICER, Set.of(OfficeKind.TECHNICAL), state);
    ask();
    ring.pass(Duration.ofMinutes(61));
    answer(state, OfficeKind.TECHNICAL, word(state), false);
    assertThat(finding(state).verdict()).isEqualTo(Verdict.MET_LATER);
  }

  @Test
  void aStateWithoutANodeIsReachedByHandAsALowerGrade() {
    Party paper = new Party("xp");
    plan(Rung.OFFICE_HOURS, Set.of(OfficeKind.TECHNICAL), paper);
    ask();
    assertThat(seen().check().asked().get(paper).why().orElseThrow())
        .contains("no node receives for");
    ring.pass(Duration.ofHours(2));

    new KeepChecks(work)
        .writeDown(
            Ring.REALM,
            ID,
            new CheckEvent.Contact(
                new OfficeId(paper, OfficeKind.TECHNICAL),
                ring.now(),
                "telephone",
                Optional.of(word(paper).replace("-", " "))),
            Ring.OFFICER)
        .orThrow();

    assertThat(finding(paper).verdict()).isEqualTo(Verdict.MET);
    assertThat(finding(paper).byHand()).isTrue();
  }

  @Test
  void noStateSeesWhoElseIsAskedAndEachHasAWordOfItsOwn() {
    Party one = ring.join("xa");
    Party other = ring.join("xb");
    plan(Rung.OFFICE_HOURS, Set.of(OfficeKind.TECHNICAL), one, other);
    ask();
    assertThat(word(one)).matches("[a-z2-9]{4}-[a-z2-9]{4}").isNotEqualTo(word(other));
    var conversation =
        ring.station(one)
            .books()
            .look(book ->
                new Ledger(book, ring.station(one).seat(), Ring.REALM)
                    .conversationOf(question(one))
                    .orElseThrow()
                    .state());
    assertThat(conversation.find(question(one)).orElseThrow().outline().route().recipients())
        .allMatch(office -> office.party().equals(one));
  }

  @Test
  void aCheckIsKeptByTheOfficeThatAsksAndByNobodyElse() {
    Party state = ring.join("xa");
    plan(Rung.OFFICE_HOURS, Set.of(OfficeKind.TECHNICAL), state);
    Actor elsewhere =
        new Actor(
            new UUID(0, 8),
            Set.of(Role.POLICY_OFFICER),
            Optional.of(new OfficeId(new Party("xs"), OfficeKind.POLICY)),
            Optional.empty());
    Actor administrator =
        new Actor(new UUID(0, 9), Set.of(Role.ADMINISTRATOR), Optional.empty(), Optional.empty());

    for (Actor stranger : List.of(elsewhere, administrator)) {
      assertThat(new ReadChecks(work).list(Ring.REALM, stranger)).isEmpty();
      assertThat(new ReadChecks(work).one(Ring.REALM, ID, stranger).issues())
          .extracting(Issue::code)
          .containsExactly(IssueCode.CHECK_UNKNOWN);
      assertThat(new KeepChecks(work).callOff(Ring.REALM, ID, "no", stranger).issues())
          .extracting(Issue::code)
          .containsExactly(IssueCode.CHECK_UNKNOWN);
    }
  }

  @Test
  void aCheckBeginsWhenItsTimeHasComeAndAsksNobodyTwice() {
    Party state = ring.join("xa");
    new KeepChecks(work)
        .plan(
            Ring.REALM,
            ID,
            planned(Rung.DUTY_OFFICER, Set.of(OfficeKind.TECHNICAL), Duration.ofHours(5), state),
            Ring.OFFICER)
        .orThrow();
    assertThat(new AskOffices(work).run(Ring.REALM)).isZero();
    ring.pass(Duration.ofHours(5));
    assertThat(new AskOffices(work).run(Ring.REALM)).isEqualTo(1);
    assertThat(new AskOffices(work).run(Ring.REALM)).isZero();
  }

  @Test
  void aCheckThatWasCalledOffAsksNobody() {
    Party state = ring.join("xa");
    plan(Rung.OFFICE_HOURS, Set.of(OfficeKind.TECHNICAL), state);
    new KeepChecks(work).callOff(Ring.REALM, ID, "a real incident", Ring.OFFICER).orThrow();
    assertThat(new AskOffices(work).run(Ring.REALM)).isZero();
    assertThat(seen().check().stage(ring.now())).isEqualTo(Check.Stage.CALLED_OFF);
  }

  @Test
  void allThatIsWrongWithAPlanIsToldAtOnce() {
    CheckPlan wrong =
        new CheckPlan(
            Rung.JOINT,
            " ",
            Ring.SECRETARIAT,
            new CheckPlan.Ask(List.of(), Set.of(OfficeKind.POLICY)),
            ring.now().minus(Duration.ofDays(1)),
            Duration.ZERO,
            false);
    assertThat(new KeepChecks(work).plan(Ring.REALM, ID, wrong, Ring.OFFICER).issues())
        .extracting(issue -> issue.place().toString())
        .containsExactly("name", "states", "offices", "within", "begins");
  }

  /** The check of issue's size: 57 States, 20 of which have no node and are reached by hand. */
  @Test
  void aCheckOverFiftySevenStatesIsToldInNumbersAndFourStatesAreNot() {
    List<Party> sealed = IntStream.range(0, 37).mapToObj(i -> ring.join("s-" + i)).toList();
    List<Party> paper = IntStream.range(0, 20).mapToObj(i -> new Party("p-" + i)).toList();
    List<Party> all = new ArrayList<>(sealed);
    all.addAll(paper);
    plan(Rung.OFFICE_HOURS, Set.of(OfficeKind.TECHNICAL), all.toArray(Party[]::new));
    ask();
    for (Party state : sealed.subList(0, 30)) {
      ring.pass(Duration.ofMinutes(1));
      send(state, OfficeKind.TECHNICAL, word(state), false);
    }
    ring.deliver();
    for (Party state : paper.subList(0, 15)) {
      new KeepChecks(work)
          .writeDown(
              Ring.REALM,
              ID,
              new CheckEvent.Contact(
                  new OfficeId(state, OfficeKind.TECHNICAL),
                  ring.now(),
                  "telephone",
                  Optional.of(word(state))),
              Ring.OFFICER)
          .orThrow();
    }

    Summary told = seen().summary().orElseThrow();

    assertThat(told.asked()).isEqualTo(57);
    assertThat(told.met()).isEqualTo(45);
    assertThat(told.byHand()).isEqualTo(15);
    assertThat(told.later()).isZero();
    assertThat(told.median()).contains(Duration.ofMinutes(30));
    assertThat(Summary.of(seen().check(), seen().findings().subList(0, 4))).isEmpty();
  }

  private CheckPlan planned(Rung rung, Set<OfficeKind> kinds, Duration later, Party... states) {
    return new CheckPlan(
        rung,
        "Autumn check",
        Ring.SECRETARIAT,
        new CheckPlan.Ask(List.of(states), kinds),
        ring.now().plus(later),
        rung.within(),
        false);
  }

  private void plan(Rung rung, Set<OfficeKind> kinds, Party... states) {
    new KeepChecks(work)
        .plan(Ring.REALM, ID, planned(rung, kinds, Duration.ZERO, states), Ring.OFFICER)
        .orThrow();
  }

  private void ask() {
    new AskOffices(work).run(Ring.REALM);
    ring.deliver();
  }

  private ReadChecks.Seen seen() {
    return new ReadChecks(work).one(Ring.REALM, ID, Ring.OFFICER).orThrow();
  }

  private Finding finding(Party state) {
    return seen().findings().stream()
        .filter(each -> each.state().equals(state))
        .findFirst()
        .orElseThrow();
  }

  private String word(Party state) {
    return seen().check().asked().get(state).word();
  }

  private Digest question(Party state) {
    return seen().check().asked().get(state).statement().orElseThrow();
  }

  private void acknowledge(Party state, OfficeKind kind) {
    Hand hand = Ring.hand(state, kind);
    ActOnStatement act = new ActOnStatement(ring.station(state));
    act.open(Ring.REALM, question(state), hand).orThrow();
    act.acknowledge(Ring.REALM, question(state), hand, Optional.empty()).orThrow();
  }

  private void answer(Party state, OfficeKind kind, String word, boolean both) {
    send(state, kind, word, both);
    ring.deliver();
  }

  private void send(Party state, OfficeKind kind, String word, boolean both) {
    Hand hand = Ring.hand(state, kind);
    new ActOnStatement(ring.station(state)).open(Ring.REALM, question(state), hand).orThrow();
    Checked<?> sent =
        new AnswerCheck(ring.station(state), false)
            .run(
                Ring.REALM,
                question(state),
                new AnswerCheck.Answer(word, both, Optional.of("node"), Optional.empty()),
                hand,
                hand);
    assertThat(sent.issues()).filteredOn(Issue::isError).isEmpty();
  }
}
