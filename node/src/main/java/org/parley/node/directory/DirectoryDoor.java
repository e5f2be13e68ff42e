package org.parley.node.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.node.forms.Filled;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Shows the directory: all States, one State, sheets to print.
@Controller
final class DirectoryDoor {

  static final String ONE = "/directory/{state}";

  /// What went well is told by the key of its words.
  private static final String TOLD = "page.directory.told.";

  private static final int LONGEST = 200;

  private final Sheets sheets;
  private final Asking asking;
  private final Press press;

  DirectoryDoor(Sheets sheets, Asking asking, Press press) {
    this.sheets = sheets;
    this.asking = asking;
    this.press = press;
  }

  @GetMapping("/directory")
  ResponseEntity<byte[]> list(
      Visit visit,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String show,
      @RequestParam(defaultValue = "") String as) {
    String asked = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
    DirectoryPage page =
        new DirectoryPage(
            asked, DirectoryPage.Show.of(show), as.equals("table"), sheets.all(visit));
    return press.page(
        visit,
        "directory/list",
        "page.directory.title",
        Map.of("page", page, "mayTakeAway", sheets.mayTakeAway(visit)));
  }

  @GetMapping(ONE)
  ResponseEntity<byte[]> show(
      Visit visit, @PathVariable String state, @RequestParam Optional<String> done) {
    SheetView view = sheets.view(visit, Sheets.state(visit, state));
    return page(visit, view, Filled.blank(visit.words()), done);
  }

  ResponseEntity<byte[]> page(Visit visit, SheetView view, Filled filled, Optional<String> done) {
    return press.page(
        visit,
        filled.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "directory/state",
        view.name(),
        Map.of(
            "view",
            view,
            "filled",
            filled,
            "done",
            done.filter(key -> key.startsWith(TOLD) && visit.words().knows(key)).orElse(""),
            "mayTakeAway",
            sheets.mayTakeAway(visit),
            "word",
            sheets.ownWord(view),
            "asked",
            view.own() ? asking.of(visit) : Optional.<Asking.Asked>empty()));
  }

  /// Sheets of paper for the day on which the computers are down: all States of which anything is
  /// kept.
  @GetMapping("/directory/book")
  ResponseEntity<byte[]> book(Visit visit) {
    return paper(
        visit,
        sheets.all(visit).stream()
            .map(SheetView::shown)
            .filter(each -> !each.sheet().contacts().isEmpty())
            .toList());
  }

  @GetMapping(ONE + "/sheet")
  ResponseEntity<byte[]> sheet(Visit visit, @PathVariable String state) {
    return paper(visit, List.of(sheets.shown(visit, Sheets.state(visit, state))));
  }

  private ResponseEntity<byte[]> paper(Visit visit, List<SheetView> views) {
    return press.page(visit, "directory/book", "page.book.title", Map.of("views", views));
  }
}
