package org.parley.node.demo;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.core.issue.Checked;
import org.parley.core.people.Establishment;
import org.parley.core.terms.Party;
import org.parley.duties.people.OpenDoors;
import org.parley.duties.people.SignIn;
import org.parley.duties.people.Troupe;
import org.parley.node.people.Entry;
import org.parley.node.web.AbsentException;
import org.parley.node.web.OwnPath;
import org.parley.node.web.Press;
import org.parley.node.web.Tour;
import org.parley.node.web.Visit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page of what to try, and its buttons that let a visitor be one of the demo's people. It
/// exists in nodes that the demo started, on the loopback and in an exercise, and nowhere else.
@Controller
final class TryDoor {

  private final Tour tour;
  private final OpenDoors doors;
  private final SignIn signIn;
  private final Entry entry;
  private final Press press;

  TryDoor(Tour tour, OpenDoors doors, SignIn signIn, Entry entry, Press press) {
    this.tour = tour;
    this.doors = doors;
    this.signIn = signIn;
    this.entry = entry;
    this.press = press;
  }

  @GetMapping("/try")
  ResponseEntity<byte[]> page(Visit visit) {
    return press.page(
        visit,
        "demo/try",
        "page.try.title",
        Map.of("page", new TryPage(visit, tour, troupe(visit).party())));
  }

  /// Opens a door for somebody of the demo and walks through it.
  @PostMapping("/try/be")
  ResponseEntity<byte[]> be(
      Visit visit,
      @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "/") String to) {
    Checked<SignIn.SignedIn> in =
        doors.again(troupe(visit), who).then(door -> signIn.byDoor(door.token()));
    if (!(in instanceof Checked.Sound<SignIn.SignedIn>(SignIn.SignedIn signedIn, _))) {
      throw new AbsentException();
    }
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.SET_COOKIE, entry.holding(signedIn.token()))
        .header(HttpHeaders.LOCATION, OwnPath.of(to))
        .build();
  }

  /// The people of this node; there are none where no demo runs.
  private Troupe troupe(Visit visit) {
    Optional<Party> here = visit.site().establishment().map(Establishment::state);
    return Stream.of(Troupe.XA, Troupe.XB, Troupe.SECRETARIAT)
        .filter(_ -> tour.isThere() && visit.site().exercise())
        .filter(troupe -> here.equals(Optional.of(troupe.party())))
        .findFirst()
        .orElseThrow(AbsentException::new);
  }
}
