package org.parley.duties.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.core.check.CheckId;
import org.parley.core.check.CheckPlan;
import org.parley.core.check.Finding;
import org.parley.core.check.Finding.Verdict;
import org.parley.core.check.Heard;
import org.parley.core.check.Rung;
import org.parley.core.check.Summary;
import org.parley.core.check.Ways;
import org.parley.core.directory.OfficeKind;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Party;
import org.parley.duties.record.Ledger;
import org.parley.duties.record.Trail;

/** The lowest rung asks for two ways: the question goes by a second one, and each has a receipt. */
class CheckByTwoWaysTest {

  private static final CheckId ID = new CheckId(new UUID(1, 2));

  private final Ring ring = new Ring();
  private final Checkwork work = ring.secretariat();
  private final Party state = ring.join("xa");

  @Test
  void aNodeThatGivesReceiptsByTwoWaysHasMetTheRuleByItself() {
    ring.alsoByMail(state);
    ask(state);

    Finding finding = finding();

    assertThat(finding.verdict()).isEqualTo(Verdict.MET);
    Ways ways = finding.ways().getFirst();
    assertThat(ways.tried()).extracting(Ways.Way::name).containsExactly("direct", "mail");
    assertThat(ways.tried()).allMatch(way -> way.receipt().isPresent());
    assertThat(ways.noOther()).isFalse();
  }

  @Test
  void theSecondCopyTravelsByTheOtherWayAloneAndIsTheSameMessage() {
    ring.alsoByMail(state);
    ask(state);

    assertThat(ring.arrivedByMail()).hasSize(1);
    Digest question = question();
    var there =
        ring.station(state)
            .books()
            .look(book ->
                new Ledger(book, ring.station(state).seat(), Ring.REALM)
                    .conversationOf(question)
                    .orElseThrow()
                    .state());
    assertThat(there.dossiers()).hasSize(1);
    List<Trail.Kind> pieces =
        work.station().books().look(book -> new Trail(book, Ring.REALM).of(question)).stream()
            .map(Trail.Piece::kind)
            .toList();
    // Two receipts for the slips, and ours for the parcel that brought the second.
    assertThat(pieces)
        .containsExactlyInAnyOrder(
            Trail.Kind.SIGNED,
            Trail.Kind.SLIP,
            Trail.Kind.SLIP,
            Trail.Kind.RECEIPT,
            Trail.Kind.RECEIPT,
            Trail.Kind.RECEIPT);
    // Once for each of the two offices, not once for each copy.
    assertThat(finding().heard())
        .extracting(Heard::kind)
        .containsExactly(Heard.Kind.DELIVERED, Heard.Kind.DELIVERED);
  }

  @Test
  void aNodeToWhichOneWayAloneIsKnownIsReachedByOneWayAndThatIsSaid() {
    ask(state);
    assertThat(finding().verdict()).isEqualTo(Verdict.ONE_WAY);
    assertThat(finding().ways().getFirst().noOther()).isTrue();
    assertThat(finding().ways().getFirst().tried())
        .extracting(Ways.Way::name)
        .containsExactly("direct");
  }

  @Test
  void aSecondWayWithoutAReceiptIsWaitedForAndThenNamed() {
    ring.alsoByMail(state);
    ring.loseMail();
    ask(state);
    assertThat(finding().verdict()).isEqualTo(Verdict.WAITING);

    ring.pass(Duration.ofHours(25));

    Finding finding = finding();
    assertThat(finding.verdict()).isEqualTo(Verdict.ONE_WAY);
    assertThat(finding.ways().getFirst().noOther()).isFalse();
    assertThat(finding.ways().getFirst().tried().getLast().name()).isEqualTo("mail");
    assertThat(finding.ways().getFirst().tried().getLast().receipt()).isEmpty();
  }

  @Test
  void afterItsTimeTheSecondCopyGoesByAnyWaySoThatNoGapStaysOnTheLink() {
    ring.alsoByMail(state);
    ring.loseMail();
    ask(state);
    ring.pass(Duration.ofHours(25));
    ring.deliver();
    assertThat(waiting()).isEqualTo(1);

    ring.pass(Duration.ofHours(24));
    ring.deliver();

    assertThat(waiting()).isZero();
    assertThat(finding().verdict()).isEqualTo(Verdict.ONE_WAY);
  }

  @Test
  void aReceiptByTheSecondWayAfterTheProposedTimeIsSaidToBeLater() {
    ring.alsoByMail(state);
    ring.pauseMail();
    ask(state);
    ring.pass(Duration.ofHours(25));
    ring.emptyMail();
    ring.deliver();
    assertThat(finding().verdict()).isEqualTo(Verdict.MET_LATER);
  }

  @Test
  void aWayThatBecomesKnownLaterIsNotTriedOnceTheFirstHasItsReceipt() {
    ask(state);
    ring.alsoByMail(state);
    ring.deliver();
    assertThat(ring.arrivedByMail()).isEmpty();
    assertThat(finding().verdict()).isEqualTo(Verdict.ONE_WAY);
  }

  @Test
  void theNumbersTellHowManyWereReachedByOneWayOnly() {
    List<Party> all = new ArrayList<>(List.of(state));
    for (String each : List.of("xb", "xc", "xd", "xe")) {
      all.add(ring.join(each));
    }
    ring.alsoByMail(state);
    ask(all.toArray(Party[]::new));
    Summary told = seen().summary().orElseThrow();
    assertThat(told.met()).isEqualTo(1);
    assertThat(told.oneWay()).isEqualTo(4);
  }

  private void ask(Party... states) {
    new KeepChecks(work)
        .plan(
            Ring.REALM,
            ID,
            new CheckPlan(
                Rung.NODE,
                "Autumn check",
                Ring.SECRETARIAT,
                new CheckPlan.Ask(List.of(states), Set.of(OfficeKind.TECHNICAL, OfficeKind.POLICY)),
                ring.now(),
                Rung.NODE.within(),
                false),
            Ring.OFFICER)
        .orThrow();
    new AskOffices(work).run(Ring.REALM);
    ring.deliver();
  }

  private int waiting() {
    return work.station()
        .books()
        .look(book -> book.outbox().due(ring.now().plus(Duration.ofDays(9)), 99))
        .size();
  }

  private ReadChecks.Seen seen() {
    return new ReadChecks(work).one(Ring.REALM, ID, Ring.OFFICER).orThrow();
  }

  private Finding finding() {
    return seen().findings().getFirst();
  }

  private Digest question() {
    return Optional.ofNullable(seen().check().asked().get(state))
        .orElseThrow()
        .statement()
        .orElseThrow();
  }
}
