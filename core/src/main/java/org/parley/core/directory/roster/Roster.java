package org.parley.core.directory.roster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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

/// Who belongs to a channel after a number of links.
///
/// @param head digest of the last link's bytes; empty before the first
/// @param removals the number at which each node that is out was last removed
public record Roster(
    String channel,
    long number,
    Optional<Digest> head,
    Map<NodeId, RosterChange.Role> members,
    Map<NodeId, Long> removals) {

  public Roster {
    members = Map.copyOf(members);
    removals = Map.copyOf(removals);
  }

  /// A channel before its first link.
  public static Roster of(String channel) {
    return new Roster(channel, 0, Optional.empty(), Map.of(), Map.of());
  }

  /// A link whose bytes were read and whose signatures were verified.
  ///
  /// @param digest of its exact bytes
  /// @param signers the nodes whose signatures under it hold
  public record Offered(RosterEntry entry, Digest digest, Set<NodeId> signers) {}

  /// Whether the link is taken. Signers must be members, but for the first two links, which found
  /// the channel: there the parties that join sign.
  public Checked<Offered> decide(Offered offered) {
    List<Issue> wrong = new ArrayList<>(chain(offered));
    RosterEntry entry = offered.entry();
    long parties =
        offered.signers().stream()
            .filter(signer -> speaks(signer, entry.change()))
            .map(NodeId::party)
            .distinct()
            .count();
    if (parties < (entry.change().needsTwoParties() ? 2 : 1)) {
      wrong.add(
          issue(
              entry,
              IssueCode.ROSTER_SIGNERS,
              "members of "
                  + parties
                  + " parties have signed it: adding and removing need two, all else one"));
    }
    boolean in = members.containsKey(entry.change().node());
    if (in == entry.change() instanceof RosterChange.Add) {
      wrong.add(
          issue(
              entry,
              IssueCode.ROSTER_CONTRADICTS,
              entry.change().node() + (in ? " is a member already" : " is no member")));
    }
    return wrong.isEmpty() ? new Checked.Sound<>(offered, List.of()) : new Checked.Refused<>(wrong);
  }

  public Roster evolve(Offered taken) {
    Map<NodeId, RosterChange.Role> now = new LinkedHashMap<>(members);
    Map<NodeId, Long> out = new LinkedHashMap<>(removals);
    switch (taken.entry().change()) {
      case RosterChange.Add(NodeId node, RosterChange.Role role) -> {
        now.put(node, role);
        out.remove(node);
      }
      case RosterChange.Remove(NodeId node) -> {
        now.remove(node);
        out.put(node, taken.entry().number());
      }
      case RosterChange.ChangeRole(NodeId node, RosterChange.Role role) -> now.put(node, role);
      case RosterChange.Rekey _ -> {}
    }
    return new Roster(channel, taken.entry().number(), Optional.of(taken.digest()), now, out);
  }

  /// Whether a statement that names a roster of this number may be taken: not where a removal that
  /// we know came after it, for then it went to somebody who is out.
  public Checked<Long> accepts(long named) {
    long newest = removals.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return named >= newest
        ? new Checked.Sound<>(named, List.of())
        : new Checked.Refused<>(
            List.of(
                new Issue(
                    IssueCode.ROSTER_OUTDATED,
                    Place.of("roster " + channel),
                    "number " + named + " is older than the removal at number " + newest,
                    Optional.of("ask the sender to seal it anew to the present roster"))));
  }

  private List<Issue> chain(Offered offered) {
    RosterEntry entry = offered.entry();
    List<Issue> wrong = new ArrayList<>();
    if (!entry.channel().equals(channel)) {
      wrong.add(issue(entry, IssueCode.ROSTER_CONTRADICTS, "it is of another channel"));
    }
    if (entry.number() != number + 1 || !entry.previous().equals(head)) {
      wrong.add(
          issue(
              entry,
              IssueCode.ROSTER_CONTRADICTS,
              "it does not follow number " + number + ", the last that is here"));
    }
    return wrong;
  }

  private boolean speaks(NodeId signer, RosterChange change) {
    boolean founding = number < 2 && change instanceof RosterChange.Add;
    return founding || members.get(signer) == RosterChange.Role.MEMBER;
  }

  private static Issue issue(RosterEntry entry, IssueCode code, String message) {
    return new Issue(
        code,
        Place.of("roster " + entry.channel() + " number " + entry.number()),
        message,
        Optional.empty());
  }
}
