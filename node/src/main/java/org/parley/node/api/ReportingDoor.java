package org.parley.node.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import org.parley.core.casefile.CaseRules;
import org.parley.core.casefile.Stage;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.FinalReport;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.casefile.deed.Triage;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Tlp;
import org.parley.duties.casefile.CloseIncident;
import org.parley.duties.casefile.NoteOnIncident;
import org.parley.duties.casefile.ReportIncident;
import org.parley.duties.casefile.StateFacts;
import org.parley.duties.casefile.TriageIncident;
import org.parley.formats.exchange.MarkingJson;
import org.parley.formats.exchange.Typed;
import org.parley.node.incidents.Paths;
import org.parley.node.web.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Reports and revises incidents over the programming interface, with the duties behind the forms.
@Controller
final class ReportingDoor {

  private static final int LONGEST_TITLE = CaseRules.LONGEST_TITLE;
  private static final int LONGEST = CaseRules.LONGEST_WORDS;
  private static final int MOST = 1_000_000;

  private final Deeds deeds;

  ReportingDoor(Deeds deeds) {
    this.deeds = deeds;
  }

  @PostMapping(IncidentsDoor.ALL)
  ResponseEntity<byte[]> report(Visit visit, HttpServletRequest request) {
    return deeds.open(
        visit,
        request,
        body -> {
          String title = body.text("title", LONGEST_TITLE).orElse("");
          Optional<String> words = body.maybeText("words", LONGEST);
          Marking marking =
              body.map("marking").flatMap(MarkingJson::read).orElse(Marking.of(Tlp.RED));
          Stating stating = StatingBody.read(body, deeds.room().facts());
          SaidRealm realm = new SaidRealm(body.maybeText("realm", SaidRealm.LONGEST));
          return (work, asked) ->
              realm
                  .in(
                      asked.realm(),
                      new ReportIncident.Report(
                          asked.actor().office().orElseGet(() -> deeds.room().house().holder()),
                          title,
                          words,
                          marking,
                          stating))
                  .then(report ->
                      new ReportIncident(work)
                          .run(asked.realm(), asked.id(), report, asked.actor()));
        });
  }

  /// Whatever one request states becomes one revision.
  @PostMapping(IncidentsDoor.ONE + "/facts")
  ResponseEntity<byte[]> state(Visit visit, HttpServletRequest request, @PathVariable String id) {
    return deeds.on(
        visit,
        request,
        Paths.id(id),
        body -> {
          Stating stating = StatingBody.read(body, deeds.room().facts());
          return (work, asked) ->
              new StateFacts(work).run(asked.realm(), asked.id(), stating, asked.actor());
        });
  }

  @PostMapping(IncidentsDoor.ONE + "/withdrawals")
  ResponseEntity<byte[]> withdraw(
      Visit visit, HttpServletRequest request, @PathVariable String id) {
    return deeds.on(
        visit,
        request,
        Paths.id(id),
        body -> {
          int statement = statement(body);
          String reason = body.text("reason", LONGEST).orElse("");
          return (work, asked) ->
              new StateFacts(work)
                  .withdraw(asked.realm(), asked.id(), statement, reason, asked.actor());
        });
  }

  @PostMapping(IncidentsDoor.ONE + "/adoptions")
  ResponseEntity<byte[]> adopt(Visit visit, HttpServletRequest request, @PathVariable String id) {
    return deeds.on(
        visit,
        request,
        Paths.id(id),
        body -> {
          int statement = statement(body);
          String reason = body.text("reason", LONGEST).orElse("");
          return (work, asked) ->
              new StateFacts(work)
                  .adopt(asked.realm(), asked.id(), statement, reason, asked.actor());
        });
  }

  private static int statement(Typed body) {
    return body.whole("statement", 1, MOST).map(Math::toIntExact).orElse(0);
  }

  /// Puts an entry into the timeline; it happened now where the request does not say when.
  @PostMapping(IncidentsDoor.ONE + "/notes")
  ResponseEntity<byte[]> note(Visit visit, HttpServletRequest request, @PathVariable String id) {
    return deeds.on(
        visit,
        request,
        Paths.id(id),
        body -> {
          String words = body.text("words", LONGEST).orElse("");
          Optional<Instant> happened = body.maybeMoment("happened");
          return (work, asked) ->
              new NoteOnIncident(work)
                  .entry(
                      asked.realm(),
                      asked.id(),
                      happened.orElseGet(work::now),
                      words,
                      asked.actor());
        });
  }

  /// Says what a report is, with its type and what bears on the level.
  @PostMapping(IncidentsDoor.ONE + "/triage")
  ResponseEntity<byte[]> triage(Visit visit, HttpServletRequest request, @PathVariable String id) {
    return deeds.on(
        visit,
        request,
        Paths.id(id),
        body -> {
          Triage outcome = outcome(body);
          Stating stating = StatingBody.read(body, deeds.room().facts());
          return (work, asked) ->
              new TriageIncident(work)
                  .run(asked.realm(), asked.id(), stating, outcome, asked.actor());
        });
  }

  private static Triage outcome(Typed body) {
    String reason = body.maybeText("reason", LONGEST).orElse("");
    Optional<CaseId> other = body.maybe("duplicateOf", "UUID of an incident", CaseId::parse);
    Optional<String> outcome =
        body.as(
            "outcome",
            "outcome: new, duplicate or no-incident",
            word -> Optional.of(word).filter(each -> each.matches("new|duplicate|no-incident")));
    return switch (outcome.orElse("")) {
      case "duplicate" -> {
        if (other.isEmpty()) {
          body.refuse("a duplicate names the incident that it is one of, as duplicateOf");
        }
        yield other
            .<Triage>map(id -> new Triage.DuplicateOf(id, reason))
            .orElseGet(() -> new Triage.New(reason));
      }
      case "no-incident" -> new Triage.NotAnIncident(reason);
      default -> new Triage.New(reason);
    };
  }

  /// Moves an incident to a stage between triage and closure.
  @PostMapping(IncidentsDoor.ONE + "/stages")
  ResponseEntity<byte[]> move(Visit visit, HttpServletRequest request, @PathVariable String id) {
    return deeds.on(
        visit,
        request,
        Paths.id(id),
        body -> {
          Optional<Stage> stage =
              body.as("stage", "stage: under-way, contained or recovered", ReportingDoor::between);
          Optional<String> words = body.maybeText("words", LONGEST);
          return moved(stage.orElse(Stage.UNDER_WAY), words);
        });
  }

  private static Optional<Stage> between(String word) {
    return Stage.parse(word).filter(each -> word.matches("under-way|contained|recovered"));
  }

  private static Deeds.Doing moved(Stage stage, Optional<String> words) {
    return (work, asked) -> {
      NoteOnIncident note = new NoteOnIncident(work);
      return switch (stage) {
        case CONTAINED -> note.contained(asked.realm(), asked.id(), words, asked.actor());
        case RECOVERED -> note.recovered(asked.realm(), asked.id(), words, asked.actor());
        case REPORTED, TRIAGED, UNDER_WAY, CLOSED ->
            note.underWay(asked.realm(), asked.id(), words, asked.actor());
      };
    };
  }

  @PostMapping(IncidentsDoor.ONE + "/closure")
  ResponseEntity<byte[]> close(Visit visit, HttpServletRequest request, @PathVariable String id) {
    return deeds.on(
        visit,
        request,
        Paths.id(id),
        body -> {
          FinalReport report =
              new FinalReport(
                  body.text("happened", LONGEST).orElse(""),
                  body.maybeText("cause", LONGEST),
                  body.maybeText("lessons", LONGEST));
          return (work, asked) ->
              new CloseIncident(work).run(asked.realm(), asked.id(), report, asked.actor());
        });
  }

  @PostMapping(IncidentsDoor.ONE + "/reopening")
  ResponseEntity<byte[]> reopen(Visit visit, HttpServletRequest request, @PathVariable String id) {
    return deeds.on(
        visit,
        request,
        Paths.id(id),
        body -> {
          String reason = body.text("reason", LONGEST).orElse("");
          return (work, asked) ->
              new CloseIncident(work).reopen(asked.realm(), asked.id(), reason, asked.actor());
        });
  }
}
