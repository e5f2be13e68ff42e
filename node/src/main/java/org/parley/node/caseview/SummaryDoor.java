package org.parley.node.caseview;

import java.util.Map;
import org.parley.node.incidents.Paths;
import org.parley.node.incidents.Room;
import org.parley.node.incidents.page.CasePage;
import org.parley.node.incidents.page.Given;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A case on one page, to be printed and handed over: where it stands, what is due, what is open.
@Controller
final class SummaryDoor {

  private final Room room;
  private final Press press;

  SummaryDoor(Room room, Press press) {
    this.room = room;
    this.press = press;
  }

  @GetMapping(Paths.ONE + "/summary")
  ResponseEntity<byte[]> page(Visit visit, @PathVariable String id) {
    CasePage page = room.page(visit, room.read(visit, Paths.id(id)), Given.NOTHING);
    return press.page(
        visit,
        HttpStatus.OK,
        "incidents/summary",
        page.what().head().number() + " · " + visit.words().say("page.summary.title"),
        Map.of("page", page));
  }
}
