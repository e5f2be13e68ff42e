package org.parley.node.incidents;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.casefile.Said;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.fact.Statement;
import org.parley.core.incident.Incident;
import org.parley.core.terms.Digest;
import org.parley.formats.casefile.CaseJson;
import org.parley.formats.casefile.CsvRows;
import org.parley.formats.parley.fact.StatedWriter;
import org.parley.formats.parley.incident.IncidentWriter;
import org.parley.node.incidents.page.Typed;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// One case: its page, and its files to take away.
@Controller
final class CaseDoor {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final MediaType YAML =
      new MediaType("application", "yaml", StandardCharsets.UTF_8);

  private final Answer answer;

  CaseDoor(Room room, Press press) {
    this.answer = new Answer(room, press);
  }

  @GetMapping(Paths.ONE)
  ResponseEntity<byte[]> page(Visit visit, @PathVariable String id) {
    return answer.page(
        Answer.Form.of(visit, Paths.id(id), ""), HttpStatus.OK, List.of(), Typed.NOTHING);
  }

  /// More facts than the next question: all that bear on the level.
  @GetMapping(Paths.ONE + "/more")
  ResponseEntity<byte[]> more(Visit visit, @PathVariable String id) {
    return answer.page(
        new Answer.Form(visit, Paths.id(id), "facts", "incidents/more", "page.case.more.title"),
        HttpStatus.OK,
        List.of(),
        Typed.NOTHING);
  }

  @GetMapping(Paths.ONE + "/incident.json")
  ResponseEntity<byte[]> json(Visit visit, @PathVariable String id) {
    SeenCase seen = export(visit, Paths.id(id));
    return Sent.file(
        name(seen) + ".json",
        MediaType.APPLICATION_JSON,
        new CaseJson(answer.room().facts()).write(seen).toArray());
  }

  /// As an incident file that the command line reads.
  @GetMapping(Paths.ONE + "/incident.yaml")
  ResponseEntity<byte[]> yaml(Visit visit, @PathVariable String id) {
    SeenCase seen = export(visit, Paths.id(id));
    Incident incident =
        new Incident(
            seen.what().id().toString(),
            Optional.of(seen.what().story().title()),
            seen.what().head().realm(),
            Digest.of(new byte[0]),
            seen.what().facts().revisions());
    return Sent.file(
        name(seen) + ".yaml",
        YAML,
        IncidentWriter.write(incident, answer.room().facts()).getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping(Paths.ONE + "/facts.csv")
  ResponseEntity<byte[]> csv(Visit visit, @PathVariable String id) {
    SeenCase seen = export(visit, Paths.id(id));
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "number", "fact", "says", "counts", "side", "source", "asOf", "confidence", "marking"));
    for (Said said : seen.what().facts().said()) {
      rows.add(
          List.of(
              Integer.toString(said.number()),
              said.key().toString(),
              StatedWriter.written(
                  answer.room().facts().find(said.key().fact()).orElseThrow().type(),
                  List.of(
                      new Statement(said.key(), said.statement().stated(), Statement.Origin.NONE))),
              said.counts() ? "yes" : "no",
              said.by().side(),
              said.statement().origin().source().orElse(""),
              said.statement().origin().asOf().orElse(""),
              said.statement().origin().confidence().orElse(""),
              seen.what().marking().of(said).toString()));
    }
    return Sent.file(
        name(seen) + ".csv", CSV, CsvRows.table(rows).getBytes(StandardCharsets.UTF_8));
  }

  private SeenCase export(Visit visit, CaseId id) {
    return answer.room().export(visit, id).seen();
  }

  /// `incident-17`; of an exercise `EXERCISE-incident-EX-17`.
  private static String name(SeenCase seen) {
    boolean exercise = seen.what().head().number().exercise();
    return (exercise ? "EXERCISE-" : "") + "incident-" + seen.what().head().number();
  }
}
