package org.parley.exchange;

import java.util.Optional;
import org.parley.core.directory.DirectoryEntry;
import org.parley.core.directory.Fingerprints;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.directory.TakeEntry;
import org.parley.formats.directory.DirectoryBytes;

/// Takes in the cards of other parties' nodes, each against the fingerprint that people compared on
/// a second way.
public record Introduction(NodeHome home) {

  /// The largest card that is looked at, in octets.
  public static final int LARGEST = 1 << 20;

  /// What a card says, nothing checked: only to show whose it claims to be.
  public Checked<DirectoryEntry> claimed(Octets card) {
    return home.station().seal().claimed(card).then(DirectoryBytes::read);
  }

  /// Whether the party is in the directory already, so that its own signature is enough.
  public boolean knows(DirectoryEntry entry) {
    return home.station()
        .books()
        .look(book -> home.directory().standing(book, entry.party()).isPresent());
  }

  /// The fingerprint of the entry's nodes that was read out; empty where it is none of them.
  public static Optional<Digest> compared(DirectoryEntry entry, String readOut) {
    return entry.nodes().stream()
        .map(node -> node.signing().fingerprint())
        .filter(print -> Fingerprints.matches(readOut, print).orElse(false))
        .findFirst();
  }

  /// Takes a card in. A party that is known by other keys, and has not signed the card by them, is
  /// taken in anew where people compared the fingerprint.
  public Checked<DirectoryEntry> take(Octets card, Optional<Digest> compared) {
    TakeEntry taker = new TakeEntry(home.directory(), home.station().seal());
    Checked<DirectoryEntry> taken =
        taker.run(home.station().books(), card, compared, home.station().now());
    boolean otherKeys =
        taken.issues().stream().anyMatch(issue -> issue.code() == IssueCode.SIGNATURE_WRONG);
    return otherKeys && compared.isPresent()
        ? home.station()
            .books()
            .change(book -> taker.anew(book, card, compared.get(), home.station().now()))
        : taken;
  }
}
