package org.parley.node.caseview;

import java.util.List;
import java.util.Map;
import org.parley.duties.casefile.ReadIncident;
import org.parley.node.incidents.Paths;
import org.parley.node.incidents.Room;
import org.parley.node.incidents.page.CasePage;
import org.parley.node.incidents.page.Given;
import org.parley.node.incidents.page.Typed;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What other States would call this case: the same facts on any scales, side by side and unranked.
@Controller
final class CaseScalesDoor {

  private final Room room;
  private final Press press;

  CaseScalesDoor(Room room, Press press) {
    this.room = room;
    this.press = press;
  }

  @GetMapping(Paths.ONE + "/scales")
  ResponseEntity<byte[]> page(Visit visit, @PathVariable String id) {
    CasePage page = room.page(visit, room.read(visit, Paths.id(id)), Given.NOTHING);
    String title =
        page.what().head().number() + " · " + visit.words().say("page.other-scales.title");
    return press.page(
        visit,
        HttpStatus.OK,
        "incidents/scales",
        title,
        Map.of(
            "page",
            page,
            "others",
            page.others(),
            "typed",
            Typed.NOTHING,
            "choice",
            ScaleChoice.of(
                visit.shelf(),
                room.chosen().of(Room.actor(visit).account()),
                room.house().scale())));
  }

  /// Remembers the choice for this person, on every case.
  @PostMapping(Paths.ONE + "/scales")
  ResponseEntity<byte[]> choose(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> all) {
    ReadIncident.Read read = room.read(visit, Paths.id(id));
    room.chosen().keep(Room.actor(visit).account(), all.getOrDefault("scale", List.of()));
    return press.see(Paths.of(read.seen().what().id()) + "/scales#results");
  }
}
