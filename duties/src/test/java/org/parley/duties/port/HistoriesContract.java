package org.parley.duties.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.duties.port.Samples.EXERCISE;
import static org.parley.duties.port.Samples.REAL;

import org.junit.jupiter.api.Test;
import org.parley.core.terms.Octets;

interface HistoriesContract extends OpenBooks {

  @Test
  default void eventsComeBackInTheOrderTheyWereAdded() {
    for (int number = 0; number < 12; number++) {
      Octets event = Octets.of("event " + number);
      int after = number;
      doing(book -> book.histories().append(REAL, "conversation/a", after, event));
    }

    assertThat(listed(book -> book.histories().events(REAL, "conversation/a")))
        .hasSize(12)
        .startsWith(Octets.of("event 0"), Octets.of("event 1"), Octets.of("event 2"))
        .endsWith(Octets.of("event 10"), Octets.of("event 11"));
  }

  @Test
  default void aStreamTellsItsLengthAndItsLastEvent() {
    doing(book -> book.histories().append(REAL, "a", 0, Octets.of("first")));
    doing(book -> book.histories().append(REAL, "a", 1, Octets.of("last")));

    doing(book -> {
      assertThat(book.histories().length(REAL, "a")).isEqualTo(2);
      assertThat(book.histories().last(REAL, "a")).contains(Octets.of("last"));
      assertThat(book.histories().length(EXERCISE, "a")).isZero();
      assertThat(book.histories().last(REAL, "b")).isEmpty();
    });
  }

  @Test
  default void aStreamNobodyBeganIsEmpty() {
    assertThat(listed(book -> book.histories().events(REAL, "conversation/none"))).isEmpty();
  }

  @Test
  default void realAndExerciseStreamsOfOneNameNeverMix() {
    doing(book -> book.histories().append(REAL, "a", 0, Octets.of("real")));
    doing(book -> book.histories().append(EXERCISE, "a", 0, Octets.of("exercise")));

    assertThat(listed(book -> book.histories().events(REAL, "a")))
        .containsExactly(Octets.of("real"));
    assertThat(listed(book -> book.histories().events(EXERCISE, "a")))
        .containsExactly(Octets.of("exercise"));
    assertThat(listed(book -> book.histories().streams(EXERCISE, ""))).containsExactly("a");
  }

  @Test
  default void appendingBehindAnotherLengthIsADefectAndChangesNothing() {
    doing(book -> book.histories().append(REAL, "a", 0, Octets.of("first")));

    assertThatThrownBy(
            () -> doing(book -> book.histories().append(REAL, "a", 0, Octets.of("also first"))))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> doing(book -> book.histories().append(REAL, "a", 2, Octets.of("3"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(listed(book -> book.histories().events(REAL, "a")))
        .containsExactly(Octets.of("first"));
  }

  @Test
  default void streamsAreNamedInTheOrderOfTheirFirstEventAndByExactPrefix() {
    doing(book -> book.histories().append(REAL, "c/z", 0, Octets.of("1")));
    doing(book -> book.histories().append(REAL, "c/a", 0, Octets.of("2")));
    doing(book -> book.histories().append(REAL, "c/z", 1, Octets.of("3")));
    doing(book -> book.histories().append(REAL, "C/m", 0, Octets.of("4")));
    doing(book -> book.histories().append(REAL, "c%m", 0, Octets.of("5")));
    doing(book -> book.histories().append(REAL, "d", 0, Octets.of("6")));

    assertThat(listed(book -> book.histories().streams(REAL, "c/"))).containsExactly("c/z", "c/a");
    assertThat(listed(book -> book.histories().streams(REAL, "c%"))).containsExactly("c%m");
    assertThat(listed(book -> book.histories().streams(REAL, "")))
        .containsExactly("c/z", "c/a", "C/m", "c%m", "d");
  }
}
