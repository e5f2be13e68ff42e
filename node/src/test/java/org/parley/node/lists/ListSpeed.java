package org.parley.node.lists;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.directory.OfficeId;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Statement;
import org.parley.core.fact.Value;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Tlp;
import org.parley.core.people.Actor;
import org.parley.core.people.Role;
import org.parley.core.terms.Realm;
import org.parley.desk.settings.SettingKey;
import org.parley.duties.casefile.ReportIncident;
import org.parley.duties.casefile.StateFacts;
import org.parley.node.ActingNode;
import org.parley.node.TestNode;
import org.parley.node.incidents.Room;
import org.parley.node.web.Sites;

/// Measures lists and search over HTTP: so many incidents, each with so many revisions. Run it by
/// hand: `ListSpeed 1000 20`; it prints one line for each question.
final class ListSpeed {

  private static final int ROUNDS = 60;
  private static final int WARM_UP = 20;

  private ListSpeed() {}

  public static void main(String[] arguments) {
    int incidents = Integer.parseInt(arguments[0]);
    int revisions = Integer.parseInt(arguments[1]);
    ActingNode node = ActingNode.start(Map.of(SettingKey.REALM, "exercise:speed"), "");
    long began = System.nanoTime();
    fill(node, incidents, revisions);
    System.out.printf(
        "%d incidents x %d revisions, written in %d s%n",
        incidents, revisions, Duration.ofNanos(System.nanoTime() - began).toSeconds());
    TestNode.Browser officer = node.browser("officer");
    for (String path :
        List.of(
            "/incidents",
            "/incidents?q=gateway+7",
            "/incidents?q=nothing+matches",
            "/incidents?level=3&order=gravest",
            "/incidents?stage=reported&order=changed",
            "/incidents.csv")) {
      measure(officer, path);
    }
    System.exit(0);
  }

  private static void fill(ActingNode node, int incidents, int revisions) {
    Room room = node.context().getBean(Room.class);
    Realm realm = node.context().getBean(Sites.class).now().realm();
    OfficeId office = OfficeId.parse("XA/technical").orElseThrow();
    Actor actor =
        new Actor(
            new UUID(0, 3),
            java.util.Set.of(Role.TECHNICAL_OFFICER),
            Optional.of(office),
            Optional.empty());
    for (int number = 0; number < incidents; number++) {
      CaseId id = new CaseId(new UUID(7, number));
      ReportIncident.Report report =
          new ReportIncident.Report(
              office,
              "Gateway " + number + " does not answer",
              Optional.empty(),
              Marking.of(Tlp.AMBER),
              users(number));
      new ReportIncident(room.work()).run(realm, id, report, actor).orThrow();
      for (int revision = 1; revision < revisions; revision++) {
        new StateFacts(room.work())
            .run(realm, id, users(number + revision * 100L), actor)
            .orThrow();
      }
    }
  }

  private static Stating users(long count) {
    return new Stating(
        List.of(
            new Statement(
                FactKey.of("usersAffected"),
                new Stated.Exactly(new Value.Number(count)),
                Statement.Origin.NONE)),
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static void measure(TestNode.Browser officer, String path) {
    List<Double> taken = new ArrayList<>();
    int length = 0;
    for (int round = 0; round < ROUNDS + WARM_UP; round++) {
      long began = System.nanoTime();
      HttpResponse<String> answer = officer.get(path);
      length = answer.body().length();
      if (round >= WARM_UP) {
        taken.add((System.nanoTime() - began) / 1e6);
      }
    }
    double[] sorted = taken.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    System.out.printf(
        "%-45s median %6.1f ms  p95 %6.1f ms  most %6.1f ms  %,d characters%n",
        path,
        sorted[sorted.length / 2],
        sorted[(int) (sorted.length * 0.95)],
        Arrays.stream(sorted).max().orElse(0),
        length);
  }
}
