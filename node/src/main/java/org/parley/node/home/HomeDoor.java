package org.parley.node.home;

import java.util.Map;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page: doors for those without an account.
@Controller
final class HomeDoor {

  private final Press press;

  HomeDoor(Press press) {
    this.press = press;
  }

  @GetMapping("/")
  ResponseEntity<byte[]> start(Visit visit) {
    return press.page(visit, "home/start", "page.start.title", Map.of());
  }
}
