package org.parley.duties.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.roster.RosterChange;
import org.parley.core.directory.roster.RosterNews;
import org.parley.core.directory.roster.Undersigned;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.directory.DirectoryBook;
import org.parley.duties.directory.RosterBook;
import org.parley.duties.port.Book;
import org.parley.duties.port.Books;
import org.parley.duties.port.Seal;
import org.parley.duties.post.Counterpart;
import org.parley.duties.post.Packing;
import org.parley.formats.directory.NewsBytes;

/// Tells every node of a network what it may not know yet of its roster. Each node tells it and not
/// only the one that registers, so that two stories meet.
public final class TellRoster {

  private final NodeId self;
  private final DirectoryBook directory;
  private final Packing packing;

  public TellRoster(NodeId self, DirectoryBook directory, Seal seal) {
    this.self = self;
    this.directory = directory;
    this.packing = new Packing(self, seal, directory);
  }

  /// To how many nodes something goes; none where all know all of it.
  public int run(Books books, Instant now) {
    return books.look(this::isDue) ? books.change(book -> run(book, now)) : 0;
  }

  private boolean isDue(Book book) {
    RosterBook rosters = directory.rosters();
    return rosters.realms(book).stream()
        .anyMatch(realm -> {
          long number = rosters.find(book, realm).orElseThrow().roster().number();
          return others(book, realm).stream()
              .anyMatch(node -> rosters.told(book, realm, node) < number);
        });
  }

  /// Inside a change that is open already.
  int run(Book book, Instant now) {
    RosterBook rosters = directory.rosters();
    int told = 0;
    for (Realm realm : rosters.realms(book)) {
      List<RosterBook.Link> links = rosters.links(book, realm);
      for (NodeId node : others(book, realm)) {
        long from = rosters.told(book, realm, node);
        if (rosters.isUntold(book, realm, node)) {
          renewed(book, node, now);
        }
        if (from < links.size()
            && send(book, realm, node, news(book, links.subList((int) from, links.size())), now)) {
          rosters.tell(book, realm, node, links.size());
          told++;
        }
      }
    }
    return told;
  }

  /// Whoever was out while this node renewed its certificates has not got the entry that names
  /// them, and could check nothing that is signed with them.
  private void renewed(Book book, NodeId node, Instant now) {
    if (!directory.renewals(book, self.party()).isEmpty()
        && packing.reachable(book, node, now)
            instanceof Checked.Sound<Counterpart>(Counterpart to, _)) {
      directory
          .passedOn(book, self.party())
          .forEach(entry ->
              packing.pack(book, to, new Realm.Real(), Enclosed.DIRECTORY_ENTRY, entry, now));
    }
  }

  /// Sends proposals, and charters with new signatures, to some nodes.
  void send(Book book, Realm realm, List<NodeId> to, RosterNews news, Instant now) {
    to.stream()
        .filter(node -> !node.equals(self))
        .forEach(node -> send(book, realm, node, news, now));
  }

  /// The nodes of a network that can be reached, but ours.
  List<NodeId> others(Book book, Realm realm) {
    RosterBook.Network network = directory.rosters().find(book, realm).orElseThrow();
    return directory.nodes(book).stream()
        .filter(node -> !node.equals(self) && network.roster().vouched(node).isPresent())
        .toList();
  }

  private RosterNews news(Book book, List<RosterBook.Link> links) {
    List<Undersigned> papers = new ArrayList<>();
    Set<Party> parties = new LinkedHashSet<>();
    for (RosterBook.Link link : links) {
      papers.add(link.paper());
      switch (link.entry().change()) {
        case RosterChange.Add(NodeId node, _, _) -> parties.add(node.party());
        case RosterChange.Rekey(NodeId node, _) -> parties.add(node.party());
        case RosterChange.Remove _, RosterChange.ChangeRole _, RosterChange.Amend _ -> {}
      }
    }
    return new RosterNews(Optional.empty(), papers, List.of(), entries(book, parties));
  }

  /// What parties say of themselves, as they signed it.
  List<Octets> entries(Book book, Set<Party> parties) {
    return parties.stream().flatMap(party -> directory.passedOn(book, party).stream()).toList();
  }

  private boolean send(Book book, Realm realm, NodeId node, RosterNews news, Instant now) {
    if (packing.reachable(book, node, now)
        instanceof Checked.Sound<Counterpart>(Counterpart to, _)) {
      Octets signed = packing.seal().sign(NewsBytes.write(news));
      packing.pack(book, to, realm, Enclosed.ROSTER_ENTRY, signed, now);
      return true;
    }
    return false;
  }
}
