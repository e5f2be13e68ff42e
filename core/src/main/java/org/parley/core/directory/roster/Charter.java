package org.parley.core.directory.roster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.directory.NodeId;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;

/// What a network has agreed on, as signed data; there is no operator who could say otherwise.
///
/// @param number counted from 1
/// @param previous digest of the exact bytes of the one before; empty for the first
/// @param roots the fingerprint of the signing certificates by which each party begins
/// @param timeStampAuthorities their certificates in DER
/// @param suites the names of the algorithm suites in use
public record Charter(
    String network,
    long number,
    Optional<Digest> previous,
    Map<NodeId, Digest> roots,
    Limits limits,
    List<Octets> timeStampAuthorities,
    List<String> suites) {

  public Charter {
    roots = Map.copyOf(roots);
    timeStampAuthorities = List.copyOf(timeStampAuthorities);
    suites = List.copyOf(suites);
  }

  /// What the network holds itself to.
  ///
  /// @param signatures how many parties must sign a change of the charter
  /// @param witnesses how many witnesses make a checkpoint count
  /// @param largestParcel in octets
  /// @param offlineDays after how many days undelivered parcels are given up
  public record Limits(int signatures, int witnesses, int largestParcel, int offlineDays) {}

  /// Whether a charter replaces the one in force.
  ///
  /// @param inForce with the digest of its bytes; empty where there is none yet
  /// @param signers the nodes whose signatures under it hold, each by the certificates it has in
  ///   the charter in force, or for the first in the charter itself
  public static Checked<Charter> decide(
      Optional<Charter> inForce, Optional<Digest> digest, Charter offered, Set<NodeId> signers) {
    Charter rule = inForce.orElse(offered);
    long parties =
        signers.stream()
            .filter(rule.roots().keySet()::contains)
            .map(NodeId::party)
            .distinct()
            .count();
    Set<Party> all =
        Set.copyOf(rule.roots().keySet().stream().map(NodeId::party).distinct().toList());
    int needed = Math.max(1, Math.min(rule.limits().signatures(), all.size()));
    if (parties < needed) {
      return refused(
          offered,
          IssueCode.CHARTER_SIGNERS,
          parties + " parties have signed it, and " + needed + " are needed");
    }
    boolean follows =
        offered.number() == inForce.map(Charter::number).orElse(0L) + 1
            && offered.previous().equals(digest)
            && inForce.map(Charter::network).orElse(offered.network()).equals(offered.network());
    if (!follows) {
      return refused(offered, IssueCode.CHARTER_CONTRADICTS, "it does not follow the one in force");
    }
    if (offered.limits().witnesses() > offered.roots().size() || offered.suites().isEmpty()) {
      return refused(
          offered,
          IssueCode.CHARTER_CONTRADICTS,
          "it asks for more witnesses than there are nodes, or names no suite");
    }
    return new Checked.Sound<>(offered, List.of());
  }

  private static Checked<Charter> refused(Charter offered, IssueCode code, String message) {
    return new Checked.Refused<>(
        List.of(
            new Issue(
                code,
                Place.of("charter " + offered.network() + " number " + offered.number()),
                message,
                Optional.empty())));
  }
}
