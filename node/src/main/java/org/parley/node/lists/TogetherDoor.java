package org.parley.node.lists;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.handling.Marking;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.people.Actor;
import org.parley.core.terms.Realm;
import org.parley.duties.casefile.GiveTask;
import org.parley.duties.casefile.MarkIncident;
import org.parley.duties.casefile.ReadIncident;
import org.parley.duties.casefile.ShowToOffice;
import org.parley.formats.casefile.CasesJson;
import org.parley.node.incidents.FormFields;
import org.parley.node.incidents.Offices;
import org.parley.node.incidents.Paths;
import org.parley.node.incidents.Room;
import org.parley.node.incidents.Sent;
import org.parley.node.incidents.page.ListQuery;
import org.parley.node.incidents.page.Refused;
import org.parley.node.web.Press;
import org.parley.node.web.Problem;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One deed on several incidents: the same duty as on one, once for each, with its own permission
/// and its own result.
@Controller
final class TogetherDoor {

  private static final String HERE = "/incidents/together";

  /// The most incidents at once.
  private static final int MOST = 200;

  private final Room room;
  private final Outcomes outcomes;
  private final Press press;

  TogetherDoor(Room room, Outcomes outcomes, Press press) {
    this.room = room;
    this.outcomes = outcomes;
    this.press = press;
  }

  /// What became of each; without a result, that nothing was done.
  @GetMapping(HERE)
  ResponseEntity<byte[]> result(
      Visit visit, @RequestParam(name = "result", defaultValue = "") String result) {
    return page(visit, outcomes.find(result, Room.actor(visit).account()), List.of());
  }

  @PostMapping(HERE + "/mark")
  ResponseEntity<byte[]> mark(Visit visit, @RequestParam MultiValueMap<String, String> parameters) {
    FormFields fields = new FormFields(visit, parameters);
    Marking marking = fields.marking("");
    MarkIncident mark = new MarkIncident(room.work());
    return each(visit, fields, "mark", id -> mark.whole(realm(visit), id, marking, actor(visit)));
  }

  @PostMapping(HERE + "/task")
  ResponseEntity<byte[]> task(Visit visit, @RequestParam MultiValueMap<String, String> parameters) {
    FormFields fields = new FormFields(visit, parameters);
    fields.canBeTaken();
    GiveTask give = new GiveTask(room.work());
    return each(
        visit,
        fields,
        "task",
        id ->
            give.run(
                realm(visit),
                id,
                Offices.of(fields.text("office")),
                fields.text("words"),
                fields.moment("due"),
                actor(visit)));
  }

  @PostMapping(HERE + "/show")
  ResponseEntity<byte[]> show(Visit visit, @RequestParam MultiValueMap<String, String> parameters) {
    FormFields fields = new FormFields(visit, parameters);
    ShowToOffice show = new ShowToOffice(room.work());
    return each(
        visit,
        fields,
        "show",
        id ->
            show.run(
                realm(visit),
                id,
                Offices.of(fields.text("to")),
                fields.maybe("agreed"),
                actor(visit)));
  }

  /// One file; what may not be had is named in it as left out.
  @PostMapping(HERE + "/export")
  ResponseEntity<byte[]> export(
      Visit visit, @RequestParam MultiValueMap<String, String> parameters) {
    List<CaseId> ids = ids(new FormFields(visit, parameters));
    if (ids.isEmpty()) {
      return nothing(visit, List.of());
    }
    List<SeenCase> cases = new ArrayList<>();
    List<CaseId> leftOut = new ArrayList<>();
    for (CaseId id : ids) {
      switch (new ReadIncident(room.work()).export(realm(visit), id, actor(visit))) {
        case Checked.Sound<ReadIncident.Read>(ReadIncident.Read read, _) -> cases.add(read.seen());
        case Checked.Refused<ReadIncident.Read> _ -> leftOut.add(id);
      }
    }
    return Sent.file(
        (visit.site().exercise() ? "EXERCISE-" : "") + "incidents-together.json",
        MediaType.APPLICATION_JSON,
        new CasesJson(room.facts()).write(cases, leftOut).toArray());
  }

  private ResponseEntity<byte[]> each(
      Visit visit, FormFields fields, String deed, Function<CaseId, Checked<SeenCase>> doing) {
    List<CaseId> ids = ids(fields);
    if (ids.isEmpty() || !fields.problems().isEmpty()) {
      return nothing(visit, fields.problems());
    }
    List<Outcome.Each> all = new ArrayList<>();
    for (CaseId id : ids) {
      all.add(
          switch (doing.apply(id)) {
            case Checked.Sound<SeenCase>(SeenCase seen, _) ->
                new Outcome.Each(Paths.of(id), name(seen), whole(seen), "", "");
            case Checked.Refused<SeenCase>(List<Issue> issues) ->
                refused(visit, id, issues.getFirst());
          });
    }
    String back = Paths.ALL + "?" + ListQuery.parse(fields.text("query")).query(Optional.empty());
    Outcome outcome = new Outcome(actor(visit).account(), "page.together." + deed, back, all);
    return press.see(HERE + "?result=" + outcomes.keep(outcome));
  }

  private Outcome.Each refused(Visit visit, CaseId id, Issue issue) {
    Optional<SeenCase> seen =
        new ReadIncident(room.work()).run(realm(visit), id, actor(visit))
                instanceof Checked.Sound<ReadIncident.Read>(ReadIncident.Read read, _)
            ? Optional.of(read.seen())
            : Optional.empty();
    return new Outcome.Each(
        seen.map(_ -> Paths.of(id)).orElse(""),
        seen.map(TogetherDoor::name).orElse(""),
        seen.flatMap(TogetherDoor::whole),
        Refused.says(visit, issue),
        issue.code().label());
  }

  private static Optional<Marking> whole(SeenCase seen) {
    return Optional.of(seen.what().marking().whole());
  }

  private static String name(SeenCase seen) {
    return seen.what().head().number() + " " + seen.what().story().title();
  }

  private static List<CaseId> ids(FormFields fields) {
    Set<CaseId> ids = new LinkedHashSet<>();
    fields
        .all()
        .getOrDefault(fields.isTicked("all") ? "listed" : "id", List.of())
        .forEach(text -> CaseId.parse(text).ifPresent(ids::add));
    return ids.stream().limit(MOST).toList();
  }

  private ResponseEntity<byte[]> nothing(Visit visit, List<Problem> problems) {
    List<Problem> told =
        problems.isEmpty()
            ? List.of(new Problem("", visit.words().say("page.together.none"), ""))
            : problems.stream().map(each -> new Problem("", each.says(), each.code())).toList();
    return page(visit, Optional.empty(), told);
  }

  private ResponseEntity<byte[]> page(
      Visit visit, Optional<Outcome> outcome, List<Problem> problems) {
    return press.page(
        visit,
        problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "incidents/together",
        visit.words().say("page.together.title"),
        Map.of("outcome", outcome, "problems", problems));
  }

  private static Realm realm(Visit visit) {
    return visit.site().realm();
  }

  private static Actor actor(Visit visit) {
    return Room.actor(visit);
  }
}
