package org.parley.duties.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.DirectoryEntry;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.directory.Standing;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.post.Counterpart;

/// The entries at which a party's nodes changed their certificates, those they sign with and those
/// they show on the wire, each with the entry before it. Entries come weekly and certificates
/// change every few years, so they are kept beside the rest: nobody reads a hundred entries to
/// check an old signature.
final class Renewals {

  private static final Realm REALM = new Realm.Real();
  private static final String STREAM = "renewals/";

  /// A program that runs on shows the earlier certificate until it is started again.
  private static final Duration SHOWN_STILL = Duration.ofDays(30);

  private final DirectoryBook directory;

  Renewals(DirectoryBook directory) {
    this.directory = directory;
  }

  /// Notes two entries that follow each other, where their certificates differ.
  void note(Book book, Party party, Octets before, Octets after) {
    if (certificates(directory.read(before)).equals(certificates(directory.read(after)))) {
      return;
    }
    if (!book.histories().last(REALM, STREAM + party).equals(Optional.of(before))) {
      append(book, party, before);
    }
    append(book, party, after);
  }

  private record Shown(SigningCertificates signing, Octets tls) {}

  private static List<Shown> certificates(DirectoryEntry entry) {
    return entry.nodes().stream().map(node -> new Shown(node.signing(), node.tls())).toList();
  }

  private static void append(Book book, Party party, Octets entry) {
    String stream = STREAM + party;
    book.histories().append(REALM, stream, book.histories().length(REALM, stream), entry);
  }

  /// The entries before and behind each change, the oldest first; none where there was no change.
  List<Standing> standings(Book book, Party party) {
    return book.histories().events(REALM, STREAM + party).stream()
        .map(bytes -> new Standing(directory.read(bytes), bytes.digest()))
        .toList();
  }

  private List<DirectoryEntry> entries(Book book, Party party) {
    return standings(book, party).stream().map(Standing::entry).toList();
  }

  /// See [org.parley.duties.post.Counterparts#earlier].
  List<Counterpart.Earlier> earlier(Book book, NodeId node) {
    List<DirectoryEntry> turns = entries(book, node.party());
    List<Counterpart.Earlier> found = new ArrayList<>();
    for (int at = turns.size() - 1; at > 0; at--) {
      DirectoryEntry after = turns.get(at);
      if (directory.isBeginning(book, node.party(), after.number())) {
        // People compared fingerprints anew: the key before was lost, and speaks no more.
        break;
      }
      Optional<SigningCertificates> now = after.node(node).map(NodeRecord::signing);
      turns
          .get(at - 1)
          .node(node)
          .map(NodeRecord::signing)
          .filter(each -> !now.equals(Optional.of(each)) && isSound(book, node.party(), each))
          .ifPresent(each -> found.add(new Counterpart.Earlier(each, after.at())));
    }
    return List.copyOf(found);
  }

  /// What a node showed on the wire before its present certificate, as far as that was named in a
  /// document that the one before had signed, until so long after. Whoever has its identity key has
  /// the other too, so nothing that was named beside a revoked one counts.
  List<Octets> earlierTls(Book book, NodeId node, Instant now) {
    List<DirectoryEntry> turns = entries(book, node.party());
    List<Octets> found = new ArrayList<>();
    for (int at = turns.size() - 1; at > 0; at--) {
      DirectoryEntry after = turns.get(at);
      if (directory.isBeginning(book, node.party(), after.number())
          || !now.isBefore(after.at().plus(SHOWN_STILL))) {
        break;
      }
      Optional<Octets> present = after.node(node).map(NodeRecord::tls);
      turns
          .get(at - 1)
          .node(node)
          .filter(record -> isSound(book, node.party(), record.signing()))
          .map(NodeRecord::tls)
          .filter(each -> !present.equals(Optional.of(each)))
          .ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  private boolean isSound(Book book, Party party, SigningCertificates certificates) {
    return directory
        .standing(book, party)
        .map(Standing::entry)
        .filter(entry -> entry.revocation(certificates).isEmpty())
        .isPresent();
  }
}
