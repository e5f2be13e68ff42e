package org.parley.couriers.https;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.directory.NodeId;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.duties.port.Courier;

/// A node that has renewed its certificate is let in by who knows the one before, and nobody else
/// is.
class RenewedTlsTest {

  private static final NodeId XA = new NodeId(new Party("XA"), "csirt");
  private static final NodeId XB = new NodeId(new Party("XB"), "csirt");
  private static final Patience SHORT = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(20));

  private final TlsIdentity ours = TlsIdentity.create("XA/csirt", from(), Duration.ofDays(30));
  private final TlsIdentity theirs = TlsIdentity.create("XB/csirt", from(), Duration.ofDays(30));
  private final DoorBook book = new DoorBook();
  private final List<AutoCloseable> open = new ArrayList<>();

  private static Instant from() {
    return Instant.now().minusSeconds(60);
  }

  private static TlsIdentity next(TlsIdentity before) {
    return before.next(from(), Duration.ofDays(30));
  }

  @AfterEach
  void shut() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void bothSidesRenewAndNeitherHasHeardOfTheOther() {
    assertThat(carried(next(ours), next(theirs))).isTrue();
    assertThat(carried(next(next(ours)), theirs)).as("twice").isTrue();
  }

  @Test
  void whoWasAwayForLongerThanAnybodyKeepsIsNotLetIn() {
    TlsIdentity last = ours;
    for (int time = 0; time < TlsIdentity.MOST_BEFORE; time++) {
      last = next(last);
    }
    assertThat(carried(last, theirs)).isTrue();
    assertThat(carried(next(last), theirs)).isFalse();
  }

  @Test
  void aStrangerThatBringsAKnownCertificateAlongIsNotLetIn() {
    TlsIdentity stranger = TlsIdentity.create("XA/csirt", from(), Duration.ofDays(30));
    TlsIdentity dressed =
        new TlsIdentity(stranger.key(), stranger.certificate(), List.of(ours.certificate()));

    assertThat(carried(dressed, theirs)).isFalse();
    assertThat(carried(ours, dressed)).isFalse();
  }

  @Test
  void aCertificateThatDoesNotHoldAnyMoreVouchesForNone() {
    TlsIdentity old =
        TlsIdentity.create("XA/csirt", Instant.now().minusSeconds(7_200), Duration.ofHours(1));
    TlsIdentity renewed = next(old);
    book.admit(XA, old.certificateOctets());

    assertThat(carried(renewed, theirs)).isFalse();
  }

  @Test
  void whatCameBeforeIsKeptBesideIt(@TempDir Path folder) {
    TlsIdentity renewed = next(next(ours));
    renewed.save(folder);

    TlsIdentity loaded = TlsIdentity.load(folder);

    assertThat(loaded.before()).isEqualTo(renewed.before()).hasSize(2);
    assertThat(loaded.certificate()).isEqualTo(renewed.certificate());
  }

  /// Whether a parcel comes through, where each knows the first certificate of the other alone.
  private boolean carried(TlsIdentity shownByUs, TlsIdentity shownByThem) {
    HttpsDoor door =
        HttpsDoor.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            shownByThem,
            book,
            (parcel, back) -> new Checked.Sound<>(Octets.of("receipt"), List.of()));
    open.add(door);
    book.admit(XA, ours.certificateOctets());
    book.add(
        new Peer(
            XB,
            URI.create("https://localhost:" + door.port()),
            List.of(theirs.certificateOctets())));
    try (HttpsCourier courier = new HttpsCourier(shownByUs, book, SHORT)) {
      return courier.carry(XB, Octets.of("parcel")) instanceof Courier.Carried.Delivered;
    }
  }
}
