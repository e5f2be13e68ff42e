package org.parley.seal.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.duties.port.UnreachableException;
import org.parley.seal.CmsSeal;
import org.parley.seal.Nodes;
import org.parley.seal.Tool;

/// The identity key in a token, with SoftHSM as the token. Its settings are found through the
/// environment, so the work is done in a Java process of its own.
class TokenTest {

  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib64/pkcs11/libsofthsm2.so"),
          Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"));

  @TempDir private Path folder;

  @Test
  void theTokenSignsAndNeverLetsTheKeyOut() throws IOException {
    Tool.need("softhsm2-util");
    Path library = LIBRARIES.stream().filter(Files::exists).findFirst().orElse(Path.of("none"));
    Assumptions.assumeTrue(Files.exists(library), "SoftHSM's library is not found");
    Path tokens = Files.createDirectory(folder.resolve("tokens"));
    Path settings =
        Files.writeString(
            folder.resolve("softhsm2.conf"),
            "directories.tokendir = %s\nobjectstore.backend = file\nlog.level = ERROR\n"
                .formatted(tokens));
    var environment = Map.of("SOFTHSM2_CONF", settings.toString());
    assertThat(
            Tool.run(
                    folder,
                    environment,
                    "softhsm2-util",
                    "--init-token",
                    "--slot=0",
                    "--label=parley",
                    "--pin=1234",
                    "--so-pin=5678")
                .code())
        .isZero();

    Tool.Outcome outcome =
        Tool.run(
            folder,
            environment,
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Inside.class.getName(),
            library.toString(),
            folder.resolve("keys").toString());

    assertThat(outcome.said()).contains("all held");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void aTokenThatIsNotThereIsAFault() {
    assertThatThrownBy(() -> Token.open(folder.resolve("none.so"), 0, "1".toCharArray()))
        .isInstanceOf(UnreachableException.class);
  }

  /// What runs with the token's settings in its environment.
  static final class Inside {

    private Inside() {}

    public static void main(String[] arguments) {
      Path library = Path.of(arguments[0]);
      Path keys = Path.of(arguments[1]);
      Secret secret = Secret.ofPassphrase("a long passphrase".toCharArray());
      Token token = Token.open(library, 0, "1234".toCharArray());
      KeyFolder made =
          KeyFolder.create(
                  keys,
                  secret,
                  token,
                  new NodeId(new Party("XA"), "csirt"),
                  Nodes.FROM,
                  Nodes.UNTIL)
              .orThrow();
      Octets content = Octets.of("content");
      CmsSeal before = CmsSeal.with(made.identity(), made.ring());
      assertThat(before.verify(before.sign(content), before.certificates()).orThrow())
          .isEqualTo(content);
      assertThat(made.identity().classical().getEncoded()).as("the key lets itself out").isNull();
      assertThat(Files.exists(keys.resolve("identity-ecdsa.wrapped"))).isFalse();

      KeyFolder opened = KeyFolder.open(keys, secret, token).orThrow();
      CmsSeal after = CmsSeal.with(opened.identity(), opened.ring());
      assertThat(after.verify(after.sign(content), before.certificates()).orThrow())
          .isEqualTo(content);

      made.renew(new NodeId(new Party("XA"), "csirt"), Nodes.FROM, Nodes.UNTIL);
      assertThat(made.identity().classical().getEncoded()).as("made in the token too").isNull();
      opened.refresh();
      opened.renew(new NodeId(new Party("XA"), "csirt"), Nodes.FROM, Nodes.UNTIL);
      opened.destroy(opened.identities().getFirst());
      KeyFolder renewed = KeyFolder.open(keys, secret, token).orThrow();
      CmsSeal later = CmsSeal.with(renewed.identity(), renewed.ring());
      assertThat(later.certificates()).isNotEqualTo(before.certificates());
      assertThat(later.verify(later.sign(content), later.certificates()).orThrow())
          .isEqualTo(content);
      assertThat(renewed.identity().classical().getEncoded()).isNull();
      System.out.println("all held");
    }
  }
}
