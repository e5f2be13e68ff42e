package org.parley.core.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.core.casefile.Cases.CSIRT;
import static org.parley.core.casefile.Cases.DECISION;
import static org.parley.core.casefile.Cases.DIPLOMAT;
import static org.parley.core.casefile.Cases.ID;
import static org.parley.core.casefile.Cases.MINISTRY;
import static org.parley.core.casefile.Cases.NOON;
import static org.parley.core.casefile.Cases.OFFICER;
import static org.parley.core.casefile.Cases.OPERATOR;
import static org.parley.core.casefile.Cases.REAL;
import static org.parley.core.casefile.Cases.RELIEF;
import static org.parley.core.casefile.Cases.USERS;
import static org.parley.core.casefile.Cases.after;
import static org.parley.core.casefile.Cases.codes;
import static org.parley.core.casefile.Cases.judgedNew;
import static org.parley.core.casefile.Cases.opened;
import static org.parley.core.casefile.Cases.refusal;
import static org.parley.core.casefile.Cases.report;
import static org.parley.core.casefile.Cases.reported;
import static org.parley.core.casefile.Cases.stating;
import static org.parley.core.casefile.Cases.typeNotKnown;
import static org.parley.core.casefile.Cases.users;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.exchange.SeriesNumber;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Pointer;
import org.parley.core.handling.SecrecyGrade;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.people.Relation;
import org.parley.core.terms.Party;

class CaseDecisionTest {

  @Test
  void aReportAboveTheCeilingIsRefusedAndAPointerTaken() {
    Marking above =
        Marking.of(Tlp.GREEN).graded(new SecrecyGrade(new Party("XA"), "Streng vertraulich"));

    var refused = DECISION.open(ID, report(above, users(3)), OPERATOR, NOON);

    assertThat(codes(refused)).containsExactly(IssueCode.MARKING_ABOVE_CEILING);
    assertThat(refused.issues().getFirst().message()).contains("XA Streng vertraulich");
    Casefile pointer =
        opened(
            new Deed.KeepPointer(
                REAL,
                SeriesNumber.of(REAL, 1),
                CSIRT,
                new Pointer("XA/technical, sealed room", "Book 3, page 17", "Ask at the desk.")),
            OFFICER);
    assertThat(refusal(pointer, stating(users(1)), OFFICER))
        .containsExactly(IssueCode.POINTER_ONLY);
    assertThat(after(pointer, judgedNew(), OFFICER).stage()).isEqualTo(Stage.TRIAGED);
  }

  @Test
  void aSingleFactAboveTheCeilingIsRefused() {
    assertThat(
            refusal(
                reported(users(3)),
                new Deed.MarkFact(USERS, Optional.of(Marking.of(Tlp.RED))),
                OFFICER))
        .containsExactly(IssueCode.MARKING_ABOVE_CEILING);
  }

  @Test
  void sidesThatDisagreeStandBesideEachOtherUntilOneIsAdopted() {
    Casefile state = reported(users(3));

    var decided = DECISION.decide(state, stating(users(900)), OFFICER, NOON);
    Casefile both = state.after(decided.orThrow());

    assertThat(decided.issues()).extracting("code").containsExactly(IssueCode.STATEMENT_CONFLICT);
    assertThat(both.facts().counting(USERS)).hasSize(2);
    assertThat(both.facts().conflicts()).containsExactly(USERS);
    assertThat(both.facts().latest().orElseThrow().sheet().stated(USERS).orElseThrow()).hasSize(2);
    Casefile one = after(both, new Deed.Adopt(1, "read from the meter"), OFFICER);
    assertThat(one.facts().counting(USERS)).extracting(Said::number).containsExactly(1);
    assertThat(one.facts().find(2).orElseThrow().standing())
        .isEqualTo(new Said.Standing.SetAside(1, "read from the meter"));
    assertThat(one.facts().revisions()).hasSize(3);
  }

  @Test
  void oneSideThatSaysSomethingNewerReplacesOnlyItsOwn() {
    Casefile state = after(reported(users(3)), stating(users(900)), OFFICER);

    Casefile next = after(state, stating(users(950)), RELIEF);

    assertThat(next.facts().counting(USERS)).extracting(Said::number).containsExactly(1, 3);
    assertThat(next.facts().find(2).orElseThrow().standing())
        .isEqualTo(new Said.Standing.Replaced(3));
  }

  @Test
  void onlyTheSpeakerAndTheHolderTakeAStatementBack() {
    Casefile state = after(reported(users(3)), new Deed.Show(MINISTRY, Optional.empty()), OFFICER);

    assertThat(refusal(state, new Deed.Withdraw(1, "wrong"), DIPLOMAT))
        .containsExactly(IssueCode.NOT_THE_SPEAKER);
    assertThat(
            after(state, new Deed.Withdraw(1, "wrong"), OPERATOR)
                .facts()
                .latest()
                .orElseThrow()
                .withdrawn())
        .containsEntry(USERS, "wrong");
  }

  @Test
  void triageAsNewNeedsSomethingSaidAboutTheType() {
    assertThat(refusal(reported(users(3)), judgedNew(), OFFICER))
        .containsExactly(IssueCode.TYPE_NOT_STATED);
    assertThat(after(reported(typeNotKnown()), judgedNew(), OFFICER).stage())
        .isEqualTo(Stage.TRIAGED);
  }

  @Test
  void anIncidentIsClosedWithAFinalReportAndNoOpenTask() {
    Casefile state = after(reported(typeNotKnown()), judgedNew(), OFFICER);
    state = after(state, new Deed.GiveTask(CSIRT, "Ring back.", Optional.empty()), OFFICER);
    state = after(state, new Deed.Recover(Optional.empty()), OFFICER);

    assertThat(refusal(state, Cases.closing(), OFFICER)).containsExactly(IssueCode.TASKS_OPEN);
    state = after(state, new Deed.DropTask(1, "not needed"), OFFICER);
    state = after(state, Cases.closing(), OFFICER);
    assertThat(state.stage()).isEqualTo(Stage.CLOSED);
    assertThat(refusal(state, stating(users(5)), OFFICER)).containsExactly(IssueCode.DEED_NOT_NOW);
    assertThat(after(state, new Deed.Reopen("it is back"), OFFICER).stage())
        .isEqualTo(Stage.UNDER_WAY);
  }

  @Test
  void onlyTheHolderShowsACaseAndOnlyToOfficesOfThisNode() {
    Casefile state = reported(users(3));

    assertThat(refusal(state, new Deed.Show(MINISTRY, Optional.empty()), DIPLOMAT))
        .containsExactly(IssueCode.SHOWN_BY_HOLDER);
    var abroad = org.parley.core.directory.OfficeId.parse("XB/policy").orElseThrow();
    assertThat(refusal(state, new Deed.Show(abroad, Optional.empty()), OFFICER))
        .containsExactly(IssueCode.OFFICE_NOT_HERE);
    Casefile shown = after(state, new Deed.Show(MINISTRY, Optional.empty()), OFFICER);
    assertThat(shown.relationOf(DIPLOMAT)).isEqualTo(Relation.SHOWN);
    assertThat(state.relationOf(DIPLOMAT)).isEqualTo(Relation.OTHER);
    assertThat(state.relationOf(OPERATOR)).isEqualTo(Relation.OWN);
    assertThat(state.relationOf(Cases.operator(8))).isEqualTo(Relation.OTHER);
    assertThat(state.relationOf(OFFICER)).isEqualTo(Relation.OFFICE);
  }

  @Test
  void filesHaveLimitsAndStayInQuarantineUntilReleased() {
    Casefile state = reported();

    assertThat(
            refusal(
                state, new Deed.Attach(Cases.file("big.bin", 1001), Optional.empty()), OPERATOR))
        .containsExactly(IssueCode.FILE_TOO_LARGE);
    Casefile one =
        after(state, new Deed.Attach(Cases.file("a.log", 900), Optional.empty()), OPERATOR);
    assertThat(refusal(one, new Deed.Attach(Cases.file("b.log", 700), Optional.empty()), OPERATOR))
        .containsExactly(IssueCode.FILES_TOO_MANY);
    assertThat(one.work().file(1).orElseThrow().custody()).isEqualTo(Work.Custody.QUARANTINED);
    assertThat(after(one, new Deed.ReleaseFile(1), OFFICER).work().file(1).orElseThrow().custody())
        .isEqualTo(Work.Custody.RELEASED);
  }

  @Test
  void wordsThatCannotBeKeptAreRefused() {
    Casefile state = reported();

    for (String words : new String[] {"", "  ", "a\u0000b", "\uD800", "x".repeat(8001)}) {
      assertThat(refusal(state, new Deed.HandOver(words), OFFICER)).contains(IssueCode.WORDS_UNFIT);
    }
    assertThat(refusal(state, new Deed.Retitle("two\nlines"), OFFICER))
        .containsExactly(IssueCode.WORDS_UNFIT);
    assertThat(after(state, new Deed.HandOver("تسليم 交接 Übergabe"), OFFICER).work().shifts())
        .hasSize(1);
  }

  @Test
  void anOriginatorsMarkingIsLoweredByNobodyElse() {
    Casefile state = reported();
    Casefile milder = after(state, new Deed.Mark(Marking.of(Tlp.CLEAR)), OFFICER);

    assertThat(milder.marking().whole()).isEqualTo(Marking.of(Tlp.AMBER));
    assertThat(after(state, new Deed.Mark(Marking.of(Tlp.CLEAR)), OPERATOR).marking().whole())
        .isEqualTo(Marking.of(Tlp.CLEAR));
  }

  @Test
  void aNoteIsNotOfTheFuture() {
    assertThat(refusal(reported(), new Deed.Note(NOON.plusSeconds(3600), "It will end."), OFFICER))
        .containsExactly(IssueCode.MOMENT_AHEAD);
  }

  @Test
  void aReportWithSeveralFaultsTellsThemAll() {
    Deed.Report report =
        new Deed.Report(
            REAL,
            SeriesNumber.of(REAL, 1),
            org.parley.core.directory.OfficeId.parse("XB/technical").orElseThrow(),
            " ",
            Optional.of(""),
            Marking.of(Tlp.RED),
            org.parley.core.casefile.deed.Stating.NOTHING);

    Checked<?> decided = DECISION.open(ID, report, OPERATOR, NOON);

    assertThat(decided.issues())
        .extracting("code")
        .containsExactly(
            IssueCode.OFFICE_NOT_HERE,
            IssueCode.WORDS_UNFIT,
            IssueCode.WORDS_UNFIT,
            IssueCode.MARKING_ABOVE_CEILING);
  }
}
