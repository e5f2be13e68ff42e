package org.parley.node.secretariat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.contacts.ContactSheet;
import org.parley.core.directory.contacts.Nomination;
import org.parley.core.directory.roster.Roster;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.contacts.KeepContacts;
import org.parley.duties.contacts.SheetBook;
import org.parley.duties.directory.RosterBook;
import org.parley.duties.port.Book;
import org.parley.duties.port.Inbox;
import org.parley.duties.port.Outbox;
import org.parley.exchange.Membership;
import org.parley.exchange.NodeHome;
import org.parley.node.campaign.Campaigns;
import org.parley.node.exchange.Exchanging;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Shows the secretariat's desk.
@Controller
final class DeskDoor {

  private final Exchanging exchanging;
  private final KeepContacts contacts;
  private final Campaigns campaigns;
  private final Press press;
  private final SheetBook sheets = new SheetBook();

  DeskDoor(Exchanging exchanging, KeepContacts contacts, Campaigns campaigns, Press press) {
    this.exchanging = exchanging;
    this.contacts = contacts;
    this.campaigns = campaigns;
    this.press = press;
  }

  @GetMapping("/secretariat")
  ResponseEntity<byte[]> desk(Visit visit) {
    Optional<NodeHome> home = exchanging.home();
    DeskPage page =
        new DeskPage(
            visit,
            home.isPresent(),
            campaigns.registers(visit),
            home.flatMap(each -> standing(visit, each)),
            home.map(each -> named(visit, each)).orElse(List.of()),
            campaigns.all(visit),
            home.map(each -> nodes(visit, each)).orElse(List.of()));
    return press.page(visit, "secretariat/desk", "page.desk.title", Map.of("page", page));
  }

  private static Optional<DeskPage.Standing> standing(Visit visit, NodeHome home) {
    Realm realm = visit.site().realm();
    int held = new Membership(home).held().size();
    return home.station()
        .books()
        .look(book -> {
          RosterBook rosters = home.directory().rosters();
          return rosters
              .find(book, realm)
              .map(network ->
                  new DeskPage.Standing(
                      network.charter().heading().network(),
                      network.roster().members().size(),
                      founding(visit, network),
                      rosters.proposals(book, realm).size(),
                      held,
                      rosters.forks(book, realm).size()));
        });
  }

  /// The nodes of the charter that were never registered and do not register themselves.
  private static List<String> founding(Visit visit, RosterBook.Network network) {
    Roster roster = network.roster();
    return network.charter().roots().keySet().stream()
        .filter(node -> roster.member(node).isEmpty() && !roster.isOut(node))
        .filter(node -> !network.charter().registrars().contains(node))
        .sorted()
        .map(node -> name(visit, node.party()) + " · " + node)
        .toList();
  }

  private List<Named> named(Visit visit, NodeHome home) {
    Realm realm = visit.site().realm();
    SortedMap<Party, SheetBook.Kept> said =
        home.station().books().look(book -> sheets.newest(book, realm));
    SortedMap<Party, ContactSheet> kept = contacts.all(realm);
    Set<Party> states = new HashSet<>(said.keySet());
    states.addAll(kept.keySet());
    List<Named> named = new ArrayList<>();
    for (Party state : visit.shelf().states().inOrder(states)) {
      ContactSheet sheet = kept.getOrDefault(state, ContactSheet.blank(state));
      Optional<Nomination> own =
          Optional.ofNullable(said.get(state)).flatMap(each -> each.sheet().nomination());
      own.or(sheet::nomination)
          .ifPresent(nomination ->
              named.add(
                  new Named(
                      state,
                      name(visit, state),
                      nomination,
                      own.isPresent(),
                      sheet.registration(),
                      sheet.nomination().flatMap(Nomination::file).isPresent())));
    }
    return named;
  }

  private static List<NodeHeard> nodes(Visit visit, NodeHome home) {
    Realm realm = visit.site().realm();
    return home.station()
        .books()
        .look(book -> {
          Optional<RosterBook.Network> network = home.directory().rosters().find(book, realm);
          return home.directory().nodes(book).stream()
              .filter(node -> !node.equals(home.settings().node()))
              .filter(node ->
                  network.filter(each -> each.roster().vouched(node).isPresent()).isPresent())
              .map(node -> heard(visit, book, realm, node))
              .sorted(Comparator.comparing(NodeHeard::node))
              .toList();
        });
  }

  private static NodeHeard heard(Visit visit, Book book, Realm realm, NodeId node) {
    Optional<Instant> last =
        Stream.of(realm, new Realm.Real())
            .flatMap(each -> book.links().lastReceived(each, node).stream())
            .flatMap(slip -> book.inbox().bySlip(slip.digest()).stream())
            .map(Inbox.Received::at)
            .max(Comparator.naturalOrder());
    List<Outbox.Waiting> waiting = book.outbox().waitingFor(node);
    Optional<Outbox.Waiting> longest =
        waiting.stream().min(Comparator.comparing(each -> each.parcel().created()));
    return new NodeHeard(
        node,
        name(visit, node.party()),
        last,
        new SheetBook()
            .all(book, realm, node.party()).stream()
                .map(kept -> kept.sheet().at())
                .max(Comparator.naturalOrder()),
        waiting.size(),
        longest.map(each -> each.parcel().created()),
        longest.map(Outbox.Waiting::tries).orElse(0));
  }

  private static String name(Visit visit, Party party) {
    return party.isState() ? visit.shelf().states().of(party) : party.code();
  }
}
