package org.parley.node.home;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.directory.OfficeId;
import org.parley.core.people.Account;
import org.parley.core.people.Actor;
import org.parley.core.people.Keepsake;
import org.parley.core.people.Role;
import org.parley.duties.people.KeepForOneself;
import org.parley.duties.people.Lodge;
import org.parley.duties.port.Register;
import org.parley.node.incidents.Room;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// What somebody new to an office needs in the first hour: duties, counterparts, what to do now.
@Controller
final class FirstHourDoor {

  private static final String HERE = "/first-hour";

  private final Room room;
  private final Lodge lodge;
  private final KeepForOneself keep;
  private final Press press;

  FirstHourDoor(Room room, Lodge lodge, KeepForOneself keep, Press press) {
    this.room = room;
    this.lodge = lodge;
    this.keep = keep;
    this.press = press;
  }

  @GetMapping(HERE)
  ResponseEntity<byte[]> page(Visit visit) {
    Actor actor = Room.actor(visit);
    List<Role> roles = actor.roles().stream().sorted().toList();
    Optional<OfficeId> office = actor.office();
    List<Account> accounts = lodge.people().look(Register::accounts);
    List<String> colleagues =
        accounts.stream()
            .filter(account -> account.active() && !account.id().equals(actor.account()))
            .filter(account -> office.isPresent() && account.office().equals(office))
            .map(account -> account.naming().name())
            .sorted()
            .toList();
    List<OfficeId> others =
        room.house().offices().stream()
            .filter(each -> !Optional.of(each).equals(office))
            .sorted()
            .toList();
    return press.page(
        visit,
        "home/first-hour",
        "page.first-hour.title",
        Map.of("roles", roles, "office", office, "colleagues", colleagues, "others", others));
  }

  /// Puts the page away; it stays reachable.
  @PostMapping(HERE + "/read")
  ResponseEntity<byte[]> read(Visit visit) {
    keep.keepOnly(Room.actor(visit).account(), Keepsake.Kind.READ, "first-hour");
    return press.see("/");
  }
}
