package org.parley.node.incidents;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.people.Action;
import org.parley.core.people.Actor;
import org.parley.core.people.Keepsake;
import org.parley.core.people.Relation;
import org.parley.desk.pdf.Typefaces;
import org.parley.duties.people.KeepForOneself;
import org.parley.node.incidents.page.ListPage;
import org.parley.node.incidents.page.ListQuery;
import org.parley.node.incidents.page.Refused;
import org.parley.node.incidents.page.Typed;
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

/// Lists of incidents: what is open first, whatever a reader asks for next, and the lists that a
/// reader keeps under names.
@Controller
final class ListDoor {

  private static final int PAGE = 50;

  private final Room room;
  private final Listings listings;
  private final KeepForOneself keep;
  private final Press press;

  ListDoor(Room room, Listings listings, KeepForOneself keep, Press press) {
    this.room = room;
    this.listings = listings;
    this.keep = keep;
    this.press = press;
  }

  @GetMapping(Paths.ALL)
  ResponseEntity<byte[]> list(Visit visit, @RequestParam MultiValueMap<String, String> parameters) {
    return page(
        visit,
        HttpStatus.OK,
        listings.page(visit, ListQuery.read(parameters), PAGE),
        List.of(),
        Typed.NOTHING);
  }

  /// Keeps the list that is shown under a name.
  @PostMapping(Paths.ALL + "/views")
  ResponseEntity<byte[]> keepView(
      Visit visit, @RequestParam MultiValueMap<String, String> parameters) {
    FormFields fields = new FormFields(visit, parameters);
    ListPage.Asked asked = ListQuery.parse(fields.text("query"));
    ListPage page = listings.page(visit, asked, PAGE);
    return switch (keep.keep(
        Room.actor(visit).account(), Keepsake.Kind.VIEW, fields.text("name"), page.query())) {
      case Checked.Sound<Keepsake> _ -> press.see(Paths.ALL + "?" + page.query());
      case Checked.Refused<Keepsake>(List<Issue> issues) ->
          page(
              visit,
              HttpStatus.UNPROCESSABLE_CONTENT,
              page,
              issues.stream()
                  .map(issue ->
                      new Problem("view-name", Refused.says(visit, issue), issue.code().label()))
                  .toList(),
              new Typed("view", fields.all()));
    };
  }

  @PostMapping(Paths.ALL + "/views/drop")
  ResponseEntity<byte[]> dropView(
      Visit visit, @RequestParam MultiValueMap<String, String> parameters) {
    FormFields fields = new FormFields(visit, parameters);
    keep.drop(Room.actor(visit).account(), Keepsake.Kind.VIEW, fields.text("name"));
    return press.see(Paths.ALL);
  }

  private ResponseEntity<byte[]> page(
      Visit visit, HttpStatus status, ListPage page, List<Problem> problems, Typed typed) {
    Actor actor = Room.actor(visit);
    Map<String, Object> content = new HashMap<>();
    content.put("page", page);
    content.put(
        "mayReport",
        room.permissions().relations(actor, Action.REPORT_INCIDENT).contains(Relation.NOTHING));
    content.put(
        "mayBring", room.permissions().allow(actor, Action.IMPORT_REGISTER, Relation.NOTHING));
    content.put("isOffice", actor.office().isPresent());
    content.put("views", keep.all(actor.account(), Keepsake.Kind.VIEW));
    content.put("together", together(actor));
    content.put("offices", room.house().offices().stream().sorted().toList());
    content.put("problems", problems);
    content.put("typed", typed);
    content.put("archives", Typefaces.find().isPresent());
    return press.page(
        visit, status, "incidents/list", visit.words().say("page.incidents.title"), content);
  }

  /// What this reader may do with several incidents at once, each asked for on its own.
  private Set<Action> together(Actor actor) {
    Set<Action> may =
        EnumSet.of(
            Action.MARK_INCIDENT, Action.GIVE_TASK, Action.SHOW_TO_OFFICE, Action.EXPORT_INCIDENT);
    may.removeIf(action -> room.permissions().relations(actor, action).isEmpty());
    return may;
  }
}
