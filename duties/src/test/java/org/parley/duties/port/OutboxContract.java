package org.parley.duties.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.duties.port.Samples.NOON;
import static org.parley.duties.port.Samples.XA;
import static org.parley.duties.port.Samples.XB;
import static org.parley.duties.port.Samples.digest;
import static org.parley.duties.port.Samples.parcel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.duties.port.Outbox.Parcel;
import org.parley.duties.port.Outbox.Waiting;

interface OutboxContract extends OpenBooks {

  @Test
  default void aParcelThatStandsForAnotherKeepsItsTries() {
    Parcel anew = parcel("anew", XB);
    doing(book -> book.outbox().add(anew, 7));

    assertThat(found(book -> book.outbox().find(anew.parcel())).map(Waiting::tries)).contains(7);
  }

  @Test
  default void aParcelPutInIsDueAtOnceAndComesBackWhole() {
    Parcel parcel = parcel("one", XB);
    doing(book -> book.outbox().add(parcel));

    Waiting waiting = new Waiting(parcel, 0, NOON, Optional.empty());
    assertThat(listed(book -> book.outbox().due(NOON, 10))).containsExactly(waiting);
    assertThat(found(book -> book.outbox().find(parcel.parcel()))).contains(waiting);
    assertThat(listed(book -> book.outbox().due(NOON.minusMillis(1), 10))).isEmpty();
  }

  @Test
  default void theSameParcelTwiceIsThereOnceWithItsTries() {
    Parcel parcel = parcel("one", XB);
    doing(book -> book.outbox().add(parcel));
    doing(book -> book.outbox().tried(parcel.parcel(), NOON.plusSeconds(60), "no answer"));

    doing(book -> book.outbox().add(parcel));

    assertThat(listed(book -> book.outbox().waitingFor(XB)))
        .containsExactly(new Waiting(parcel, 1, NOON.plusSeconds(60), Optional.of("no answer")));
  }

  @Test
  default void whatIsDueComesLongestWaitingFirstAndThenInTheOrderPutIn() {
    Parcel late = parcel("late", XB, NOON.plusSeconds(5));
    Parcel second = parcel("second", XB);
    Parcel third = parcel("third", XA);
    Parcel first = parcel("first", XA, NOON.minusSeconds(5));
    doing(book -> List.of(late, second, third, first).forEach(book.outbox()::add));

    assertThat(dueAt(NOON.plusSeconds(9), 10)).containsExactly(first, second, third, late);
    assertThat(dueAt(NOON.plusSeconds(9), 2)).containsExactly(first, second);
    assertThat(dueAt(NOON, 10)).containsExactly(first, second, third);
  }

  @Test
  default void aTryPutsTheParcelOffAndIsCounted() {
    Parcel parcel = parcel("one", XB);
    doing(book -> book.outbox().add(parcel));

    doing(book -> book.outbox().tried(parcel.parcel(), NOON.plusSeconds(60), "no answer"));
    doing(book -> book.outbox().tried(parcel.parcel(), NOON.plusSeconds(180), "door shut"));

    assertThat(dueAt(NOON.plusSeconds(179), 10)).isEmpty();
    assertThat(listed(book -> book.outbox().due(NOON.plusSeconds(180), 10)))
        .containsExactly(new Waiting(parcel, 2, NOON.plusSeconds(180), Optional.of("door shut")));
  }

  @Test
  default void whatIsDoneLeavesTheOutbox() {
    Parcel parcel = parcel("one", XB);
    doing(book -> book.outbox().add(parcel));

    doing(book -> book.outbox().done(parcel.parcel()));

    assertThat(found(book -> book.outbox().find(parcel.parcel()))).isEmpty();
    assertThat(dueAt(NOON.plusSeconds(9), 10)).isEmpty();
  }

  @Test
  default void aTryOrAReceiptForWhatIsGoneChangesNothing() {
    doing(book -> book.outbox().tried(digest("gone"), NOON, "no answer"));
    doing(book -> book.outbox().done(digest("gone")));

    assertThat(found(book -> book.outbox().find(digest("gone")))).isEmpty();
  }

  @Test
  default void aNodesParcelsWaitInTheOrderPutInDueOrNot() {
    Parcel first = parcel("first", XB, NOON.plusSeconds(5));
    Parcel other = parcel("other", XA);
    Parcel second = parcel("second", XB);
    doing(book -> List.of(first, other, second).forEach(book.outbox()::add));
    doing(book -> book.outbox().tried(first.parcel(), NOON.plusSeconds(60), "no answer"));

    assertThat(listed(book -> book.outbox().waitingFor(XB)).stream().map(Waiting::parcel))
        .containsExactly(first, second);
  }

  private List<Parcel> dueAt(Instant now, int atMost) {
    return listed(book -> book.outbox().due(now, atMost)).stream().map(Waiting::parcel).toList();
  }
}
