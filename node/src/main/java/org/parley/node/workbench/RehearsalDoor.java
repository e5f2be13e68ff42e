package org.parley.node.workbench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.duties.casefile.WalkIncidents;
import org.parley.node.incidents.Room;
import org.parley.node.web.Visit;
import org.parley.node.workbench.page.BenchPage;
import org.parley.node.workbench.page.Rehearsal;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A draft tried on the incidents that the node has had.
@Controller
final class RehearsalDoor {

  /// The last so many incidents: enough to judge by, and soon done.
  private static final int MOST = 2_000;

  private final Bench bench;
  private final Room room;

  RehearsalDoor(Bench bench, Room room) {
    this.bench = bench;
    this.room = room;
  }

  @GetMapping(Bench.ONE + "/rehearsal")
  ResponseEntity<byte[]> rehearsal(Visit visit, @PathVariable String id) {
    BenchPage page = bench.open(visit, id, BenchPage.Tab.REHEARSAL);
    Optional<Rehearsal> rehearsal =
        page.reading()
            .voice(visit.shelf())
            .map(voice -> {
              List<WalkIncidents.Walked> incidents =
                  new WalkIncidents(room.work())
                      .run(visit.site().realm(), Bench.actor(visit), MOST);
              return Rehearsal.of(visit, incidents, room.scale(), voice, bench.classifiers());
            });
    return bench.show(page, "rehearsal", Map.of("rehearsal", rehearsal));
  }
}
