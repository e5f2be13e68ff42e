package org.parley.node.incidents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.core.casefile.Stage;
import org.parley.core.people.Action;
import org.parley.core.people.Relation;
import org.parley.duties.port.Cases;
import org.parley.formats.casefile.CsvRows;
import org.parley.node.incidents.page.LevelView;
import org.parley.node.incidents.page.ListPage;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Lists of incidents: what is open first, whatever a reader asks for next.
@Controller
final class ListDoor {

  private static final int PAGE = 50;

  private final Room room;
  private final Listings listings;
  private final Press press;

  ListDoor(Room room, Listings listings, Press press) {
    this.room = room;
    this.listings = listings;
    this.press = press;
  }

  @GetMapping(Paths.ALL)
  ResponseEntity<byte[]> list(Visit visit, @RequestParam MultiValueMap<String, String> parameters) {
    ListPage page = page(visit, parameters, PAGE);
    boolean mayReport =
        room.permissions()
            .relations(Room.actor(visit), Action.REPORT_INCIDENT)
            .contains(Relation.NOTHING);
    return press.page(
        visit,
        "incidents/list",
        "page.incidents.title",
        Map.of(
            "page",
            page,
            "mayReport",
            mayReport,
            "isOffice",
            Room.actor(visit).office().isPresent()));
  }

  /// The same list as a register, all of it up to the largest page.
  @GetMapping("/incidents.csv")
  ResponseEntity<byte[]> register(
      Visit visit, @RequestParam MultiValueMap<String, String> parameters) {
    if (room.permissions().relations(Room.actor(visit), Action.EXPORT_INCIDENT).isEmpty()) {
      throw new AbsentException();
    }
    ListPage page = page(visit, parameters, Cases.MOST);
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("number", "title", "stage", "types", "levels", "reported", "changed", "nextDue"));
    for (Cases.Line line : page.lines()) {
      rows.add(
          List.of(
              page.row(line).number(),
              line.label().title(),
              line.way().stage().word(),
              String.join(" ", line.label().types()),
              page.row(line).level().map(LevelView::words).orElse(""),
              line.way().reported().toString(),
              line.way().changed().toString(),
              line.gauge().due().map(Instant::toString).orElse("")));
    }
    return Sent.file(
        "incidents.csv",
        new MediaType("text", "csv", StandardCharsets.UTF_8),
        CsvRows.table(rows).getBytes(StandardCharsets.UTF_8));
  }

  private ListPage page(Visit visit, MultiValueMap<String, String> parameters, int most) {
    return listings.page(visit, asked(parameters), most);
  }

  private static ListPage.Asked asked(MultiValueMap<String, String> parameters) {
    String text = Optional.ofNullable(parameters.getFirst("q")).orElse("").strip();
    Set<Stage> stages = EnumSet.noneOf(Stage.class);
    parameters
        .getOrDefault("stage", List.of())
        .forEach(word -> Stage.parse(word).ifPresent(stages::add));
    Optional<Integer> atLeast =
        Optional.ofNullable(parameters.getFirst("level"))
            .filter(word -> word.matches("[0-9]{1,2}"))
            .map(Integer::valueOf);
    return new ListPage.Asked(
        text.length() > 200 ? text.substring(0, 200) : text,
        stages,
        atLeast,
        order(parameters.getFirst("order")),
        place(parameters.getFirst("after")));
  }

  private static Cases.Order order(@Nullable String word) {
    for (Cases.Order order : Cases.Order.values()) {
      if (order.name().toLowerCase(Locale.ROOT).equals(word)) {
        return order;
      }
    }
    return Cases.Order.DUE;
  }

  private static Optional<Cases.Place> place(@Nullable String word) {
    if (word == null || !word.matches("-?[0-9]{1,19}\\.[0-9]{1,10}")) {
      return Optional.empty();
    }
    int point = word.indexOf('.');
    try {
      return Optional.of(
          new Cases.Place(
              Long.parseLong(word.substring(0, point)), Long.parseLong(word.substring(point + 1))));
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }
}
