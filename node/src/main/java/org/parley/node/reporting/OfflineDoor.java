package org.parley.node.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.people.Action;
import org.parley.core.people.Actor;
import org.parley.core.people.Relation;
import org.parley.desk.report.ReportForm;
import org.parley.duties.casefile.ReportIncident;
import org.parley.node.incidents.Paths;
import org.parley.node.incidents.Room;
import org.parley.node.incidents.Sent;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Problem;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Reporting by a form file: taken away, filled in without a network, brought back.
@Controller
final class OfflineDoor {

  private static final String HERE = "/report/file";
  private static final String FIELD = "file";
  private static final String NAME = "report.yaml";
  private static final MediaType YAML =
      new MediaType("application", "yaml", StandardCharsets.UTF_8);

  private final Room room;
  private final Press press;

  OfflineDoor(Room room, Press press) {
    this.room = room;
    this.press = press;
  }

  /// The form, in the language that the reader reads.
  @GetMapping("/report/form.yaml")
  ResponseEntity<byte[]> form(Visit visit) {
    allowed(visit);
    byte[] form =
        ReportForm.text(visit.shelf(), visit.site().realm()).getBytes(StandardCharsets.UTF_8);
    return Sent.file((visit.site().exercise() ? "EXERCISE-" : "") + NAME, YAML, form);
  }

  @GetMapping(HERE)
  ResponseEntity<byte[]> page(Visit visit) {
    allowed(visit);
    return page(visit, HttpStatus.OK, new CaseId(UUID.randomUUID()), List.of());
  }

  @PostMapping(HERE)
  ResponseEntity<byte[]> bring(
      Visit visit,
      @RequestParam(name = FIELD, required = false) Optional<MultipartFile> file,
      @RequestParam(name = "incident", defaultValue = "") String drawn) {
    Actor actor = allowed(visit);
    CaseId id = CaseId.parse(drawn).orElseGet(() -> new CaseId(UUID.randomUUID()));
    if (file.isEmpty() || file.get().isEmpty() || file.get().getSize() > ReportFile.LARGEST) {
      Problem unfit = new Problem(FIELD, visit.words().say("page.offline.unfit"), "");
      return page(visit, HttpStatus.UNPROCESSABLE_CONTENT, id, List.of(unfit));
    }
    Checked<SeenCase> done =
        ReportFile.read(bytes(file.get()), NAME, room.facts())
            .then(report -> report.realm().in(visit.site().realm(), report))
            .then(report -> reported(visit, id, report, actor));
    return switch (done) {
      case Checked.Sound<SeenCase> _ -> press.see(Paths.of(id) + "?done=report");
      case Checked.Refused<SeenCase>(List<Issue> issues) ->
          page(
              visit,
              HttpStatus.UNPROCESSABLE_CONTENT,
              id,
              issues.stream().map(issue -> told(visit, issue)).toList());
    };
  }

  /// What is wrong in the reader's language, with its line where there is one.
  private static Problem told(Visit visit, Issue issue) {
    int line = issue.place().line();
    String where = line > 0 ? visit.words().say("page.bench.line", line) + ": " : "";
    return new Problem(FIELD, where + Problem.says(visit.words(), issue), issue.code().label());
  }

  private Checked<SeenCase> reported(Visit visit, CaseId id, ReportFile file, Actor actor) {
    ReportIncident.Report report =
        new ReportIncident.Report(
            actor.office().orElseGet(() -> room.house().holder()),
            file.title(),
            file.words(),
            file.marking(),
            file.stating());
    return new ReportIncident(room.work()).run(visit.site().realm(), id, report, actor);
  }

  private static byte[] bytes(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException fault) {
      throw new UncheckedIOException("the file broke off", fault);
    }
  }

  private Actor allowed(Visit visit) {
    Actor actor = Room.actor(visit);
    if (!room.permissions().allow(actor, Action.REPORT_INCIDENT, Relation.NOTHING)) {
      throw new AbsentException();
    }
    return actor;
  }

  private ResponseEntity<byte[]> page(
      Visit visit, HttpStatus status, CaseId id, List<Problem> problems) {
    return press.page(
        visit,
        status,
        "incidents/offline",
        visit.words().say("page.offline.title"),
        Map.of("id", id.toString(), "problems", problems));
  }
}
