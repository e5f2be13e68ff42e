package org.parley.duties.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.duties.port.Samples.digest;
import static org.parley.duties.port.Samples.received;

import org.junit.jupiter.api.Test;
import org.parley.duties.port.Inbox.Received;

interface InboxContract extends OpenBooks {

  @Test
  default void whatWasTakenInIsFoundByParcelAndBySlip() {
    Received received = received("parcel", "slip");
    doing(book -> book.inbox().add(received));

    assertThat(found(book -> book.inbox().byParcel(digest("parcel")))).contains(received);
    assertThat(found(book -> book.inbox().bySlip(digest("slip")))).contains(received);
    assertThat(found(book -> book.inbox().byParcel(digest("slip")))).isEmpty();
    assertThat(found(book -> book.inbox().bySlip(digest("parcel")))).isEmpty();
  }

  @Test
  default void aParcelIsTakenInOnce() {
    doing(book -> book.inbox().add(received("parcel", "slip")));

    assertThatThrownBy(() -> doing(book -> book.inbox().add(received("parcel", "other"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(found(book -> book.inbox().bySlip(digest("other")))).isEmpty();
  }

  @Test
  default void twoParcelsWithOneSlipLeadToTheFirst() {
    Received first = received("sealed once", "slip");
    Received second = received("sealed anew", "slip");
    doing(book -> book.inbox().add(first));
    doing(book -> book.inbox().add(second));

    assertThat(found(book -> book.inbox().bySlip(digest("slip")))).contains(first);
    assertThat(found(book -> book.inbox().byParcel(digest("sealed anew")))).contains(second);
  }
}
