package org.parley.node.feeds;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.parley.core.casefile.Stage;
import org.parley.core.people.Account;
import org.parley.core.people.Action;
import org.parley.core.people.Actor;
import org.parley.core.people.Keepsake;
import org.parley.duties.casefile.ListIncidents;
import org.parley.duties.people.KeepForOneself;
import org.parley.duties.people.Token;
import org.parley.duties.port.Cases;
import org.parley.formats.calendar.CalendarText;
import org.parley.node.incidents.Paths;
import org.parley.node.incidents.Room;
import org.parley.node.incidents.Sent;
import org.parley.node.incidents.page.CasePage;
import org.parley.node.incidents.page.Given;
import org.parley.node.people.Links;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Shelves;
import org.parley.node.web.Viewer;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Calendars of what is due: one address for each person, which it can take back at any time, and a
/// file about one case.
@Controller
final class FeedDoor {

  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);
  private static final String HERE = "/account/calendar";

  /// How often calendar programs may ask.
  private static final Duration REFRESH = Duration.ofMinutes(30);

  /// The most incidents of one calendar, those due soonest.
  private static final int MOST = 200;

  private final Room room;
  private final KeepForOneself keep;
  private final Shelves shelves;
  private final Links links;
  private final Press press;

  FeedDoor(Room room, KeepForOneself keep, Shelves shelves, Links links, Press press) {
    this.room = room;
    this.keep = keep;
    this.shelves = shelves;
    this.links = links;
    this.press = press;
  }

  @GetMapping(HERE)
  ResponseEntity<byte[]> own(Visit visit) {
    return page(visit, "");
  }

  /// The new address is shown this once: only its digest is kept.
  @PostMapping(HERE)
  ResponseEntity<byte[]> open(Visit visit) {
    Token token = keep.openFeed(Room.actor(visit).account());
    return page(visit, links.to("/feeds/" + token.text() + "/due.ics"));
  }

  @PostMapping(HERE + "/close")
  ResponseEntity<byte[]> close(Visit visit) {
    keep.closeFeed(Room.actor(visit).account());
    return press.see(HERE);
  }

  private ResponseEntity<byte[]> page(Visit visit, String address) {
    boolean open = !keep.all(Room.actor(visit).account(), Keepsake.Kind.FEED).isEmpty();
    return press.page(
        visit,
        HttpStatus.OK,
        "people/calendar",
        visit.words().say("page.calendar.title"),
        Map.of("address", address, "open", open));
  }

  /// Whoever has the address sees what its owner may have in a calendar now; a wrong one, one that
  /// was taken back and one of a closed account look the same.
  @GetMapping("/feeds/{token}/due.ics")
  ResponseEntity<byte[]> feed(Visit visit, @PathVariable String token) {
    if (token.length() > 100) {
      throw new AbsentException();
    }
    Account account = keep.feedOf(new Token(token)).orElseThrow(AbsentException::new);
    if (room.permissions().relations(account.actor(), Action.LIST_INCIDENTS).isEmpty()) {
      throw new AbsentException();
    }
    Visit theirs = visit(visit, account);
    DueList dues = new DueList(theirs, links.to(""));
    Cases.Filter open =
        new Cases.Filter(
            EnumSet.complementOf(EnumSet.of(Stage.CLOSED)), "", Optional.empty(), Optional.empty());
    Cases.Page first = new Cases.Page(Cases.Order.DUE, Optional.empty(), MOST);
    Actor actor = account.actor();
    new ListIncidents(room.work())
        .run(visit.site().realm(), actor, open, first).lines().stream()
            .filter(line -> line.gauge().due().isPresent())
            .forEach(line -> dues.add(page(theirs, line)));
    return ResponseEntity.ok().contentType(CALENDAR).body(written(theirs, dues));
  }

  private CasePage page(Visit visit, Cases.Line line) {
    return room.page(visit, room.read(visit, line.key().id()), Given.NOTHING);
  }

  /// The visit that the owner of the address would make.
  private Visit visit(Visit visit, Account account) {
    Viewer viewer =
        new Viewer(
            account.actor(),
            account.naming().name(),
            account.reading().zone().map(ZoneId::of).orElse(visit.site().zone()));
    return new Visit(
        shelves.in(account.reading().language()),
        visit.site(),
        Optional.of(viewer),
        visit.here(),
        visit.csrf(),
        false,
        visit.now());
  }

  /// The same of one case, as a file.
  @GetMapping(Paths.ONE + "/due.ics")
  ResponseEntity<byte[]> one(Visit visit, @PathVariable String id) {
    CasePage page = room.page(visit, room.export(visit, Paths.id(id)), Given.NOTHING);
    DueList dues = new DueList(visit, links.to(""));
    dues.add(page);
    return Sent.file(
        (visit.site().exercise() ? "EXERCISE-" : "")
            + "due-"
            + page.what().head().number()
            + ".ics",
        CALENDAR,
        written(visit, dues));
  }

  private static byte[] written(Visit visit, DueList dues) {
    String name =
        (visit.site().exercise() ? visit.words().say("page.exercise.word") + " · " : "")
            + visit.words().say("page.calendar.name");
    return CalendarText.write(name, dues.entries(), REFRESH, visit.now());
  }
}
