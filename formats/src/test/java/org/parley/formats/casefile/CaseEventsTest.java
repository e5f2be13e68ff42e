package org.parley.formats.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.core.casefile.deed.Author;
import org.parley.core.casefile.deed.CaseEvent;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Deed;
import org.parley.core.casefile.deed.FinalReport;
import org.parley.core.casefile.deed.OriginFinding;
import org.parley.core.casefile.deed.Outlook;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.casefile.deed.Tie;
import org.parley.core.casefile.deed.Triage;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Attachment;
import org.parley.core.exchange.Kept;
import org.parley.core.exchange.SeriesNumber;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Mode;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Statement;
import org.parley.core.fact.Value;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Pap;
import org.parley.core.handling.Pointer;
import org.parley.core.handling.SecrecyGrade;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.formats.parley.Shipped;
import org.parley.formats.parley.fact.KnownFacts;

class CaseEventsTest {

  private static final CaseEvents EVENTS = new CaseEvents(KnownFacts.of(Shipped.catalogue()));
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");
  private static final CaseId ID =
      CaseId.parse("0b0e0f10-0000-4000-8000-000000000001").orElseThrow();
  private static final CaseId OTHER =
      CaseId.parse("0b0e0f10-0000-4000-8000-000000000002").orElseThrow();
  private static final OfficeId CSIRT = OfficeId.parse("XA/technical").orElseThrow();
  private static final Author OFFICER =
      new Author(new UUID(0, 2), Optional.of(CSIRT), Optional.empty());
  private static final Author OPERATOR =
      new Author(new UUID(0, 1), Optional.empty(), Optional.of(new UUID(9, 1)));
  private static final Marking STRICT =
      Marking.of(Tlp.AMBER_STRICT, Pap.AMBER)
          .graded(new SecrecyGrade(new Party("XA"), "Nur für den Dienstgebrauch"))
          .withUnknown("LIMITED-X");
  private static final Realm REAL = new Realm.Real();
  private static final Realm EXERCISE = new Realm.Exercise("autumn");

  private static Statement of(String key, Stated stated) {
    return new Statement(FactKey.of(key), stated, Statement.Origin.NONE);
  }

  private static Stating everyForm() {
    Statement.Origin origin =
        new Statement.Origin(
            Optional.of("call at 03:10"),
            Optional.of("2026-11-22T03:10:00Z"),
            Optional.of("head of operations"),
            Optional.of("likely"),
            List.of("XB", "XC"));
    return new Stating(
        statements(origin),
        Map.of(FactKey.of("rootCause"), STRICT, FactKey.of("loss").as(Mode.POTENTIAL), STRICT),
        Optional.of(NOON),
        Optional.of(true));
  }

  private static List<Statement> statements(Statement.Origin origin) {
    return List.of(
        new Statement(
            FactKey.of("usersAffected").in("EU"),
            new Stated.Exactly(new Value.Number(40_000)),
            origin),
        of(
            "usersTotal",
            new Stated.Between(Optional.of(new Value.Number(1)), Optional.of(new Value.Number(9)))),
        of("downtime", new Stated.Between(Optional.of(new Value.Number(3600)), Optional.empty())),
        new Statement(
            FactKey.of("loss").as(Mode.POTENTIAL),
            new Stated.OneOf(List.of(new Value.Money(100, "EUR"), new Value.Money(250, "EUR"))),
            Statement.Origin.NONE),
        of("incidentTypes", new Stated.SetBetween(1, 6)),
        of("incidentTypes", new Stated.Exactly(new Value.Options(3))),
        of("countriesAffected", new Stated.CodesBetween(new TreeSet<>(Set.of("XA", "XB")), true)),
        of("countriesAffected", new Stated.Exactly(new Value.Codes(new TreeSet<>(Set.of("XA"))))),
        of("malicious", new Stated.Exactly(new Value.Option(1))),
        of("rootCause", new Stated.Unknown("being looked into")),
        of("deaths", new Stated.NotApplicable("no persons")),
        of("occurredAt", new Stated.Exactly(new Value.Number(1_790_000_000))),
        of("systemsShare", new Stated.Exactly(new Value.Share(30, 100))),
        of("rootCauseKey", new Stated.Exactly(new Value.Key("supplier 7"))),
        of("narrative", new Stated.Exactly(new Value.Text("Zeile 1\nстрока 2 \"quoted\""))));
  }

  static List<Deed> everyDeed() {
    Optional<String> words = Optional.of("worte, mots, слова");
    List<Deed> deeds =
        new ArrayList<>(
            List.of(
                new Deed.Report(
                    REAL, SeriesNumber.of(REAL, 17), CSIRT, "Title", words, STRICT, everyForm()),
                new Deed.Report(
                    EXERCISE,
                    SeriesNumber.of(EXERCISE, 1),
                    CSIRT,
                    "Title",
                    Optional.empty(),
                    Marking.of(Tlp.CLEAR),
                    Stating.NOTHING),
                new Deed.KeepPointer(
                    REAL,
                    SeriesNumber.of(REAL, 18),
                    CSIRT,
                    new Pointer("XA/policy", "C4 17", "Ask.")),
                new Deed.State(everyForm()),
                new Deed.State(
                    new Stating(List.of(), Map.of(), Optional.empty(), Optional.of(false))),
                new Deed.Adopt(2, "better"),
                new Deed.Withdraw(3, "wrong"),
                new Deed.Mark(STRICT),
                new Deed.MarkFact(FactKey.of("loss").as(Mode.POTENTIAL), Optional.of(STRICT)),
                new Deed.MarkFact(FactKey.of("loss"), Optional.empty()),
                new Deed.Show(CSIRT, words),
                new Deed.StopShowing(CSIRT, "moved on"),
                new Deed.Retitle("Other title"),
                new Deed.Note(NOON, "words"),
                new Deed.SetOutlook(new Outlook(Outlook.Course.NOT_KNOWN, "words")),
                new Deed.FindOrigin(OriginFinding.NOT_ESTABLISHED, words),
                new Deed.Relate(OTHER, Tie.CAUSED_BY),
                new Deed.Unrelate(OTHER)));
    deeds.addAll(work(words));
    deeds.addAll(stages(words));
    return deeds;
  }

  private static List<Deed> work(Optional<String> words) {
    return List.of(
        new Deed.JoinCampaign("Autumn"),
        new Deed.LeaveCampaign("Autumn"),
        new Deed.GiveTask(CSIRT, "Ring back.", Optional.of(NOON)),
        new Deed.FinishTask(1, "done"),
        new Deed.DropTask(1, "not needed"),
        new Deed.HandOver("quiet"),
        new Deed.TakeOver(1),
        new Deed.Attach(new Attachment("log.txt", 10, Digest.of(new byte[] {1})), Optional.empty()),
        new Deed.ReleaseFile(1),
        new Deed.RejectFile(1, "malicious"),
        new Deed.NoteCall("head-of-csirt", words),
        new Deed.NoteReport("early-warning", Optional.empty()));
  }

  private static List<Deed> stages(Optional<String> words) {
    return List.of(
        new Deed.Judge(new Triage.New("confirmed")),
        new Deed.Judge(new Triage.DuplicateOf(OTHER, "same")),
        new Deed.Judge(new Triage.NotAnIncident("maintenance")),
        new Deed.BeginWork(words),
        new Deed.Contain(Optional.empty()),
        new Deed.Recover(words),
        new Deed.Close(new FinalReport("It is over.", words, Optional.empty())),
        new Deed.Reopen("it is back"));
  }

  @Test
  void everyDeedIsReadAsItWasWritten() {
    for (Deed deed : everyDeed()) {
      for (Author by : List.of(OFFICER, OPERATOR)) {
        CaseEvent event = new CaseEvent(ID, deed, by, NOON);
        assertThat(EVENTS.read(EVENTS.write(event)).orThrow()).isEqualTo(event);
      }
    }
  }

  @Test
  void noDeedIsForgottenHere() {
    Set<Class<?>> written = new HashSet<>();
    everyDeed().forEach(deed -> written.add(deed.getClass()));
    Set<Class<?>> all = new HashSet<>();
    collect(Deed.class, all);

    assertThat(written).isEqualTo(all);
    assertThat(everyDeed().stream().map(DeedWords::of).distinct()).hasSize(all.size());
  }

  private static void collect(Class<?> sealed, Set<Class<?>> into) {
    for (Class<?> each : sealed.getPermittedSubclasses()) {
      if (each.isSealed()) {
        collect(each, into);
      } else {
        into.add(each);
      }
    }
  }

  /// The bytes of old books stay readable: this text is never changed.
  @Test
  void theBytesAreThese() {
    CaseEvent event =
        new CaseEvent(
            ID,
            new Deed.State(
                Stating.of(List.of(of("usersAffected", new Stated.Exactly(new Value.Number(7)))))),
            OFFICER,
            NOON);

    assertThat(EVENTS.write(event).shown())
        .isEqualTo(
            "{\"parley\":\"incident-event/1\","
                + "\"incident\":\"0b0e0f10-0000-4000-8000-000000000001\","
                + "\"deed\":\"state\",\"recorded\":\"2026-11-22T12:00:00.123Z\","
                + "\"by\":{\"account\":\"00000000-0000-0000-0000-000000000002\","
                + "\"office\":\"XA/technical\"},"
                + "\"stating\":{\"statements\":[{\"fact\":\"usersAffected\","
                + "\"says\":{\"value\":\"7\"}}]}}");
  }

  @Test
  void whatALaterEditionWroteAtTheTopIsKept() {
    CaseEvent event =
        new CaseEvent(
            ID,
            new Deed.TakeOver(1),
            OFFICER,
            NOON,
            List.of(new Kept("mood", "{\"calm\":[1,2.50,null]}"), new Kept("shift", "\"night\"")));

    Octets bytes = EVENTS.write(event);

    assertThat(EVENTS.read(bytes).orThrow()).isEqualTo(event);
    assertThat(EVENTS.write(EVENTS.read(bytes).orThrow())).isEqualTo(bytes);
  }

  @Test
  void whatIsNoEventIsRefused() {
    String good = EVENTS.write(new CaseEvent(ID, new Deed.TakeOver(1), OFFICER, NOON)).shown();
    for (String bad :
        List.of(
            "",
            "[]",
            good.replace("take-over", "take-under"),
            good.replace("incident-event/1", "incident-event/2"),
            good.replace("\"note\":1", "\"note\":0"),
            good.replace("\"note\":1", "\"note\":\"1\""),
            good.replace("XA/technical", "technical"),
            good.replace(",\"note\":1", ""),
            good.replace("\"office\"", "\"bureau\""),
            good.replace("\"note\":1", "\"note\":1,\"note\":1"))) {
      assertThat(bad).isNotEqualTo(good);
      assertThat(EVENTS.read(Octets.of(bad))).as(bad).isInstanceOf(Checked.Refused.class);
    }
  }

  @Test
  void damagedBytesAreReadOrRefusedAndNeverFail() {
    long seed = 20261122;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<byte[]> all = new ArrayList<>();
    everyDeed()
        .forEach(deed -> all.add(EVENTS.write(new CaseEvent(ID, deed, OFFICER, NOON)).toArray()));
    int refused = 0;
    for (int round = 0; round < 4000; round++) {
      byte[] bytes = all.get(random.nextInt(all.size())).clone();
      for (int hits = random.nextInt(3); hits >= 0; hits--) {
        bytes[random.nextInt(bytes.length)] =
            random.nextBoolean()
                ? (byte) random.nextInt(256)
                : "{}[]\",:0~".getBytes(StandardCharsets.UTF_8)[random.nextInt(9)];
      }
      byte[] cut =
          random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
      if (EVENTS.read(Octets.of(cut)) instanceof Checked.Sound<CaseEvent>(var event, _)) {
        assertThat(EVENTS.read(EVENTS.write(event)).orThrow()).isEqualTo(event);
      } else {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(1000);
  }

  @Test
  void aFactNobodyKnowsIsNotWritten() {
    CaseEvent event =
        new CaseEvent(
            ID,
            new Deed.State(Stating.of(List.of(of("nosuchFact", new Stated.Unknown("x"))))),
            OFFICER,
            NOON);

    assertThatThrownBy(() -> EVENTS.write(event)).isInstanceOf(IllegalArgumentException.class);
  }
}
