package org.parley.node.network;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.parley.core.people.Role;
import org.parley.core.terms.Realm;
import org.parley.duties.contacts.CampaignBook;
import org.parley.duties.port.Book;
import org.parley.exchange.NodeHome;
import org.parley.node.exchange.Exchanging;
import org.parley.node.web.Visit;
import org.springframework.stereotype.Component;

/// Whether somebody in the network has told two stories, for the home pages of those who can ask.
@Component
public final class TwoHeads {

  private static final Set<Role> TOLD =
      EnumSet.of(
          Role.TECHNICAL_OFFICER, Role.POLICY_OFFICER, Role.CLEARING_OFFICER, Role.ADMINISTRATOR);

  private final Exchanging exchanging;

  TwoHeads(Exchanging exchanging) {
    this.exchanging = exchanging;
  }

  /// What there are two texts of under one number, as keys of words; the page of the network shows
  /// them.
  public List<String> told(Visit visit) {
    boolean told =
        visit
            .viewer()
            .filter(viewer -> viewer.actor().roles().stream().anyMatch(TOLD::contains))
            .isPresent();
    return told
        ? exchanging.home().map(home -> told(home, visit.site().realm())).orElse(List.of())
        : List.of();
  }

  private static List<String> told(NodeHome home, Realm realm) {
    return home.station().books().look(book -> told(home, book, realm));
  }

  private static List<String> told(NodeHome home, Book book, Realm realm) {
    List<String> told = new ArrayList<>();
    if (!home.directory().rosters().forks(book, realm).isEmpty()) {
      told.add("page.network.forked");
    }
    CampaignBook campaigns = new CampaignBook(book, realm);
    if (campaigns.all().stream()
        .anyMatch(each -> !campaigns.forked(each.campaign().year()).isEmpty())) {
      told.add("page.campaign.forked");
    }
    return told;
  }
}
