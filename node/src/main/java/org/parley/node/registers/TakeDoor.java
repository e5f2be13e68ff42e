package org.parley.node.registers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.handling.Marking;
import org.parley.core.incident.Incident;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.people.Actor;
import org.parley.duties.casefile.ReportIncident;
import org.parley.duties.register.KeepRegisters;
import org.parley.duties.register.RegisterFile;
import org.parley.node.incidents.FormFields;
import org.parley.node.incidents.Room;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Shows what a register would become and what is lost, and then takes it as incidents, some at a
/// time. A record taken twice is one incident: its id is made from the file and its place in it.
@Controller
final class TakeDoor {

  /// Records taken with one form: each is a change of its own on disk.
  private static final int AT_ONCE = 200;

  private static final int MOST_PROBLEMS = 50;

  private final Room room;
  private final RegisterDesk desk;
  private final Press press;

  TakeDoor(Room room, RegisterDesk desk, Press press) {
    this.room = room;
    this.desk = desk;
    this.press = press;
  }

  @GetMapping(RegistersDoor.ONE + "/preview")
  ResponseEntity<byte[]> preview(Visit visit, @PathVariable UUID id) {
    RegisterFile register = RegistersDoor.find(room, visit, id);
    return page(visit, HttpStatus.OK, register, List.of(), Typed.NOTHING);
  }

  /// What came of it; there to be read after the register itself is gone.
  @GetMapping(RegistersDoor.ONE + "/done")
  ResponseEntity<byte[]> done(Visit visit, @PathVariable UUID id) {
    RegisterFile register =
        RegistersDoor.keep(room, visit).find(id).orElseThrow(AbsentException::new);
    return press.page(
        visit,
        HttpStatus.OK,
        "registers/done",
        visit.words().say("page.registers.done.title"),
        Map.of("register", register));
  }

  @PostMapping(RegistersDoor.ONE + "/take")
  ResponseEntity<byte[]> take(
      Visit visit, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form) {
    RegisterFile register = RegistersDoor.find(room, visit, id);
    KeepRegisters keep = RegistersDoor.keep(room, visit);
    FormFields fields = new FormFields(visit, form);
    Marking marking = fields.marking("");
    ReadRegister read = desk.read(register, keep);
    if (!fields.problems().isEmpty() || read.isRefused()) {
      Typed typed = new Typed("take", fields.all());
      return page(visit, HttpStatus.UNPROCESSABLE_CONTENT, register, fields.problems(), typed);
    }
    int from = register.progress().upTo();
    int to = Math.min(from + AT_ONCE, read.records().size());
    List<Problem> problems = new ArrayList<>();
    int saved = 0;
    for (ReadRecord record : read.records().subList(from, to)) {
      saved +=
          record.incident().isPresent() ? saved(visit, register, record, marking, problems) : 0;
    }
    if (saved == 0 && !problems.isEmpty()) {
      return page(
          visit,
          HttpStatus.UNPROCESSABLE_CONTENT,
          register,
          problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)),
          new Typed("take", fields.all()));
    }
    boolean over = to == read.records().size();
    keep.taken(id, to, register.progress().saved() + saved, over);
    return press.see(RegistersDoor.ALL + "/" + id + (over ? "/done" : "/preview"));
  }

  /// One where the record is an incident now, else none, and why.
  private int saved(
      Visit visit,
      RegisterFile register,
      ReadRecord record,
      Marking marking,
      List<Problem> problems) {
    Actor actor = Room.actor(visit);
    Incident incident = record.incident().orElseThrow();
    Stating stating =
        new Stating(
            incident.latest().statements(), Map.of(), incident.latest().aware(), Optional.empty());
    ReportIncident.Report report =
        new ReportIncident.Report(
            register.source().office(),
            record.title(),
            Optional.of(record.words()).filter(words -> !words.isEmpty()),
            marking,
            stating);
    Checked<SeenCase> done =
        new ReportIncident(room.work())
            .run(visit.site().realm(), name(register, record), report, actor);
    return switch (done) {
      case Checked.Sound<SeenCase> _ -> 1;
      case Checked.Refused<SeenCase>(List<Issue> issues) -> {
        issues.forEach(issue ->
            problems.add(
                new Problem(
                    "", record.place() + ": " + Refused.says(visit, issue), issue.code().label())));
        yield 0;
      }
    };
  }

  /// The same for the same record of the same register, and for no other.
  private static CaseId name(RegisterFile register, ReadRecord record) {
    String path = register.id() + " " + record.place();
    return new CaseId(UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)));
  }

  private ResponseEntity<byte[]> page(
      Visit visit, HttpStatus status, RegisterFile register, List<Problem> problems, Typed typed) {
    ReadRegister read = desk.read(register, RegistersDoor.keep(room, visit));
    RegisterPage page =
        new RegisterPage(visit, register, read, Choices.parse(register.choices()), room.scale());
    return press.page(
        visit,
        status,
        "registers/preview",
        register.name() + " · " + visit.words().say("page.registers.preview"),
        Map.of("page", page, "problems", problems, "typed", typed));
  }
}
