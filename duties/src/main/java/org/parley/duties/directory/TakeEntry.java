package org.parley.duties.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.Arrival;
import org.parley.core.directory.Directory;
import org.parley.core.directory.DirectoryEntry;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.directory.Standing;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.journal.EntryKind;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.port.Books;
import org.parley.duties.port.Seal;
import org.parley.duties.record.Journal;
import org.parley.formats.directory.DirectoryBytes;

/// Takes in a party's entry: the first of a party against a fingerprint that people compared on a
/// second way, each later one because it follows the one before and bears its signature.
public final class TakeEntry {

  private final DirectoryBook directory;
  private final Seal seal;

  public TakeEntry(DirectoryBook directory, Seal seal) {
    this.directory = directory;
    this.seal = seal;
  }

  /// Why an entry may be believed.
  public sealed interface Grounds {

    /// It follows the one before and bears its signature.
    ///
    /// @param from the node that sent it, where one did
    record OwnWord(Optional<NodeId> from) implements Grounds {}

    /// People compared the fingerprint of its signer's certificates on another way.
    record Compared(Digest fingerprint) implements Grounds {}

    /// The network's charter or roster names these certificates.
    ///
    /// @param words which of them, for people
    record Vouched(Digest fingerprint, Optional<NodeId> from, String words) implements Grounds {}
  }

  /// @param compared the fingerprint that people compared; needed for the first of a party alone
  public Checked<DirectoryEntry> run(
      Books books, Octets signed, Optional<Digest> compared, Instant now) {
    Grounds grounds =
        compared.isPresent()
            ? new Grounds.Compared(compared.get())
            : new Grounds.OwnWord(Optional.empty());
    return books.change(book -> take(book, signed, grounds, now));
  }

  /// Inside a change that is open already.
  public Checked<DirectoryEntry> take(Book book, Octets signed, Grounds grounds, Instant now) {
    Checked<Directory.Offered> offered = offered(book, signed);
    return offered.then(entry -> {
      List<Issue> weak = weak(entry.entry());
      if (!weak.isEmpty()) {
        return new Checked.Refused<>(weak);
      }
      Directory all = directory.directory(book);
      Checked<Directory.Offered> decided = all.decide(entry, fingerprint(grounds));
      if (decided instanceof Checked.Sound<Directory.Offered>) {
        boolean first = all.find(entry.entry().party()).isEmpty();
        keep(book, entry, signed, all, first ? grounds : new Grounds.OwnWord(from(grounds)), now);
      }
      return decided.map(Directory.Offered::entry);
    });
  }

  /// Takes in an entry that follows what is held of its party, whoever brings it; whether there was
  /// anything to take.
  public boolean follows(Book book, Octets signed, Instant now) {
    Optional<Standing> before =
        claimed(signed).flatMap(entry -> directory.standing(book, entry.party()));
    return before.isPresent()
        && take(book, signed, new Grounds.OwnWord(Optional.empty()), now)
            instanceof Checked.Sound<DirectoryEntry>(DirectoryEntry entry, _)
        && entry.number() > before.get().entry().number();
  }

  /// Takes in an entry whose party has lost the key that it signed with, against the fingerprint
  /// that people compared.
  public Checked<DirectoryEntry> anew(Book book, Octets signed, Digest compared, Instant now) {
    return self(signed)
        .then(entry -> {
          List<Issue> weak = weak(entry.entry());
          if (!weak.isEmpty()) {
            return new Checked.Refused<>(weak);
          }
          Directory all = directory.directory(book);
          Checked<Directory.Offered> decided = all.decideAnew(entry, compared);
          if (decided instanceof Checked.Sound<Directory.Offered>) {
            keep(book, entry, signed, all, new Grounds.Compared(compared), now);
          }
          return decided.map(Directory.Offered::entry);
        });
  }

  /// An entry that one of the nodes it names has signed: what it says of itself agrees with its
  /// signature, and nothing else is known.
  public Checked<Directory.Offered> self(Octets signed) {
    return seal.claimed(signed)
        .then(DirectoryBytes::read)
        .then(entry -> signedBy(entry, entry.nodes(), signed));
  }

  /// What a signed entry says, nothing checked.
  public Optional<DirectoryEntry> claimed(Octets signed) {
    return seal.claimed(signed).then(DirectoryBytes::read)
            instanceof Checked.Sound<DirectoryEntry>(DirectoryEntry entry, _)
        ? Optional.of(entry)
        : Optional.empty();
  }

  private List<Issue> weak(DirectoryEntry entry) {
    return entry.nodes().stream().flatMap(node -> seal.check(node).issues().stream()).toList();
  }

  private static Optional<Digest> fingerprint(Grounds grounds) {
    return switch (grounds) {
      case Grounds.OwnWord _ -> Optional.empty();
      case Grounds.Compared(Digest fingerprint) -> Optional.of(fingerprint);
      case Grounds.Vouched(Digest fingerprint, _, _) -> Optional.of(fingerprint);
    };
  }

  private static Optional<NodeId> from(Grounds grounds) {
    return switch (grounds) {
      case Grounds.OwnWord(Optional<NodeId> from) -> from;
      case Grounds.Compared _ -> Optional.empty();
      case Grounds.Vouched(_, Optional<NodeId> from, _) -> from;
    };
  }

  private void keep(
      Book book,
      Directory.Offered entry,
      Octets signed,
      Directory all,
      Grounds grounds,
      Instant now) {
    Party party = entry.entry().party();
    Optional<Standing> before = all.find(party);
    if (before.map(Standing::digest).equals(Optional.of(entry.digest()))) {
      return;
    }
    Octets content = seal.claimed(signed).orThrow();
    Digest document = book.documents().keep(signed);
    directory.add(book, party, content);
    before.ifPresent(standing -> hurry(book, standing.entry(), entry.entry(), now));
    new Journal(book)
        .add(EntryKind.DIRECTORY_ENTRY, new Realm.Real(), now, entry.digest(), document);
    directory.note(
        book,
        party,
        switch (grounds) {
          case Grounds.OwnWord(Optional<NodeId> from) ->
              arrival(Arrival.How.FOLLOWED, entry, document, from, now, "");
          case Grounds.Compared _ ->
              arrival(Arrival.How.COMPARED, entry, document, Optional.empty(), now, "");
          case Grounds.Vouched(_, Optional<NodeId> from, String words) ->
              arrival(Arrival.How.VOUCHED, entry, document, from, now, words);
        });
  }

  /// What waits for a node that has lost keys, as after it was restored, is sealed to others at the
  /// next try, and that is now: what lies at a relay it will never open.
  private static void hurry(Book book, DirectoryEntry before, DirectoryEntry after, Instant now) {
    for (NodeRecord node : after.nodes()) {
      boolean lost =
          before
              .node(node.node())
              .filter(old ->
                  old.sealingAt(now).stream().anyMatch(keys -> !node.sealing().contains(keys)))
              .isPresent();
      if (lost) {
        book.outbox().waitingFor(node.node()).stream()
            .map(waiting -> waiting.parcel().parcel())
            .forEach(parcel -> book.outbox().tried(parcel, now, "the node names other keys now"));
      }
    }
  }

  private static Arrival arrival(
      Arrival.How how,
      Directory.Offered entry,
      Digest document,
      Optional<NodeId> from,
      Instant now,
      String words) {
    return new Arrival(how, document, entry.entry().number(), from, now, words);
  }

  /// The entry with whose certificates its signature was checked: those of the entry before, and
  /// for a party not known yet those it names itself.
  private Checked<Directory.Offered> offered(Book book, Octets signed) {
    return seal.claimed(signed)
        .then(DirectoryBytes::read)
        .then(entry ->
            signedBy(
                entry,
                directory.standing(book, entry.party()).map(Standing::entry).orElse(entry).nodes(),
                signed));
  }

  private Checked<Directory.Offered> signedBy(
      DirectoryEntry entry, List<NodeRecord> signers, Octets signed) {
    for (NodeRecord node : signers) {
      SigningCertificates signer = node.signing();
      if (seal.verify(signed, signer) instanceof Checked.Sound<Octets>(Octets bytes, _)) {
        return new Checked.Sound<>(new Directory.Offered(entry, bytes.digest(), signer), List.of());
      }
    }
    return new Checked.Refused<>(
        List.of(
            new Issue(
                IssueCode.SIGNATURE_WRONG,
                Place.of("directory entry " + entry.party()),
                "no node of this party that is known here has signed it",
                Optional.of("compare the fingerprint with its party again"))));
  }
}
