package org.parley.couriers.https;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.directory.NodeId;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.duties.port.Courier;
import org.parley.duties.port.Courier.Carried;
import org.parley.duties.port.CourierContract;
import org.parley.duties.port.Doorway;
import org.parley.duties.port.RecordingDoorway;

class HttpsCourierTest extends CourierContract {

  private static final NodeId XA = new NodeId(new Party("XA"), "csirt");
  private static final NodeId XB = new NodeId(new Party("XB"), "csirt");
  private static final NodeId XC = new NodeId(new Party("XC"), "csirt");
  private static final Patience SHORT = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(20));

  private final TlsIdentity ours = identity(XA);
  private final TlsIdentity theirs = identity(XB);
  private final DoorBook book = new DoorBook();
  private final RecordingDoorway doorway = new RecordingDoorway();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final HttpsDoor door = opened(doorway);
  private final HttpsCourier courier = courier(ours);

  HttpsCourierTest() {
    book.add(new Peer(XB, address(door.port()), List.of(theirs.certificateOctets())));
    book.admit(XA, ours.certificateOctets());
  }

  private static TlsIdentity identity(NodeId node) {
    return TlsIdentity.create(node.toString(), Instant.now().minusSeconds(60), Duration.ofDays(30));
  }

  private static URI address(int port) {
    return URI.create("https://localhost:" + port);
  }

  private HttpsDoor opened(Doorway behind) {
    HttpsDoor made =
        HttpsDoor.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), theirs, book, behind);
    open.add(made);
    return made;
  }

  private HttpsCourier courier(TlsIdentity identity) {
    HttpsCourier made = new HttpsCourier(identity, book, SHORT);
    open.add(made);
    return made;
  }

  @AfterEach
  void shut() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Override
  protected Courier courier() {
    return courier;
  }

  @Override
  protected NodeId there() {
    return XB;
  }

  @Override
  protected RecordingDoorway door() {
    return doorway;
  }

  @Override
  protected void letArrive() {}

  @Test
  void aDoorWithAnotherCertificateThanTheDirectoryNamesIsNotSpokenTo() {
    book.add(new Peer(XB, address(door.port()), List.of(identity(XB).certificateOctets())));

    assertFails(courier, "wrong certificate");
    assertThat(doorway.taken()).isEmpty();
  }

  @Test
  void anExpiredCertificateIsNotAcceptedThoughTheDirectoryNamesIt() {
    TlsIdentity old =
        TlsIdentity.create("XA/csirt", Instant.now().minusSeconds(7200), Duration.ofHours(1));
    book.admit(XA, old.certificateOctets());

    assertFails(courier(old), "");
    assertThat(doorway.taken()).isEmpty();
  }

  @Test
  void aClientNobodyKnowsIsTurnedAwayInTheHandshake() {
    assertFails(courier(identity(XA)), "");
    assertThat(doorway.taken()).isEmpty();
  }

  @Test
  void aPeerThatIsRemovedIsOutAtOnceEvenOnAnOpenConnection() {
    assertThat(courier.carry(XB, Octets.of("one"))).isInstanceOf(Carried.Delivered.class);

    book.expel(ours.certificateOctets());

    assertFails(courier, "");
    assertThat(doorway.taken()).hasSize(1);
  }

  @Test
  void aDoorThatIsShutIsAFailureThatMayPass() {
    door.close();

    assertFails(courier, "");
  }

  @Test
  void olderVersionsOfTlsAndPlainHttpAreNotSpoken() throws Exception {
    SSLContext context = Tls.client(ours, any -> true);
    try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), door.port()), 5000);
      SSLParameters old = socket.getSSLParameters();
      old.setProtocols(new String[] {"TLSv1.2"});
      socket.setSSLParameters(old);
      assertThat(catchThrowable(socket::startHandshake)).isInstanceOf(SSLException.class);
    }
    assertThat(plain("POST /parcels HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nx"))
        .doesNotContain("HTTP/1.1 200");
    assertThat(doorway.taken()).isEmpty();
  }

  private String plain(String request) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
      socket.setSoTimeout(5000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void onlyOneAddressAndOneVerbAndAnAnnouncedLengthAreAnswered() throws Exception {
    assertThat(secure("GET /parcels HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 405");
    assertThat(secure("POST /elsewhere HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"))
        .startsWith("HTTP/1.1 404");
    assertThat(secure("POST /parcels HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"))
        .startsWith("HTTP/1.1 411");
    assertThat(secure("POST /parcels HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n"))
        .startsWith("HTTP/1.1 413");
    assertThat(doorway.taken()).isEmpty();
  }

  private String secure(String request) throws Exception {
    SSLContext context = Tls.client(ours, theirs.certificateOctets()::equals);
    try (SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), door.port())) {
      socket.setSoTimeout(5000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(40), StandardCharsets.US_ASCII);
    }
  }

  @Test
  void aPeerThatStallsSlowsOnlyItself() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    Octets stalling = Octets.of("stall");
    HttpsDoor slow =
        opened((parcel, back) -> {
          if (parcel.equals(stalling)) {
            try {
              release.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
              Thread.currentThread().interrupt();
            }
          }
          return new Checked.Sound<>(Octets.of("receipt"), List.of());
        });
    book.add(new Peer(XB, address(slow.port()), List.of(theirs.certificateOctets())));
    TlsIdentity other = identity(XC);
    book.admit(XC, other.certificateOctets());

    try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
      List<Future<Carried>> stuck = new ArrayList<>();
      for (int number = 0; number < 10; number++) {
        stuck.add(threads.submit(() -> courier.carry(XB, stalling)));
      }
      Carried others = courier(other).carry(XB, Octets.of("urgent"));
      release.countDown();
      for (Future<Carried> one : stuck) {
        one.get();
      }

      assertThat(others).isInstanceOf(Carried.Delivered.class);
    }
  }

  @Test
  void anIdentityIsKeptForItsOwnerAlone(@TempDir Path folder) throws Exception {
    ours.save(folder);

    TlsIdentity loaded = TlsIdentity.load(folder);
    assertThat(loaded.certificateOctets()).isEqualTo(ours.certificateOctets());
    assertThat(loaded.key().getEncoded()).isEqualTo(ours.key().getEncoded());
    assertThat(Files.getPosixFilePermissions(folder.resolve("tls-key.der"))).hasSize(2);
    assertThat(ours.toString()).isEqualTo("TLS identity CN=XA/csirt");
  }

  private static void assertFails(Courier by, String why) {
    assertThat(by.carry(XB, Octets.of("sealed")))
        .isInstanceOfSatisfying(
            Carried.Failed.class,
            failed -> {
              assertThat(failed.forGood()).isFalse();
              assertThat(failed.why()).contains(why);
            });
  }
}
