package org.parley.duties.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.Directory;
import org.parley.core.directory.DirectoryEntry;
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

  /// @param compared the fingerprint that people compared; needed for the first of a party alone
  public Checked<DirectoryEntry> run(
      Books books, Octets signed, Optional<Digest> compared, Instant now) {
    return books.change(book -> take(book, signed, compared, now));
  }

  /// Inside a change that is open already.
  public Checked<DirectoryEntry> take(
      Book book, Octets signed, Optional<Digest> compared, Instant now) {
    Checked<Directory.Offered> offered = offered(book, signed);
    if (!(offered instanceof Checked.Sound<Directory.Offered>(Directory.Offered entry, _))) {
      return new Checked.Refused<>(offered.issues());
    }
    List<Issue> weak =
        entry.entry().nodes().stream().flatMap(node -> seal.check(node).issues().stream()).toList();
    if (!weak.isEmpty()) {
      return new Checked.Refused<>(weak);
    }
    Directory all = directory.directory(book);
    Checked<Directory.Offered> decided = all.decide(entry, compared);
    if (decided instanceof Checked.Sound<Directory.Offered>) {
      keep(book, entry, signed, all, now);
    }
    return decided.map(Directory.Offered::entry);
  }

  /// What must come before this entry, where one of its party's is still on its way.
  ///
  /// @param content the entry's bytes, out of their signature
  public Optional<Issue> gap(Book book, Octets content) {
    return DirectoryBytes.read(content) instanceof Checked.Sound<DirectoryEntry>(var entry, _)
        ? directory
            .standing(book, entry.party())
            .filter(standing -> entry.number() > standing.entry().number() + 1)
            .map(standing ->
                new Issue(
                    IssueCode.DIRECTORY_GAP,
                    Place.of("directory entry " + entry.party()),
                    "number %d is here, and number %d must come before number %d"
                        .formatted(
                            standing.entry().number(),
                            standing.entry().number() + 1,
                            entry.number()),
                    Optional.empty()))
        : Optional.empty();
  }

  private void keep(Book book, Directory.Offered entry, Octets signed, Directory all, Instant now) {
    Optional<Standing> before = all.find(entry.entry().party());
    if (before.map(Standing::digest).equals(Optional.of(entry.digest()))) {
      return;
    }
    Octets content = seal.claimed(signed).orThrow();
    Digest document = book.documents().keep(signed);
    directory.add(book, entry.entry().party(), content);
    new Journal(book)
        .add(EntryKind.DIRECTORY_ENTRY, new Realm.Real(), now, entry.digest(), document);
  }

  /// The entry with whose certificates its signature was checked: those of the entry before, and
  /// for a party not known yet those it names itself.
  private Checked<Directory.Offered> offered(Book book, Octets signed) {
    Checked<DirectoryEntry> claimed = seal.claimed(signed).then(DirectoryBytes::read);
    if (!(claimed instanceof Checked.Sound<DirectoryEntry>(DirectoryEntry entry, _))) {
      return new Checked.Refused<>(claimed.issues());
    }
    DirectoryEntry signers =
        directory.standing(book, entry.party()).map(Standing::entry).orElse(entry);
    for (NodeRecord node : signers.nodes()) {
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
