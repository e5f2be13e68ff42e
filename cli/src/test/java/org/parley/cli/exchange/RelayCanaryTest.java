package org.parley.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.parley.couriers.relay.RelayProgram;

/**
 * A relay as a process of its own carries a notice and its receipts between two nodes. A canary
 * word of the notice, and who the two are, stand nowhere on its disk, in its memory or in what it
 * prints.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class RelayCanaryTest {

  private static final String CANARY = "canary-93127-bird";
  private static final String CONTROL = "control-55201-word";

  /** What the relay must not know: the content, and who speaks. */
  private static final List<String> SECRETS =
      List.of(CANARY, "XA/csirt", "XB/csirt", "XB/technical");

  @TempDir private Path folder;
  private TwoNodes nodes = new TwoNodes(Path.of("."));

  @BeforeEach
  void inAFreshFolder() {
    nodes = new TwoNodes(folder);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aRelayKnowsNothingOfWhatItCarriesNorOfWhoTheyAre() throws Exception {
    Path depot = folder.resolve("relay");
    Path log = folder.resolve("relay.log");
    Process relay = relay(depot, log);
    try {
      List<String> said = started(log);
      int port = Integer.parseInt(said.get(0).substring("listening on port ".length()));
      String certificate = said.get(2).substring("certificate ".length());
      nodes.node("a", "XA/csirt", "127.0.0.1:1");
      nodes.node("b", "XB/csirt", "127.0.0.1:1");
      nodes.useRelay("a", port, certificate, depot);
      nodes.useRelay("b", port, certificate, depot);
      nodes.introduce("a", "b");
      nodes.introduce("b", "a");
      Path notice =
          Files.writeString(
              folder.resolve("notice.yaml"), TwoNodes.NOTICE.replace("substations", CANARY));
      nodes.parley("send", "--node", nodes.at("a"), notice.toString(), "--yes");
      nodes.parley("run", "--node", nodes.at("a"), "--once");
      assertNothingIn(relay, depot, log);
      nodes.parley("run", "--node", nodes.at("b"), "--once");
      nodes.parley("run", "--node", nodes.at("a"), "--once");

      assertThat(nodes.parley("list", "--node", nodes.at("a")).out()).contains("delivered");
      assertThat(counted(depot.resolve("metrics.prom")))
          .containsPattern("relay_collected_total [1-9]");
      assertNothingIn(relay, depot, log);
      assertThat(foundInFiles(folder.resolve("b"), CANARY))
          .as("control: the receiver's books hold it, and the search finds it")
          .isTrue();
      assertThat(foundInMemory(relay, CONTROL))
          .as("control: what the relay was told is found in its memory")
          .isTrue();
    } finally {
      relay.destroyForcibly().waitFor();
    }
  }

  /** What the relay says it has counted, once it has told of what was just collected. */
  private static String counted(Path metrics) throws Exception {
    String before = Files.readString(metrics);
    for (int i = 0; i < 300 && Files.readString(metrics).equals(before); i++) {
      Thread.sleep(100);
    }
    return Files.readString(metrics);
  }

  private void assertNothingIn(Process relay, Path depot, Path log) throws IOException {
    for (String secret : SECRETS) {
      assertThat(foundInFiles(depot, secret)).as("on the disk: %s", secret).isFalse();
      assertThat(Files.readString(log)).as("in what it prints").doesNotContain(secret);
      assertThat(foundInMemory(relay, secret)).as("in memory: %s", secret).isFalse();
    }
  }

  private static Process relay(Path depot, Path log) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx96m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dcontrol=" + CONTROL,
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            RelayProgram.class.getName(),
            "serve",
            depot.toString(),
            "127.0.0.1",
            "0")
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static List<String> started(Path log) throws Exception {
    for (int i = 0; i < 600; i++) {
      List<String> lines = Files.readAllLines(log);
      if (lines.size() >= 3) {
        return lines;
      }
      Thread.sleep(100);
    }
    throw new AssertionError(Files.readString(log));
  }

  private static boolean foundInFiles(Path folder, String word) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (found(Files.readAllBytes(file), word) || file.toString().contains(word)) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean foundInMemory(Process process, String word) throws IOException {
    return Memory.of(process.pid()).holds(word);
  }

  static boolean found(byte[] all, String word) {
    return Memory.indexOf(all, all.length, word.getBytes(StandardCharsets.UTF_8)) >= 0
        || Memory.indexOf(all, all.length, word.getBytes(StandardCharsets.UTF_16LE)) >= 0;
  }
}
