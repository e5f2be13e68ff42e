package org.parley.duties.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.duties.network.Circle.REALM;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.SealingKeys;
import org.parley.core.directory.roster.RosterChange;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.directory.TakeEntry;
import org.parley.duties.network.Circle.Member;
import org.parley.duties.port.Outbox;

/// A node whose sealing keys have changed while others could not hear of it is reached again.
class RolledKeysTest {

  private final Circle circle = new Circle();
  private final Member desk = circle.member("secretariat");
  private final Member alder = circle.member("XA");
  private final Member birch = circle.member("XB");
  private final Member cedar = circle.member("XC");

  /// A State hands its card over, rolls its keys for some weeks, and joins then: what it said in
  /// between was told to nobody and never comes.
  @Test
  void aStateThatRolledItsKeysBeforeItKnewAnybodyIsReachedAllTheSame() {
    circle.found(desk, alder, birch);
    circle.introduce(desk, cedar);
    circle.rolls(cedar, "2026-W48");
    circle.rolls(cedar, "2026-W49");
    KeepRoster.Proposed proposed = register(cedar);
    everybody();
    alder.keeping().cosign(REALM, proposed.digest(), circle.now).orThrow();

    circle.takePart(desk, cedar).orThrow();
    everybody();
    circle.now = circle.now.plusSeconds(7 * 3_600);
    everybody();

    for (Member each : List.of(desk, alder, birch)) {
      assertThat(each.known().node(cedar.node()).orElseThrow().sealing())
          .extracting(SealingKeys::period)
          .containsExactly("2026-W49");
    }
    assertThat(outbox(desk, cedar)).isZero();
  }

  /// A node that was restored has lost the keys that it opens by: what waits for it is tried at
  /// once, to be sealed to the others that its entry names.
  @Test
  void whatWaitsForANodeThatNamesOtherKeysIsDueAtOnce() {
    circle.found(desk, alder, birch);
    circle.leaves(birch);
    register(alder);
    everybody();
    everybody();
    Instant later = circle.now.plusSeconds(1);
    assertThat(outbox(desk, birch)).isPositive();
    assertThat(due(desk, later)).as("put off, as birch is away").isEmpty();

    Octets entry = circle.next(birch, birch.seal(), circle.otherKeys(birch.node()));
    new TakeEntry(desk.directory(), desk.seal())
        .run(desk.station().books(), entry, Optional.empty(), circle.now)
        .orThrow();

    assertThat(due(desk, later)).hasSize(outbox(desk, birch));
  }

  /// Who was removed while something waited for it, and is registered again, hears all that it
  /// missed: what waited was given up, and had counted as told.
  @Test
  void whoComesBackIntoTheNetworkHearsWhatWasGivenUpWhenItWasRemoved() {
    circle.found(desk, alder, birch, cedar);
    cosigned(register(birch));
    circle.leaves(birch);
    cosigned(register(alder));
    RosterChange removal = new RosterChange.Remove(birch.node());
    cosigned(desk.keeping().propose(REALM, removal, "", circle.now).orThrow());
    circle.comesBack(birch);
    everybody();
    assertThat(outbox(desk, birch)).as("given up").isZero();

    cosigned(register(birch));
    circle.now = circle.now.plusSeconds(7 * 3_600);
    everybody();

    assertThat(birch.network().roster()).isEqualTo(desk.network().roster());
  }

  private KeepRoster.Proposed register(Member member) {
    return desk.keeping().register(REALM, member.node(), "", circle.now).orThrow();
  }

  private void cosigned(KeepRoster.Proposed proposed) {
    everybody();
    Digest digest = proposed.digest();
    for (Member state : List.of(alder, cedar)) {
      if (state.waiting().contains(digest)) {
        state.keeping().cosign(REALM, digest, circle.now).orThrow();
        everybody();
      }
    }
  }

  private void everybody() {
    circle.deliver(desk, alder, birch, cedar);
  }

  private static List<Outbox.Waiting> due(Member member, Instant when) {
    return member.station().books().look(book -> book.outbox().due(when, 100));
  }

  private static int outbox(Member member, Member to) {
    return member.station().books().look(book -> book.outbox().waitingFor(to.node()).size());
  }
}
