package org.parley.node.home;

import java.util.Map;
import java.util.Optional;
import org.parley.node.incidents.Listings;
import org.parley.node.incidents.page.ListPage;
import org.parley.node.messages.Mail;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page: what awaits those who are signed in, and by when; doors for everybody.
@Controller
final class HomeDoor {

  /// More than fits one look stands in the list.
  private static final int MOST = 6;

  /// Incidents looked through for tasks.
  private static final int LOOKED_THROUGH = 30;

  private final Mail mail;
  private final Listings listings;
  private final MyDesk mine;
  private final Press press;

  HomeDoor(Mail mail, Listings listings, MyDesk mine, Press press) {
    this.mail = mail;
    this.listings = listings;
    this.mine = mine;
    this.press = press;
  }

  @GetMapping("/")
  ResponseEntity<byte[]> start(Visit visit) {
    Optional<ListPage> awaiting = listings.awaiting(visit, MOST);
    return press.page(
        visit,
        "home/start",
        "page.start.title",
        Map.of(
            "awaiting",
            awaiting,
            "messages",
            mail.awaiting(visit, MOST),
            "opens",
            mail.mayOpen(visit),
            "mine",
            mine.of(visit, listings.awaiting(visit, LOOKED_THROUGH))));
  }
}
