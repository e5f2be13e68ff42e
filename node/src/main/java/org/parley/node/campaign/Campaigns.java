package org.parley.node.campaign;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.campaign.Answer;
import org.parley.core.directory.campaign.Campaign;
import org.parley.core.directory.contacts.StatedSheet;
import org.parley.core.directory.states.StateEntry;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.contacts.CampaignBook;
import org.parley.duties.contacts.KeepContacts;
import org.parley.duties.contacts.SheetBook;
import org.parley.duties.directory.RosterBook;
import org.parley.exchange.Membership;
import org.parley.exchange.NodeHome;
import org.parley.node.exchange.Exchanging;
import org.parley.node.web.Visit;
import org.springframework.stereotype.Component;

/// The rounds as this node's books have them, and what each State has answered.
@Component
public final class Campaigns {

  private final Exchanging exchanging;
  private final KeepContacts contacts;
  private final SheetBook sheets = new SheetBook();

  Campaigns(Exchanging exchanging, KeepContacts contacts) {
    this.exchanging = exchanging;
    this.contacts = contacts;
  }

  Optional<Membership> membership() {
    return exchanging.home().map(Membership::new);
  }

  /// Whether this node registers in the network of its realm.
  public boolean registers(Visit visit) {
    return exchanging
        .home()
        .flatMap(home ->
            new Membership(home)
                .network(visit.site().realm())
                .filter(network -> network.charter().registrars().contains(home.settings().node())))
        .isPresent();
  }

  /// All rounds, the latest first.
  public List<CampaignPage> all(Visit visit) {
    return exchanging.home().map(home -> all(visit, home)).orElse(List.of());
  }

  private List<CampaignPage> all(Visit visit, NodeHome home) {
    List<CampaignBook.Kept> known =
        home.station().books().look(book -> new CampaignBook(book, visit.site().realm()).all());
    return known.stream().map(each -> page(visit, home, each)).toList();
  }

  /// The rounds of which there are two texts under one number.
  public List<CampaignPage> forked(Visit visit) {
    return all(visit).stream().filter(each -> !each.forked().isEmpty()).toList();
  }

  Optional<CampaignPage> find(Visit visit, String year) {
    return all(visit).stream()
        .filter(each -> String.valueOf(each.campaign().year()).equals(year))
        .findFirst();
  }

  private CampaignPage page(Visit visit, NodeHome home, CampaignBook.Kept kept) {
    Campaign campaign = kept.campaign();
    List<CampaignBook.Kept> forked =
        home.station()
            .books()
            .look(book -> new CampaignBook(book, visit.site().realm()).forked(campaign.year()));
    Set<Party> members = members(home, visit.site().realm());
    Set<Party> asked = new HashSet<>(members);
    if (!visit.site().exercise()) {
      asked.addAll(visit.shelf().states().all(Set.of(StateEntry.Standing.PARTICIPATING)));
    }
    List<CampaignRow> rows =
        visit.shelf().states().inOrder(asked).stream()
            .map(state -> row(visit, home, campaign, state, members.contains(state)))
            .toList();
    return new CampaignPage(visit, kept, forked, rows, registers(visit));
  }

  /// The States that have a node in the network.
  private static Set<Party> members(NodeHome home, Realm realm) {
    return home.station()
        .books()
        .look(book -> {
          Set<Party> members = new HashSet<>();
          Optional<RosterBook.Network> network = home.directory().rosters().find(book, realm);
          for (NodeId node : home.directory().nodes(book)) {
            if (node.party().isState()
                && network.filter(each -> each.roster().vouched(node).isPresent()).isPresent()) {
              members.add(node.party());
            }
          }
          return members;
        });
  }

  private CampaignRow row(
      Visit visit, NodeHome home, Campaign campaign, Party state, boolean hasNode) {
    Realm realm = visit.site().realm();
    List<StatedSheet> said =
        home.station().books().look(book -> sheets.all(book, realm, state)).stream()
            .map(SheetBook.Kept::sheet)
            .toList();
    Optional<Instant> otherwise =
        contacts.sheet(realm, state).confirmed().filter(at -> !at.isBefore(campaign.opened()));
    return new CampaignRow(
        state,
        visit.shelf().states().of(state),
        Answer.of(campaign, said),
        said.isEmpty() ? Optional.empty() : Optional.of(said.getLast()),
        otherwise,
        hasNode);
  }
}
