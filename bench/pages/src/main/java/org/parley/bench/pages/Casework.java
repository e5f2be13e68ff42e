package org.parley.bench.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Statement;
import org.parley.core.fact.Value;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Tlp;
import org.parley.core.people.Actor;
import org.parley.core.terms.Realm;
import org.parley.duties.casefile.ReportIncident;
import org.parley.duties.casefile.StateFacts;
import org.parley.duties.people.Lodge;
import org.parley.node.incidents.Room;
import org.springframework.context.ConfigurableApplicationContext;

/// Incidents that an officer of the node reports and revises.
final class Casework {

  private static final long STEP = 100;

  private final Room room;
  private final Realm realm;
  private final Actor officer;

  Casework(ConfigurableApplicationContext node, Realm realm) {
    this.room = node.getBean(Room.class);
    this.realm = realm;
    this.officer =
        node.getBean(Lodge.class)
            .people()
            .look(register -> register.withLogin("csirt"))
            .orElseThrow()
            .actor();
  }

  /// The paths of the incidents' pages.
  List<String> fill(int incidents, int revisions) {
    List<String> paths = new ArrayList<>();
    for (int number = 0; number < incidents; number++) {
      CaseId id = new CaseId(new UUID(7, number));
      ReportIncident.Report report =
          new ReportIncident.Report(
              officer.office().orElseThrow(),
              "Gateway " + number + " does not answer",
              Optional.empty(),
              Marking.of(Tlp.AMBER),
              users(number));
      new ReportIncident(room.work()).run(realm, id, report, officer).orThrow();
      for (int revision = 1; revision < revisions; revision++) {
        new StateFacts(room.work())
            .run(realm, id, users(number + revision * STEP), officer)
            .orThrow();
      }
      paths.add("/incidents/" + id);
    }
    return paths;
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
}
