package org.parley.node.checks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.parley.core.check.CheckId;
import org.parley.core.check.CheckPlan;
import org.parley.core.check.Rung;
import org.parley.core.check.Summary;
import org.parley.core.directory.OfficeKind;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.terms.Party;
import org.parley.duties.checks.KeepChecks;
import org.parley.duties.checks.ReadChecks;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Problem;
import org.parley.node.web.Visit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Planning communication checks and following them.
@Controller
final class ChecksDoor {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final CheckRoom room;
  private final CheckClock clock;
  private final Press press;

  ChecksDoor(CheckRoom room, CheckClock clock, Press press) {
    this.room = room;
    this.clock = clock;
    this.press = press;
  }

  @GetMapping("/checks")
  ResponseEntity<byte[]> list(Visit visit) {
    Optional<CheckRoom.Desk> desk = room.desk(visit);
    return press.page(
        visit,
        "checks/list",
        "page.checks.title",
        Map.of(
            "apart",
            desk.isEmpty(),
            "list",
            new CheckList(
                visit,
                desk.map(at -> new ReadChecks(at.work()).list(at.realm(), at.actor()))
                    .orElse(List.of()))));
  }

  @GetMapping("/checks/new")
  ResponseEntity<byte[]> form(Visit visit) {
    return form(visit, room.need(visit), new LinkedMultiValueMap<>(), List.of());
  }

  @PostMapping("/checks/new")
  ResponseEntity<byte[]> plan(Visit visit, @RequestParam MultiValueMap<String, String> said) {
    CheckRoom.Desk desk = room.need(visit);
    CheckForm form = new CheckForm(visit, said);
    Optional<CheckPlan> plan = form.plan(desk.office());
    if (plan.isEmpty()) {
      return form(visit, desk, said, form.problems());
    }
    Checked<CheckId> planned =
        new KeepChecks(desk.work())
            .plan(desk.realm(), new CheckId(UUID.randomUUID()), plan.get(), desk.actor());
    return switch (planned) {
      case Checked.Refused<CheckId>(List<Issue> why) -> form(visit, desk, said, told(visit, why));
      case Checked.Sound<CheckId>(CheckId id, _) -> {
        clock.ask();
        yield press.see("/checks/" + id);
      }
    };
  }

  private ResponseEntity<byte[]> form(
      Visit visit,
      CheckRoom.Desk desk,
      MultiValueMap<String, String> said,
      List<Problem> problems) {
    List<Party> known =
        desk
            .home()
            .station()
            .books()
            .look(desk.home().directory()::directory)
            .standings()
            .keySet()
            .stream()
            .filter(party -> !party.equals(desk.office().party()))
            .toList();
    return press.page(
        visit,
        status(problems),
        "checks/new",
        visit.words().say("page.checks.plan"),
        Map.of(
            "said",
            said,
            "problems",
            problems,
            "rungs",
            List.of(Rung.values()),
            "states",
            visit.shelf().states().inOrder(known),
            "kinds",
            List.of(OfficeKind.TECHNICAL, OfficeKind.POLICY)));
  }

  @GetMapping("/checks/{id}")
  ResponseEntity<byte[]> one(Visit visit, @PathVariable String id) {
    CheckPage page = page(visit, room.need(visit), id);
    return visit.part()
        ? press.part(visit, "checks/ledger", Map.of("page", page))
        : shown(page, new LinkedMultiValueMap<>(), List.of());
  }

  private ResponseEntity<byte[]> shown(
      CheckPage page, MultiValueMap<String, String> said, List<Problem> problems) {
    return press.page(
        page.visit(),
        status(problems),
        "checks/check",
        page.check().plan().name(),
        Map.of("page", page, "said", said, "problems", problems));
  }

  /// The numbers on one sheet, to be shown or printed; only from enough States up.
  @GetMapping("/checks/{id}/numbers")
  ResponseEntity<byte[]> numbers(Visit visit, @PathVariable String id) {
    CheckPage page = page(visit, room.need(visit), id);
    Summary summary = page.seen().summary().orElseThrow(AbsentException::new);
    return press.page(
        visit,
        HttpStatus.OK,
        "checks/numbers",
        visit.words().say("page.checks.numbers"),
        Map.of("page", page, "summary", summary));
  }

  @GetMapping("/checks/{id}/numbers.csv")
  ResponseEntity<byte[]> table(Visit visit, @PathVariable String id) {
    CheckPage page = page(visit, room.need(visit), id);
    Summary summary = page.seen().summary().orElseThrow(AbsentException::new);
    String text =
        "rung,asked,met,met_later,by_hand,median_minutes,ninetieth_minutes,one_way\r\n"
            + String.join(
                ",",
                page.check().plan().rung().word(),
                Integer.toString(summary.asked()),
                Integer.toString(summary.met()),
                Integer.toString(summary.later()),
                Integer.toString(summary.byHand()),
                summary.median().map(time -> Long.toString(time.toMinutes())).orElse(""),
                summary.ninetieth().map(time -> Long.toString(time.toMinutes())).orElse(""),
                Integer.toString(summary.oneWay()))
            + "\r\n";
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"check-numbers.csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  @PostMapping("/checks/{id}/contact")
  ResponseEntity<byte[]> contact(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> said) {
    CheckForm form = new CheckForm(visit, said);
    return change(
        visit,
        id,
        said,
        form,
        (desk, check) ->
            form.contact()
                .map(contact ->
                    new KeepChecks(desk.work())
                        .writeDown(desk.realm(), check, contact, desk.actor())));
  }

  @PostMapping("/checks/{id}/call-off")
  ResponseEntity<byte[]> callOff(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> said) {
    CheckForm form = new CheckForm(visit, said);
    return change(
        visit,
        id,
        said,
        form,
        (desk, check) ->
            Optional.of(
                new KeepChecks(desk.work())
                    .callOff(desk.realm(), check, form.text("reason"), desk.actor())));
  }

  private ResponseEntity<byte[]> change(
      Visit visit,
      String id,
      MultiValueMap<String, String> said,
      CheckForm form,
      BiFunction<CheckRoom.Desk, CheckId, Optional<Checked<CheckId>>> deed) {
    CheckRoom.Desk desk = room.need(visit);
    CheckPage page = page(visit, desk, id);
    Optional<Checked<CheckId>> done = deed.apply(desk, page.check().id());
    if (done.isEmpty()) {
      return shown(page, said, form.problems());
    }
    return done.get() instanceof Checked.Refused<CheckId>(List<Issue> why)
        ? shown(page, said, told(visit, why))
        : press.see(page.path());
  }

  private static CheckPage page(Visit visit, CheckRoom.Desk desk, String id) {
    Checked<ReadChecks.Seen> seen =
        CheckId.parse(id)
            .map(check -> new ReadChecks(desk.work()).one(desk.realm(), check, desk.actor()))
            .orElseThrow(AbsentException::new);
    if (!(seen instanceof Checked.Sound<ReadChecks.Seen>(ReadChecks.Seen found, _))) {
      throw new AbsentException();
    }
    return new CheckPage(visit, found);
  }

  private static List<Problem> told(Visit visit, List<Issue> why) {
    return why.stream()
        .filter(Issue::isError)
        .map(issue -> Problem.of(visit.words(), issue.place().toString(), issue))
        .toList();
  }

  private static HttpStatus status(List<Problem> problems) {
    return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
  }
}
