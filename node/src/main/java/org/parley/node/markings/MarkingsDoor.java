package org.parley.node.markings;

import java.util.Map;
import org.parley.desk.settings.Settings;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Shows anybody what markings mean and what States call their secrecy grades, and those who are
/// signed in what this node may hold.
@Controller
final class MarkingsDoor {

  private final Settings settings;
  private final Press press;

  MarkingsDoor(Settings settings, Press press) {
    this.settings = settings;
    this.press = press;
  }

  @GetMapping("/markings")
  ResponseEntity<byte[]> show(Visit visit) {
    return press.page(
        visit,
        "markings/markings",
        "page.markings.title",
        Map.of("page", new MarkingsPage(visit, visit.viewer().map(_ -> settings.ceiling()))));
  }
}
