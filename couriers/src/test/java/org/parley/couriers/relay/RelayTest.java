package org.parley.couriers.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.couriers.https.Line;
import org.parley.couriers.https.Patience;
import org.parley.couriers.https.Tls;
import org.parley.couriers.https.TlsIdentity;
import org.parley.duties.port.Courier;
import org.parley.duties.port.Courier.Carried;
import org.parley.duties.port.CourierContract;
import org.parley.duties.port.RecordingDoorway;

class RelayTest extends CourierContract {

  private static final NodeId XB = new NodeId(new Party("XB"), "csirt");
  private static final Patience SHORT = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(20));
  private static final Duration KEPT = Duration.ofDays(30);

  @TempDir Path folder;
  private final TlsIdentity identity =
      TlsIdentity.create("relay", Instant.now().minusSeconds(60), Duration.ofDays(90));
  private final Capability mailbox = Capability.random();
  private final Capability collect = Capability.random();
  private final Capability depositor = Capability.random();
  private final RecordingDoorway doorway = new RecordingDoorway();
  private Instant now = Instant.parse("2026-03-02T12:00:00Z");
  private RelayServer server;
  private RelayCourier courier;
  private RelayCollector collector;

  @BeforeEach
  void open() throws IOException {
    Depot depot = new Depot(folder.resolve("relay"), Quota.USUAL);
    depot.addMailbox(mailbox, collect);
    depot.addDepositor(depositor);
    start(new Quota(64L << 20, 60, 64L << 20, 100, KEPT));
  }

  private void start(Quota quota) {
    server =
        RelayServer.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            identity,
            folder.resolve("relay"),
            quota,
            () -> now);
    courier = courier(depositor, identity.certificateOctets());
    collector = new RelayCollector(relay(), mailbox, collect, doorway, SHORT);
  }

  private Relay relay() {
    return new Relay(
        URI.create("https://localhost:" + server.port()), identity.certificateOctets());
  }

  private RelayCourier courier(Capability as, Octets certificate) {
    return new RelayCourier(
        new Relay(relay().address(), certificate),
        as,
        node -> node.equals(XB) ? Optional.of(mailbox) : Optional.empty(),
        SHORT);
  }

  @AfterEach
  void close() {
    courier.close();
    collector.close();
    server.close();
  }

  private void restart() {
    close();
    start(new Quota(64L << 20, 60, 64L << 20, 100, KEPT));
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
  protected void letArrive() {
    collector.collect(1000);
  }

  @Test
  void custodyIsSignedByTheRelayAndNamesParcelMailboxAndTimes() {
    Octets parcel = Octets.of("sealed");

    Carried carried = courier.carry(XB, parcel);

    Octets signed = ((Carried.InCustody) carried).custody().orElseThrow();
    assertThat(Custody.read(signed, identity.certificate()))
        .contains(new Custody(parcel.digest(), mailbox.digest(), now, now.plus(KEPT)));
    TlsIdentity other = TlsIdentity.create("relay", Instant.now(), Duration.ofDays(1));
    assertThat(Custody.read(signed, other.certificate())).isEmpty();
    for (int place = 0; place < signed.size(); place++) {
      byte[] changed = signed.toArray();
      changed[place] ^= 1;
      assertThat(Custody.read(Octets.of(changed), identity.certificate()))
          .as("octet %d", place)
          .isEmpty();
    }
  }

  @Test
  void whatIsInCustodyOutlastsTheRelayAndADraftIsForgotten() throws IOException {
    courier.carry(XB, Octets.of("sealed"));
    Path shelf = folder.resolve("relay/mailboxes/" + mailbox.digest());
    Files.writeString(shelf.resolve("a".repeat(64) + ".new"), "half");

    restart();
    letArrive();

    assertThat(doorway.taken()).containsExactly(Octets.of("sealed"));
    assertThat(files(shelf)).containsExactly(shelf.resolve("collect"));
  }

  @Test
  void aParcelIsForgottenOnlyAfterOurDoorwayTookIt() {
    courier.carry(XB, Octets.of("sealed"));
    doorway.fallIll(true);

    assertThat(collector.collect(10).stopped()).isNotEmpty();
    restart();
    doorway.fallIll(false);

    assertThat(collector.collect(10)).isEqualTo(new RelayCollector.Collected(1, 0, ""));
    assertThat(collector.collect(10)).isEqualTo(new RelayCollector.Collected(0, 0, ""));
  }

  @Test
  void aWrongKeyAndAMailboxThatIsNotThereGetTheSameAnswer() {
    assertThat(new RelayCollector(relay(), mailbox, Capability.random(), doorway, SHORT).collect(1))
        .isEqualTo(
            new RelayCollector(relay(), Capability.random(), collect, doorway, SHORT).collect(1))
        .isEqualTo(new RelayCollector.Collected(0, 0, "the relay answered 404"));
    Carried stranger =
        courier(Capability.random(), identity.certificateOctets()).carry(XB, Octets.of("x"));
    assertThat(stranger).isInstanceOf(Carried.Failed.class);
  }

  @Test
  void aMailboxAndADepositorHaveTheirShares() {
    close();
    start(new Quota(1000, 60, 64L << 20, 3, KEPT));

    assertThat(courier.carry(XB, Octets.of(new byte[600]))).isInstanceOf(Carried.InCustody.class);
    assertFails(Octets.of(new byte[601]), "mailbox is full");
    assertThat(courier.carry(XB, Octets.of("2"))).isInstanceOf(Carried.InCustody.class);
    assertThat(courier.carry(XB, Octets.of("3"))).isInstanceOf(Carried.InCustody.class);
    assertFails(Octets.of("4"), "used up for today");
    now = now.plus(Duration.ofDays(1));
    assertThat(courier.carry(XB, Octets.of("4"))).isInstanceOf(Carried.InCustody.class);
  }

  /// A refused request was once answered before it was read to its end; now and then the next one
  /// on the same line was then never heard, and its sender waited until its patience ended.
  @Test
  void aRefusalIsSaidOnlyWhenTheRefusedParcelIsInSoThatTheLineHearsTheNext() throws Exception {
    close();
    start(new Quota(1000, 60, 64L << 20, 100, KEPT));
    SSLContext tls = Tls.client(null, identity.certificateOctets()::equals);
    try (Socket line =
        tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.port())) {
      line.setSoTimeout(1000);
      write(
          line,
          "POST /mailboxes/%s HTTP/1.1\r\nHost: relay\r\nParley-Depositor: %s\r\n"
                  .formatted(mailbox.hex(), depositor.hex())
              + "Content-Length: 1001\r\n\r\n");
      assertThatThrownBy(() -> line.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);

      write(line, "x".repeat(1001));
      assertThat(new String(line.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 507");
    }
  }

  private static void write(Socket line, String words) throws IOException {
    line.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
  }

  private void assertFails(Octets parcel, String why) {
    assertThat(courier.carry(XB, parcel))
        .isInstanceOfSatisfying(
            Carried.Failed.class, failed -> assertThat(failed.why()).contains(why));
  }

  @Test
  void whatNobodyFetchesInThirtyDaysIsThrownAway() throws IOException {
    courier.carry(XB, Octets.of("old"));
    now = now.plus(KEPT.minusMillis(1));
    server.sweep();
    courier.carry(XB, Octets.of("new"));
    now = now.plusMillis(1);
    server.sweep();

    letArrive();

    assertThat(doorway.taken()).containsExactly(Octets.of("new"));
    assertThat(server.metrics()).contains("relay_expired_total 1");
  }

  @Test
  void aParcelThatTheDiskDamagedIsNotHandedOut() throws IOException {
    courier.carry(XB, Octets.of("sealed"));
    courier.carry(XB, Octets.of("sound"));
    Path shelf = folder.resolve("relay/mailboxes/" + mailbox.digest());
    Path first =
        files(shelf).stream().filter(file -> file.toString().contains("0001-")).findAny().get();
    Files.writeString(first, "sealEd");

    letArrive();

    assertThat(doorway.taken()).containsExactly(Octets.of("sound"));
    assertThat(server.metrics()).contains("relay_faults_total 1");
  }

  @Test
  void aRelayWithAnotherCertificateIsNotSpokenTo() {
    TlsIdentity other = TlsIdentity.create("relay", Instant.now(), Duration.ofDays(1));

    assertThat(courier(depositor, other.certificateOctets()).carry(XB, Octets.of("x")))
        .isInstanceOf(Carried.Failed.class);
    assertThat(server.metrics()).contains("relay_deposited_total 0");
  }

  @Test
  void canaryWordsAndKeysAppearNowhereAtTheRelay() throws Exception {
    String canary = "canary-quill-7731";
    StringBuilder logged = new StringBuilder();
    Handler listener = listener(logged);
    Logger logger = Logger.getLogger("org.parley.couriers");
    logger.addHandler(listener);
    logger.setLevel(Level.ALL);
    try {
      courier.carry(XB, sealed(canary));
      new RelayCollector(relay(), mailbox, Capability.random(), doorway, SHORT).collect(1);
      odd("/" + canary);
      odd("/mailboxes/" + canary + "/after/0");
      odd("/mailboxes/" + mailbox.hex() + "/after/" + canary);
      server.sweep();
    } finally {
      logger.removeHandler(listener);
      logger.setLevel(null);
    }
    assertThat(logged.toString()).contains("relay.deposited");
    StringBuilder disk = new StringBuilder();
    for (Path file : files(folder)) {
      disk.append(file).append('\n');
      if (Files.isRegularFile(file)) {
        disk.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as("%s", file)
            .startsWith("rw-");
      }
    }
    for (String place : List.of(logged.toString(), server.metrics(), disk.toString())) {
      assertThat(place)
          .doesNotContain(canary)
          .doesNotContain(mailbox.hex())
          .doesNotContain(collect.hex())
          .doesNotContain(depositor.hex());
    }
    assertThat(logged.toString()).doesNotContain(mailbox.digest().hex().substring(0, 12));
    assertThat(mailbox.toString()).doesNotContain(mailbox.hex());
  }

  private void odd(String path) {
    try (Line line = new Line(null, List.of(identity.certificateOctets()), SHORT)) {
      line.send(HttpRequest.newBuilder(relay().address().resolve(path)).GET(), 4096);
    }
  }

  private static Octets sealed(String words) throws Exception {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(key, "AES"),
        new GCMParameterSpec(128, new byte[12]));
    return Octets.of(cipher.doFinal(words.repeat(50).getBytes(StandardCharsets.US_ASCII)));
  }

  private static Handler listener(StringBuilder logged) {
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            logged.append(line.getMessage()).append('\n');
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    handler.setLevel(Level.ALL);
    return handler;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> !file.equals(folder)).toList();
    }
  }

  @Test
  void theProgramAddsMailboxesAndDepositorsAndPrintsTheirKeysOnce() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    String home = folder.resolve("own").toString();

    assertThat(RelayProgram.run(new String[] {"mailbox", home}, print)).isZero();
    assertThat(RelayProgram.run(new String[] {"depositor", home}, print)).isZero();
    assertThat(RelayProgram.run(new String[] {"sing"}, print)).isEqualTo(64);

    List<String> words = new ArrayList<>(out.toString(StandardCharsets.UTF_8).lines().toList());
    assertThat(words.get(0)).matches("mailbox [0-9a-f]{32}");
    assertThat(words.get(1)).matches("collect [0-9a-f]{32}");
    assertThat(words.get(2)).matches("depositor [0-9a-f]{32}");
    for (Path file : files(folder.resolve("own"))) {
      for (String word : words.subList(0, 3)) {
        assertThat(file.toString()).doesNotContain(word.split(" ")[1]);
      }
    }
    assertThatThrownBy(() -> new Capability("short")).isInstanceOf(IllegalArgumentException.class);
  }
}
