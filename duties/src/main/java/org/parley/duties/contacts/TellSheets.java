package org.parley.duties.contacts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.contacts.SheetNews;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.directory.DirectoryBook;
import org.parley.duties.directory.RosterBook;
import org.parley.duties.port.Book;
import org.parley.duties.port.Books;
import org.parley.duties.port.Seal;
import org.parley.duties.post.Counterpart;
import org.parley.duties.post.Packing;
import org.parley.formats.contacts.SheetNewsBytes;

/// Tells every node of a network the newest of what each State says of its offices, and of the
/// campaigns, where it may not know it yet. Each node tells it and not only the State's own, so
/// that a node that was away learns it from whom it reaches first, and two stories meet.
public final class TellSheets {

  /// What one parcel carries at most, in octets of signed sheets.
  private static final int AT_ONCE = 2 << 20;

  private final NodeId self;
  private final DirectoryBook directory;
  private final Packing packing;
  private final SheetBook sheets = new SheetBook();
  private final OwnWord own;

  public TellSheets(NodeId self, DirectoryBook directory, Seal seal) {
    this.self = self;
    this.directory = directory;
    this.packing = new Packing(self, seal, directory);
    this.own = new OwnWord(self, seal, sheets);
  }

  /// To how many nodes something goes; none where all know all of it.
  public int run(Books books, Instant now) {
    return books.look(this::isDue) ? books.change(book -> run(book, now)) : 0;
  }

  private boolean isDue(Book book) {
    return directory.rosters().realms(book).stream()
        .anyMatch(realm -> {
          List<Item> items = items(book, realm);
          return own.stale(book, realm).isPresent()
              || others(directory, book, realm, self).stream()
                  .anyMatch(node -> !due(book, realm, node, items).isEmpty());
        });
  }

  /// Inside a change that is open already.
  int run(Book book, Instant now) {
    int told = 0;
    for (Realm realm : directory.rosters().realms(book)) {
      own.stale(book, realm).ifPresent(sheet -> own.again(book, sheet, now));
      List<Item> items = items(book, realm);
      for (NodeId node : others(directory, book, realm, self)) {
        List<Item> due = due(book, realm, node, items);
        if (!due.isEmpty() && send(book, realm, node, due, now)) {
          Map<String, Long> numbers = new TreeMap<>();
          due.forEach(each -> numbers.put(each.topic(), each.number()));
          new Told(book, realm).note(node, numbers);
          told++;
        }
      }
    }
    return told;
  }

  /// Something that every node should know.
  ///
  /// @param document the digest of its signed bytes
  private record Item(String topic, long number, Digest document, boolean campaign) {}

  private List<Item> items(Book book, Realm realm) {
    List<Item> items = new ArrayList<>();
    new CampaignBook(book, realm)
        .all()
        .forEach(each ->
            items.add(
                new Item(
                    CampaignBook.topic(each.campaign().year()),
                    each.campaign().number(),
                    each.document(),
                    true)));
    sheets
        .newest(book, realm)
        .forEach((state, kept) ->
            items.add(
                new Item(state.code(), kept.sheet().number(), kept.arrival().document(), false)));
    return items;
  }

  /// The other nodes of a realm's network; none where there is no network.
  static List<NodeId> others(DirectoryBook directory, Book book, Realm realm, NodeId self) {
    Optional<RosterBook.Network> network = directory.rosters().find(book, realm);
    return network.isEmpty()
        ? List.of()
        : directory.nodes(book).stream()
            .filter(node -> !node.equals(self))
            .filter(node -> network.get().roster().vouched(node).isPresent())
            .toList();
  }

  private static List<Item> due(Book book, Realm realm, NodeId node, List<Item> items) {
    Map<String, Long> told = new Told(book, realm).of(node);
    return items.stream()
        .filter(each -> told.getOrDefault(each.topic(), 0L) < each.number())
        .toList();
  }

  private boolean send(Book book, Realm realm, NodeId node, List<Item> due, Instant now) {
    if (!(packing.reachable(book, node, now)
        instanceof Checked.Sound<Counterpart>(Counterpart to, _))) {
      return false;
    }
    List<Octets> said = new ArrayList<>();
    List<Octets> campaigns = new ArrayList<>();
    int size = 0;
    for (Item each : due) {
      Octets signed = book.documents().find(each.document()).orElseThrow();
      if (size > 0 && size + signed.size() > AT_ONCE) {
        pack(book, to, realm, new SheetNews(said, campaigns), now);
        said.clear();
        campaigns.clear();
        size = 0;
      }
      (each.campaign() ? campaigns : said).add(signed);
      size += signed.size();
    }
    pack(book, to, realm, new SheetNews(said, campaigns), now);
    return true;
  }

  private void pack(Book book, Counterpart to, Realm realm, SheetNews news, Instant now) {
    Octets content = SheetNewsBytes.write(news);
    packing.pack(book, to, realm, Enclosed.CONTACT_SHEET, packing.seal().sign(content), now);
  }
}
