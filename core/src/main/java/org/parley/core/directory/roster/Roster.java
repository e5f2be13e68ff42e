package org.parley.core.directory.roster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.core.directory.NodeId;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Party;

/// Who belongs to a network after a number of links, under the charter that is in force then.
///
/// @param inForce digest of the charter's bytes
/// @param founded digest of the first charter's bytes, by which people know the network
/// @param chain the digests of all links so far, in order
/// @param roots by which fingerprint each node of the charter begins that is no member yet; it may
///   have changed its keys since the charter
/// @param removals the number at which each node that is out was last removed
public record Roster(
    Charter charter,
    Digest inForce,
    Digest founded,
    List<Digest> chain,
    Map<NodeId, Digest> roots,
    Map<NodeId, Member> members,
    Map<NodeId, Long> removals) {

  public Roster {
    chain = List.copyOf(chain);
    roots = Map.copyOf(roots);
    members = Map.copyOf(members);
    removals = Map.copyOf(removals);
  }

  /// Somebody who is in.
  ///
  /// @param certificates the fingerprint by which it speaks
  /// @param since the number of the link that brought it in
  public record Member(RosterChange.Role role, Digest certificates, long since) {}

  /// A network before its first link.
  public static Roster of(Charter charter, Digest founded) {
    return new Roster(charter, founded, founded, List.of(), charter.roots(), Map.of(), Map.of());
  }

  /// A link whose bytes were read and whose signatures were verified.
  ///
  /// @param digest of its exact bytes
  /// @param signers the nodes whose signatures under it hold, each by [#certificates]
  public record Offered(RosterEntry entry, Digest digest, Set<NodeId> signers) {}

  /// The number of the last link.
  public long number() {
    return chain.size();
  }

  /// What the next link must name as the one before.
  public Digest head() {
    return chain.isEmpty() ? founded : chain.getLast();
  }

  /// The fingerprint by which a node has a say: a member by the roster, a founding node by the
  /// charter; empty for everybody else, and for who is out.
  public Optional<Digest> certificates(NodeId node) {
    Optional<Member> member = member(node);
    if (member.isPresent()) {
      return member
          .filter(each -> each.role() == RosterChange.Role.MEMBER)
          .map(Member::certificates);
    }
    return removals.containsKey(node) ? Optional.empty() : Optional.ofNullable(roots.get(node));
  }

  /// By which fingerprint a node may be taken into the directory without people comparing it again.
  public Optional<Digest> vouched(NodeId node) {
    return member(node).map(Member::certificates).or(() -> certificates(node));
  }

  /// Everybody who has a say, each with the fingerprint by which it speaks.
  public Map<NodeId, Digest> speakers() {
    Map<NodeId, Digest> all = new LinkedHashMap<>();
    Stream.concat(roots.keySet().stream(), members.keySet().stream())
        .forEach(node -> certificates(node).ifPresent(print -> all.put(node, print)));
    return all;
  }

  public Optional<Member> member(NodeId node) {
    return Optional.ofNullable(members.get(node));
  }

  public boolean isOut(NodeId node) {
    return removals.containsKey(node);
  }

  /// Whether the link is taken as the next one. One that is here already is sound, with a note, and
  /// changes nothing.
  public Checked<Offered> decide(Offered offered) {
    RosterEntry entry = offered.entry();
    if (isHere(offered)) {
      return new Checked.Sound<>(
          offered,
          List.of(
              issue(
                  entry,
                  IssueCode.ROSTER_REPLAYED,
                  "it is here already; the last that is here is number " + number())));
    }
    List<Issue> wrong = new ArrayList<>(chain(offered));
    if (!isAgreed(offered)) {
      wrong.add(issue(entry, IssueCode.ROSTER_SIGNERS, lacks(entry.change())));
    }
    switch (entry.change()) {
      case RosterChange.Amend(Charter next, _) -> wrong.addAll(amends(entry, next));
      case RosterChange.OfNode change -> standing(entry, change).ifPresent(wrong::add);
    }
    return wrong.isEmpty() ? new Checked.Sound<>(offered, List.of()) : new Checked.Refused<>(wrong);
  }

  private Optional<Issue> standing(RosterEntry entry, RosterChange.OfNode change) {
    boolean in = members.containsKey(change.node());
    boolean wrongly =
        switch (change) {
          case RosterChange.Add _ -> in;
          // A founding node may be removed, or change its keys, before it was ever registered.
          case RosterChange.Remove _, RosterChange.Rekey _ ->
              isOut(change.node()) || (!in && !roots.containsKey(change.node()));
          case RosterChange.ChangeRole _ -> !in;
        };
    return wrongly
        ? Optional.of(
            issue(
                entry,
                IssueCode.ROSTER_CONTRADICTS,
                change.node() + (in ? " is a member already" : " is no member")))
        : Optional.empty();
  }

  /// A charter brings nobody in and puts nobody out: it names whom the links before it have.
  private List<Issue> amends(RosterEntry entry, Charter next) {
    List<Issue> wrong = new ArrayList<>(charter.before(inForce, next));
    if (!next.roots().equals(speakers())) {
      wrong.add(
          issue(
              entry,
              IssueCode.CHARTER_CONTRADICTS,
              "it names other nodes, or other keys, than those that have a say at this link"));
    }
    return wrong;
  }

  /// Whether two links, this one and one that is here, are signed well enough and cannot both be
  /// honest: whoever registers tells two stories.
  public boolean isForked(Offered offered) {
    boolean counts = offered.signers().stream().anyMatch(node -> certificates(node).isPresent());
    return counts
        && !isHere(offered)
        && chain(offered).stream().anyMatch(issue -> issue.code() == IssueCode.ROSTER_FORKED);
  }

  public boolean isHere(Offered offered) {
    long number = offered.entry().number();
    return number >= 1
        && number <= number()
        && chain.get((int) number - 1).equals(offered.digest());
  }

  public Roster evolve(Offered taken) {
    Map<NodeId, Digest> begins = new LinkedHashMap<>(roots);
    Map<NodeId, Member> now = new LinkedHashMap<>(members);
    Map<NodeId, Long> out = new LinkedHashMap<>(removals);
    long number = taken.entry().number();
    switch (taken.entry().change()) {
      case RosterChange.Add(NodeId node, RosterChange.Role role, Digest certificates) -> {
        now.put(node, new Member(role, certificates, number));
        out.remove(node);
      }
      case RosterChange.Remove(NodeId node) -> {
        now.remove(node);
        out.put(node, number);
      }
      case RosterChange.ChangeRole(NodeId node, RosterChange.Role role) ->
          now.computeIfPresent(
              node, (_, member) -> new Member(role, member.certificates(), member.since()));
      case RosterChange.Rekey(NodeId node, Digest certificates) -> {
        now.computeIfPresent(
            node, (_, member) -> new Member(member.role(), certificates, member.since()));
        begins.computeIfPresent(node, (_, _) -> certificates);
      }
      case RosterChange.Amend(Charter next, _) -> {
        begins.clear();
        begins.putAll(next.roots());
      }
    }
    List<Digest> longer = new ArrayList<>(chain);
    longer.add(taken.digest());
    return taken.entry().change() instanceof RosterChange.Amend(Charter next, Digest digest)
        ? new Roster(next, digest, founded, longer, begins, now, out)
        : new Roster(charter, inForce, founded, longer, begins, now, out);
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
                    Place.of("roster " + charter.heading().network()),
                    "number " + named + " is older than the removal at number " + newest,
                    Optional.of("ask the sender to seal it anew to the present roster"))));
  }

  private List<Issue> chain(Offered offered) {
    RosterEntry entry = offered.entry();
    List<Issue> wrong = new ArrayList<>();
    if (!entry.network().equals(charter.heading().network())) {
      wrong.add(issue(entry, IssueCode.ROSTER_CONTRADICTS, "it is of another network"));
    }
    if (!entry.realm().equals(charter.realm())) {
      wrong.add(
          issue(
              entry,
              IssueCode.REALM_MIXED,
              "it is of realm " + entry.realm().word() + ", and the network is of another"));
    }
    if (wrong.isEmpty()) {
      place(entry).ifPresent(wrong::add);
    }
    return wrong;
  }

  private Optional<Issue> place(RosterEntry entry) {
    if (entry.number() < 1) {
      return Optional.of(issue(entry, IssueCode.ROSTER_CONTRADICTS, "no number is below 1"));
    }
    if (entry.number() > number() + 1) {
      return Optional.of(
          issue(
              entry,
              IssueCode.ROSTER_GAP,
              "numbers " + (number() + 1) + " to " + (entry.number() - 1) + " are missing"));
    }
    if (entry.number() <= number() || !entry.previous().equals(head())) {
      return Optional.of(
          issue(
              entry,
              IssueCode.ROSTER_FORKED,
              "another link with its number, or before it, is here already: the roster has two"
                  + " heads"));
    }
    return Optional.empty();
  }

  /// Whether enough of those who have a say have signed, for what the link does.
  private boolean isAgreed(Offered offered) {
    RosterChange change = offered.entry().change();
    Set<NodeId> speakers =
        offered.signers().stream()
            .filter(node -> certificates(node).isPresent())
            .collect(Collectors.toSet());
    boolean registrar = speakers.stream().anyMatch(charter.registrars()::contains);
    return switch (change) {
      case RosterChange.Add(NodeId node, _, Digest certificates) ->
          registrar
              && (founds(node, certificates) || parties(speakers, node.party()) >= Charter.TWO);
      // An institution registers; who belongs to the States is theirs to end.
      case RosterChange.Remove _ -> states(speakers) >= Charter.TWO;
      case RosterChange.ChangeRole(NodeId node, _) ->
          registrar && parties(speakers, node.party()) >= Charter.TWO;
      case RosterChange.Rekey(NodeId node, _) ->
          speakers.stream().anyMatch(each -> each.party().equals(node.party()));
      case RosterChange.Amend _ ->
          parties(speakers) >= charter.needed(parties(speakers().keySet()));
    };
  }

  /// Whether the parties to the charter have named the node with these certificates already.
  private boolean founds(NodeId node, Digest certificates) {
    return certificates.equals(roots.get(node)) && !isOut(node);
  }

  private static long parties(Set<NodeId> speakers, Party but) {
    return speakers.stream()
        .map(NodeId::party)
        .filter(each -> !each.equals(but))
        .distinct()
        .count();
  }

  private static long states(Set<NodeId> speakers) {
    return speakers.stream().map(NodeId::party).filter(Party::isState).distinct().count();
  }

  private static int parties(Set<NodeId> nodes) {
    return (int) nodes.stream().map(NodeId::party).distinct().count();
  }

  private String lacks(RosterChange change) {
    return switch (change) {
      case RosterChange.Add _ ->
          "whoever registers must sign it, and for who is not in the charter a member of another"
              + " party too";
      case RosterChange.Remove _ -> "two different States must sign a removal";
      case RosterChange.ChangeRole _ -> "whoever registers and a member of another party must sign";
      case RosterChange.Rekey _ -> "the party's own signature by its earlier key must be there";
      case RosterChange.Amend _ ->
          "members of "
              + charter.needed(parties(speakers().keySet()))
              + " different parties must sign another charter";
    };
  }

  private static Issue issue(RosterEntry entry, IssueCode code, String message) {
    return new Issue(
        code,
        Place.of("roster " + entry.network() + " number " + entry.number()),
        message,
        Optional.empty());
  }
}
