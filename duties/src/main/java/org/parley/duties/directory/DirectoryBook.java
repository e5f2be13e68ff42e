package org.parley.duties.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.parley.core.directory.Arrival;
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
import org.parley.formats.directory.ArrivalBytes;
import org.parley.formats.directory.DirectoryBytes;

/// The directory in the open book: the exact bytes of every entry of every party, in order. It
/// belongs to no exercise; who is reachable how is always real.
///
/// Entries are read once and remembered by their digest, so that a look-up costs no parsing.
public final class DirectoryBook implements Counterparts {

  private static final Realm REALM = new Realm.Real();
  private static final String STREAM = "directory/";
  private static final String ARRIVALS = "arrivals/";

  private final Map<Digest, DirectoryEntry> read = new HashMap<>();
  private final RosterBook rosters = new RosterBook();
  private final Renewals renewals = new Renewals(this);

  /// The networks this node is in; who is out of them is no counterpart.
  public RosterBook rosters() {
    return rosters;
  }

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
    book.histories()
        .last(REALM, stream)
        .ifPresent(before -> renewals.note(book, party, before, entry));
    book.histories().append(REALM, stream, book.histories().length(REALM, stream), entry);
  }

  /// Notes how an entry of a party came, and what became of it.
  public void note(Book book, Party party, Arrival arrival) {
    String stream = ARRIVALS + party;
    book.histories()
        .append(REALM, stream, book.histories().length(REALM, stream), ArrivalBytes.write(arrival));
  }

  /// How a party's entries came here, the oldest first.
  public List<Arrival> arrivals(Book book, Party party) {
    return book.histories().events(REALM, ARRIVALS + party).stream()
        .map(bytes -> ArrivalBytes.read(bytes).orThrow())
        .toList();
  }

  /// The parties of which anything ever came.
  public List<Party> arrived(Book book) {
    return book.histories().streams(REALM, ARRIVALS).stream()
        .map(stream -> new Party(stream.substring(ARRIVALS.length())))
        .sorted()
        .toList();
  }

  /// The entry of a party that waits for a person, where one does.
  public Optional<Arrival> held(Book book, Party party) {
    List<Arrival> all = arrivals(book, party);
    for (Arrival each : all.reversed()) {
      switch (each.how()) {
        case HELD -> {
          return Optional.of(each);
        }
        case COMPARED, VOUCHED, DISMISSED -> {
          return Optional.empty();
        }
        case OWN, FOLLOWED -> {}
      }
    }
    return Optional.empty();
  }

  /// A party's last entry as it signed it.
  public Optional<Octets> signed(Book book, Party party) {
    return taken(book, party).reversed().stream()
        .findFirst()
        .flatMap(each -> book.documents().find(each.document()));
  }

  /// What a party says of itself as it signed it, to be passed on: the last entry, and before it
  /// those at which certificates changed, without which nobody new could check what was signed
  /// before. The oldest first.
  public List<Octets> passedOn(Book book, Party party) {
    Set<Long> turns =
        renewals.standings(book, party).stream()
            .map(standing -> standing.entry().number())
            .collect(Collectors.toSet());
    List<Octets> documents = new ArrayList<>();
    if (!turns.isEmpty()) {
      taken(book, party).stream()
          .filter(each -> turns.contains(each.number()))
          .flatMap(each -> book.documents().find(each.document()).stream())
          .forEach(documents::add);
    }
    signed(book, party).filter(last -> !documents.contains(last)).ifPresent(documents::add);
    return List.copyOf(documents);
  }

  /// The entries of a party that were taken, as they came.
  private List<Arrival> taken(Book book, Party party) {
    return arrivals(book, party).stream()
        .filter(each ->
            switch (each.how()) {
              case OWN, COMPARED, VOUCHED, FOLLOWED -> true;
              case HELD, DISMISSED -> false;
            })
        .toList();
  }

  /// Whether what is held of a party began anew with an entry, as people compared its fingerprint.
  boolean isBeginning(Book book, Party party, long number) {
    return taken(book, party).stream()
        .anyMatch(each ->
            each.number() == number && each.how() != Arrival.How.OWN && each.how().isBeginning());
  }

  /// The entries at which a party's certificates changed, each with the one before.
  public List<Standing> renewals(Book book, Party party) {
    return renewals.standings(book, party);
  }

  /// What a node may still show on the wire beside its present certificate, in DER.
  public List<Octets> earlierTls(Book book, NodeId node, Instant now) {
    return renewals.earlierTls(book, node, now);
  }

  @Override
  public List<Counterpart.Earlier> earlier(Book book, NodeId node) {
    return renewals.earlier(book, node);
  }

  @Override
  public Optional<Counterpart> find(Book book, NodeId node) {
    return standing(book, node.party())
        .map(Standing::entry)
        .flatMap(entry -> entry.node(node).filter(record -> isSound(entry, record)))
        .filter(record -> !rosters.out(book).test(record.node()))
        .map(record -> new Counterpart(node, record.signing(), record.sealing()));
  }

  @Override
  public List<NodeId> nodes(Book book) {
    Predicate<NodeId> out = rosters.out(book);
    return directory(book).standings().values().stream()
        .flatMap(standing -> standing.entry().nodes().stream())
        .map(NodeRecord::node)
        .filter(out.negate())
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
  public boolean isOut(Book book, NodeId node) {
    return rosters.out(book).test(node);
  }

  @Override
  public Optional<NodeId> nodeOf(Book book, OfficeId office) {
    return standing(book, office.party())
        .flatMap(standing -> standing.entry().serving(office.kind()))
        .map(NodeRecord::node)
        .filter(node -> !rosters.out(book).test(node));
  }

  private static boolean isSound(DirectoryEntry entry, NodeRecord record) {
    return entry.revocation(record.signing()).isEmpty();
  }

  private Standing standing(Octets bytes) {
    return new Standing(read(bytes), bytes.digest());
  }

  /// An entry that was decided.
  DirectoryEntry read(Octets bytes) {
    synchronized (read) {
      return read.computeIfAbsent(bytes.digest(), _ -> DirectoryBytes.read(bytes).orThrow());
    }
  }
}
