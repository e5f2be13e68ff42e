package org.parley.duties.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.duties.port.Samples.EXERCISE;
import static org.parley.duties.port.Samples.REAL;
import static org.parley.duties.port.Samples.XA;
import static org.parley.duties.port.Samples.XB;
import static org.parley.duties.port.Samples.digest;
import static org.parley.duties.port.Samples.slip;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.parley.duties.port.Links.Slip;

interface LinksContract extends OpenBooks {

  @Test
  default void theLastSlipSentIsKnownForEachLinkAlone() {
    doing(book -> book.links().sent(REAL, XB, slip(1)));
    doing(book -> book.links().sent(REAL, XB, slip(2)));
    doing(book -> book.links().sent(EXERCISE, XB, slip(1)));

    assertThat(found(book -> book.links().lastSent(REAL, XB))).contains(slip(2));
    assertThat(found(book -> book.links().lastSent(EXERCISE, XB))).contains(slip(1));
    assertThat(found(book -> book.links().lastSent(REAL, XA))).isEmpty();
  }

  @Test
  default void theLastSlipReceivedIsTheOneWithTheHighestNumberAndNotTheLatest() {
    doing(book -> book.links().received(REAL, XB, slip(3)));
    doing(book -> book.links().received(REAL, XB, slip(2)));

    assertThat(found(book -> book.links().lastReceived(REAL, XB))).contains(slip(3));
    assertThat(found(book -> book.links().lastReceived(EXERCISE, XB))).isEmpty();
    assertThat(found(book -> book.links().lastReceived(REAL, XA))).isEmpty();
  }

  @Test
  default void aSlipSentIsFoundByItsNumber() {
    doing(book -> book.links().sent(REAL, XB, slip(1)));
    doing(book -> book.links().sent(REAL, XB, slip(2)));

    assertThat(found(book -> book.links().sent(REAL, XB, 1))).contains(slip(1));
    assertThat(found(book -> book.links().sent(REAL, XB, 3))).isEmpty();
    assertThat(found(book -> book.links().sent(EXERCISE, XB, 1))).isEmpty();
  }

  @Test
  default void aNumberIsSentOnce() {
    doing(book -> book.links().sent(REAL, XB, slip(1)));

    assertThatThrownBy(
            () -> doing(book -> book.links().sent(REAL, XB, new Slip(1, digest("another")))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(found(book -> book.links().lastSent(REAL, XB))).contains(slip(1));
  }

  @Test
  default void aSlipReceivedIsFoundByItsNumberAndKeepsItsDigest() {
    doing(book -> book.links().received(REAL, XB, slip(1)));
    doing(book -> book.links().received(REAL, XB, slip(1)));

    assertThat(found(book -> book.links().received(REAL, XB, 1))).contains(slip(1));
    assertThat(found(book -> book.links().received(REAL, XB, 2))).isEmpty();
    assertThat(found(book -> book.links().received(REAL, XA, 1))).isEmpty();
    assertThatThrownBy(
            () -> doing(book -> book.links().received(REAL, XB, new Slip(1, digest("another")))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  default void whatIsMissingBelowTheHighestIsNamed() {
    List.of(5L, 1L, 9L)
        .forEach(number -> doing(book -> book.links().received(REAL, XB, slip(number))));

    assertThat(missing(10)).containsExactly(2L, 3L, 4L, 6L, 7L, 8L);
    assertThat(missing(4)).containsExactly(2L, 3L, 4L, 6L);
    assertThat(listed(book -> book.links().missing(EXERCISE, XB, 10))).isEmpty();

    List.of(2L, 8L, 3L)
        .forEach(number -> doing(book -> book.links().received(REAL, XB, slip(number))));
    assertThat(missing(10)).containsExactly(4L, 6L, 7L);
  }

  @Test
  default void aPeerThatJumpsToAHugeNumberCostsNothing() {
    doing(book -> book.links().received(REAL, XB, slip(Long.MAX_VALUE)));
    doing(book -> book.links().received(REAL, XB, slip(Long.MAX_VALUE / 2)));

    assertThat(missing(3)).containsExactly(1L, 2L, 3L);
  }

  /// A node that came back from a backup goes on above the milliseconds of the clock.
  @Test
  default void whatARestoredNodeNeverUsedKeepsNoLaterLossFromBeingAskedFor() {
    long anew = 1_795_000_000_000L;
    List.of(1L, 2L, anew, anew + 2)
        .forEach(number -> doing(book -> book.links().received(REAL, XB, slip(number))));

    assertThat(missing(50)).startsWith(3L, 4L, 5L).hasSize(11).endsWith(anew + 1);
  }

  @Test
  default void gapsCloseInWhateverOrderTheNumbersCome() {
    long seed = 20260302;
    Random random = new Random(seed);
    TreeSet<Long> open = new TreeSet<>(LongStream.rangeClosed(1, 60).boxed().toList());
    List<Long> order = random.ints(45, 1, 61).distinct().mapToLong(i -> i).boxed().toList();
    long highest = 0;
    for (long number : order) {
      doing(book -> book.links().received(REAL, XB, slip(number)));
      open.remove(number);
      highest = Math.max(highest, number);
      assertThat(missing(100))
          .as("seed %d after %d", seed, number)
          .containsExactlyElementsOf(open.headSet(highest));
    }
  }

  private List<Long> missing(int atMost) {
    return listed(book -> book.links().missing(REAL, XB, atMost));
  }
}
