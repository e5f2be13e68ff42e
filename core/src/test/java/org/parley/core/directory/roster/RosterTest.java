package org.parley.core.directory.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.NodeId;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;

class RosterTest {

  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final NodeId XA = node("XA", "csirt");
  private static final NodeId XA2 = node("XA", "ministry");
  private static final NodeId XB = node("XB", "csirt");
  private static final NodeId XC = node("XC", "csirt");

  @Test
  void addingAndRemovingNeedTwoSignersOfDifferentParties() {
    Roster roster = founded();

    assertThat(codes(roster.decide(offer(roster, add(XC), XA))))
        .containsExactly(IssueCode.ROSTER_SIGNERS);
    assertThat(codes(roster.decide(offer(roster, add(XC), XA, XA2))))
        .containsExactly(IssueCode.ROSTER_SIGNERS);
    assertThat(codes(roster.decide(offer(roster, add(XC), XA, XB)))).isEmpty();
    assertThat(codes(roster.decide(offer(roster, new RosterChange.Remove(XB), XA))))
        .containsExactly(IssueCode.ROSTER_SIGNERS);
  }

  @Test
  void aSignatureOfSomebodyWhoIsNoMemberDoesNotCount() {
    Roster roster = founded();

    assertThat(codes(roster.decide(offer(roster, new RosterChange.Remove(XB), XA, XC))))
        .containsExactly(IssueCode.ROSTER_SIGNERS);
  }

  @Test
  void aLinkThatDoesNotFollowIsRefused() {
    Roster roster = founded();
    RosterEntry other =
        new RosterEntry(
            "east", roster.number() + 1, Optional.of(Octets.of("other").digest()), AT, add(XC));

    assertThat(
            codes(
                roster.decide(new Roster.Offered(other, Octets.of("x").digest(), Set.of(XA, XB)))))
        .containsExactly(IssueCode.ROSTER_CONTRADICTS);
  }

  @Test
  void aRosterOlderThanAKnownRemovalIsRefused() {
    Roster roster = founded();
    long before = roster.number();
    Roster then = roster.evolve(offer(roster, new RosterChange.Remove(XB), XA, XB));

    assertThat(codes(then.accepts(before))).containsExactly(IssueCode.ROSTER_OUTDATED);
    assertThat(then.accepts(then.number()).orThrow()).isEqualTo(then.number());
    assertThat(then.members()).doesNotContainKey(XB);
  }

  @Test
  void whateverIsDoneInWhateverOrderMembersAreThoseAddedAndNotRemovedSince() {
    long seed = 20261122;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 200; run++) {
      Roster roster = founded();
      Map<NodeId, Boolean> in = new HashMap<>(Map.of(XA, true, XB, true));
      for (int step = 0; step < 40; step++) {
        NodeId who = node("X" + (char) ('C' + random.nextInt(20)), "csirt");
        RosterChange change = random.nextBoolean() ? add(who) : new RosterChange.Remove(who);
        Roster.Offered offered = offer(roster, change, XA, XB);
        boolean taken = roster.decide(offered) instanceof Checked.Sound;
        assertThat(taken)
            .isEqualTo(in.getOrDefault(who, false) != change instanceof RosterChange.Add);
        if (taken) {
          roster = roster.evolve(offered);
          in.put(who, change instanceof RosterChange.Add);
        }
      }
      Set<NodeId> expected = new HashSet<>(in.keySet());
      expected.removeIf(node -> !in.get(node));
      assertThat(roster.members().keySet()).isEqualTo(expected);
    }
  }

  @Test
  void aCharterIsChangedOnlyByAsManyPartiesAsItSays() {
    Charter first = charter(1, Optional.empty(), 2);
    Digest digest = Octets.of("first").digest();
    Charter second = charter(2, Optional.of(digest), 1);

    assertThat(codes(Charter.decide(Optional.empty(), Optional.empty(), first, Set.of(XA))))
        .containsExactly(IssueCode.CHARTER_SIGNERS);
    assertThat(codes(Charter.decide(Optional.empty(), Optional.empty(), first, Set.of(XA, XB))))
        .isEmpty();
    assertThat(codes(Charter.decide(Optional.of(first), Optional.of(digest), second, Set.of(XA))))
        .as("the lower number asked for by the new charter does not count yet")
        .containsExactly(IssueCode.CHARTER_SIGNERS);
    assertThat(
            codes(Charter.decide(Optional.of(first), Optional.of(digest), second, Set.of(XA, XC))))
        .as("XC is no party to the charter")
        .containsExactly(IssueCode.CHARTER_SIGNERS);
    assertThat(
            codes(
                Charter.decide(
                    Optional.of(first),
                    Optional.of(digest),
                    charter(3, Optional.of(digest), 1),
                    Set.of(XA, XB))))
        .containsExactly(IssueCode.CHARTER_CONTRADICTS);
  }

  private static Charter charter(long number, Optional<Digest> previous, int signatures) {
    Digest root = Octets.of("certificates").digest();
    return new Charter(
        "network",
        number,
        previous,
        Map.of(XA, root, XB, root),
        new Charter.Limits(signatures, 2, 1 << 20, 30),
        List.of(),
        List.of("parley-suite/1"));
  }

  private static Roster founded() {
    Roster empty = Roster.of("east");
    Roster one = empty.evolve(offer(empty, add(XA), XA, XB));
    Roster.Offered second = offer(one, add(XB), XA, XB);
    assertThat(codes(empty.decide(offer(empty, add(XA), XA, XB)))).isEmpty();
    assertThat(codes(one.decide(second))).isEmpty();
    return one.evolve(second);
  }

  private static RosterChange add(NodeId node) {
    return new RosterChange.Add(node, RosterChange.Role.MEMBER);
  }

  private static Roster.Offered offer(Roster roster, RosterChange change, NodeId... signers) {
    RosterEntry entry = new RosterEntry("east", roster.number() + 1, roster.head(), AT, change);
    return new Roster.Offered(entry, Octets.of("link " + entry.number()).digest(), Set.of(signers));
  }

  private static NodeId node(String party, String name) {
    return new NodeId(new Party(party), name);
  }

  private static List<IssueCode> codes(Checked<?> checked) {
    return checked.issues().stream().map(issue -> issue.code()).toList();
  }
}
