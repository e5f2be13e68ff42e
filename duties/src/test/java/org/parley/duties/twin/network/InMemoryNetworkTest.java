package org.parley.duties.twin.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.duties.port.Samples.NOON;
import static org.parley.duties.port.Samples.XA;
import static org.parley.duties.port.Samples.XB;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Courier;
import org.parley.duties.port.Courier.Carried;
import org.parley.duties.port.Courier.Grade;
import org.parley.duties.twin.BooksInMemory;

class InMemoryNetworkTest {

  private Instant now = NOON;
  private final List<Octets> came = new ArrayList<>();
  private InMemoryNetwork network = network(7);

  private InMemoryNetwork network(long seed) {
    came.clear();
    InMemoryNetwork made = new InMemoryNetwork(new Random(seed), () -> now);
    made.join(
        XB,
        (parcel, back) -> {
          came.add(parcel);
          return new Checked.Sound<>(Octets.of("receipt"), List.of());
        });
    return made;
  }

  @Test
  void everyKindOfBadWeatherHappensAndOneSeedTellsOneStory() {
    List<String> first = story(20260302);
    List<String> again = story(20260302);

    assertThat(again).isEqualTo(first);
    assertThat(story(20260303)).isNotEqualTo(first);
    assertThat(first).contains("lost", "came", "came twice", "came late", "came damaged");
  }

  private List<String> story(long seed) {
    now = NOON;
    network = network(seed);
    network.weather(new Weather(0.2, 0.2, 0.2, 0.2, Duration.ofMinutes(5)));
    Courier courier = network.courier(XA, Grade.DIRECT);
    List<String> story = new ArrayList<>();
    for (int number = 0; number < 200; number++) {
      Octets parcel = Octets.of("parcel " + number);
      came.clear();
      Carried carried = courier.carry(XB, parcel);
      int atOnce = came.size();
      now = now.plusSeconds(600);
      network.deliverDue();
      boolean damaged = came.stream().anyMatch(one -> !one.equals(parcel));
      story.add(
          came.isEmpty()
              ? "lost"
              : damaged
                  ? "came damaged"
                  : came.size() == 2 ? "came twice" : atOnce == 0 ? "came late" : "came");
      assertThat(carried instanceof Carried.Delivered && atOnce == 0).isFalse();
    }
    return story;
  }

  @Test
  void aCutLinkLetsNothingPassUntilItIsMended() {
    Courier courier = network.courier(XA, Grade.DIRECT);
    network.cut(XA, XB);
    assertThat(courier.carry(XB, Octets.of("one"))).isInstanceOf(Carried.Failed.class);
    assertThat(came).isEmpty();

    network.mend(XA, XB);
    network.cut(XB, XA);
    assertThat(courier.carry(XB, Octets.of("two"))).isInstanceOf(Carried.Failed.class);
    assertThat(came).containsExactly(Octets.of("two"));

    network.heal();
    assertThat(courier.carry(XB, Octets.of("three"))).isInstanceOf(Carried.Delivered.class);
  }

  @Test
  void aRelayKeepsWhatADeadNodeDoesNotTake() {
    BooksInMemory books = new BooksInMemory();
    network.join(
        XB,
        (parcel, back) -> {
          books.change(book -> book.documents().keep(parcel));
          return new Checked.Sound<>(Octets.of("receipt"), List.of());
        });
    books.crash();
    network.courier(XA, Grade.RELAY).carry(XB, Octets.of("parcel"));
    now = now.plusSeconds(60);
    assertThat(network.deliverDue()).isZero();

    books.restart();
    now = now.plusSeconds(60);
    assertThat(network.deliverDue()).isEqualTo(1);
    assertThat(network.nextDue()).isEmpty();
  }
}
