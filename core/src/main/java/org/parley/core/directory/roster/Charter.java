package org.parley.core.directory.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.core.directory.NodeId;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;

/// What a network has agreed on, as signed data; there is no operator who could say otherwise.
///
/// @param roots the fingerprint of the signing certificates by which each founding node begins; in
///   a later charter everybody who has a say, by the certificates of that time
/// @param registrars the nodes, all of them roots, that register who joins; they can do nothing
///   else alone
/// @param timeStampAuthorities their certificates in DER
/// @param suites the names of the algorithm suites in use
public record Charter(
    Heading heading,
    Map<NodeId, Digest> roots,
    Set<NodeId> registrars,
    Limits limits,
    List<Octets> timeStampAuthorities,
    List<String> suites) {

  /// A change of who reads needs so many parties, and so does the first charter.
  static final int TWO = 2;

  public Charter {
    roots = Map.copyOf(roots);
    registrars = Set.copyOf(registrars);
    timeStampAuthorities = List.copyOf(timeStampAuthorities);
    suites = List.copyOf(suites);
  }

  /// Which charter it is.
  ///
  /// @param network its name, for people
  /// @param realm the only one in which it counts
  /// @param number counted from 1
  /// @param previous digest of the exact bytes of the one before; empty for the first
  /// @param at when it was drawn up
  public record Heading(
      String network, Realm realm, long number, Optional<Digest> previous, Instant at) {}

  /// What the network holds itself to.
  ///
  /// @param signatures how many parties must sign a change of the charter; all of them where there
  ///   are fewer, and never less than two
  /// @param witnesses how many other nodes must have seen a log's checkpoint before a proof relies
  ///   on it
  /// @param largestParcel in octets
  /// @param offlineDays after how many days undelivered parcels are given up
  public record Limits(int signatures, int witnesses, int largestParcel, int offlineDays) {}

  public Realm realm() {
    return heading.realm();
  }

  /// By which fingerprint a founding node begins; empty for every other.
  public Optional<Digest> root(NodeId node) {
    return Optional.ofNullable(roots.get(node));
  }

  public Set<Party> parties() {
    return roots.keySet().stream().map(NodeId::party).collect(Collectors.toUnmodifiableSet());
  }

  /// Whether a charter begins a network: the first counts once two parties have signed it, and each
  /// node takes it against the fingerprint that people compared. Every later one is a link of the
  /// roster.
  ///
  /// @param signers the nodes whose signatures under it hold, each by the certificates it has there
  public static Checked<Charter> begin(Charter offered, Set<NodeId> signers) {
    List<Issue> wrong = new ArrayList<>(soundness(offered));
    long parties =
        signers.stream()
            .filter(offered.roots().keySet()::contains)
            .map(NodeId::party)
            .distinct()
            .count();
    if (parties < TWO) {
      wrong.add(
          issue(
              offered,
              IssueCode.CHARTER_SIGNERS,
              parties + " parties have signed it, and " + TWO + " are needed"));
    }
    if (offered.heading().number() != 1 || offered.heading().previous().isPresent()) {
      wrong.add(issue(offered, IssueCode.CHARTER_CONTRADICTS, "it is not the first"));
    }
    return wrong.isEmpty() ? new Checked.Sound<>(offered, List.of()) : new Checked.Refused<>(wrong);
  }

  /// What is wrong with a charter that is to follow this one.
  ///
  /// @param digest of this one's bytes
  List<Issue> before(Digest digest, Charter next) {
    List<Issue> wrong = new ArrayList<>(soundness(next));
    Heading following = next.heading();
    boolean follows =
        following.number() == heading.number() + 1
            && following.previous().equals(Optional.of(digest))
            && following.network().equals(heading.network())
            && following.realm().equals(heading.realm());
    if (!follows) {
      wrong.add(issue(next, IssueCode.CHARTER_CONTRADICTS, "it does not follow the one in force"));
    }
    return wrong;
  }

  /// How many parties must sign the charter that follows this one.
  ///
  /// @param parties how many have a say
  int needed(int parties) {
    return Math.max(TWO, Math.min(limits.signatures(), parties));
  }

  /// What is wrong with a charter by itself.
  public static List<Issue> soundness(Charter charter) {
    List<Issue> wrong = new ArrayList<>();
    int witnesses = charter.limits().witnesses();
    if (witnesses < 0 || witnesses > charter.roots().size() || charter.suites().isEmpty()) {
      wrong.add(
          issue(
              charter,
              IssueCode.CHARTER_CONTRADICTS,
              "it asks for more witnesses than there are nodes, or names no suite"));
    }
    if (charter.limits().signatures() < TWO) {
      wrong.add(
          issue(
              charter, IssueCode.CHARTER_CONTRADICTS, "one party alone would change the charter"));
    }
    if (charter.parties().size() < TWO) {
      wrong.add(issue(charter, IssueCode.CHARTER_CONTRADICTS, "a network begins with two parties"));
    }
    if (charter.registrars().isEmpty()
        || !charter.roots().keySet().containsAll(charter.registrars())) {
      wrong.add(
          issue(
              charter,
              IssueCode.CHARTER_CONTRADICTS,
              "who registers must be named, and be one of the nodes it begins with"));
    }
    return wrong;
  }

  private static Issue issue(Charter offered, IssueCode code, String message) {
    return new Issue(
        code,
        Place.of(
            "charter " + offered.heading().network() + " number " + offered.heading().number()),
        message,
        Optional.empty());
  }
}
