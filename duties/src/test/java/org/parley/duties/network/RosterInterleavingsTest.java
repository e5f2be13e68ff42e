package org.parley.duties.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.duties.network.Circle.REALM;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.roster.Roster;
import org.parley.core.directory.roster.RosterChange;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.network.Circle.Member;
import org.parley.duties.port.Outbox;

/// States are registered and removed, roll their keys, renew their certificates, fall away and come
/// back, in any order: who a node knows to be removed is sealed to no more, destroyed keys open
/// nothing, and in the end all who are in hold the same roster, which names everybody's present
/// certificates.
class RosterInterleavingsTest {

  private static final long SEED = Long.getLong("parley.seed", 20261123L);
  private static final int RUNS = 20;
  private static final int STATES = 57;

  @Test
  void smallNetworksAgreeWhateverHappensInWhateverOrder() {
    for (long seed = SEED; seed < SEED + RUNS; seed++) {
      Random random = new Random(seed);
      new Run(seed, 3 + random.nextInt(6)).steps(40);
    }
  }

  @Test
  void fiftySevenStatesAgreeToo() {
    new Run(SEED, STATES).steps(40);
  }

  private static final class Run {

    private final Circle circle = new Circle();
    private final Random random;
    private final String what;
    private Member desk = circle.member("secretariat");
    private final List<Member> states = new ArrayList<>();
    private final List<Member> away = new ArrayList<>();
    private final List<Member> joined = new ArrayList<>();
    private final Map<NodeId, Member> before = new HashMap<>();
    private final Map<String, Instant> knownOut = new HashMap<>();
    private int rolled;

    Run(long seed, int count) {
      this.random = new Random(seed);
      this.what = "seed " + seed + ", " + count + " states";
      for (int each = 0; each < count; each++) {
        char first = "XZQ".charAt(each / 26);
        states.add(circle.member("" + first + (char) ('A' + each % 26)));
      }
      circle.found(desk, states.get(0), states.get(1), states.get(2));
      joined.addAll(states.subList(0, 3));
      circle.introduce(desk, states.subList(3, count).toArray(Member[]::new));
    }

    void steps(int count) {
      for (int each = 0; each < count; each++) {
        step(states.get(random.nextInt(states.size())));
        deliver();
        sealedToNobodyWhoIsOut();
      }
      List.copyOf(away).forEach(this::comesBack);
      for (int each = 0; each < 8; each++) {
        deliver();
        circle.now = circle.now.plusSeconds(7 * 3_600);
      }
      agree();
    }

    private void step(Member member) {
      switch (random.nextInt(7)) {
        case 0, 1 -> register(member);
        case 2 -> remove(member);
        case 3 -> rolls(member);
        case 4 -> renews(random.nextInt(4) == 0 ? desk : member);
        case 5 -> {
          if (!away.contains(member)) {
            circle.leaves(member);
            away.add(member);
          }
        }
        default -> comesBack(member);
      }
    }

    private void comesBack(Member member) {
      if (away.remove(member)) {
        circle.comesBack(member);
      }
    }

    private Roster roster() {
      return desk.network().roster();
    }

    private boolean isIn(Member member) {
      return roster().member(member.node()).isPresent();
    }

    private void register(Member member) {
      if (!isIn(member)) {
        signed(desk.keeping().register(REALM, member.node(), "", circle.now), member);
        deliver();
        if (isIn(member) && !joined.contains(member)) {
          circle.takePart(desk, member).orThrow();
          joined.add(member);
        }
      }
    }

    private void remove(Member member) {
      boolean isFounder = roster().vouched(member.node()).isPresent();
      if (isFounder && roster().speakers().size() > 3) {
        RosterChange change = new RosterChange.Remove(member.node());
        signed(desk.keeping().propose(REALM, change, "", circle.now), member);
      }
    }

    /// Others who are there put their signatures under it, until there are enough.
    private void signed(Checked<KeepRoster.Proposed> proposed, Member about) {
      Digest digest = proposed.orThrow().digest();
      deliver();
      for (Member each : joined) {
        boolean may = !each.equals(about) && !away.contains(each) && !roster().isOut(each.node());
        if (may && each.waiting().contains(digest)) {
          Checked<KeepRoster.Proposed> cosigned = each.keeping().cosign(REALM, digest, circle.now);
          deliver();
          if (!desk.waiting().contains(digest)) {
            return;
          }
          if (isOvertaken(cosigned)) {
            break;
          }
          cosigned.orThrow();
        }
      }
      desk.keeping().setAside(REALM, digest);
    }

    /// One renewal at a time: the next waits until the roster names the certificates of this one.
    private void renews(Member member) {
      boolean isIn = member.equals(desk) || joined.contains(member);
      if (isIn && !before.containsKey(member.node())) {
        circle.now = circle.now.plusSeconds(1);
        Member later = circle.renews(member);
        before.put(member.node(), member);
        List.of(states, away, joined)
            .forEach(all -> all.replaceAll(each -> each.equals(member) ? later : each));
        desk = member.equals(desk) ? later : desk;
      }
    }

    /// As a node does from time to time.
    private void nameKeys(Member member) {
      Member earlier = before.get(member.node());
      if (earlier != null) {
        member.keeping().rekey(REALM, earlier.seal(), circle.now).ifPresent(Checked::orThrow);
        if (names(member.network().roster(), member)) {
          before.remove(member.node());
        }
      }
    }

    private static boolean names(Roster roster, Member member) {
      return roster.vouched(member.node()).equals(Optional.of(member.fingerprint()));
    }

    /// Somebody's new keys have taken the number of what was proposed.
    private static boolean isOvertaken(Checked<KeepRoster.Proposed> cosigned) {
      return cosigned.issues().stream().anyMatch(issue -> issue.code() == IssueCode.ROSTER_FORKED);
    }

    private void rolls(Member member) {
      List<Octets> before = List.copyOf(circle.carried.getOrDefault(member.node(), List.of()));
      circle.rolls(member, "period " + ++rolled);
      assertThat(before).as(what).allSatisfy(parcel -> refused(member, parcel));
    }

    private void refused(Member member, Octets parcel) {
      assertThat(member.seal().open(parcel))
          .as("%s: destroyed keys open nothing", what)
          .isInstanceOf(Checked.Refused.class);
    }

    /// What nodes do at each beat.
    private void deliver() {
      joined.forEach(this::nameKeys);
      nameKeys(desk);
      joined.forEach(this::tells);
      tells(desk);
      circle.deliver(desk);
      circle.deliver(joined.toArray(Member[]::new));
      circle.now = circle.now.plusSeconds(60);
    }

    private void tells(Member member) {
      new TellRoster(member.node(), member.directory(), member.seal())
          .run(member.station().books(), circle.now);
    }

    /// What a node knows to be out, it does not seal to; what it had sealed before is given up when
    /// it is due.
    private void sealedToNobodyWhoIsOut() {
      List<Member> all = new ArrayList<>(joined);
      all.add(desk);
      for (Member member : all) {
        Roster roster = member.network().roster();
        for (Member other : states) {
          String pair = member.node() + " to " + other.node();
          if (!roster.isOut(other.node())) {
            knownOut.remove(pair);
            continue;
          }
          Instant since = knownOut.computeIfAbsent(pair, _ -> circle.now);
          assertThat(member.reaches(other)).as("%s: %s is out", what, other.node()).isFalse();
          List<Outbox.Waiting> waits =
              member.station().books().look(book -> book.outbox().waitingFor(other.node()));
          assertThat(waits)
              .as("%s: %s", what, pair)
              .allMatch(waiting -> waiting.parcel().created().isBefore(since));
        }
      }
    }

    private static String told(Roster roster) {
      return "number %d, head %s, in %s"
          .formatted(
              roster.number(), roster.head().brief(), new TreeSet<>(roster.members().keySet()));
    }

    private void agree() {
      for (Member member : joined) {
        if (isIn(member)) {
          assertThat(told(member.network().roster()))
              .as("%s at %s", what, member.node())
              .isEqualTo(told(roster()));
          assertThat(names(roster(), member))
              .as("%s names the certificates of %s", what, member.node())
              .isTrue();
        }
      }
    }
  }
}
