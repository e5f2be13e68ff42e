package org.parley.node.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.FinalReport;
import org.parley.core.casefile.deed.OriginFinding;
import org.parley.core.casefile.deed.Outlook;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.casefile.deed.Triage;
import org.parley.core.directory.OfficeId;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Statement;
import org.parley.core.fact.Value;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Pap;
import org.parley.core.handling.Tlp;
import org.parley.core.people.Actor;
import org.parley.core.terms.Realm;
import org.parley.duties.casefile.Casework;
import org.parley.duties.casefile.CloseIncident;
import org.parley.duties.casefile.GiveTask;
import org.parley.duties.casefile.HandOver;
import org.parley.duties.casefile.ListIncidents;
import org.parley.duties.casefile.NoteOnIncident;
import org.parley.duties.casefile.ReportIncident;
import org.parley.duties.casefile.ShowToOffice;
import org.parley.duties.casefile.StateFacts;
import org.parley.duties.casefile.TriageIncident;
import org.parley.duties.port.Cases;
import org.parley.duties.port.People;
import org.parley.node.incidents.Room;

/// Tells four incidents of the fictitious State XA through the very duties that people use, some
/// hours back: one that waits for triage, one in the thick of it, one that is over, one duplicate.
public final class DemoStory {

  private final Room room;
  private final Realm realm;
  private final Actor operator;
  private final Actor officer;
  private final Instant now;

  /// Tells the story, so that whoever walks in finds something under way; where there are incidents
  /// already, those are left alone.
  ///
  /// @param people the four of the exercise's doors among them
  /// @return the incident in the thick of it, where the story was told now
  public static Optional<CaseId> begin(Room room, People people, Realm realm) {
    Actor operator = people.look(register -> register.withLogin("operator").orElseThrow()).actor();
    Actor officer = people.look(register -> register.withLogin("csirt").orElseThrow()).actor();
    Cases.Page first = new Cases.Page(Cases.Order.NUMBER, Optional.empty(), 1);
    boolean told =
        !new ListIncidents(room.work())
            .run(realm, officer, Cases.Filter.ALL, first)
            .lines()
            .isEmpty();
    return told
        ? Optional.empty()
        : Optional.of(new DemoStory(room, realm, operator, officer, room.work().now()).tell());
  }

  /// Tells of one report that waits for triage, so that a counterpart's lists are not empty.
  static void beginWithOne(Room room, Actor operator, Actor officer, Realm realm) {
    new DemoStory(room, realm, operator, officer, room.work().now()).letters();
  }

  /// @param operator who reports
  /// @param officer the duty officer of the office that follows incidents
  /// @param now the story ends shortly before
  private DemoStory(Room room, Realm realm, Actor operator, Actor officer, Instant now) {
    this.room = room;
    this.realm = realm;
    this.operator = operator;
    this.officer = officer;
    this.now = now;
  }

  private CaseId tell() {
    CaseId hospital = hospital();
    overAndClosed();
    waiting();
    duplicate(hospital);
    return hospital;
  }

  private Casework at(Duration before) {
    Casework usual = room.work();
    return new Casework(
        usual.books(),
        usual.decision(),
        usual.events(),
        usual.permissions(),
        usual.appraisal(),
        InstantSource.fixed(now.minus(before)));
  }

  private CaseId report(
      Duration before, String title, String words, Marking marking, List<Statement> facts) {
    CaseId id = new CaseId(UUID.randomUUID());
    Stating stating =
        new Stating(
            facts,
            Map.of(),
            Optional.of(now.minus(before).minus(Duration.ofMinutes(25))),
            Optional.empty());
    new ReportIncident(at(before))
        .run(
            realm,
            id,
            new ReportIncident.Report(
                room.house().holder(), title, Optional.of(words), marking, stating),
            operator)
        .orThrow();
    return id;
  }

  /// In the thick of it: the level is a range still, and one answer would narrow it.
  private CaseId hospital() {
    CaseId id =
        report(
            Duration.ofHours(9),
            "Ransomware at a regional hospital operator",
            "Since about four in the morning the appointment and laboratory systems do not answer."
                + " Files carry a new ending, and a note asks for money.",
            Marking.of(Tlp.AMBER, Pap.AMBER),
            List.of(
                fact("sectors", options("sectors", "health"), "operator's report"),
                between("usersAffected", 20_000, 60_000, "operator's report")));
    triage(
        id,
        Duration.ofHours(8),
        "unauthorised-information-modification",
        "nothing like it is open");
    NoteOnIncident notes = new NoteOnIncident(at(Duration.ofHours(7)));
    notes.underWay(realm, id, Optional.of("response team on site"), officer).orThrow();
    notes.origin(realm, id, OriginFinding.BEING_EXAMINED, Optional.empty(), officer).orThrow();
    narrows(id);
    isHandedOver(id);
    return id;
  }

  private void triage(CaseId id, Duration before, String type, String reason) {
    new TriageIncident(at(before))
        .run(realm, id, Stating.of(List.of(type(type))), new Triage.New(reason), officer)
        .orThrow();
  }

  private void narrows(CaseId id) {
    state(
        id,
        Duration.ofHours(6),
        fact("availability", option("availability", "unavailable"), "response team"),
        fact("usersTotal", number(120_000), "operator, by telephone"),
        fact("serviceClass", option("serviceClass", "essential"), "sector list"),
        between("usersAffected", 38_000, 42_000, "response team"),
        fact("dataPropertiesLost", options("dataPropertiesLost", "availability"), "response team"));
    state(
        id,
        Duration.ofHours(5),
        between("downtime", hours(9), hours(14), "response team"),
        fact("publicSafety", option("publicSafety", "goods"), "health authority"));
  }

  private void state(CaseId id, Duration before, Statement... statements) {
    new StateFacts(at(before)).run(realm, id, Stating.of(List.of(statements)), officer).orThrow();
  }

  private void isHandedOver(CaseId id) {
    OfficeId holder = room.house().holder();
    OfficeId policy =
        room.house().offices().stream()
            .filter(office -> !office.equals(holder))
            .findFirst()
            .orElseThrow();
    new ShowToOffice(at(Duration.ofHours(4)))
        .run(realm, id, policy, Optional.empty(), officer)
        .orThrow();
    String task = "Ask the operator whether patients were sent elsewhere";
    new GiveTask(at(Duration.ofHours(4)))
        .run(realm, id, holder, task, Optional.of(now.plus(Duration.ofHours(2))), officer)
        .orThrow();
    Outlook outlook =
        new Outlook(
            Outlook.Course.BETTER, "laboratory back by the evening if the copies are sound");
    new NoteOnIncident(at(Duration.ofHours(2))).outlook(realm, id, outlook, officer).orThrow();
    String note =
        "Copies are being checked. The operator calls on the hour. Nobody has spoken to the press.";
    new HandOver(at(Duration.ofHours(1))).run(realm, id, note, officer).orThrow();
  }

  private void overAndClosed() {
    CaseId id =
        report(
            Duration.ofHours(52),
            "Web pages of several towns did not answer",
            "The pages of eleven towns were slow or gone for some hours; the hosting company saw a"
                + " flood of requests.",
            Marking.of(Tlp.GREEN),
            List.of(
                fact("sectors", options("sectors", "public-administration"), "hosting company"),
                fact("availability", option("availability", "degraded"), "hosting company"),
                fact("downtime", number(hours(3)), "hosting company"),
                fact("usersAffected", number(9_000), "hosting company")));
    triage(id, Duration.ofHours(51), "ddos", "seen by two towns before");
    isClosed(id);
  }

  private void isClosed(CaseId id) {
    NoteOnIncident notes = new NoteOnIncident(at(Duration.ofHours(50)));
    notes.underWay(realm, id, Optional.empty(), officer).orThrow();
    notes.contained(realm, id, Optional.of("filtered upstream"), officer).orThrow();
    new NoteOnIncident(at(Duration.ofHours(40)))
        .origin(
            realm,
            id,
            OriginFinding.NOT_ESTABLISHED,
            Optional.of("rented machines in many places"),
            officer)
        .orThrow();
    new NoteOnIncident(at(Duration.ofHours(30)))
        .recovered(realm, id, Optional.empty(), officer)
        .orThrow();
    new CloseIncident(at(Duration.ofHours(28)))
        .run(
            realm,
            id,
            new FinalReport(
                "Three hours of slow or absent pages in eleven towns; no data were touched.",
                Optional.of("A flood of requests from rented machines."),
                Optional.of("Filtering upstream is now agreed beforehand.")),
            officer)
        .orThrow();
  }

  /// Reported and not yet looked at.
  private void waiting() {
    report(
        Duration.ofMinutes(20),
        "Card payments fail in two out of three tries",
        "Since this morning most card payments at our terminals are turned down. We do not know"
            + " why.",
        Marking.of(Tlp.AMBER),
        List.of(
            fact("sectors", options("sectors", "banking"), "operator's report"),
            fact("availability", option("availability", "degraded"), "operator's report")));
  }

  private void letters() {
    report(
        Duration.ofMinutes(50),
        "Letters in our name ask customers for their codes",
        "Since yesterday customers show us letters that promise a tax refund and ask for the codes"
            + " of their accounts.",
        Marking.of(Tlp.AMBER),
        List.of(
            fact("sectors", options("sectors", "banking"), "operator's report"),
            between("usersAffected", 100, 2_000, "operator's report")));
  }

  private void duplicate(CaseId hospital) {
    CaseId id =
        report(
            Duration.ofHours(8).plusMinutes(30),
            "Laboratory results cannot be fetched",
            "Our surgeries cannot fetch results from the hospital since the morning.",
            Marking.of(Tlp.AMBER),
            List.of(fact("sectors", options("sectors", "health"), "operator's report")));
    new TriageIncident(at(Duration.ofHours(8)))
        .run(
            realm,
            id,
            Stating.NOTHING,
            new Triage.DuplicateOf(hospital, "the same hospital's laboratory"),
            officer)
        .orThrow();
  }

  private Statement type(String type) {
    FactKey key = room.scale().typeFact();
    List<String> names = room.facts().find(key.fact()).orElseThrow().type().optionNames();
    int place = names.indexOf(type);
    if (place < 0) {
      throw new IllegalStateException("no such type: " + type);
    }
    return new Statement(
        key, new Stated.Exactly(new Value.Options(1L << place)), Statement.Origin.NONE);
  }

  private static Statement fact(String fact, Value value, String source) {
    return new Statement(
        FactKey.of(fact), new Stated.Exactly(value), Statement.Origin.from(source));
  }

  private static Statement between(String fact, long low, long high, String source) {
    return new Statement(
        FactKey.of(fact),
        new Stated.Between(Optional.of(number(low)), Optional.of(number(high))),
        Statement.Origin.from(source));
  }

  private static long hours(int hours) {
    return Duration.ofHours(hours).toSeconds();
  }

  private static Value number(long units) {
    return new Value.Number(units);
  }

  private Value option(String fact, String option) {
    return new Value.Option(place(fact, option));
  }

  private Value options(String fact, String... chosen) {
    long mask = 0;
    for (String each : chosen) {
      mask |= 1L << place(fact, each);
    }
    return new Value.Options(mask);
  }

  private int place(String fact, String option) {
    int place =
        room.facts()
            .find(FactKey.of(fact).fact())
            .orElseThrow()
            .type()
            .optionNames()
            .indexOf(option);
    if (place < 0) {
      throw new IllegalStateException(fact + " has no option " + option);
    }
    return place;
  }
}
