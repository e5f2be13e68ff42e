package org.parley.duties.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.duties.port.Courier.Carried;
import org.parley.duties.port.Courier.Grade;

/// What every courier keeps, whichever way it goes.
public abstract class CourierContract {

  private static final NodeId NOBODY = new NodeId(new Party("XZ"), "nowhere");

  /// The courier, to a node behind whose door [#door] stands.
  protected abstract Courier courier();

  /// A node that the courier reaches.
  protected abstract NodeId there();

  protected abstract RecordingDoorway door();

  /// Lets everything that is under way arrive.
  protected abstract void letArrive();

  @Test
  void aParcelArrivesWithExactlyItsBytes() {
    byte[] bytes = new byte[65_536];
    new Random(20260302).nextBytes(bytes);

    for (Octets parcel : List.of(Octets.of(bytes), Octets.of("x"), Octets.of("\r\n.\r\n\0"))) {
      assertThat(courier().carry(there(), parcel)).isNotInstanceOf(Carried.Failed.class);
      letArrive();
      assertThat(door().taken()).endsWith(parcel);
    }
  }

  @Test
  void aDirectCourierBringsTheReceiptAndAnyOtherTakesCustody() {
    Octets parcel = Octets.of("sealed");

    Carried carried = courier().carry(there(), parcel);

    if (courier().grade() == Grade.DIRECT) {
      assertThat(carried)
          .isEqualTo(new Carried.Delivered(RecordingDoorway.receiptOf(parcel.digest())));
    } else {
      assertThat(carried).isInstanceOf(Carried.InCustody.class);
    }
  }

  @Test
  void aNodeItKnowsNoWayToIsNotReached() {
    assertThat(courier().reaches(there())).isTrue();
    assertThat(courier().reaches(NOBODY)).isFalse();
    assertThat(courier().carry(NOBODY, Octets.of("sealed"))).isInstanceOf(Carried.Failed.class);
    assertThat(door().taken()).isEmpty();
  }

  @Test
  void theSameParcelCarriedTwiceIsTakenInOnce() {
    Octets parcel = Octets.of("sealed");

    Carried first = courier().carry(there(), parcel);
    letArrive();
    Carried second = courier().carry(there(), parcel);
    letArrive();

    assertThat(second.getClass()).isEqualTo(first.getClass());
    assertThat(door().taken()).containsExactly(parcel);
  }

  @Test
  void aFullSizedParcelArrivesAndALargerOneIsRefusedForGood() {
    Octets largest = Octets.of(new byte[Doorway.LARGEST_PARCEL]);
    Octets larger = Octets.of(new byte[Doorway.LARGEST_PARCEL + 1]);

    assertThat(courier().carry(there(), largest)).isNotInstanceOf(Carried.Failed.class);
    Carried refused = courier().carry(there(), larger);
    letArrive();

    assertThat(refused)
        .isInstanceOfSatisfying(
            Carried.Failed.class, failed -> assertThat(failed.forGood()).isTrue());
    assertThat(door().taken()).containsExactly(largest);
  }

  @Test
  void aDoorThatSaysNoIsQuotedByItsCodeAndNothingElse() {
    assumeTrue(courier().grade() == Grade.DIRECT);
    door().refuse(true);

    assertThat(courier().carry(there(), Octets.of("sealed")))
        .isInstanceOfSatisfying(
            Carried.Failed.class,
            failed ->
                assertThat(failed.why())
                    .contains(RecordingDoorway.REFUSAL.label(), RecordingDoorway.REFUSAL.name())
                    .doesNotContain("secret"));
  }

  @Test
  void aParcelOutlastsADoorThatIsIll() {
    door().fallIll(true);
    Octets parcel = Octets.of("sealed");

    Carried first = courier().carry(there(), parcel);
    letArrive();
    door().fallIll(false);
    if (first instanceof Carried.Failed(boolean forGood, String why)) {
      assertThat(forGood).isFalse();
      assertThat(why).doesNotContain("secret");
      courier().carry(there(), parcel);
    }
    letArrive();

    assertThat(door().taken()).containsExactly(parcel);
  }

  @Test
  void manyCarriedAtOnceAllArrive() throws Exception {
    List<Octets> parcels =
        IntStream.range(0, 40).mapToObj(number -> Octets.of("sealed " + number)).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(atOnce())) {
      List<Future<Carried>> carried =
          parcels.stream()
              .map(parcel -> threads.submit(() -> courier().carry(there(), parcel)))
              .toList();
      for (Future<Carried> one : carried) {
        assertThat(one.get()).isNotInstanceOf(Carried.Failed.class);
      }
    }
    letArrive();

    assertThat(door().taken()).containsExactlyInAnyOrderElementsOf(parcels);
  }

  /// How many threads may use the courier at once.
  protected int atOnce() {
    return 8;
  }
}
