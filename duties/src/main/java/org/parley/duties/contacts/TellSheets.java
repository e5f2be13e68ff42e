package org.parley.duties.contacts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.contacts.SheetNews;
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
import org.parley.formats.contacts.SheetNewsBytes;

/// Tells every node of a network the newest of what each State says of its offices, where it may
/// not know it yet. Each node tells it and not only the State's own, so that a node that was away
/// learns it from whom it reaches first, and two stories meet.
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
          SortedMap<Party, SheetBook.Kept> newest = sheets.newest(book, realm);
          return own.stale(book, realm).isPresent()
              || others(directory, book, realm, self).stream()
                  .anyMatch(node -> !due(book, realm, node, newest).isEmpty());
        });
  }

  /// Inside a change that is open already.
  int run(Book book, Instant now) {
    int told = 0;
    for (Realm realm : directory.rosters().realms(book)) {
      own.stale(book, realm).ifPresent(sheet -> own.again(book, sheet, now));
      SortedMap<Party, SheetBook.Kept> newest = sheets.newest(book, realm);
      for (NodeId node : others(directory, book, realm, self)) {
        List<SheetBook.Kept> due = due(book, realm, node, newest);
        if (!due.isEmpty() && send(book, realm, node, due, now)) {
          sheets.tell(book, realm, node, numbers(due));
          told++;
        }
      }
    }
    return told;
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

  private List<SheetBook.Kept> due(
      Book book, Realm realm, NodeId node, SortedMap<Party, SheetBook.Kept> newest) {
    Map<Party, Long> told = sheets.told(book, realm, node);
    return newest.values().stream()
        .filter(each -> told.getOrDefault(each.sheet().state(), 0L) < each.sheet().number())
        .toList();
  }

  private static Map<Party, Long> numbers(Collection<SheetBook.Kept> kept) {
    Map<Party, Long> numbers = new TreeMap<>();
    kept.forEach(each -> numbers.put(each.sheet().state(), each.sheet().number()));
    return numbers;
  }

  private boolean send(Book book, Realm realm, NodeId node, List<SheetBook.Kept> due, Instant now) {
    if (!(packing.reachable(book, node, now)
        instanceof Checked.Sound<Counterpart>(Counterpart to, _))) {
      return false;
    }
    List<Octets> batch = new ArrayList<>();
    int size = 0;
    for (SheetBook.Kept each : due) {
      Octets signed = sheets.signed(book, each);
      if (!batch.isEmpty() && size + signed.size() > AT_ONCE) {
        pack(book, to, realm, batch, now);
        batch.clear();
        size = 0;
      }
      batch.add(signed);
      size += signed.size();
    }
    pack(book, to, realm, batch, now);
    return true;
  }

  private void pack(Book book, Counterpart to, Realm realm, List<Octets> batch, Instant now) {
    Octets content = SheetNewsBytes.write(new SheetNews(batch));
    packing.pack(book, to, realm, Enclosed.CONTACT_SHEET, packing.seal().sign(content), now);
  }
}
