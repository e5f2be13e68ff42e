package org.parley.node.custody;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.couriers.relay.Held;
import org.parley.desk.settings.Settings;
import org.parley.node.exchange.Exchanging;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The pages of what waits at the relay. Opening a parcel shows that it is sealed: the node's own
/// keys are tried on it, and what they were to open is shown to nobody here.
@Controller
final class CustodyDoor {

  /// More parcels than these are counted by the relay's own measurements.
  private static final int MOST = 200;

  /// How many octets of a parcel are shown.
  private static final int BEGINNING = 96;

  private final Optional<Path> relay;
  private final Exchanging exchanging;
  private final Press press;

  CustodyDoor(Settings settings, Exchanging exchanging, Press press) {
    this.relay = settings.storage().relay();
    this.exchanging = exchanging;
    this.press = press;
  }

  @GetMapping("/custody")
  ResponseEntity<byte[]> list(Visit visit) {
    List<Held> held = held();
    return press.page(
        visit,
        "custody/list",
        "page.custody.title",
        Map.of(
            "page",
            new CustodyPage(visit, held, Mailboxes.of(exchanging.home())),
            "keeps",
            relay.isPresent()));
  }

  private List<Held> held() {
    return relay.map(folder -> Held.in(folder, MOST)).orElse(List.of());
  }

  @GetMapping("/custody/{parcel}")
  ResponseEntity<byte[]> open(Visit visit, @PathVariable String parcel) {
    if (!parcel.matches("[0-9a-f]{64}")) {
      throw new AbsentException();
    }
    Digest digest = new Digest(parcel);
    Optional<Held> there = held().stream().filter(each -> each.parcel().equals(digest)).findFirst();
    Optional<Octets> sealed = there.flatMap(held -> held.read(relay.orElseThrow()));
    return sealed.isEmpty()
        ? gone(visit)
        : press.page(
            visit,
            "custody/parcel",
            "page.custody.sealed",
            Map.of(
                "page",
                new CustodyPage(
                    visit, List.of(there.orElseThrow()), Mailboxes.of(exchanging.home())),
                "tried",
                tried(sealed.get()),
                "beginning",
                beginning(sealed.get())));
  }

  /// What came of our own keys: empty where this node has none. What they open is not looked at.
  private Optional<Boolean> tried(Octets sealed) {
    return exchanging
        .home()
        .map(home -> home.station().seal().open(sealed) instanceof Checked.Sound<Octets>);
  }

  private static String beginning(Octets sealed) {
    byte[] all = sealed.toArray();
    return HexFormat.ofDelimiter(" ").formatHex(all, 0, Math.min(BEGINNING, all.length));
  }

  private ResponseEntity<byte[]> gone(Visit visit) {
    return press.page(
        visit,
        HttpStatus.GONE,
        "web/error",
        visit.words().say("page.custody.gone"),
        Map.of("says", visit.words().say("page.custody.gone.says"), "number", ""));
  }
}
