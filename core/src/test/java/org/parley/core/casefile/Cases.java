package org.parley.core.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.core.casefile.deed.CaseEvent;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.casefile.deed.FinalReport;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.casefile.deed.Triage;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Attachment;
import org.parley.core.exchange.SeriesNumber;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Statement;
import org.parley.core.fact.Value;
import org.parley.core.handling.Ceiling;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.people.Actor;
import org.parley.core.people.Role;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;

/// People, deeds and cases for tests.
final class Cases {

  static final Realm REAL = new Realm.Real();
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  static final OfficeId CSIRT = OfficeId.parse("XA/technical").orElseThrow();
  static final OfficeId MINISTRY = OfficeId.parse("XA/policy").orElseThrow();
  static final CaseId ID = CaseId.parse("00000000-0000-4000-8000-000000000001").orElseThrow();
  static final CaseId OTHER = CaseId.parse("00000000-0000-4000-8000-000000000002").orElseThrow();
  static final FactKey TYPES = FactKey.of("incidentTypes");
  static final FactKey USERS = FactKey.of("usersAffected");
  static final Actor OPERATOR = operator(1);
  static final Actor OFFICER = officer(2, CSIRT, Role.TECHNICAL_OFFICER);
  static final Actor RELIEF = officer(3, CSIRT, Role.TECHNICAL_OFFICER);
  static final Actor DIPLOMAT = officer(4, MINISTRY, Role.POLICY_OFFICER);
  static final CaseRules RULES =
      new CaseRules(
          Set.of(CSIRT, MINISTRY),
          Ceiling.of(Tlp.AMBER_STRICT),
          Set.of(TYPES),
          new CaseRules.Files(1000, 3, 1500));
  static final CaseDecision DECISION = new CaseDecision(RULES);

  private Cases() {}

  static Actor operator(int number) {
    return new Actor(
        new UUID(0, number),
        Set.of(Role.OPERATOR),
        Optional.empty(),
        Optional.of(new UUID(9, number)));
  }

  static Actor officer(int number, OfficeId office, Role role) {
    return new Actor(new UUID(0, number), Set.of(role), Optional.of(office), Optional.empty());
  }

  static Statement users(long count) {
    return new Statement(
        USERS, new Stated.Exactly(new Value.Number(count)), Statement.Origin.from("the hotline"));
  }

  static Statement typeNotKnown() {
    return new Statement(TYPES, new Stated.Unknown("being looked into"), Statement.Origin.NONE);
  }

  static Deed.State stating(Statement... statements) {
    return new Deed.State(Stating.of(List.of(statements)));
  }

  static Deed.Report report(Marking marking, Statement... statements) {
    return new Deed.Report(
        REAL,
        SeriesNumber.of(REAL, 1),
        CSIRT,
        "Dispatch gateway does not answer",
        Optional.of("Since three in the morning."),
        marking,
        new Stating(
            List.of(statements), Map.of(), Optional.of(NOON.minusSeconds(3600)), Optional.empty()));
  }

  static Casefile reported(Statement... statements) {
    return opened(report(Marking.of(Tlp.AMBER), statements), OPERATOR);
  }

  static Casefile opened(Deed.Opening deed, Actor actor) {
    return Casefile.of(DECISION.open(ID, deed, actor, NOON).orThrow()).orElseThrow();
  }

  static Casefile after(Casefile state, Deed deed, Actor actor) {
    return state.after(DECISION.decide(state, deed, actor, NOON).orThrow());
  }

  static List<IssueCode> refusal(Casefile state, Deed deed, Actor actor) {
    return codes(DECISION.decide(state, deed, actor, NOON));
  }

  static List<IssueCode> codes(Checked<List<CaseEvent>> decided) {
    return decided instanceof Checked.Refused<List<CaseEvent>>(List<Issue> issues)
        ? issues.stream().map(Issue::code).toList()
        : List.of();
  }

  static Deed.Judge judgedNew() {
    return new Deed.Judge(new Triage.New("confirmed by telephone"));
  }

  static Deed.Close closing() {
    return new Deed.Close(
        new FinalReport("It is over.", Optional.of("A lost key."), Optional.empty()));
  }

  static Attachment file(String name, int bytes) {
    return new Attachment(
        name, bytes, Digest.of(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }
}
