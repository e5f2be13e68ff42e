package org.parley.node.api;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.exchange.SeriesNumber;
import org.parley.core.handling.Marking;
import org.parley.core.incident.Incident;
import org.parley.core.incident.Revision;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.scale.Grade;
import org.parley.core.terms.Digest;
import org.parley.desk.Classifiers;
import org.parley.duties.casefile.ListIncidents;
import org.parley.duties.port.Cases;
import org.parley.node.incidents.Paths;
import org.parley.node.incidents.Room;
import org.parley.node.programs.ProblemDocument;
import org.parley.node.web.Visit;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/// Reads incidents over the programming interface, with the duties of the pages: what a person's
/// page does not show, their program is not told.
@Controller
final class IncidentsDoor {

  static final String ALL = "/api/v1/incidents";
  static final String ONE = ALL + "/{id}";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Room room;
  private final Classifiers classifiers;

  IncidentsDoor(Room room, Classifiers classifiers) {
    this.room = room;
    this.classifiers = classifiers;
  }

  @GetMapping(ALL)
  ResponseEntity<byte[]> list(Visit visit, @RequestParam MultiValueMap<String, String> said) {
    return switch (ListQuestion.read(said)) {
      case Checked.Refused<ListQuestion>(List<Issue> issues) ->
          ProblemDocument.of(HttpStatus.UNPROCESSABLE_CONTENT, issues);
      case Checked.Sound<ListQuestion>(ListQuestion asked, _) -> list(visit, asked);
    };
  }

  private ResponseEntity<byte[]> list(Visit visit, ListQuestion asked) {
    ListIncidents.Listed listed =
        new ListIncidents(room.work())
            .run(visit.site().realm(), Room.actor(visit), asked.filter(), asked.page());
    List<Grade.Level> levels = levels(visit);
    Map<String, Object> document = new LinkedHashMap<>();
    listed.lines().stream()
        .map(Cases.Line::marking)
        .reduce(Marking::with)
        .ifPresent(whole -> document.put("marking", marking(whole)));
    document.put("incidents", listed.lines().stream().map(line -> row(line, levels)).toList());
    listed.next().ifPresent(place -> document.put("next", asked.after(place)));
    return json(JSON.writeValueAsString(document).getBytes(StandardCharsets.UTF_8));
  }

  /// The levels of the node's own scale as it holds now, mildest first.
  private List<Grade.Level> levels(Visit visit) {
    return room.scale().edition(nothingStated(visit)).levels().mildestFirst();
  }

  private static Revision nothingStated(Visit visit) {
    return new Revision(
        1,
        Optional.of(visit.now()),
        Optional.empty(),
        Optional.of(visit.now()),
        List.of(),
        Optional.empty());
  }

  private static Map<String, Object> row(Cases.Line line, List<Grade.Level> levels) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("incident", line.key().id().toString());
    row.put("number", SeriesNumber.of(line.key().realm(), line.key().number()).toString());
    row.put("title", line.label().title());
    row.put("stage", line.way().stage().word());
    row.put("types", line.label().types());
    row.put("reported", line.way().reported().toString());
    row.put("changed", line.way().changed().toString());
    row.put("revisions", line.way().revisions());
    row.put("sideBySide", line.way().beside());
    line.gauge()
        .level()
        .filter(range -> range.gravest() < levels.size())
        .ifPresent(range ->
            row.put(
                "level",
                Map.of(
                    "mildest", levels.get(range.mildest()).name(),
                    "gravest", levels.get(range.gravest()).name())));
    line.gauge().due().ifPresent(due -> row.put("due", due.toString()));
    row.put("marking", marking(line.marking()));
    return row;
  }

  private static Map<String, Object> marking(Marking marking) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("tlp", marking.tlp().word());
    marking.pap().ifPresent(pap -> object.put("pap", pap.name()));
    if (!marking.grades().isEmpty()) {
      object.put(
          "grades",
          marking.grades().stream()
              .map(grade -> Map.of("state", grade.state().code(), "words", grade.words()))
              .toList());
    }
    if (!marking.unknown().isEmpty()) {
      object.put("unknown", marking.unknown());
    }
    return object;
  }

  /// One incident, as it would be taken away as a file.
  @GetMapping(ONE)
  ResponseEntity<byte[]> one(
      Visit visit,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String known) {
    SeenCase seen = room.export(visit, Paths.id(id)).seen();
    Version version = Version.of(seen, room.facts());
    return version.isIn(known)
        ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(version.tag()).build()
        : ResponseEntity.ok()
            .contentType(MediaType.APPLICATION_JSON)
            .eTag(version.tag())
            .body(version.text().toArray());
  }

  /// One incident on the scales that are named, by the facts that this reader may have.
  @GetMapping(ONE + "/classifications")
  ResponseEntity<byte[]> classifications(
      Visit visit,
      @PathVariable String id,
      @RequestParam(required = false, defaultValue = "") List<String> scale,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> day,
      @RequestParam(defaultValue = "false") boolean changes) {
    SeenCase seen = room.export(visit, Paths.id(id)).seen();
    Grading grading = Grading.of(visit, classifiers, scale, day, changes);
    if (!grading.problems().isEmpty()) {
      return ProblemDocument.of(HttpStatus.UNPROCESSABLE_CONTENT, grading.problems());
    }
    String result = grading.line(new Checked.Sound<>(incident(visit, seen), List.of()));
    String document =
        "{\"incident\":\"%s\",\"statementsWithheld\":%d,\"result\":%s}"
            .formatted(seen.what().id(), seen.withheld(), result);
    return json(document.getBytes(StandardCharsets.UTF_8));
  }

  private static Incident incident(Visit visit, SeenCase seen) {
    List<Revision> revisions = new ArrayList<>(seen.what().facts().revisions());
    if (revisions.isEmpty()) {
      revisions.add(nothingStated(visit));
    }
    return new Incident(
        seen.what().id().toString(),
        Optional.of(seen.what().story().title()),
        seen.what().head().realm(),
        Digest.of(new byte[0]),
        revisions);
  }

  private static ResponseEntity<byte[]> json(byte[] document) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document);
  }
}
