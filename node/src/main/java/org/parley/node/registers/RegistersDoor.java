package org.parley.node.registers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.terms.Octets;
import org.parley.duties.register.KeepRegisters;
import org.parley.duties.register.RegisterFile;
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
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Registers brought in, and their columns mapped with guidance. Nothing is saved as an incident
/// here.
@Controller
final class RegistersDoor {

  static final String ALL = "/registers";
  static final String ONE = ALL + "/{id}";
  private static final MediaType YAML =
      new MediaType("application", "yaml", StandardCharsets.UTF_8);

  private final Room room;
  private final RegisterDesk desk;
  private final Press press;

  RegistersDoor(Room room, RegisterDesk desk, Press press) {
    this.room = room;
    this.desk = desk;
    this.press = press;
  }

  @GetMapping(ALL)
  ResponseEntity<byte[]> list(Visit visit) {
    return list(visit, HttpStatus.OK, List.of());
  }

  private ResponseEntity<byte[]> list(Visit visit, HttpStatus status, List<Problem> problems) {
    return press.page(
        visit,
        status,
        "registers/list",
        visit.words().say("page.registers.title"),
        Map.of("registers", keep(room, visit).all(), "problems", problems));
  }

  @PostMapping(ALL)
  ResponseEntity<byte[]> bring(
      Visit visit, @RequestParam(name = "file", required = false) Optional<MultipartFile> file) {
    if (file.isEmpty() || file.get().isEmpty()) {
      return refused(visit, "page.registers.no-file");
    }
    if (file.get().getSize() > KeepRegisters.LARGEST) {
      return refused(visit, "page.registers.too-large");
    }
    return switch (Unpacked.of(name(file.get()), bytes(file.get()))) {
      case Checked.Refused<Unpacked>(List<Issue> issues) -> refused(visit, issues);
      case Checked.Sound<Unpacked>(Unpacked brought, _) -> bring(visit, brought);
    };
  }

  private ResponseEntity<byte[]> bring(Visit visit, Unpacked brought) {
    byte[] bytes = brought.bytes();
    String name = brought.name();
    KeepRegisters keep = keep(room, visit);
    RegisterFile register =
        keep.begin(UUID.randomUUID(), RegisterDesk.kind(name, bytes), name, Octets.of(bytes))
            .orElseThrow(AbsentException::new);
    ReadRegister read = desk.read(register, keep);
    if (read.proposal().isEmpty() && read.isRefused()) {
      keep.cancel(register.id());
      return refused(visit, read.first(20));
    }
    read.proposal()
        .flatMap(proposal -> keep.chosenBefore(register, RegisterDesk.columns(proposal)))
        .ifPresent(choices ->
            keep.choose(
                register.id(), choices, RegisterDesk.columns(read.proposal().orElseThrow())));
    return press.see(ALL + "/" + register.id() + (read.proposal().isPresent() ? "" : "/preview"));
  }

  private ResponseEntity<byte[]> refused(Visit visit, List<Issue> issues) {
    return list(
        visit,
        HttpStatus.UNPROCESSABLE_CONTENT,
        issues.stream().map(issue -> Problem.of(visit.words(), "file", issue)).toList());
  }

  private ResponseEntity<byte[]> refused(Visit visit, String key) {
    return list(
        visit,
        HttpStatus.UNPROCESSABLE_CONTENT,
        List.of(new Problem("file", visit.words().say(key), "")));
  }

  /// The columns, each with what it could be.
  @GetMapping(ONE)
  ResponseEntity<byte[]> columns(Visit visit, @PathVariable UUID id) {
    RegisterFile register = find(room, visit, id);
    ReadRegister read = desk.read(register, keep(room, visit));
    return read.proposal().isEmpty()
        ? press.see(ALL + "/" + id + "/preview")
        : page(visit, register, read, "registers/columns");
  }

  @PostMapping(ONE + "/columns")
  ResponseEntity<byte[]> choose(
      Visit visit, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form) {
    RegisterFile register = find(room, visit, id);
    KeepRegisters keep = keep(room, visit);
    Choices choices = Choices.of(form);
    desk.read(register, keep)
        .proposal()
        .ifPresent(proposal -> keep.choose(id, choices.written(), RegisterDesk.columns(proposal)));
    return press.see(ALL + "/" + id + (form.containsKey("later") ? "" : "/preview"));
  }

  /// The mapping as the command line reads it.
  @GetMapping(ONE + "/mapping.yaml")
  ResponseEntity<byte[]> mapping(Visit visit, @PathVariable UUID id) {
    RegisterFile register = find(room, visit, id);
    return Sent.file(
        "register.map.yaml",
        YAML,
        desk.read(register, keep(room, visit)).mapping().getBytes(StandardCharsets.UTF_8));
  }

  /// A mapping written by hand, in the place of what was chosen.
  @PostMapping(ONE + "/mapping")
  ResponseEntity<byte[]> write(
      Visit visit,
      @PathVariable UUID id,
      @RequestParam(name = "mapping", defaultValue = "") String mapping) {
    find(room, visit, id);
    keep(room, visit).write(id, Octets.of(mapping.replace("\r\n", "\n")));
    return press.see(ALL + "/" + id + "/preview");
  }

  /// Cancels the work; the bytes of the register are erased.
  @PostMapping(ONE + "/cancel")
  ResponseEntity<byte[]> cancel(Visit visit, @PathVariable UUID id) {
    find(room, visit, id);
    keep(room, visit).cancel(id);
    return press.see(ALL);
  }

  private ResponseEntity<byte[]> page(
      Visit visit, RegisterFile register, ReadRegister read, String template) {
    RegisterPage page =
        new RegisterPage(visit, register, read, Choices.parse(register.choices()), room.scale());
    return press.page(
        visit,
        HttpStatus.OK,
        template,
        register.name() + " · " + visit.words().say("page.registers.title"),
        Map.of("page", page));
  }

  static KeepRegisters keep(Room room, Visit visit) {
    return new KeepRegisters(room.work(), visit.site().realm(), Room.actor(visit));
  }

  /// A register of this visitor's office that is not over.
  static RegisterFile find(Room room, Visit visit, UUID id) {
    return keep(room, visit)
        .find(id)
        .filter(each -> !each.progress().over())
        .orElseThrow(AbsentException::new);
  }

  /// The last part of whatever the browser says, without what no name of a file has.
  private static String name(MultipartFile file) {
    String said = file.getOriginalFilename();
    String name =
        said == null
            ? ""
            : said.replaceFirst("(?s).*[/\\\\]", "").replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "");
    return name.isBlank() ? "register" : name.length() > 120 ? name.substring(0, 120) : name;
  }

  private static byte[] bytes(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
