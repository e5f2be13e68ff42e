package org.parley.duties.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.parley.core.directory.DirectoryEntry;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.directory.roster.Undersigned;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.directory.DirectoryBook;
import org.parley.duties.port.Book;
import org.parley.duties.port.Seal;
import org.parley.formats.directory.DirectoryBytes;

/// Checks documents with several signatures. Certificates are found by their fingerprint alone, so
/// that it does not matter who brought them.
record Signatures(DirectoryBook directory, Seal seal) {

  /// The document inside all of its signatures, none of them checked.
  Checked<Octets> content(Undersigned paper) {
    Optional<Octets> found = Optional.empty();
    for (Undersigned.Signature each : paper.signatures()) {
      Checked<Octets> claimed = seal.claimed(each.signed());
      if (!(claimed instanceof Checked.Sound<Octets>(Octets content, _))) {
        return claimed;
      }
      if (found.isPresent() && !found.get().equals(content)) {
        return refused("its signatures stand under different documents");
      }
      found = Optional.of(content);
    }
    return found
        .<Checked<Octets>>map(content -> new Checked.Sound<>(content, List.of()))
        .orElseGet(() -> refused("nobody has signed it"));
  }

  /// Certificates by their fingerprint: those of the directory, ours, and those that entries name.
  ///
  /// @param entries signed, nothing checked
  Map<Digest, SigningCertificates> known(Book book, List<Octets> entries) {
    Map<Digest, SigningCertificates> known = new HashMap<>();
    known.put(seal.certificates().fingerprint(), seal.certificates());
    directory
        .directory(book)
        .standings()
        .forEach((party, each) -> {
          add(known, each.entry());
          directory.renewals(book, party).forEach(turn -> add(known, turn.entry()));
        });
    for (Octets signed : entries) {
      if (seal.claimed(signed).then(DirectoryBytes::read)
          instanceof Checked.Sound<DirectoryEntry>(DirectoryEntry entry, _)) {
        add(known, entry);
      }
    }
    return known;
  }

  private static void add(Map<Digest, SigningCertificates> known, DirectoryEntry entry) {
    entry.nodes().forEach(node -> known.put(node.signing().fingerprint(), node.signing()));
  }

  /// The signatures that hold, each by the certificates that the node is known by.
  Undersigned holding(
      Undersigned paper,
      Function<NodeId, Optional<Digest>> fingerprints,
      Map<Digest, SigningCertificates> known) {
    return new Undersigned(
        paper.signatures().stream()
            .filter(each ->
                fingerprints
                    .apply(each.by())
                    .flatMap(print -> Optional.ofNullable(known.get(print)))
                    .filter(by -> seal.verify(each.signed(), by) instanceof Checked.Sound<Octets>)
                    .isPresent())
            .toList());
  }

  private static <T> Checked<T> refused(String message) {
    return new Checked.Refused<>(
        List.of(
            new Issue(IssueCode.SIGNATURE_WRONG, Place.of("document"), message, Optional.empty())));
  }
}
