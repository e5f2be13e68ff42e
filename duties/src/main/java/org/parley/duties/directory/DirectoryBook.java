package org.parley.duties.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.directory.Directory;
import org.parley.core.directory.DirectoryEntry;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.Standing;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.post.Counterpart;
import org.parley.duties.post.Counterparts;
import org.parley.formats.directory.DirectoryBytes;

/// The directory in the open book: the exact bytes of every entry of every party, in order. It
/// belongs to no exercise; who is reachable how is always real.
///
/// Entries are read once and remembered by their digest, so that a look-up costs no parsing.
public final class DirectoryBook implements Counterparts {

  private static final Realm REALM = new Realm.Real();
  private static final String STREAM = "directory/";

  private final Map<Digest, DirectoryEntry> read = new HashMap<>();

  /// All parties' last entries.
  public Directory directory(Book book) {
    Map<Party, Standing> standings = new HashMap<>();
    for (String stream : book.histories().streams(REALM, STREAM)) {
      Party party = new Party(stream.substring(STREAM.length()));
      standing(book, party).ifPresent(standing -> standings.put(party, standing));
    }
    return new Directory(standings);
  }

  /// A party's last entry.
  public Optional<Standing> standing(Book book, Party party) {
    return book.histories().last(REALM, STREAM + party).map(this::standing);
  }

  /// Adds an entry that was decided.
  public void add(Book book, Party party, Octets entry) {
    String stream = STREAM + party;
    book.histories().append(REALM, stream, book.histories().length(REALM, stream), entry);
  }

  @Override
  public Optional<Counterpart> find(Book book, NodeId node) {
    return standing(book, node.party())
        .map(Standing::entry)
        .flatMap(entry -> entry.node(node).filter(record -> isSound(entry, record)))
        .map(record -> new Counterpart(node, record.signing(), record.sealing()));
  }

  @Override
  public List<NodeId> nodes(Book book) {
    return directory(book).standings().values().stream()
        .flatMap(standing -> standing.entry().nodes().stream())
        .map(NodeRecord::node)
        .sorted()
        .toList();
  }

  @Override
  public Optional<Octets> logKey(Book book, NodeId node) {
    return standing(book, node.party())
        .map(Standing::entry)
        .flatMap(entry -> entry.node(node).filter(record -> isSound(entry, record)))
        .map(NodeRecord::logKey);
  }

  @Override
  public Optional<NodeId> nodeOf(Book book, OfficeId office) {
    return standing(book, office.party())
        .flatMap(standing -> standing.entry().serving(office.kind()))
        .map(NodeRecord::node);
  }

  private static boolean isSound(DirectoryEntry entry, NodeRecord record) {
    return entry.revocation(record.signing()).isEmpty();
  }

  private Standing standing(Octets bytes) {
    Digest digest = bytes.digest();
    synchronized (read) {
      DirectoryEntry entry =
          read.computeIfAbsent(digest, _ -> DirectoryBytes.read(bytes).orThrow());
      return new Standing(entry, digest);
    }
  }
}
