package org.parley.couriers.https;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.couriers.FaultProxy;
import org.parley.couriers.FaultProxy.Fault;
import org.parley.couriers.TakingIn;
import org.parley.duties.port.Courier.Carried;
import org.parley.duties.twin.BooksInMemory;

/// Real sockets with a bad line between them: nothing that was acknowledged is lost, nothing is
/// doubled, and in the end everything arrives.
class BadLineTest {

  private static final NodeId XA = new NodeId(new Party("XA"), "csirt");
  private static final NodeId XB = new NodeId(new Party("XB"), "csirt");

  @Test
  void nothingAcknowledgedIsLostAndNothingIsDoubledOverABadLine() throws Exception {
    long seed = 20260302;
    TlsIdentity ours = identity(XA);
    TlsIdentity theirs = identity(XB);
    BooksInMemory books = new BooksInMemory();
    DoorBook book = new DoorBook();
    book.admit(XA, ours.certificateOctets());
    Set<Octets> acknowledged = new HashSet<>();
    List<Octets> waiting = parcels(seed, 28);
    List<Octets> all = List.copyOf(waiting);

    try (HttpsDoor door =
            HttpsDoor.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                theirs,
                book,
                new TakingIn(books));
        FaultProxy line = new FaultProxy(door.port(), seed)) {
      book.add(behind(line, theirs));
      for (int round = 0; !waiting.isEmpty(); round++) {
        if (round == 4) {
          line.heal();
        }
        assertThat(round).as("rounds, seed %d", seed).isLessThan(12);
        carry(ours, book, waiting, acknowledged);
        assertThat(allKept(books, acknowledged)).as("kept, seed %d", seed).isTrue();
      }
      for (Fault fault : Fault.values()) {
        assertThat(line.times(fault)).as("%s happened, seed %d", fault, seed).isPositive();
      }
    }

    assertThat(acknowledged).containsExactlyInAnyOrderElementsOf(all);
    assertThat(books.<Long>look(b -> b.log().size()))
        .as("each taken in once, seed %d", seed)
        .isEqualTo(all.size());
  }

  private static Peer behind(FaultProxy line, TlsIdentity theirs) {
    URI address = URI.create("https://localhost:" + line.port());
    return new Peer(XB, address, List.of(theirs.certificateOctets()));
  }

  private static boolean allKept(BooksInMemory books, Set<Octets> acknowledged) {
    return books.look(book ->
        acknowledged.stream()
            .allMatch(parcel -> book.documents().find(parcel.digest()).isPresent()));
  }

  /// Each parcel on a connection of its own, as after a pause.
  private static void carry(
      TlsIdentity ours, DoorBook book, List<Octets> waiting, Set<Octets> acknowledged) {
    for (Octets parcel : List.copyOf(waiting)) {
      try (HttpsCourier courier =
          new HttpsCourier(
              ours, book, new Patience(Duration.ofMillis(400), Duration.ofMillis(800)))) {
        if (courier.carry(XB, parcel) instanceof Carried.Delivered(Octets receipt)) {
          assertThat(receipt).isEqualTo(Octets.of("receipt of " + parcel.digest()));
          acknowledged.add(parcel);
          waiting.remove(parcel);
        }
      }
    }
  }

  private static List<Octets> parcels(long seed, int count) {
    Random random = new Random(seed);
    List<Octets> parcels = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      byte[] bytes = new byte[1 + random.nextInt(12_000)];
      random.nextBytes(bytes);
      parcels.add(Octets.of(bytes));
    }
    return parcels;
  }

  private static TlsIdentity identity(NodeId node) {
    return TlsIdentity.create(node.toString(), Instant.now().minusSeconds(60), Duration.ofDays(30));
  }
}
