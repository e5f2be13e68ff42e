package org.parley.node.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.measure.Avowal;
import org.parley.core.measure.AvowalEvent;
import org.parley.core.measure.AvowalHistory;
import org.parley.core.measure.Measure;
import org.parley.core.measure.Measures;
import org.parley.core.people.Action;
import org.parley.core.people.Actor;
import org.parley.core.people.Establishment;
import org.parley.core.people.Permissions;
import org.parley.core.people.Relation;
import org.parley.core.terms.Party;
import org.parley.duties.measure.SpeakUnderMeasure;
import org.parley.node.forms.Filled;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Viewer;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Shows the sixteen measures to anybody, and lets an officer speak for the State under each.
@Controller
final class MeasuresDoor {

  private static final String ONE = "/measures/{number}";

  private final Measures measures;
  private final SpeakUnderMeasure speak;
  private final Permissions permissions;
  private final Press press;

  MeasuresDoor(Measures measures, SpeakUnderMeasure speak, Permissions permissions, Press press) {
    this.measures = measures;
    this.speak = speak;
    this.permissions = permissions;
    this.press = press;
  }

  @GetMapping("/measures")
  ResponseEntity<byte[]> list(Visit visit) {
    List<MeasurePage> pages = measures.list().stream().map(each -> page(visit, each)).toList();
    return press.page(visit, "measures/list", "page.measures.title", Map.of("pages", pages));
  }

  @GetMapping(ONE)
  ResponseEntity<byte[]> show(
      Visit visit, @PathVariable String number, @RequestParam Optional<String> done) {
    return answer(visit, found(number), Filled.blank(visit.words()), done.isPresent());
  }

  @PostMapping(ONE)
  ResponseEntity<byte[]> say(
      Visit visit, @PathVariable String number, @RequestParam MultiValueMap<String, String> all) {
    Measure measure = found(number);
    Filled filled = new Filled(visit.words(), all);
    Optional<LocalDate> asOf = filled.day("asOf");
    if (asOf.isEmpty() && filled.problems().isEmpty()) {
      filled.wrong("asOf", "page.refused.day-unfit");
    }
    Avowal avowal =
        new Avowal(
            Avowal.Extent.parse(filled.text("extent")).orElse(Avowal.Extent.UNSAID),
            filled.text("words"),
            asOf.orElseGet(() -> LocalDate.of(2020, 1, 1)),
            filled.ticked("open", false));
    return done(visit, measure, filled, new AvowalEvent.Say(avowal));
  }

  @PostMapping(ONE + "/take-back")
  ResponseEntity<byte[]> takeBack(
      Visit visit, @PathVariable String number, @RequestParam MultiValueMap<String, String> all) {
    Filled filled = new Filled(visit.words(), all);
    return done(visit, found(number), filled, new AvowalEvent.TakeBack(filled.text("reason")));
  }

  private ResponseEntity<byte[]> done(
      Visit visit, Measure measure, Filled filled, AvowalEvent.Deed deed) {
    Party state = state(visit).orElseThrow(AbsentException::new);
    Actor actor = visit.viewer().map(Viewer::actor).orElseThrow(AbsentException::new);
    if (!mayHold(visit, state)) {
      throw new AbsentException();
    }
    boolean readable = filled.problems().isEmpty();
    Checked<AvowalHistory> result =
        readable
            ? speak.run(visit.site().realm(), state, measure.number(), deed, actor)
            : speak
                .history(visit.site().realm(), state, measure.number())
                .decide(deed, actor, visit.now())
                .then(_ -> new Checked.Refused<>(List.of()));
    return switch (result) {
      case Checked.Sound<AvowalHistory> _ ->
          press.see("/measures/" + measure.number() + "?done=yes#standing");
      case Checked.Refused<AvowalHistory>(List<Issue> issues) -> {
        filled.tell(issues);
        yield answer(visit, measure, filled, false);
      }
    };
  }

  private ResponseEntity<byte[]> answer(Visit visit, Measure measure, Filled filled, boolean done) {
    MeasurePage page = page(visit, measure);
    return press.page(
        visit,
        filled.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "measures/measure",
        visit.words().say("page.measures.one", measure.number()) + " · " + page.title(),
        Map.of("page", page, "filled", filled, "done", done));
  }

  private MeasurePage page(Visit visit, Measure measure) {
    Optional<AvowalHistory> history =
        state(visit)
            .map(state -> speak.history(visit.site().realm(), state, measure.number()))
            .map(each -> visit.viewer().isPresent() ? each : seenByAnybody(each));
    boolean mayHold = state(visit).filter(each -> mayHold(visit, each)).isPresent();
    return new MeasurePage(visit, measures, measure, history, mayHold);
  }

  /// Only what stands and is open: neither what was said before nor that something is not open.
  private static AvowalHistory seenByAnybody(AvowalHistory history) {
    return new AvowalHistory(
        history.state(),
        history.measure(),
        history.avowal().filter(Avowal::open).isPresent()
            ? history.standing().stream().toList()
            : List.of());
  }

  private boolean mayHold(Visit visit, Party state) {
    return visit
        .viewer()
        .map(Viewer::actor)
        .filter(actor ->
            actor.office().filter(office -> office.party().equals(state)).isPresent()
                && permissions.allow(actor, Action.SPEAK_UNDER_MEASURE, Relation.OWN))
        .isPresent();
  }

  private static Optional<Party> state(Visit visit) {
    return visit.site().establishment().map(Establishment::state);
  }

  private Measure found(String number) {
    return Optional.of(number)
        .filter(text -> text.matches("[1-9][0-9]?"))
        .map(Integer::parseInt)
        .flatMap(measures::find)
        .orElseThrow(AbsentException::new);
  }
}
