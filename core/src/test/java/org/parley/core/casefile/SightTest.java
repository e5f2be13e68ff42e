package org.parley.core.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.core.casefile.Cases.CSIRT;
import static org.parley.core.casefile.Cases.DIPLOMAT;
import static org.parley.core.casefile.Cases.MINISTRY;
import static org.parley.core.casefile.Cases.NOON;
import static org.parley.core.casefile.Cases.OFFICER;
import static org.parley.core.casefile.Cases.OPERATOR;
import static org.parley.core.casefile.Cases.USERS;
import static org.parley.core.casefile.Cases.after;
import static org.parley.core.casefile.Cases.opened;
import static org.parley.core.casefile.Cases.report;
import static org.parley.core.casefile.Cases.reported;
import static org.parley.core.casefile.Cases.users;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.casefile.deed.Outlook;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.casefile.view.Audience;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.casefile.view.Sight;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Statement;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Tlp;
import org.parley.core.people.Actor;
import org.parley.core.people.Relation;

class SightTest {

  private static final String CANARY = "canary-7f3a";
  private static final FactKey CAUSE = FactKey.of("rootCause");

  private static final CaseDecision WIDE =
      new CaseDecision(
          new CaseRules(
              Cases.RULES.offices(),
              org.parley.core.handling.Ceiling.of(Tlp.RED),
              Cases.RULES.typeFacts(),
              Cases.RULES.files()));

  private static Casefile done(Casefile state, Deed deed, Actor actor) {
    return state.after(WIDE.decide(state, deed, actor, NOON).orThrow());
  }

  private static Optional<SeenCase> seen(Casefile state, Actor actor) {
    Relation relation = state.relationOf(actor);
    return Audience.of(actor, relation)
        .flatMap(audience -> Sight.of(state, new Audience.Standing(audience, relation)));
  }

  private static Deed.State secret(Tlp tlp) {
    Statement statement =
        new Statement(CAUSE, new Stated.Unknown(CANARY), Statement.Origin.from(CANARY));
    return new Deed.State(
        new Stating(
            List.of(statement),
            Map.of(CAUSE, Marking.of(tlp)),
            Optional.empty(),
            Optional.empty()));
  }

  @Test
  void whatAnOfficeKeepsRedNobodyElseSees() {
    Casefile state = done(reported(users(3)), secret(Tlp.RED), OFFICER);
    state = done(state, new Deed.Show(MINISTRY, Optional.empty()), OFFICER);

    assertThat(seen(state, OFFICER).orElseThrow().what().toString()).contains(CANARY);
    for (Actor reader : List.of(DIPLOMAT, OPERATOR)) {
      SeenCase seen = seen(state, reader).orElseThrow();
      assertThat(seen.what().toString()).doesNotContain(CANARY).doesNotContain("rootCause");
      assertThat(seen.withheld()).isEqualTo(1);
    }
  }

  @Test
  void aReporterSeesItsOwnWordsWhateverTheyAreMarked() {
    Casefile state = done(reported(users(3)), secret(Tlp.RED), OPERATOR);

    assertThat(seen(state, OPERATOR).orElseThrow().what().toString()).contains(CANARY);
  }

  @Test
  void aReporterSeesNothingOfTheOfficesOwnNotes() {
    Casefile state = reported(users(3));
    for (Deed deed :
        List.of(
            new Deed.Retitle(CANARY),
            new Deed.Note(NOON, CANARY),
            new Deed.SetOutlook(new Outlook(Outlook.Course.WORSE, CANARY)),
            new Deed.JoinCampaign(CANARY),
            new Deed.GiveTask(CSIRT, CANARY, Optional.empty()),
            new Deed.HandOver(CANARY),
            new Deed.NoteCall("head-of-csirt", Optional.of(CANARY)),
            new Deed.Attach(Cases.file(CANARY + ".txt", 10), Optional.of(CANARY)))) {
      state = done(state, deed, OFFICER);
    }
    state = done(state, new Deed.Mark(Marking.of(Tlp.AMBER_STRICT)), OFFICER);
    state = done(state, Cases.stating(Cases.typeNotKnown()), OFFICER);
    state =
        done(state, new Deed.Judge(new org.parley.core.casefile.deed.Triage.New(CANARY)), OFFICER);

    assertThat(seen(state, OPERATOR).orElseThrow().what().toString()).doesNotContain(CANARY);
    assertThat(seen(state, OPERATOR).orElseThrow().what().stage()).isEqualTo(Stage.TRIAGED);
  }

  @Test
  void anotherOfficeSeesNeitherShiftNotesNorQuarantine() {
    Casefile state = reported(users(3));
    state = after(state, new Deed.HandOver(CANARY), OFFICER);
    state =
        after(
            state, new Deed.Attach(Cases.file(CANARY + ".txt", 10), Optional.of(CANARY)), OPERATOR);
    state = after(state, new Deed.Show(MINISTRY, Optional.empty()), OFFICER);

    assertThat(seen(state, DIPLOMAT).orElseThrow().what().toString()).doesNotContain(CANARY);
    Casefile released = after(state, new Deed.ReleaseFile(1), OFFICER);
    assertThat(seen(released, DIPLOMAT).orElseThrow().what().work().files()).hasSize(1);
  }

  @Test
  void aCaseThatTurnsRedIsGoneForOfficesThatWereNotNamed() {
    Casefile state = done(reported(users(3)), new Deed.Show(MINISTRY, Optional.empty()), OFFICER);
    assertThat(seen(state, DIPLOMAT)).isPresent();

    Casefile red = done(state, new Deed.Mark(Marking.of(Tlp.RED)), OFFICER);

    assertThat(seen(red, DIPLOMAT)).isEmpty();
    Casefile named =
        done(red, new Deed.Show(MINISTRY, Optional.of("by telephone, 12:10 UTC")), OFFICER);
    assertThat(seen(named, DIPLOMAT)).isPresent();
  }

  @Test
  void strangersSeeNothing() {
    Casefile state = reported(users(3));

    assertThat(seen(state, DIPLOMAT)).isEmpty();
    assertThat(seen(state, Cases.operator(8))).isEmpty();
    Casefile officers = opened(report(Marking.of(Tlp.CLEAR), users(3)), OFFICER);
    assertThat(seen(officers, OPERATOR)).isEmpty();
  }

  @Test
  void nothingFollowsFromNothingElseHappenedWhereAFactIsWithheld() {
    Casefile state = done(reported(users(3)), secret(Tlp.RED), OFFICER);
    state = done(state, new Deed.Show(MINISTRY, Optional.empty()), OFFICER);
    state =
        done(
            state,
            new Deed.State(new Stating(List.of(), Map.of(), Optional.empty(), Optional.of(true))),
            OFFICER);

    assertThat(state.facts().latest().orElseThrow().nothingElse()).isPresent();
    var seen = seen(state, DIPLOMAT).orElseThrow().what().facts().latest().orElseThrow();
    assertThat(seen.nothingElse()).isEmpty();
    assertThat(seen.sheet().stated(USERS)).isPresent();
  }

  @Test
  void theCirclesAreTheHolderTheOfficesShownAndTheReporter() {
    Casefile state = after(reported(users(3)), new Deed.Show(MINISTRY, Optional.empty()), OFFICER);

    assertThat(Audience.of(state))
        .extracting(standing -> standing.audience().word())
        .containsExactly(
            "office XA/technical",
            "office XA/policy",
            "organisation 00000000-0000-0009-0000-000000000001");
  }
}
