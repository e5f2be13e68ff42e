package org.parley.seal.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.SealingKeys;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.seal.CmsSeal;
import org.parley.seal.IdentityKeys;
import org.parley.seal.LogKey;
import org.parley.seal.Nodes;

class KeyFolderTest {

  private static final NodeId NODE = new NodeId(new Party("XA"), "csirt");
  private static final Octets CONTENT = Octets.of("content");
  private static final Secret SECRET = Secret.ofPassphrase("a long passphrase".toCharArray());
  private static final Wrapping.Effort LITTLE = new Wrapping.Effort(64, 1);

  @TempDir private Path folder;

  @Test
  void whatWasMadeIsThereAfterOpeningAgain() {
    KeyFolder made = create();
    SealingKeys week = made.ring().create("2026-W48", Nodes.FROM, Nodes.UNTIL);
    CmsSeal before = CmsSeal.with(made.identity(), made.ring());
    Octets signed = before.sign(CONTENT);
    Octets sealed = before.seal(CONTENT, List.of(week));

    KeyFolder opened = KeyFolder.open(folder, SECRET).orThrow();

    CmsSeal after = CmsSeal.with(opened.identity(), opened.ring());
    assertThat(after.certificates()).isEqualTo(before.certificates());
    assertThat(after.open(sealed).orThrow()).isEqualTo(CONTENT);
    assertThat(after.verify(signed, before.certificates()).orThrow()).isEqualTo(CONTENT);
    assertThat(after.verify(after.sign(CONTENT), before.certificates()).orThrow())
        .isEqualTo(CONTENT);
    Octets message = Octets.of("checkpoint");
    assertThat(
            LogKey.verifies(
                made.identity().log().publicKey(), message, opened.identity().log().sign(message)))
        .isTrue();
    assertThat(opened.ring().held()).containsExactly(week);
  }

  @Test
  void anotherSecretOpensNothing() {
    create();

    assertThat(code(KeyFolder.open(folder, Secret.ofPassphrase("guessed".toCharArray()))))
        .isEqualTo(IssueCode.KEY_REFUSED);
  }

  @Test
  void aChangedOrExchangedFileIsNamed() throws IOException {
    create();
    Files.copy(
        folder.resolve("identity-ml-dsa.wrapped"),
        folder.resolve("log-ed25519.wrapped"),
        StandardCopyOption.REPLACE_EXISTING);

    Checked<KeyFolder> opened = KeyFolder.open(folder, SECRET);

    assertThat(opened.issues().getFirst().place().document()).isEqualTo("log-ed25519.wrapped");
  }

  @Test
  void keysThatAreThereAreNeverMadeAnew() {
    create();

    assertThat(code(KeyFolder.create(folder, SECRET, () -> Nodes.identity("beta"), LITTLE)))
        .isEqualTo(IssueCode.KEY_REFUSED);
  }

  @Test
  void aDestroyedPeriodLeavesNoFileAndOpensNothingAfterARestart() throws IOException {
    KeyFolder made = create();
    SealingKeys week = made.ring().create("2026-W48", Nodes.FROM, Nodes.UNTIL);
    Octets sealed = CmsSeal.with(made.identity(), made.ring()).seal(CONTENT, List.of(week));

    made.ring().destroy("2026-W48");

    KeyFolder opened = KeyFolder.open(folder, SECRET).orThrow();
    assertThat(code(CmsSeal.with(opened.identity(), opened.ring()).open(sealed)))
        .isEqualTo(IssueCode.NOT_SEALED_TO_US);
    try (Stream<Path> left = Files.list(folder.resolve("periods"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void noPrivateKeyLiesThereUnwrapped() throws IOException {
    KeyFolder made = create();
    made.ring().create("2026-W48", Nodes.FROM, Nodes.UNTIL);
    List<byte[]> secrets =
        List.of(
            made.identity().classical().getEncoded(),
            made.identity().postQuantum().getEncoded(),
            made.identity().log().privateKey().getEncoded(),
            made.ring().pairs().getFirst().ecdh().getEncoded());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (byte[] secret : secrets) {
          String part = new String(secret, 30, 16, StandardCharsets.ISO_8859_1);
          assertThat(bytes.contains(part)).as(file.toString()).isFalse();
        }
      }
    }
  }

  @Test
  void aBackupTakesEveryFileButThePeriods() throws IOException {
    create().ring().create("2026-W48", Nodes.FROM, Nodes.UNTIL);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(KeyFolder.inBackups(folder));
    }
  }

  @Test
  void aRenewedIdentityLiesBesideTheOneBeforeUntilThatIsDestroyed() {
    KeyFolder made = create();
    IdentityKeys first = made.identity();

    IdentityKeys second = made.renew(NODE, Nodes.FROM, Nodes.UNTIL);

    KeyFolder opened = KeyFolder.open(folder, SECRET).orThrow();
    assertThat(certificates(opened)).containsExactly(first.certificates(), second.certificates());
    assertThat(opened.identity().certificates()).isEqualTo(second.certificates());
    assertThat(second.log().publicKey()).as("the log goes on").isEqualTo(first.log().publicKey());
    CmsSeal later = CmsSeal.with(opened.identity(), opened.ring());
    assertThat(later.verify(later.sign(CONTENT), second.certificates()).orThrow())
        .isEqualTo(CONTENT);

    opened.destroy(second);
    assertThat(certificates(opened)).as("the newest stays").hasSize(2);
    opened.destroy(first);

    assertThat(certificates(opened)).containsExactly(second.certificates());
    assertThat(folder.resolve("identity-ecdsa.wrapped")).doesNotExist();
    assertThat(folder.resolve("identity-ml-dsa.wrapped")).doesNotExist();
    assertThat(folder.resolve("identity-ecdsa.cer")).exists();
    assertThat(certificates(KeyFolder.open(folder, SECRET).orThrow()))
        .containsExactly(second.certificates());
    assertThat(KeyFolder.certificates(folder))
        .containsExactly("identity-ecdsa-2.cer", "identity-ml-dsa-2.cer");
  }

  @Test
  void anIdentityThatAnotherProgramHasMadeIsThereAfterLookingAgain() {
    KeyFolder one = create();
    KeyFolder other = KeyFolder.open(folder, SECRET).orThrow();
    IdentityKeys second = other.renew(NODE, Nodes.FROM, Nodes.UNTIL);
    other.destroy(other.identities().getFirst());

    one.refresh();

    assertThat(certificates(one)).containsExactly(second.certificates());
  }

  @Test
  void aRenewalThatWasCutOffIsNoIdentity() throws IOException {
    KeyFolder made = create();
    made.renew(NODE, Nodes.FROM, Nodes.UNTIL);
    Files.delete(folder.resolve("identity-ml-dsa-2.cer"));

    KeyFolder opened = KeyFolder.open(folder, SECRET).orThrow();

    assertThat(certificates(opened)).hasSize(1);
    opened.renew(NODE, Nodes.FROM, Nodes.UNTIL);
    assertThat(certificates(KeyFolder.open(folder, SECRET).orThrow())).hasSize(2);
  }

  private static List<SigningCertificates> certificates(KeyFolder keys) {
    return keys.identities().stream().map(IdentityKeys::certificates).toList();
  }

  private KeyFolder create() {
    return KeyFolder.create(folder, SECRET, () -> Nodes.identity("alpha"), LITTLE).orThrow();
  }

  private static IssueCode code(Checked<?> checked) {
    return checked.issues().getFirst().code();
  }
}
