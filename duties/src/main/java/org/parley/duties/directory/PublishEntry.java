package org.parley.duties.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.Arrival;
import org.parley.core.directory.DirectoryEntry;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.OfficeRecord;
import org.parley.core.directory.Revocation;
import org.parley.core.directory.Standing;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.issue.Checked;
import org.parley.core.journal.EntryKind;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.port.Books;
import org.parley.duties.port.Seal;
import org.parley.duties.post.Counterpart;
import org.parley.duties.post.Packing;
import org.parley.duties.record.Journal;
import org.parley.formats.directory.DirectoryBytes;

/// States anew what our party says of itself, signs it, keeps it, and sends it to every node in the
/// directory.
public final class PublishEntry {

  private static final Realm REALM = new Realm.Real();

  private final NodeId self;
  private final DirectoryBook directory;
  private final Seal seal;

  public PublishEntry(NodeId self, DirectoryBook directory, Seal seal) {
    this.self = self;
    this.directory = directory;
    this.seal = seal;
  }

  /// What the entry says beside number and time.
  public record Content(
      List<NodeRecord> nodes, List<OfficeRecord> offices, List<Revocation> revoked) {}

  /// The signed entry; the last one again where nothing has changed, and this seal has signed it:
  /// after certificates were renewed the same is said once more by the new ones, so that who hears
  /// of us only then can check it.
  public Octets run(Books books, Content content, Instant now) {
    return books.change(book -> publish(book, content, now));
  }

  private Octets publish(Book book, Content content, Instant now) {
    Party party = self.party();
    Optional<Standing> before = directory.standing(book, party);
    Optional<Octets> same =
        before.filter(standing -> says(standing.entry(), content)).map(each -> last(book, each));
    if (same.filter(this::isSignedNow).isPresent()) {
      return same.get();
    }
    DirectoryEntry entry =
        new DirectoryEntry(
            party,
            before.map(standing -> standing.entry().number()).orElse(0L) + 1,
            before.map(Standing::digest),
            now,
            content.nodes(),
            content.offices(),
            content.revoked());
    Octets bytes = DirectoryBytes.write(entry);
    Octets signed = seal.sign(bytes);
    Digest document = book.documents().keep(signed);
    directory.add(book, party, bytes);
    new Journal(book).add(EntryKind.DIRECTORY_ENTRY, REALM, now, bytes.digest(), document);
    book.histories().append(REALM, "own-entries", Math.toIntExact(entry.number() - 1), signed);
    directory.note(
        book,
        party,
        new Arrival(Arrival.How.OWN, document, entry.number(), Optional.of(self), now, ""));
    send(book, signed, now);
    return signed;
  }

  private boolean isSignedNow(Octets signed) {
    return seal.verify(signed, seal.certificates()) instanceof Checked.Sound<Octets>;
  }

  private static boolean says(DirectoryEntry entry, Content content) {
    return entry.nodes().equals(content.nodes())
        && entry.offices().equals(content.offices())
        && entry.revoked().equals(content.revoked());
  }

  private Octets last(Book book, Standing standing) {
    return book.histories()
        .events(REALM, "own-entries")
        .get(Math.toIntExact(standing.entry().number() - 1));
  }

  /// Who cannot be reached securely now gets it with the next introduction.
  private void send(Book book, Octets signed, Instant now) {
    Packing packing = new Packing(self, seal, directory);
    directory.nodes(book).stream()
        .filter(node -> !node.party().equals(self.party()))
        .forEach(node -> {
          if (packing.reachable(book, node, now)
              instanceof Checked.Sound<Counterpart>(Counterpart to, _)) {
            packing.pack(book, to, REALM, Enclosed.DIRECTORY_ENTRY, signed, now);
          }
        });
  }
}
