package org.parley.duties.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.core.casefile.CaseDecision;
import org.parley.core.casefile.CaseRules;
import org.parley.core.casefile.Stage;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.FinalReport;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.casefile.deed.Tie;
import org.parley.core.casefile.deed.Triage;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.directory.OfficeId;
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
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.core.terms.ScaleId;
import org.parley.duties.port.Cases;
import org.parley.duties.twin.BooksInMemory;
import org.parley.duties.twin.CrashedException;
import org.parley.duties.twin.Mishap;
import org.parley.formats.casefile.CaseEvents;
import org.parley.formats.library.FolderSource;
import org.parley.formats.library.Library;
import org.parley.formats.parley.fact.KnownFacts;

class CaseworkTest {

  private static final Library LIBRARY = new Library(new FolderSource(Path.of("../library")));
  static final Realm REAL = new Realm.Real();
  private static final OfficeId CSIRT = OfficeId.parse("XA/technical").orElseThrow();
  static final OfficeId MINISTRY = OfficeId.parse("XA/policy").orElseThrow();
  private static final FactKey TYPES = FactKey.of("incidentTypes");
  private static final FactKey CAUSE = FactKey.of("rootCause");
  private static final int LIFE =
      LIBRARY
          .catalogue()
          .find(FactKey.of("publicSafety").fact())
          .orElseThrow()
          .type()
          .optionNames()
          .indexOf("life");
  private static final String CANARY = "canary-51c2";
  static final Actor OPERATOR =
      new Actor(
          new UUID(0, 1), Set.of(Role.OPERATOR), Optional.empty(), Optional.of(new UUID(9, 1)));
  private static final Actor RIVAL =
      new Actor(
          new UUID(0, 5), Set.of(Role.OPERATOR), Optional.empty(), Optional.of(new UUID(9, 2)));
  static final Actor OFFICER =
      new Actor(
          new UUID(0, 2), Set.of(Role.TECHNICAL_OFFICER), Optional.of(CSIRT), Optional.empty());
  static final Actor DIPLOMAT =
      new Actor(
          new UUID(0, 3), Set.of(Role.POLICY_OFFICER), Optional.of(MINISTRY), Optional.empty());
  private static final Actor ADMINISTRATOR =
      new Actor(new UUID(0, 4), Set.of(Role.ADMINISTRATOR), Optional.empty(), Optional.empty());

  final BooksInMemory books = new BooksInMemory();
  Instant now = Instant.parse("2026-11-22T12:00:00Z");
  final Casework work =
      new Casework(
          books,
          new CaseDecision(
              new CaseRules(
                  Set.of(CSIRT, MINISTRY),
                  Ceiling.of(Tlp.RED),
                  Set.of(TYPES),
                  CaseRules.Files.USUAL)),
          new CaseEvents(KnownFacts.of(LIBRARY.catalogue())),
          Allowed.table(),
          ownScale(),
          () -> now);

  private static OwnScale ownScale() {
    List<OwnScale.Reign> reigns =
        LIBRARY.editions(ScaleId.parse("parley/starter").orElseThrow()).stream()
            .map(name -> OwnScale.Reign.always(LIBRARY.edition(name).orThrow()))
            .toList();
    return new OwnScale(
        reigns,
        LIBRARY.catalogue(),
        List.of(LIBRARY.plan("starter")),
        TYPES,
        LIBRARY.typeList("rsit"));
  }

  static CaseId id(int number) {
    return new CaseId(new UUID(0x4000, 0x8000_0000_0000_0000L + number));
  }

  static Statement yes(String fact) {
    return new Statement(
        FactKey.of(fact), new Stated.Exactly(new Value.Option(1)), Statement.Origin.NONE);
  }

  private static Statement type() {
    return new Statement(TYPES, new Stated.Unknown("being looked into"), Statement.Origin.NONE);
  }

  Checked<SeenCase> report(int number, String title) {
    return new ReportIncident(work)
        .run(
            REAL,
            id(number),
            new ReportIncident.Report(
                CSIRT,
                title,
                Optional.of("Since three."),
                Marking.of(Tlp.AMBER),
                new Stating(List.of(), Map.of(), Optional.of(now), Optional.empty())),
            OPERATOR);
  }

  private List<String> titles(Actor actor) {
    return list(actor).lines().stream().map(line -> line.label().title()).toList();
  }

  ListIncidents.Listed list(Actor actor) {
    return new ListIncidents(work)
        .run(
            REAL,
            actor,
            Cases.Filter.ALL,
            new Cases.Page(Cases.Order.CHANGED, Optional.empty(), 50));
  }

  private static List<IssueCode> codes(Checked<?> checked) {
    return checked instanceof Checked.Refused<?> refused
        ? refused.issues().stream().map(Issue::code).toList()
        : List.of();
  }

  @Test
  void aReportIsThereForItsReporterAndItsOfficeAndNobodyElse() {
    report(1, "Gateway down").orThrow();

    assertThat(titles(OPERATOR)).containsExactly("Gateway down");
    assertThat(titles(OFFICER)).containsExactly("Gateway down");
    for (Actor stranger : List.of(RIVAL, DIPLOMAT, ADMINISTRATOR)) {
      assertThat(titles(stranger)).isEmpty();
      assertThat(list(stranger).counts()).isEmpty();
      assertThat(codes(new ReadIncident(work).run(REAL, id(1), stranger)))
          .containsExactly(IssueCode.INCIDENT_UNKNOWN);
    }
  }

  @Test
  void whatIsForbiddenAndWhatIsAbsentLookTheSame() {
    report(1, "Gateway down").orThrow();

    for (Actor stranger : List.of(RIVAL, DIPLOMAT, ADMINISTRATOR)) {
      Checked<SeenCase> forbidden =
          new StateFacts(work).run(REAL, id(1), Stating.of(List.of(type())), stranger);
      Checked<SeenCase> absent =
          new StateFacts(work).run(REAL, id(2), Stating.of(List.of(type())), stranger);
      assertThat(forbidden.toString().replace(id(1).toString(), "x"))
          .isEqualTo(absent.toString().replace(id(2).toString(), "x"));
    }
    assertThat(codes(new CloseIncident(work).reopen(REAL, id(1), "no", OPERATOR)))
        .containsExactly(IssueCode.INCIDENT_UNKNOWN);
  }

  @Test
  void aFormSentTwiceIsOneIncidentWithOneNumber() {
    report(1, "Gateway down").orThrow();
    report(1, "Gateway down").orThrow();
    report(2, "Another").orThrow();

    assertThat(list(OFFICER).lines())
        .extracting(line -> line.key().number())
        .containsExactlyInAnyOrder(1L, 2L);
    assertThat(
            codes(
                new ReportIncident(work)
                    .run(
                        REAL,
                        id(1),
                        new ReportIncident.Report(
                            CSIRT,
                            "Mine",
                            Optional.empty(),
                            Marking.of(Tlp.CLEAR),
                            Stating.NOTHING),
                        RIVAL)))
        .containsExactly(IssueCode.INCIDENT_UNKNOWN);
  }

  @Test
  void aLifeFromReportToClosureIsJournalledStepByStep() {
    report(1, "Gateway down").orThrow();
    new TriageIncident(work)
        .run(REAL, id(1), Stating.of(List.of(type())), new Triage.New("confirmed"), OFFICER)
        .orThrow();
    NoteOnIncident notes = new NoteOnIncident(work);
    notes.underWay(REAL, id(1), Optional.empty(), OFFICER).orThrow();
    notes.contained(REAL, id(1), Optional.of("cut off"), OFFICER).orThrow();
    notes.recovered(REAL, id(1), Optional.empty(), OFFICER).orThrow();
    SeenCase closed =
        new CloseIncident(work)
            .run(
                REAL,
                id(1),
                new FinalReport("It is over.", Optional.empty(), Optional.empty()),
                OFFICER)
            .orThrow();

    assertThat(closed.what().stage()).isEqualTo(Stage.CLOSED);
    assertThat(books.<Long>look(book -> book.log().size())).isEqualTo(7);
    assertThat(list(OFFICER).counts()).containsExactly(Map.entry(Stage.CLOSED, 1L));
    assertThat(
            new CloseIncident(work)
                .reopen(REAL, id(1), "it is back", OFFICER)
                .orThrow()
                .what()
                .stage())
        .isEqualTo(Stage.UNDER_WAY);
  }

  @Test
  void triageThatIsRefusedStatesNothingEither() {
    report(1, "Gateway down").orThrow();

    Checked<SeenCase> refused =
        new TriageIncident(work)
            .run(REAL, id(1), Stating.of(List.of(yes("malicious"))), new Triage.New("x"), OFFICER);

    assertThat(codes(refused)).containsExactly(IssueCode.TYPE_NOT_STATED);
    assertThat(read(OFFICER).what().facts().said()).isEmpty();
  }

  SeenCase read(Actor actor) {
    return new ReadIncident(work).run(REAL, id(1), actor).orThrow().seen();
  }

  @Test
  void aDuplicateIsTiedFromBothEndsAndItsOriginalMustBeThere() {
    report(1, "Gateway down").orThrow();
    report(2, "Gateway down again").orThrow();

    TriageIncident triage = new TriageIncident(work);
    assertThat(
            codes(
                triage.run(
                    REAL, id(2), Stating.NOTHING, new Triage.DuplicateOf(id(9), "same"), OFFICER)))
        .containsExactly(IssueCode.INCIDENT_UNKNOWN);
    triage
        .run(REAL, id(2), Stating.NOTHING, new Triage.DuplicateOf(id(1), "same"), OFFICER)
        .orThrow();

    ReadIncident.Read original = new ReadIncident(work).run(REAL, id(1), OFFICER).orThrow();
    assertThat(original.seen().what().story().ties()).containsEntry(id(2), Tie.HAS_DUPLICATE);
    assertThat(original.tied()).containsOnlyKeys(id(2));
  }

  @Test
  void theLevelAndWhatIsDueFollowTheFactsThatEachCircleSees() {
    report(1, "Gateway down").orThrow();
    Cases.Line before = list(OFFICER).lines().getFirst();
    new ShowToOffice(work).run(REAL, id(1), MINISTRY, Optional.empty(), OFFICER).orThrow();
    FactKey safety = FactKey.of("publicSafety");
    Stating grave =
        new Stating(
            List.of(
                new Statement(
                    safety, new Stated.Exactly(new Value.Option(LIFE)), Statement.Origin.NONE)),
            Map.of(safety, Marking.of(Tlp.RED)),
            Optional.empty(),
            Optional.empty());
    new StateFacts(work).run(REAL, id(1), grave, OFFICER).orThrow();

    Cases.Line office = list(OFFICER).lines().getFirst();
    Cases.Line ministry = list(DIPLOMAT).lines().getFirst();
    assertThat(before.gauge().level()).isPresent();
    assertThat(office.gauge().level()).isNotEqualTo(before.gauge().level());
    assertThat(ministry.gauge().level()).isEqualTo(before.gauge().level());
    assertThat(office.gauge().due()).isPresent();
    assertThat(read(DIPLOMAT).withheld()).isEqualTo(1);
  }

  @Test
  void aCanaryInARestrictedFactIsInNoLineThatMayNotShowIt() {
    report(1, "Gateway down").orThrow();
    new ShowToOffice(work).run(REAL, id(1), MINISTRY, Optional.empty(), OFFICER).orThrow();
    Stating secret =
        new Stating(
            List.of(
                new Statement(CAUSE, new Stated.Unknown(CANARY), Statement.Origin.from(CANARY))),
            Map.of(CAUSE, Marking.of(Tlp.RED)),
            Optional.empty(),
            Optional.empty());
    new StateFacts(work).run(REAL, id(1), secret, OFFICER).orThrow();
    new NoteOnIncident(work).title(REAL, id(1), CANARY + " title", OFFICER).orThrow();
    new HandOver(work).run(REAL, id(1), CANARY + " shift", OFFICER).orThrow();

    assertThat(read(OFFICER).what().toString()).contains(CANARY);
    assertThat(read(DIPLOMAT).what().toString())
        .doesNotContain("Unknown[why=" + CANARY)
        .doesNotContain(CANARY + " shift");
    assertThat(read(OPERATOR).what().toString()).doesNotContain(CANARY);
    assertThat(list(OPERATOR).toString()).doesNotContain(CANARY);
    assertThat(titles(OPERATOR)).containsExactly("Gateway down");
  }

  @Test
  void aFileWaitsInQuarantineAndARejectedOneIsErasedInItsCaseAlone() {
    report(1, "Gateway down").orThrow();
    report(2, "Other").orThrow();
    AttachFile files = new AttachFile(work);
    Octets bytes = Octets.of("log lines");
    AttachFile.Upload upload = new AttachFile.Upload("gate.log", bytes, Optional.empty());
    files.run(REAL, id(1), upload, OPERATOR).orThrow();
    files.run(REAL, id(2), upload, OPERATOR).orThrow();

    assertThat(codes(files.open(REAL, id(1), 1, OPERATOR)))
        .containsExactly(IssueCode.FILE_IN_QUARANTINE);
    assertThat(files.open(REAL, id(1), 1, OFFICER).orThrow().bytes()).isEqualTo(bytes);
    files.release(REAL, id(1), 1, OFFICER).orThrow();
    assertThat(files.open(REAL, id(1), 1, OPERATOR).orThrow().bytes()).isEqualTo(bytes);
    assertThat(codes(files.open(REAL, id(1), 1, RIVAL)))
        .containsExactly(IssueCode.INCIDENT_UNKNOWN);

    files.reject(REAL, id(2), 1, "not needed", OFFICER).orThrow();
    assertThat(codes(files.open(REAL, id(2), 1, OFFICER)))
        .containsExactly(IssueCode.FILE_NOT_IN_CASE);
    assertThat(files.open(REAL, id(1), 1, OFFICER).orThrow().bytes()).isEqualTo(bytes);
  }

  @Test
  void aCrashLeavesADeedWholeOrNotAtAll() {
    report(1, "Gateway down").orThrow();
    for (Mishap mishap : List.of(Mishap.CRASH_BEFORE, Mishap.CRASH_AFTER, Mishap.DISK_FULL)) {
      books.mishaps(_ -> mishap);
      now = now.plus(Duration.ofMinutes(1));
      String words = "note " + mishap;
      assertThatThrownBy(() -> new HandOver(work).run(REAL, id(1), words, OFFICER))
          .isInstanceOfAny(
              CrashedException.class, org.parley.duties.port.UnreachableException.class);
      books.restart();
      books.mishaps(_ -> Mishap.NONE);

      boolean there =
          read(OFFICER).what().work().shifts().stream()
              .anyMatch(shift -> shift.words().equals(words));
      boolean listed = list(OFFICER).lines().getFirst().way().changed().equals(now);
      assertThat(there).isEqualTo(mishap == Mishap.CRASH_AFTER);
      assertThat(listed).as("the list goes with the history").isEqualTo(there);
    }
  }

  @Test
  void exercisesHaveNumbersOfTheirOwn() {
    report(1, "Gateway down").orThrow();
    Realm exercise = new Realm.Exercise("autumn");
    SeenCase played =
        new ReportIncident(work)
            .run(
                exercise,
                id(1),
                new ReportIncident.Report(
                    CSIRT, "Played", Optional.empty(), Marking.of(Tlp.GREEN), Stating.NOTHING),
                OPERATOR)
            .orThrow();

    assertThat(played.what().head().number().toString()).isEqualTo("EX-1");
    assertThat(titles(OFFICER)).containsExactly("Gateway down");
  }
}
