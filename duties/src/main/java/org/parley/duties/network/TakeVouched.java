package org.parley.duties.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.directory.Arrival;
import org.parley.core.directory.Directory;
import org.parley.core.directory.DirectoryEntry;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.Standing;
import org.parley.core.directory.roster.Roster;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.directory.DirectoryBook;
import org.parley.duties.directory.RosterBook;
import org.parley.duties.directory.TakeEntry;
import org.parley.duties.port.Book;
import org.parley.duties.port.Seal;

/// Takes in entries that others pass on. A party's first is believed by the fingerprint that the
/// charter or the roster names, a later one by the signature of the one before. Everything else
/// waits for a person who compares fingerprints on another way: nobody who passes entries on can
/// put other keys in the place of a party's own.
final class TakeVouched {

  /// Of one party nobody looks at more at once.
  private static final int MOST_HELD = 5;

  private final DirectoryBook directory;
  private final TakeEntry takeEntry;

  TakeVouched(DirectoryBook directory, Seal seal) {
    this.directory = directory;
    this.takeEntry = new TakeEntry(directory, seal);
  }

  List<Issue> run(
      Book book, Realm realm, List<Octets> entries, Optional<NodeId> from, Instant now) {
    List<Issue> told = new ArrayList<>();
    RosterBook.Network network = directory.rosters().find(book, realm).orElseThrow();
    for (Octets signed : asNeeded(book, network, entries, from)) {
      Checked<Directory.Offered> self = takeEntry.self(signed);
      if (self instanceof Checked.Sound<Directory.Offered>(Directory.Offered offered, _)) {
        told.addAll(take(book, network, offered, signed, from, now));
      } else {
        told.addAll(byEarlierKey(book, signed, from, now));
      }
    }
    return told;
  }

  /// Whoever knows nothing of a party yet needs its last entry alone, if the roster names the keys
  /// of that; the entries before it only help to check what was signed by earlier keys. To whom the
  /// roster names an earlier key still, they are the way to the last.
  private List<Octets> asNeeded(
      Book book, RosterBook.Network network, List<Octets> entries, Optional<NodeId> from) {
    Map<Party, Long> begins = new HashMap<>();
    for (Octets signed : entries) {
      if (takeEntry.self(signed) instanceof Checked.Sound<Directory.Offered>(var offered, _)
          && directory.standing(book, offered.entry().party()).isEmpty()
          && vouched(network, offered, from).isPresent()) {
        begins.merge(offered.entry().party(), offered.entry().number(), Math::max);
      }
    }
    return entries.stream()
        .filter(signed ->
            takeEntry
                .claimed(signed)
                .filter(each -> each.number() < begins.getOrDefault(each.party(), 0L))
                .isEmpty())
        .toList();
  }

  /// An entry that none of the nodes it names has signed: a party that changes its only node's key
  /// signs by the earlier one.
  private List<Issue> byEarlierKey(Book book, Octets signed, Optional<NodeId> from, Instant now) {
    return takeEntry.take(book, signed, new TakeEntry.Grounds.OwnWord(from), now).issues();
  }

  private List<Issue> take(
      Book book,
      RosterBook.Network network,
      Directory.Offered offered,
      Octets signed,
      Optional<NodeId> from,
      Instant now) {
    DirectoryEntry entry = offered.entry();
    Optional<Standing> before = directory.standing(book, entry.party());
    if (before.filter(standing -> entry.number() < standing.entry().number()).isPresent()) {
      // Its party has told us more already; an older entry moves nobody back.
      return isSigner(before.get().entry(), offered) ? List.of() : rolledBack(entry);
    }
    if (before.isPresent()) {
      Checked<DirectoryEntry> followed =
          takeEntry.take(book, signed, new TakeEntry.Grounds.OwnWord(from), now);
      boolean other =
          followed.issues().stream().anyMatch(issue -> issue.code() == IssueCode.SIGNATURE_WRONG);
      return other
          ? hold(book, offered, signed, from, now, IssueCode.KEY_UNPROVEN)
          : gapForgiven(followed.issues());
    }
    Optional<TakeEntry.Grounds> vouched = vouched(network, offered, from);
    return vouched.isPresent()
        ? takeEntry.take(book, signed, vouched.get(), now).issues()
        : hold(book, offered, signed, from, now, IssueCode.FINGERPRINT_DIFFERS);
  }

  private static List<Issue> rolledBack(DirectoryEntry entry) {
    return List.of(
        new Issue(
            IssueCode.DIRECTORY_ROLLED_BACK,
            Place.of("directory entry " + entry.party() + " number " + entry.number()),
            "a later one is here, and other keys have signed this",
            Optional.empty()));
  }

  /// Entries that are missing between come from their party itself.
  private static List<Issue> gapForgiven(List<Issue> issues) {
    return issues.stream().filter(issue -> issue.code() != IssueCode.DIRECTORY_GAP).toList();
  }

  private static boolean isSigner(DirectoryEntry before, Directory.Offered offered) {
    return before.nodes().stream().anyMatch(node -> node.signing().equals(offered.signer()));
  }

  private static Optional<TakeEntry.Grounds> vouched(
      RosterBook.Network network, Directory.Offered offered, Optional<NodeId> from) {
    Digest signer = offered.signer().fingerprint();
    for (NodeRecord node : offered.entry().nodes()) {
      Roster roster = network.roster();
      if (roster.vouched(node.node()).filter(signer::equals).isPresent()
          && node.signing().equals(offered.signer())) {
        String name = network.charter().heading().network();
        String words =
            roster.member(node.node()).map(member -> name + ", " + member.since()).orElse(name);
        return Optional.of(new TakeEntry.Grounds.Vouched(signer, from, words));
      }
    }
    return Optional.empty();
  }

  private List<Issue> hold(
      Book book,
      Directory.Offered offered,
      Octets signed,
      Optional<NodeId> from,
      Instant now,
      IssueCode why) {
    Party party = offered.entry().party();
    List<Arrival> arrivals = directory.arrivals(book, party);
    boolean known = arrivals.stream().anyMatch(each -> each.document().equals(signed.digest()));
    long held = arrivals.stream().filter(each -> each.how() == Arrival.How.HELD).count();
    if (!known && held < MOST_HELD) {
      book.documents().keep(signed);
      directory.note(
          book,
          party,
          new Arrival(
              Arrival.How.HELD, signed.digest(), offered.entry().number(), from, now, why.name()));
    }
    return List.of(
        new Issue(
            why,
            Place.of("directory entry " + party + " number " + offered.entry().number()),
            why == IssueCode.KEY_UNPROVEN
                ? "it has other keys, and none of the keys that are known here has signed it"
                : "neither the charter nor the roster names the fingerprint of its signer",
            Optional.of("compare the fingerprint with its party on another way")));
  }
}
