package org.parley.core.directory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Party;

/// What we hold of all parties: each one's last entry. Entries come in only through [#decide].
///
/// @param standings by party
public record Directory(Map<Party, Standing> standings) {

  public static final Directory EMPTY = new Directory(Map.of());

  public Directory {
    standings = Map.copyOf(standings);
  }

  /// An entry whose bytes were read and whose signature was verified.
  ///
  /// @param digest of its exact bytes
  /// @param signer whose certificates verified it
  public record Offered(DirectoryEntry entry, Digest digest, SigningCertificates signer) {}

  /// Whether the entry is taken. The first of a party is taken only against the fingerprint that
  /// people compared over a second channel; each later one only if a node of the one before signed
  /// it. Where entries between are missing that is a note: they were told to others before this
  /// node was known to the party, and nobody will send them.
  ///
  /// @param compared the fingerprint of the signer's certificates, as compared by people
  public Checked<Offered> decide(Offered offered, Optional<Digest> compared) {
    List<Issue> wrong = new ArrayList<>(soundness(offered.entry()));
    Optional<Standing> before = find(offered.entry().party());
    if (before.isEmpty()) {
      wrong.addAll(first(offered, compared));
    } else if (!before.get().digest().equals(offered.digest())) {
      wrong.addAll(next(offered, before.get()));
    }
    return wrong.stream().anyMatch(Issue::isError)
        ? new Checked.Refused<>(wrong)
        : new Checked.Sound<>(offered, wrong);
  }

  /// Whether an entry begins anew what is held of a party that has lost the key it signed with:
  /// only against the fingerprint that people compared, and only with a number that was not used.
  public Checked<Offered> decideAnew(Offered offered, Digest compared) {
    List<Issue> wrong = new ArrayList<>(soundness(offered.entry()));
    wrong.addAll(first(offered, Optional.of(compared)));
    DirectoryEntry entry = offered.entry();
    find(entry.party())
        .filter(before -> entry.number() <= before.entry().number())
        .ifPresent(before ->
            wrong.add(
                issue(
                    entry,
                    IssueCode.DIRECTORY_ROLLED_BACK,
                    "number " + before.entry().number() + " is here already")));
    find(entry.party())
        .filter(before -> !entry.revoked().containsAll(before.entry().revoked()))
        .ifPresent(_ ->
            wrong.add(issue(entry, IssueCode.DIRECTORY_ROLLED_BACK, "it takes a revocation back")));
    return wrong.isEmpty() ? new Checked.Sound<>(offered, List.of()) : new Checked.Refused<>(wrong);
  }

  /// The directory with an entry that was decided.
  public Directory evolve(Offered taken) {
    Map<Party, Standing> all = new TreeMap<>(standings);
    all.put(taken.entry().party(), new Standing(taken.entry(), taken.digest()));
    return new Directory(all);
  }

  public Optional<Standing> find(Party party) {
    return Optional.ofNullable(standings.get(party));
  }

  public Optional<NodeRecord> node(NodeId node) {
    return find(node.party()).flatMap(standing -> standing.entry().node(node));
  }

  /// The node that receives for an office.
  public Optional<NodeRecord> serving(OfficeId office) {
    return find(office.party()).flatMap(standing -> standing.entry().serving(office.kind()));
  }

  private static List<Issue> first(Offered offered, Optional<Digest> compared) {
    DirectoryEntry entry = offered.entry();
    List<Issue> wrong = new ArrayList<>();
    if (!compared.equals(Optional.of(offered.signer().fingerprint()))) {
      wrong.add(
          issue(
              entry,
              IssueCode.FINGERPRINT_DIFFERS,
              "the fingerprint of its signer is not the one that people compared"));
    }
    if (!signedBy(offered, entry)) {
      wrong.add(
          issue(
              entry, IssueCode.DIRECTORY_CONTRADICTS, "its signer is none of the nodes it names"));
    }
    return wrong;
  }

  private static List<Issue> next(Offered offered, Standing before) {
    DirectoryEntry entry = offered.entry();
    List<Issue> wrong = new ArrayList<>();
    order(entry, before).ifPresent(wrong::add);
    if (!signedBy(offered, before.entry())) {
      wrong.add(
          issue(
              entry,
              IssueCode.KEY_REVOKED,
              "its signer is no node of the entry before, or is revoked"));
    }
    if (!entry.revoked().containsAll(before.entry().revoked())) {
      wrong.add(issue(entry, IssueCode.DIRECTORY_ROLLED_BACK, "it takes a revocation back"));
    }
    return wrong;
  }

  /// What is wrong with an entry's place behind the one before.
  private static Optional<Issue> order(DirectoryEntry entry, Standing before) {
    long last = before.entry().number();
    if (entry.number() < last) {
      return Optional.of(
          issue(
              entry,
              IssueCode.DIRECTORY_ROLLED_BACK,
              "it is older than number " + last + ", which is here already"));
    }
    if (entry.number() == last) {
      return Optional.of(
          issue(
              entry,
              IssueCode.DIRECTORY_FORKED,
              "another text with the same number is here already: the party tells two stories"));
    }
    if (entry.number() > last + 1) {
      return Optional.of(
          issue(
              entry,
              IssueCode.DIRECTORY_GAP,
              "numbers " + (last + 1) + " to " + (entry.number() - 1) + " are missing"));
    }
    return entry.previous().equals(Optional.of(before.digest()))
        ? Optional.empty()
        : Optional.of(
            issue(
                entry,
                IssueCode.DIRECTORY_FORKED,
                "it follows another text than the one that is here"));
  }

  private static boolean signedBy(Offered offered, DirectoryEntry of) {
    return of.nodes().stream().anyMatch(node -> node.signing().equals(offered.signer()))
        && of.revocation(offered.signer()).isEmpty();
  }

  /// What is wrong with an entry by itself.
  private static List<Issue> soundness(DirectoryEntry entry) {
    List<Issue> wrong = new ArrayList<>();
    if (entry.number() < 1 || (entry.number() == 1) != entry.previous().isEmpty()) {
      wrong.add(
          issue(
              entry,
              IssueCode.DIRECTORY_CONTRADICTS,
              "only number 1 has none before it, and no number is below 1"));
    }
    if (entry.nodes().isEmpty()) {
      wrong.add(issue(entry, IssueCode.DIRECTORY_CONTRADICTS, "it names no node"));
    }
    Set<NodeId> seen = new HashSet<>();
    for (NodeRecord node : entry.nodes()) {
      if (!seen.add(node.node())) {
        wrong.add(issue(entry, IssueCode.DIRECTORY_CONTRADICTS, node.node() + " is named twice"));
      }
      if (!node.node().party().equals(entry.party())) {
        wrong.add(
            issue(
                entry,
                IssueCode.DIRECTORY_CONTRADICTS,
                "it speaks of " + node.node() + ", which is another party's"));
      }
      if (entry.revocation(node.signing()).isPresent()) {
        wrong.add(
            issue(entry, IssueCode.KEY_REVOKED, node.node() + " stands there with revoked keys"));
      }
    }
    return wrong;
  }

  private static Issue issue(DirectoryEntry entry, IssueCode code, String message) {
    return new Issue(
        code,
        Place.of("directory entry " + entry.party() + " number " + entry.number()),
        message,
        Optional.empty());
  }
}
