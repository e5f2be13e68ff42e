package org.parley.node.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.core.directory.Arrival;
import org.parley.core.directory.DirectoryEntry;
import org.parley.core.directory.Fingerprints;
import org.parley.core.directory.KeyHealth;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.Standing;
import org.parley.core.directory.roster.Roster;
import org.parley.core.directory.roster.RosterChange;
import org.parley.core.directory.roster.RosterEntry;
import org.parley.core.directory.roster.Undersigned;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.directory.DirectoryBook;
import org.parley.duties.directory.RosterBook;
import org.parley.duties.port.Book;
import org.parley.duties.port.Seal;
import org.parley.exchange.Membership;
import org.parley.exchange.NodeHome;
import org.parley.formats.directory.CharterBytes;
import org.parley.formats.directory.RosterBytes;
import org.parley.node.network.NetworkPage.CharterView;
import org.parley.node.network.NetworkPage.EntryView;
import org.parley.node.network.NetworkPage.LinkView;
import org.parley.node.network.NetworkPage.Rank;

/// A network as a node's books have it at one moment.
///
/// @param self the node whose books they are
/// @param forks what contradicts what is here, each beside what counts
record NetworkView(
    NodeId self,
    Optional<CharterView> charter,
    List<EntryView> entries,
    List<LinkView> waiting,
    List<LinkView> links,
    List<Membership.Held> held,
    List<ForkView> forks) {

  static NetworkView of(NodeHome home, Realm realm, Instant now) {
    DirectoryBook directory = home.directory();
    Seal seal = home.station().seal();
    Membership membership = new Membership(home);
    List<Membership.Held> held = membership.held();
    List<RosterBook.Link> waiting = membership.waiting(realm);
    return home.station()
        .books()
        .look(book -> {
          RosterBook rosters = directory.rosters();
          Optional<RosterBook.Network> network = rosters.find(book, realm);
          return new NetworkView(
              home.settings().node(),
              charter(book, rosters, realm, seal),
              entries(book, directory, network, now),
              waiting.stream().map(LinkView::of).toList(),
              links(book, rosters, realm),
              held,
              forks(book, rosters, realm, seal));
        });
  }

  boolean registers() {
    return charter
        .filter(CharterView::inForce)
        .filter(each -> each.charter().registrars().contains(self))
        .isPresent();
  }

  private static Optional<CharterView> charter(
      Book book, RosterBook rosters, Realm realm, Seal seal) {
    Optional<RosterBook.Network> network = rosters.find(book, realm);
    if (network.isPresent()) {
      Roster roster = network.get().roster();
      return Optional.of(
          new CharterView(
              roster.charter(),
              Fingerprints.spoken(roster.founded()),
              true,
              parties(paper(book, rosters, realm, roster.inForce()))));
    }
    return rosters
        .draft(book, realm)
        .map(paper -> {
          Octets content = seal.claimed(paper.signatures().getFirst().signed()).orThrow();
          return new CharterView(
              CharterBytes.read(content).orThrow(),
              Fingerprints.spoken(content.digest()),
              false,
              parties(paper));
        });
  }

  /// The signatures under the charter in force: a link's, or those of the first.
  private static Undersigned paper(Book book, RosterBook rosters, Realm realm, Digest inForce) {
    return rosters.links(book, realm).stream()
        .filter(link ->
            link.entry().change() instanceof RosterChange.Amend(_, Digest digest)
                && digest.equals(inForce))
        .map(RosterBook.Link::paper)
        .findFirst()
        .orElseGet(() -> rosters.charterPaper(book, realm).orElseThrow());
  }

  private static Set<Party> parties(Undersigned paper) {
    return paper.claimed().stream().map(NodeId::party).collect(Collectors.toSet());
  }

  private static List<EntryView> entries(
      Book book, DirectoryBook directory, Optional<RosterBook.Network> network, Instant now) {
    List<EntryView> all = new ArrayList<>();
    for (Standing standing : directory.directory(book).standings().values()) {
      DirectoryEntry entry = standing.entry();
      Optional<Arrival> came =
          directory.arrivals(book, entry.party()).reversed().stream()
              .filter(each -> each.how().isBeginning())
              .findFirst();
      for (NodeRecord node : entry.nodes()) {
        all.add(
            new EntryView(
                node,
                standing,
                KeyHealth.of(node, entry.revoked(), now),
                NetworkPage.until(node),
                came,
                Rank.of(network, node.node())));
      }
    }
    all.sort(Comparator.comparing(each -> each.node().node()));
    return all;
  }

  /// Each document that contradicts one that is here, with that one before it.
  private static List<ForkView> forks(Book book, RosterBook rosters, Realm realm, Seal seal) {
    List<RosterBook.Link> links = rosters.links(book, realm);
    List<ForkView> all = new ArrayList<>();
    for (Undersigned paper : rosters.forks(book, realm)) {
      Octets content = seal.claimed(paper.signatures().getFirst().signed()).orThrow();
      if (RosterBytes.read(content) instanceof Checked.Sound<RosterEntry>(RosterEntry entry, _)) {
        LinkView other = new LinkView(entry, content.digest(), paper);
        links.stream()
            .filter(link -> link.entry().number() == entry.number())
            .map(LinkView::of)
            .findFirst()
            .ifPresent(here -> all.add(ForkView.of(here, other)));
      } else {
        Undersigned first = rosters.charterPaper(book, realm).orElseThrow();
        Octets begun = seal.claimed(first.signatures().getFirst().signed()).orThrow();
        all.add(
            ForkView.of(
                CharterBytes.read(begun).orThrow(),
                ForkView.text(CharterBytes.read(begun).orThrow(), begun.digest(), first),
                ForkView.text(CharterBytes.read(content).orThrow(), content.digest(), paper)));
      }
    }
    return all;
  }

  private static List<LinkView> links(Book book, RosterBook rosters, Realm realm) {
    return rosters.links(book, realm).reversed().stream().map(LinkView::of).toList();
  }
}
