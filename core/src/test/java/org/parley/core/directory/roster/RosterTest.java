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
import org.parley.core.terms.Realm;

class RosterTest {

  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final Realm REALM = new Realm.Exercise("harbour");
  private static final Digest ROOT = Octets.of("certificates").digest();
  private static final Digest OTHER = Octets.of("other certificates").digest();
  private static final Digest FIRST = Octets.of("charter").digest();
  private static final NodeId DESK = node("secretariat", "desk");
  private static final NodeId XA = node("XA", "csirt");
  private static final NodeId XA2 = node("XA", "ministry");
  private static final NodeId XB = node("XB", "csirt");
  private static final NodeId XC = node("XC", "csirt");

  @Test
  void whoeverRegistersAddsAFoundingNodeAloneAndNobodyElse() {
    Roster roster = begun();

    assertThat(codes(roster.decide(offer(roster, add(XA), DESK)))).isEmpty();
    assertThat(codes(roster.decide(offer(roster, add(XA), XA))))
        .as("a node does not register itself")
        .containsExactly(IssueCode.ROSTER_SIGNERS);
    assertThat(codes(roster.decide(offer(roster, add(XC), DESK))))
        .containsExactly(IssueCode.ROSTER_SIGNERS);
    assertThat(codes(roster.decide(offer(roster, add(XC), DESK, XA)))).isEmpty();
    assertThat(codes(roster.decide(offer(roster, add(XC), XA, XB))))
        .as("two members do not register")
        .containsExactly(IssueCode.ROSTER_SIGNERS);
  }

  @Test
  void whoeverRegistersCannotSwapTheKeyOfAFoundingNodeAlone() {
    Roster roster = begun();
    RosterChange swapped = new RosterChange.Add(XA, RosterChange.Role.MEMBER, OTHER);

    assertThat(codes(roster.decide(offer(roster, swapped, DESK))))
        .containsExactly(IssueCode.ROSTER_SIGNERS);
    assertThat(codes(roster.decide(offer(roster, swapped, DESK, XA))))
        .as("the node's own signature by its root does not make it two others")
        .containsExactly(IssueCode.ROSTER_SIGNERS);
  }

  @Test
  void newCertificatesNeedThePartysOwnSignatureByTheEarlierOnes() {
    Roster roster = founded();
    RosterChange rekey = new RosterChange.Rekey(XA, OTHER);

    assertThat(codes(roster.decide(offer(roster, rekey, DESK, XB))))
        .containsExactly(IssueCode.ROSTER_SIGNERS);
    assertThat(codes(roster.decide(offer(roster, rekey, XA)))).isEmpty();
    assertThat(roster.evolve(offer(roster, rekey, XA)).certificates(XA)).contains(OTHER);
  }

  @Test
  void aFoundingNodeChangesItsKeysBeforeItIsRegistered() {
    Roster roster = begun();
    Roster.Offered rekey = offer(roster, new RosterChange.Rekey(DESK, OTHER), DESK);

    assertThat(codes(roster.decide(rekey))).isEmpty();
    Roster then = roster.evolve(rekey);

    assertThat(then.certificates(DESK)).contains(OTHER);
    assertThat(then.members()).as("nobody has registered it").isEmpty();
    RosterChange add = new RosterChange.Add(DESK, RosterChange.Role.MEMBER, OTHER);
    assertThat(codes(then.decide(offer(then, add, DESK)))).isEmpty();
    assertThat(codes(then.decide(offer(then, add(DESK), DESK))))
        .as("by the keys it had")
        .containsExactly(IssueCode.ROSTER_SIGNERS);
  }

  @Test
  void aRemovalNeedsTwoSignersOfDifferentStatesAndWhoRegistersIsNone() {
    Roster roster = founded();
    RosterChange remove = new RosterChange.Remove(XB);

    assertThat(codes(roster.decide(offer(roster, remove, DESK))))
        .containsExactly(IssueCode.ROSTER_SIGNERS);
    assertThat(codes(roster.decide(offer(roster, remove, XA, XA2))))
        .containsExactly(IssueCode.ROSTER_SIGNERS);
    assertThat(codes(roster.decide(offer(roster, remove, DESK, XA))))
        .containsExactly(IssueCode.ROSTER_SIGNERS);
    assertThat(codes(roster.decide(offer(roster, remove, XA, XB))))
        .as("a State that leaves may be one of them")
        .isEmpty();
  }

  @Test
  void whoIsOutHasNoSayAndIsNotVouchedForAndComesBackOnlyByTwo() {
    Roster roster = founded();
    Roster then = roster.evolve(offer(roster, new RosterChange.Remove(XB), XA, XB));

    assertThat(then.certificates(XB)).isEmpty();
    assertThat(then.vouched(XB)).isEmpty();
    assertThat(codes(then.decide(offer(then, new RosterChange.Remove(XA), XA, XB))))
        .containsExactly(IssueCode.ROSTER_SIGNERS);
    assertThat(codes(then.decide(offer(then, add(XB), DESK))))
        .as("the charter named it, and it was removed since")
        .containsExactly(IssueCode.ROSTER_SIGNERS);
    assertThat(codes(then.decide(offer(then, add(XB), DESK, XA)))).isEmpty();
  }

  @Test
  void aFoundingNodeIsRemovedBeforeItWasEverRegistered() {
    Roster roster = begun();
    Roster.Offered removal = offer(roster, new RosterChange.Remove(XB), XA, XB);

    assertThat(codes(roster.decide(removal))).isEmpty();
    assertThat(roster.evolve(removal).vouched(XB)).isEmpty();
  }

  @Test
  void anObserverHasNoSay() {
    Roster roster = founded();
    Roster then =
        roster.evolve(
            offer(roster, new RosterChange.ChangeRole(XB, RosterChange.Role.OBSERVER), DESK, XA));

    assertThat(codes(then.decide(offer(then, new RosterChange.Remove(XA), XA, XB))))
        .containsExactly(IssueCode.ROSTER_SIGNERS);
    assertThat(then.vouched(XB)).contains(ROOT);
  }

  @Test
  void anOlderLinkChangesNothingAndALinkThatIsMissingIsNamed() {
    Roster roster = founded();
    Roster.Offered older = new Roster.Offered(link(begun(), add(XA)), roster.chain().get(0), all());
    RosterEntry later =
        new RosterEntry(
            "east", REALM, roster.number() + 2, OTHER, AT, new RosterChange.Remove(XB), "");

    assertThat(codes(roster.decide(older))).containsExactly(IssueCode.ROSTER_REPLAYED);
    assertThat(roster.decide(older)).isInstanceOf(Checked.Sound.class);
    assertThat(roster.isForked(older)).isFalse();
    assertThat(codes(roster.decide(new Roster.Offered(later, OTHER, all()))))
        .containsExactly(IssueCode.ROSTER_GAP);
  }

  @Test
  void twoLinksWithOneNumberAreAFork() {
    Roster roster = founded();
    Roster.Offered one = offer(roster, add(XC), DESK, XA);
    Roster then = roster.evolve(one);
    Roster.Offered other =
        new Roster.Offered(link(roster, new RosterChange.Remove(XB)), OTHER, Set.of(XA, XB));

    assertThat(codes(then.decide(other))).contains(IssueCode.ROSTER_FORKED);
    assertThat(then.isForked(other)).isTrue();
    assertThat(then.isForked(new Roster.Offered(other.entry(), OTHER, Set.of())))
        .as("what nobody has signed accuses nobody")
        .isFalse();
  }

  @Test
  void aLinkOfAnotherRealmOrNetworkIsRefused() {
    Roster roster = founded();
    RosterEntry sound = link(roster, add(XC));

    assertThat(codes(roster.decide(offered(moved(sound, "east", new Realm.Real())))))
        .containsExactly(IssueCode.REALM_MIXED);
    assertThat(codes(roster.decide(offered(moved(sound, "west", REALM)))))
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
        Roster.Offered offered = offer(roster, change, DESK, XA, XB);
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
  void aCharterBeginsWithTwoParties() {
    Charter first = charter(1, Optional.empty(), 3);

    assertThat(begins(first, DESK)).containsExactly(IssueCode.CHARTER_SIGNERS);
    assertThat(begins(first, DESK, XC)).containsExactly(IssueCode.CHARTER_SIGNERS);
    assertThat(begins(first, DESK, XA)).isEmpty();
    assertThat(begins(charter(2, Optional.of(OTHER), 2), DESK, XA))
        .containsExactly(IssueCode.CHARTER_CONTRADICTS);
    assertThat(begins(charter(1, Optional.empty(), 1), DESK, XA))
        .as("one party alone must never change it")
        .containsExactly(IssueCode.CHARTER_CONTRADICTS);
  }

  @Test
  void aCharterIsChangedOnlyByAsManyAsTheOneInForceSays() {
    Roster roster = Roster.of(charter(1, Optional.empty(), 3), FIRST);
    RosterChange lower = new RosterChange.Amend(charter(2, Optional.of(FIRST), 2), OTHER);

    assertThat(codes(roster.decide(offer(roster, lower, DESK, XA))))
        .as("the lower number asked for by the new charter does not count yet")
        .containsExactly(IssueCode.ROSTER_SIGNERS);
    assertThat(codes(roster.decide(offer(roster, lower, DESK, XA, XC))))
        .as("XC has no say")
        .containsExactly(IssueCode.ROSTER_SIGNERS);
    assertThat(codes(roster.decide(offer(roster, lower, DESK, XA, XB)))).isEmpty();

    Roster then = roster.evolve(offer(roster, lower, DESK, XA, XB));
    assertThat(then.charter().heading().number()).isEqualTo(2);
    assertThat(then.inForce()).isEqualTo(OTHER);
    assertThat(then.founded()).as("people know the network by it").isEqualTo(FIRST);
    RosterChange third = new RosterChange.Amend(charter(3, Optional.of(OTHER), 2), ROOT);
    assertThat(codes(then.decide(offer(then, third, DESK, XA)))).isEmpty();
  }

  @Test
  void aCharterFollowsTheOneInForceAndMovesNobody() {
    Roster roster = Roster.of(charter(1, Optional.empty(), 2), FIRST);

    assertThat(amends(roster, charter(3, Optional.of(FIRST), 2)))
        .containsExactly(IssueCode.CHARTER_CONTRADICTS);
    assertThat(amends(roster, charter(2, Optional.of(OTHER), 2)))
        .containsExactly(IssueCode.CHARTER_CONTRADICTS);
    Charter next = charter(2, Optional.of(FIRST), 2);
    for (Map<NodeId, Digest> roots :
        List.of(
            Map.of(DESK, ROOT, XA, ROOT),
            Map.of(DESK, ROOT, XA, ROOT, XB, OTHER),
            Map.of(DESK, ROOT, XA, ROOT, XB, ROOT, XC, ROOT))) {
      assertThat(
              amends(
                  roster,
                  new Charter(
                      next.heading(),
                      roots,
                      next.registrars(),
                      next.limits(),
                      List.of(),
                      next.suites())))
          .as("%s", roots)
          .containsExactly(IssueCode.CHARTER_CONTRADICTS);
    }
    Roster without = roster.evolve(offer(roster, new RosterChange.Remove(XB), XA, XB));
    assertThat(amends(without, next))
        .as("who is out is not brought back by a charter")
        .containsExactly(IssueCode.CHARTER_CONTRADICTS);
  }

  @Test
  void aCharterNamesWhoRegistersAmongThoseItBeginsWith() {
    Charter sound = charter(1, Optional.empty(), 2);
    Charter stranger =
        new Charter(
            sound.heading(), sound.roots(), Set.of(XC), sound.limits(), List.of(), sound.suites());

    assertThat(begins(stranger, DESK, XA)).containsExactly(IssueCode.CHARTER_CONTRADICTS);
  }

  private static List<IssueCode> begins(Charter charter, NodeId... signers) {
    return codes(Charter.begin(charter, Set.of(signers)));
  }

  private static List<IssueCode> amends(Roster roster, Charter next) {
    return codes(roster.decide(offer(roster, new RosterChange.Amend(next, OTHER), DESK, XA, XB)));
  }

  private static Charter charter(long number, Optional<Digest> previous, int signatures) {
    return new Charter(
        new Charter.Heading("east", REALM, number, previous, AT),
        Map.of(DESK, ROOT, XA, ROOT, XB, ROOT),
        Set.of(DESK),
        new Charter.Limits(signatures, 2, 1 << 20, 30),
        List.of(),
        List.of("parley-suite/1"));
  }

  private static Roster begun() {
    return Roster.of(charter(1, Optional.empty(), 2), FIRST);
  }

  private static Roster founded() {
    Roster one = begun().evolve(offer(begun(), add(XA), DESK));
    return one.evolve(offer(one, add(XB), DESK));
  }

  private static RosterChange add(NodeId node) {
    return new RosterChange.Add(node, RosterChange.Role.MEMBER, ROOT);
  }

  private static Set<NodeId> all() {
    return Set.of(DESK, XA, XB);
  }

  private static RosterEntry link(Roster roster, RosterChange change) {
    return new RosterEntry(
        "east", REALM, roster.number() + 1, roster.head(), AT, change, "Note 17/2026");
  }

  private static RosterEntry moved(RosterEntry link, String network, Realm realm) {
    return new RosterEntry(
        network, realm, link.number(), link.previous(), link.at(), link.change(), link.reference());
  }

  private static Roster.Offered offered(RosterEntry link) {
    return new Roster.Offered(link, OTHER, all());
  }

  private static Roster.Offered offer(Roster roster, RosterChange change, NodeId... signers) {
    RosterEntry entry = link(roster, change);
    return new Roster.Offered(
        entry, Octets.of("link " + entry.number() + change).digest(), Set.of(signers));
  }

  private static NodeId node(String party, String name) {
    return new NodeId(new Party(party), name);
  }

  private static List<IssueCode> codes(Checked<?> checked) {
    return checked.issues().stream().map(issue -> issue.code()).toList();
  }
}
