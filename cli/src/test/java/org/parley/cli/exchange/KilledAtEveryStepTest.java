package org.parley.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.exchange.MortalNode.When;
import org.parley.core.terms.Digest;
import org.parley.couriers.https.TlsIdentity;
import org.parley.couriers.relay.Quota;
import org.parley.couriers.relay.RelayServer;

/**
 * Two nodes exchange a notice and a reply, and one of them is a process that dies at every change
 * of its books, once before it is on disk and once after: nothing acknowledged is lost, nothing is
 * doubled. The process is told at which change to die, so every run of this test is the same.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class KilledAtEveryStepTest {

  /** In every run the first change states the node's own entry anew, and changes nothing else. */
  private static final int FIRST_THAT_MATTERS = 2;

  private static final int MOST_CHANGES = 12;

  @TempDir private Path folder;
  private TwoNodes nodes = new TwoNodes(Path.of("."));
  private int deaths;
  private int portOfA;
  private int portOfB;

  @BeforeEach
  void inAFreshFolder() {
    nodes = new TwoNodes(folder);
  }

  @Test
  void aNodeThatIsKilledAtEveryStepExchangesOverHttps() throws Exception {
    twoNodes();
    Digest notice = sendAndDieAtEachChange();

    Thread door = serve("b");
    runUntilItLives();
    stop(door);
    assertThat(nodes.parley("list", "--node", nodes.at("a")).out()).contains("delivered");

    open(notice);
    receive();
    reply(notice);
    receiveAndDie(When.BEFORE);
    receiveAndDie(When.AFTER);
    receive();
    assertThat(Truth.received(folder.resolve("a"))).containsExactly("C5");
    assertThat(Truth.received(folder.resolve("b"))).containsExactly("C3");
    assertThat(truth().troubles()).isEmpty();
    assertThat(deaths).isEqualTo(6);
  }

  @Test
  void aNodeThatIsKilledAtEveryStepExchangesOverARelay() throws Exception {
    Path depot = folder.resolve("relay");
    TlsIdentity identity = TlsIdentity.create("relay", Instant.now(), Duration.ofDays(1));
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (RelayServer relay =
        RelayServer.open(loopback, identity, depot, Quota.USUAL, InstantSource.system())) {
      nodes.node("a", "XA/csirt", "127.0.0.1:1");
      nodes.node("b", "XB/csirt", "127.0.0.1:1");
      nodes.useRelay("a", relay.port(), TwoNodes.printed(identity), depot);
      nodes.useRelay("b", relay.port(), TwoNodes.printed(identity), depot);
      introduce();
      nodes.parley("send", "--node", nodes.at("a"), file("notice", TwoNodes.NOTICE), "--yes");
      runUntilItLives();
      nodes.parley("run", "--node", nodes.at("b"), "--once");
      Digest notice = Truth.sent(folder.resolve("a"));
      open(notice);
      reply(notice);
      nodes.parley("run", "--node", nodes.at("b"), "--once");
      runUntilItLives();
      nodes.parley("run", "--node", nodes.at("b"), "--once");

      assertThat(nodes.parley("list", "--node", nodes.at("b")).out()).contains("delivered");
      assertThat(Truth.received(folder.resolve("a"))).containsExactly("C5");
      assertThat(Truth.received(folder.resolve("b"))).containsExactly("C3");
      assertThat(truth().troubles()).isEmpty();
      assertThat(deaths).isGreaterThanOrEqualTo(8);
    }
  }

  /** The test can fail: a node whose disk lies has acknowledged what it has not. */
  @Test
  void aNodeThatAnswersBeforeItsDiskHasItIsFoundOut() throws Exception {
    twoNodes();
    nodes.parley("send", "--node", nodes.at("b"), file("notice", toA(TwoNodes.NOTICE)), "--yes");

    receiveAndDie(When.LYING);

    assertThat(nodes.parley("list", "--node", nodes.at("b")).out()).contains("delivered");
    assertThat(truth().troubles())
        .singleElement()
        .asString()
        .contains("XA/csirt said that")
        .contains("is delivered, and has it not");
  }

  private void twoNodes() throws IOException {
    portOfA = TwoNodes.freePort();
    portOfB = TwoNodes.freePort();
    nodes.node("a", "XA/csirt", "127.0.0.1:" + portOfA);
    nodes.node("b", "XB/csirt", "127.0.0.1:" + portOfB);
    introduce();
  }

  /** Both state their entry before they know each other, so that neither waits to be sent. */
  private void introduce() {
    nodes.card("a");
    nodes.introduce("a", "b");
    nodes.introduce("b", "a");
  }

  /** Composed, cleared and dispatched in one change: nothing of it is there before that. */
  private Digest sendAndDieAtEachChange() throws Exception {
    String draft = file("notice", TwoNodes.NOTICE);
    dies(When.BEFORE, 1, "send", "--node", nodes.at("a"), draft, "--yes");
    assertThat(Truth.hasSent(folder.resolve("a"))).isFalse();
    dies(When.AFTER, 1, "send", "--node", nodes.at("a"), draft, "--yes");
    assertThat(Truth.hasSent(folder.resolve("a"))).isTrue();
    return Truth.sent(folder.resolve("a"));
  }

  private void reply(Digest notice) throws IOException {
    String draft =
        """
        format: C5
        from: technical
        to: [XA/technical]
        marking: TLP:AMBER
        conversation: %s
        in-reply-to: "%s"
        items: {1: XA-2026-17, 2: Nothing is known here, 3: NIL, 4: NIL, 5: NIL, 6: NIL, 8: NIL}
        """
            .formatted(Truth.conversation(folder.resolve("b"), notice), notice.hex());
    TwoNodes.Said sent =
        nodes.parley("send", "--node", nodes.at("b"), file("reply", draft), "--yes");
    assertThat(sent.status()).as(sent.err()).isZero();
  }

  private static String toA(String notice) {
    return notice.replace("XB/technical", "XA/technical");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name + ".yaml"), text).toString();
  }

  /** Runs a node in this process; returns when its door is open. */
  private Thread serve(String name) throws InterruptedException {
    Thread node =
        Thread.ofPlatform()
            .start(() -> nodes.parley("run", "--node", nodes.at(name), "--for", "PT120S"));
    int port = name.equals("a") ? portOfA : portOfB;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!isOpen(port) && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    return node;
  }

  private static boolean isOpen(int port) {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException closed) {
      return false;
    }
  }

  /** The other node brings its reply to a door that dies while it takes it in. */
  private void receiveAndDie(When when) throws Exception {
    Process door = mortal(when, FIRST_THAT_MATTERS, "run", "--node", nodes.at("a"));
    try {
      awaitDoor(door);
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (door.isAlive() && System.nanoTime() < end) {
        nodes.parley("run", "--node", nodes.at("b"), "--once");
        boolean _ = door.waitFor(1, TimeUnit.SECONDS);
      }
      died(door);
    } finally {
      door.destroyForcibly();
    }
  }

  /** The other node brings what it has to a door that lives. */
  private void receive() throws Exception {
    Thread door = serve("a");
    for (int i = 0; i < 20 && Truth.hasWaiting(folder.resolve("b")); i++) {
      nodes.parley("run", "--node", nodes.at("b"), "--once");
      Thread.sleep(300);
    }
    stop(door);
  }

  /** An interrupt ends a node in this process as a signal ends one of its own. */
  private static void stop(Thread node) throws InterruptedException {
    node.interrupt();
    node.join();
  }

  private void open(Digest statement) {
    assertThat(nodes.parley("open", "--node", nodes.at("b"), statement.hex()).out())
        .contains("opened");
  }

  private void awaitDoor(Process door) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!said().contains("is running") && door.isAlive() && System.nanoTime() < end) {
      Thread.sleep(50);
    }
  }

  /** Dies at each change of a run in turn, before and after, until a run has fewer changes. */
  private void runUntilItLives() throws Exception {
    for (int change = FIRST_THAT_MATTERS; change < MOST_CHANGES; change++) {
      for (When when : List.of(When.BEFORE, When.AFTER)) {
        Process process = mortal(when, change, "run", "--node", nodes.at("a"), "--once");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        if (process.exitValue() == 0) {
          return;
        }
        died(process);
      }
    }
    throw new AssertionError("it never came to an end");
  }

  private void dies(When when, int change, String... words) throws Exception {
    Process process = mortal(when, change, words);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    died(process);
  }

  private void died(Process process) throws IOException {
    assertThat(process.isAlive()).isFalse();
    assertThat(process.exitValue()).as(said()).isEqualTo(MortalNode.DIED);
    deaths++;
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("child.log"));
  }

  private Process mortal(When when, int change, String... words) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    line.add("--enable-native-access=ALL-UNNAMED");
    line.add("-cp");
    line.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    line.addAll(List.of(MortalNode.class.getName(), when.name(), Integer.toString(change)));
    line.add("exchange");
    line.addAll(List.of(words));
    return new ProcessBuilder(line)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("child.log").toFile())
        .start();
  }

  private Truth truth() {
    return new Truth(folder.resolve("a"), folder.resolve("b"));
  }
}
