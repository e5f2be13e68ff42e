package org.parley.duties.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.duties.network.Circle.REALM;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.Revocation;
import org.parley.core.directory.roster.RosterChange;
import org.parley.core.directory.roster.RosterNews;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.directory.TakeEntry;
import org.parley.duties.network.Circle.Member;

/// A node renews its certificates every few years, or because its key may be in other hands:
/// nothing on its way is lost, what was signed before can still be checked, and the earlier key
/// puts nothing new on the way.
class RenewedCertificatesTest {

  private final Circle circle = new Circle();
  private final Member desk = circle.member("secretariat");
  private final Member alder = circle.member("XA");
  private final Member birch = circle.member("XB");
  private final Member cedar = circle.member("XC");

  @Test
  void everybodyKnowsTheNewCertificatesAndHearsTheNode() {
    circle.found(desk, alder, birch);

    Member renewed = circle.renews(alder);
    deliver(renewed);
    register(birch);
    deliver(renewed);

    assertThat(birch.knows(renewed)).contains(renewed.fingerprint());
    assertThat(desk.knows(renewed)).contains(renewed.fingerprint());
    assertThat(birch.holds(alder.party())).as("no person is asked").isFalse();
    assertThat(renewed.links()).hasSameSizeAs(desk.links()).isNotEmpty();
    assertThat(waits(renewed)).as("its receipts are taken too").isZero();
    assertThat(waits(desk)).isZero();
  }

  @Test
  void whatWasSignedBeforeStillArrivesAfterwards() {
    circle.found(desk, alder, birch);
    circle.leaves(birch);
    register(alder);
    Member renewed = circle.renews(desk);
    circle.comesBack(birch);

    circle.deliver(renewed, alder, birch);

    assertThat(birch.links()).hasSize(1);
    assertThat(birch.knows(renewed)).contains(renewed.fingerprint());
    assertThat(waits(renewed)).isZero();
  }

  /// What waits for who is away is sealed anew each week, and its slip signed anew: by certificates
  /// that the other side can only learn from this very parcel.
  @Test
  void whoWasAwayForWeeksLearnsTheCertificatesFromTheEntryItself() {
    circle.found(desk, alder, birch);
    circle.leaves(birch);
    register(alder);
    Member renewed = circle.renews(desk);
    for (int day = 0; day < 24; day++) {
      circle.now = circle.now.plus(Duration.ofDays(1));
      circle.deliver(renewed, alder);
    }
    circle.comesBack(birch);
    circle.deliver(renewed, alder, birch);
    circle.now = circle.now.plus(Duration.ofHours(2));
    circle.deliver(renewed, alder, birch);

    assertThat(birch.knows(renewed)).contains(renewed.fingerprint());
    assertThat(birch.links()).hasSize(1);
    assertThat(waits(renewed)).isZero();
  }

  @Test
  void theEarlierKeySendsNothingAnyMoreAfterAMonth() {
    circle.found(desk, alder, birch);
    Member renewed = circle.renews(desk);
    circle.deliver(renewed, alder, birch);
    circle.refused.clear();

    circle.send(desk, birch, REALM, news());
    assertThat(circle.refused).as("it may have been on its way").isEmpty();

    circle.now = circle.now.plus(Duration.ofDays(31));
    circle.send(desk, birch, REALM, news());
    assertThat(circle.refused).containsOnly(IssueCode.SIGNATURE_WRONG);
  }

  @Test
  void anEarlierKeyThatIsRevokedCountsNoMoreAtOnce() {
    circle.found(desk, alder, birch);
    Member renewed =
        circle.renews(desk, new Revocation(desk.fingerprint(), circle.now, "lost sight of"));
    circle.deliver(renewed, alder, birch);
    assertThat(birch.knows(renewed)).contains(renewed.fingerprint());
    circle.refused.clear();

    circle.send(desk, birch, REALM, news());

    assertThat(circle.refused).containsOnly(IssueCode.SIGNATURE_WRONG);
    assertThat(shownBefore(birch, renewed)).as("nor on the wire").isEmpty();
  }

  @Test
  void whatWasShownOnTheWireIsKnownForAMonth() {
    circle.found(desk, alder, birch);
    Member renewed = circle.renews(desk);
    circle.deliver(renewed, alder, birch);

    assertThat(shownBefore(birch, renewed)).containsExactly(Octets.of("tls"));

    circle.now = circle.now.plus(Duration.ofDays(31));
    assertThat(shownBefore(birch, renewed)).isEmpty();
  }

  private List<Octets> shownBefore(Member at, Member of) {
    return at.station()
        .books()
        .look(book -> at.directory().earlierTls(book, of.node(), circle.now));
  }

  @Test
  void aKeyThatWasLostAndComparedAnewIsNoEarlierKey() {
    circle.found(desk, alder, birch);
    var later = circle.otherKeys(alder.node());
    var entry = circle.next(alder, later, later);
    birch
        .station()
        .books()
        .change(book ->
            new TakeEntry(birch.directory(), birch.seal())
                .anew(book, entry, later.certificates().fingerprint(), circle.now))
        .orThrow();
    circle.refused.clear();

    circle.send(alder, birch, REALM, news());

    assertThat(circle.refused).containsOnly(IssueCode.SIGNATURE_WRONG);
  }

  @Test
  void theRosterNamesTheNewCertificatesOnceTheEarlierHaveSignedForThem() {
    circle.found(desk, alder, birch);
    register(alder);
    deliver(alder);
    Member renewed = circle.renews(alder);
    deliver(renewed);
    assertThat(certificates(desk, alder)).contains(alder.fingerprint());

    assertThat(rekey(renewed, alder)).isPresent();
    deliver(renewed);

    for (Member each : List.of(desk, birch, renewed)) {
      assertThat(certificates(each, alder)).contains(renewed.fingerprint());
    }
    assertThat(rekey(renewed, alder)).as("it is done").isEmpty();
    KeepRoster.Proposed removal =
        birch
            .keeping()
            .propose(REALM, new RosterChange.Remove(desk.node()), "", circle.now)
            .orThrow();
    deliver(renewed);
    assertThat(renewed.keeping().cosign(REALM, removal.digest(), circle.now).orThrow().isIn())
        .as("its signature counts")
        .isTrue();
  }

  @Test
  void aChangeOfKeysThatAnotherLinkHasOvertakenIsProposedAgain() {
    circle.found(desk, alder, birch);
    register(alder);
    deliver(alder);
    Member renewed = circle.renews(alder);
    deliver(renewed);
    circle.leaves(desk);
    assertThat(rekey(renewed, alder)).isPresent();
    deliver(renewed);
    assertThat(rekey(renewed, alder)).as("it waits for who registers").isEmpty();
    register(birch);
    circle.comesBack(desk);
    deliver(renewed);
    assertThat(certificates(desk, alder)).contains(alder.fingerprint());

    assertThat(rekey(renewed, alder)).isPresent();
    deliver(renewed);

    assertThat(certificates(birch, alder)).contains(renewed.fingerprint());
    assertThat(renewed.waiting()).isEmpty();
  }

  @Test
  void whoJoinsLaterChecksWhatWasSignedBefore() {
    circle.found(desk, alder, birch);
    register(alder);
    Member renewed = circle.renews(desk);
    circle.deliver(renewed, alder, birch);

    circle.introduce(renewed, cedar);
    circle.takePart(renewed, cedar).orThrow();
    assertThat(cedar.links()).as("the roster names the earlier certificates").hasSize(1);
    assertThat(cedar.knows(renewed)).contains(renewed.fingerprint());

    assertThat(rekey(renewed, desk)).isPresent();
    renewed.keeping().register(REALM, birch.node(), "", circle.now).orThrow();
    Member dune = circle.member("XD");
    circle.introduce(renewed, dune);
    assertThat(circle.takePart(renewed, dune).issues()).as("nothing is odd about it").isEmpty();

    assertThat(dune.links()).as("it names the new ones").hasSize(3);
    assertThat(dune.knows(renewed)).contains(renewed.fingerprint());
    assertThat(dune.holds(desk.party())).isFalse();
  }

  /// What was sealed to a node that is out is given up, and so is the entry that names the new
  /// certificates.
  @Test
  void whoIsRegisteredAgainLearnsWhatWasRenewedMeanwhile() {
    circle.found(desk, alder, birch, cedar);
    register(birch);
    deliver(alder);
    circle.deliver(alder);
    KeepRoster.Proposed removal =
        alder
            .keeping()
            .propose(REALM, new RosterChange.Remove(birch.node()), "", circle.now)
            .orThrow();
    circle.deliver(alder, desk, cedar);
    cedar.keeping().cosign(REALM, removal.digest(), circle.now).orThrow();
    circle.deliver(cedar, desk, alder);
    Member renewed = circle.renews(desk);
    circle.deliver(renewed, alder, cedar);
    assertThat(birch.knows(renewed)).contains(desk.fingerprint());
    assertThat(rekey(renewed, desk)).isPresent();

    KeepRoster.Proposed again =
        renewed.keeping().register(REALM, birch.node(), "", circle.now).orThrow();
    circle.deliver(renewed, alder);
    alder.keeping().cosign(REALM, again.digest(), circle.now).orThrow();
    circle.deliver(alder, renewed);
    circle.deliver(renewed, birch);

    assertThat(birch.knows(renewed)).contains(renewed.fingerprint());
  }

  private Optional<KeepRoster.Proposed> rekey(Member renewed, Member before) {
    return renewed.keeping().rekey(REALM, before.seal(), circle.now).map(each -> each.orThrow());
  }

  private static Optional<Digest> certificates(Member at, Member of) {
    return at.network().roster().certificates(of.node());
  }

  private void register(Member member) {
    desk.keeping().register(REALM, member.node(), "Note 17/2026", circle.now).orThrow();
  }

  private static RosterNews news() {
    return new RosterNews(Optional.empty(), List.of(), List.of(), List.of());
  }

  private void deliver(Member renewed) {
    circle.deliver(desk, renewed, birch, cedar);
    circle.now = circle.now.plus(Duration.ofHours(7));
    circle.deliver(desk, renewed, birch, cedar);
  }

  private static int waits(Member member) {
    return member.station().books().look(book -> book.outbox().due(Instant.MAX, 1_000).size());
  }
}
