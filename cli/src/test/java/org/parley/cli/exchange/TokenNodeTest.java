package org.parley.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A node whose identity key is in a token, with SoftHSM as the token. Its settings are found
/// through the environment, so the work is done in a Java process of its own.
class TokenNodeTest {

  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib64/pkcs11/libsofthsm2.so"),
          Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"));

  @TempDir private Path folder;

  @Test
  void aNodeSpeaksAndRenewsItsKeysInAToken() throws Exception {
    Path library = LIBRARIES.stream().filter(Files::exists).findFirst().orElse(Path.of("none"));
    Assumptions.assumeTrue(Files.exists(library), "SoftHSM's library is not found");
    Path tokens = Files.createDirectory(folder.resolve("tokens"));
    Files.writeString(
        folder.resolve("softhsm2.conf"),
        "directories.tokendir = %s\nobjectstore.backend = file\nlog.level = ERROR\n"
            .formatted(tokens));
    Files.writeString(folder.resolve("pin"), "1234\n");
    String made =
        run(
            "softhsm2-util",
            "--init-token",
            "--slot=0",
            "--label=parley",
            "--pin=1234",
            "--so-pin=5678");
    assertThat(made).contains("initialized");

    String said =
        run(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Inside.class.getName(),
            folder.toString(),
            library.toString());

    assertThat(said).contains("all held");
  }

  @Test
  void aTokenThatIsNotThereIsToldWithWhatToDo() throws IOException {
    TwoNodes nodes = new TwoNodes(folder);
    Files.writeString(folder.resolve("pin"), "1234");
    Path library = folder.resolve("none.so");

    TwoNodes.Said said = nodes.parley(init("a", "XA/csirt", library, folder.resolve("pin")));

    assertThat(said.status()).isEqualTo(65);
    assertThat(said.err()).contains("none.so").contains("token in node.yaml");
    assertThat(folder.resolve("a/node.yaml")).doesNotExist();
    nodes.node("a", "XA/csirt", "127.0.0.1:1");
    assertThat(nodes.parley(init("b", "XB/csirt", library, folder.resolve("no-pin"))).err())
        .contains("the token's PIN cannot be read");
    assertThat(
            nodes
                .parley("init", "--node", nodes.at("c"), "--id", "XC/csirt", "--token", "x.so")
                .err())
        .contains("--pin-file go together");
  }

  private String[] init(String name, String id, Path library, Path pin) {
    return new String[] {
      "init",
      "--node",
      folder.resolve(name).toString(),
      "--id",
      id,
      "--listen",
      "127.0.0.1:1",
      "--offices",
      "technical",
      "--token",
      library.toString(),
      "--pin-file",
      pin.toString()
    };
  }

  private String run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  /// What runs with the token's settings in its environment.
  static final class Inside {

    private Inside() {}

    public static void main(String[] arguments) throws IOException {
      Path folder = Path.of(arguments[0]);
      TokenNodeTest test = new TokenNodeTest();
      test.folder = folder;
      TwoNodes nodes = new TwoNodes(folder);
      TwoNodes.Said made =
          nodes.parley(test.init("a", "XA/csirt", Path.of(arguments[1]), folder.resolve("pin")));
      assertThat(made.status()).as(made.err()).isZero();
      nodes.node("b", "XB/csirt", "127.0.0.1:1");
      nodes.introduce("a", "b");
      String before = nodes.card("a");
      assertThat(Files.readString(folder.resolve("a/node.yaml"))).contains("pin-file");
      assertThat(names(folder)).as("the private key is in the token alone").isEmpty();

      Path notice = Files.writeString(folder.resolve("notice.yaml"), TwoNodes.NOTICE);
      TwoNodes.Said sent =
          nodes.parley("send", "--node", nodes.at("a"), notice.toString(), "--yes");
      assertThat(sent.status()).as(sent.err()).isZero();
      TwoNodes.Said renewed = nodes.parley("renew", "--node", nodes.at("a"));
      assertThat(renewed.status()).as(renewed.err()).isZero();

      assertThat(nodes.card("a")).isNotEqualTo(before);
      assertThat(names(folder)).isEmpty();
      nodes.introduce("b", "a");
      System.out.println("all held");
    }

    private static List<String> names(Path folder) throws IOException {
      try (Stream<Path> files = Files.list(folder.resolve("a/keys"))) {
        return files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.startsWith("identity-ecdsa") && name.endsWith(".wrapped"))
            .toList();
      }
    }
  }
}
