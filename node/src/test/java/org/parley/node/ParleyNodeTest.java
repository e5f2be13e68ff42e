package org.parley.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.desk.settings.SettingKey;

/// How the program starts, as far as it does not get to run.
class ParleyNodeTest {

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(Map<String, String> environment, String... words) {
    return ParleyNode.run(
        List.of(words),
        environment,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @Test
  void helpIsShownAndNothingStarts() {
    assertThat(run(Map.of(), "--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: parley serve");
  }

  @Test
  void whatIsNotUnderstoodIsToldTogether() {
    assertThat(run(Map.of(), "--colour", "--port")).isEqualTo(64);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("\"--colour\" is not understood")
        .contains("--port needs a value");
  }

  @Test
  void doorsOutsideAnExerciseAreRefusedBeforeAnythingIsMade() {
    Path data = folder.resolve("data");

    assertThat(run(Map.of(), "--doors", "--data", data.toString())).isEqualTo(64);

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("P948").contains("--exercise NAME");
    assertThat(Files.exists(data)).isFalse();
  }

  @Test
  void wrongSettingsStopTheStart() {
    assertThat(run(Map.of("PARLEY_ZONE", "x", "PARLEY_REALM", "game"), "--data", "" + folder))
        .isEqualTo(78);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("zone").contains("realm");
  }

  @Test
  void aPortThatIsTakenIsSaidInOneLine() throws Exception {
    try (java.net.ServerSocket taken =
        new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      assertThat(run(Map.of(), "--data", "" + folder, "--port", port)).isEqualTo(69);

      assertThat(err.toString(StandardCharsets.UTF_8).lines())
          .containsExactly(
              "parley: port "
                  + port
                  + " is taken by another program; choose another"
                  + " with --port");
    }
  }

  @Test
  void peopleOfAnotherRealmAreNotOpened() {
    Path data = folder.resolve("data");
    TestNode.startIn(data, Map.of(SettingKey.REALM, "exercise:one")).withDoors().stop();

    assertThat(run(Map.of(), "--data", "" + data, "--port", "0", "--exercise", "two"))
        .isEqualTo(69);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("exercise:one")
        .contains("exercise:two");
  }

  /// As after an import, which brings accounts and no secrets: the node was then shut to everybody.
  @Test
  void aNodeThatNoAdministratorCanSignInToSaysHowOneGetsBackIn() {
    TestNode node = TestNode.startIn(folder, Map.of(SettingKey.REALM, "exercise:one")).withDoors();

    ParleyNode.tellHowToGetIn(
        node.context(), "", new PrintStream(out, true, StandardCharsets.UTF_8));

    String told = out.toString(StandardCharsets.UTF_8);
    assertThat(told).startsWith("No administrator can sign in. For admin, once, until ");
    assertThat(node.browser().get("/" + told.substring(told.indexOf("invitation/")).strip()).body())
        .contains("type=\"password\"");
    node.stop();
  }
}
