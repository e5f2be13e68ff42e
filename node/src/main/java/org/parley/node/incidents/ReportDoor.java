package org.parley.node.incidents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.directory.OfficeId;
import org.parley.core.fact.FactKey;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Pointer;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.people.Action;
import org.parley.core.people.Actor;
import org.parley.core.people.Relation;
import org.parley.desk.calculator.Field;
import org.parley.duties.casefile.ReportIncident;
import org.parley.node.incidents.page.Given;
import org.parley.node.incidents.page.Refused;
import org.parley.node.incidents.page.Typed;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Problem;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Reporting an incident once: five plain questions first, more later.
@Controller
final class ReportDoor {

  private static final String HERE = "/report";
  private static final List<FactKey> ASKED =
      List.of(FactKey.of("availability"), FactKey.of("usersAffected"));

  private final Room room;
  private final Press press;

  ReportDoor(Room room, Press press) {
    this.room = room;
    this.press = press;
  }

  @GetMapping(HERE)
  ResponseEntity<byte[]> form(Visit visit) {
    allowed(visit);
    return page(
        visit,
        HttpStatus.OK,
        UUID.randomUUID().toString(),
        List.of(),
        Typed.NOTHING,
        Given.NOTHING);
  }

  @PostMapping(HERE)
  ResponseEntity<byte[]> report(
      Visit visit, @RequestParam MultiValueMap<String, String> parameters) {
    Actor actor = allowed(visit);
    FormFields fields = new FormFields(visit, parameters);
    CaseId id = named(fields);
    Stating facts = fields.stating(room);
    Optional<Instant> aware = fields.moment("aware");
    Stating stating = new Stating(facts.statements(), facts.markings(), aware, Optional.empty());
    Marking marking = fields.marking("");
    List<Problem> problems = new ArrayList<>(fields.problems());
    if (fields.text("title").isEmpty()) {
      problems.add(0, new Problem("title", visit.words().say("page.report.title.missing"), ""));
    }
    if (problems.isEmpty()) {
      ReportIncident.Report report =
          new ReportIncident.Report(
              holder(actor), fields.text("title"), words(visit, fields), marking, stating);
      Checked<SeenCase> done =
          new ReportIncident(room.work()).run(visit.site().realm(), id, report, actor);
      if (done instanceof Checked.Refused<SeenCase>(List<Issue> issues)) {
        issues.forEach(issue ->
            problems.add(
                new Problem(
                    issue.place().document(), Refused.says(visit, issue), issue.code().label())));
      }
    }
    return problems.isEmpty()
        ? press.see(Paths.of(id) + "?done=report")
        : page(
            visit,
            HttpStatus.UNPROCESSABLE_CONTENT,
            id.toString(),
            problems,
            new Typed("report", fields.all()),
            fields.given(room));
  }

  /// What happened, and with it that help is asked for, in the reporter's own language.
  private static Optional<String> words(Visit visit, FormFields fields) {
    String help = fields.isTicked("help") ? visit.words().say("page.report.help.asked") : "";
    String words = fields.text("words");
    String both = help.isEmpty() || words.isEmpty() ? words + help : words + "\n\n" + help;
    return Optional.of(both).filter(text -> !text.isEmpty());
  }

  /// Keeps of something above the ceiling who holds it and how to get it.
  @PostMapping("/report/pointer")
  ResponseEntity<byte[]> pointer(
      Visit visit, @RequestParam MultiValueMap<String, String> parameters) {
    Actor actor = allowed(visit);
    FormFields fields = new FormFields(visit, parameters);
    CaseId id = named(fields);
    Checked<SeenCase> done =
        new ReportIncident(room.work())
            .pointer(
                visit.site().realm(),
                id,
                holder(actor),
                new Pointer(fields.text("holder"), fields.text("reference"), fields.text("how")),
                actor);
    return switch (done) {
      case Checked.Sound<SeenCase> _ -> press.see(Paths.of(id));
      case Checked.Refused<SeenCase>(List<Issue> issues) ->
          page(
              visit,
              HttpStatus.UNPROCESSABLE_CONTENT,
              id.toString(),
              issues.stream()
                  .map(issue ->
                      new Problem(
                          issue.place().document(),
                          Refused.says(visit, issue),
                          issue.code().label()))
                  .toList(),
              new Typed("pointer", fields.all()),
              Given.NOTHING);
    };
  }

  /// The name drawn for the form; another where the form lost it.
  private static CaseId named(FormFields fields) {
    return CaseId.parse(fields.text("incident")).orElseGet(() -> new CaseId(UUID.randomUUID()));
  }

  private OfficeId holder(Actor actor) {
    return actor.office().orElseGet(() -> room.house().holder());
  }

  private Actor allowed(Visit visit) {
    Actor actor = Room.actor(visit);
    if (!room.permissions().allow(actor, Action.REPORT_INCIDENT, Relation.NOTHING)) {
      throw new AbsentException();
    }
    return actor;
  }

  private ResponseEntity<byte[]> page(
      Visit visit, HttpStatus status, String id, List<Problem> problems, Typed typed, Given given) {
    List<Field> asked =
        ASKED.stream().map(key -> given.field(key, visit.shelf().values())).toList();
    return press.page(
        visit,
        status,
        "incidents/report",
        visit.words().say("page.report.title"),
        Map.of("id", id, "asked", asked, "problems", problems, "typed", typed));
  }
}
