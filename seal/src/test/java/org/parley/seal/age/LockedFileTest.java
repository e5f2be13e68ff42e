package org.parley.seal.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.seal.age.LockedFileException.Reason;
import org.parley.seal.key.Secret;

/// What is locked with a password opens with it alone, whole and unaltered or not at all.
class LockedFileTest {

  private static final long SEED = 20261122;
  private static final int QUICK = 4;
  private static final Secret PASSWORD = secret("correct horse battery staple");

  private static Secret secret(String text) {
    return Secret.ofBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] lock(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (LockingStream locking = new LockingStream(out, PASSWORD, QUICK)) {
      locking.write(content, 0, content.length / 2);
      locking.write(content, content.length / 2, content.length - content.length / 2);
    }
    return out.toByteArray();
  }

  private static byte[] open(byte[] locked, Secret password) throws IOException {
    try (UnlockingStream in = new UnlockingStream(new ByteArrayInputStream(locked), password)) {
      return in.readAllBytes();
    }
  }

  private static Reason reason(byte[] locked, Secret password) {
    LockedFileException why =
        catchThrowableOfType(LockedFileException.class, () -> open(locked, password));
    assertThat(why).as("it opened").isNotNull();
    return why.reason();
  }

  private static byte[] content(int length) {
    byte[] content = new byte[length];
    new Random(SEED).nextBytes(content);
    return content;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 200_000})
  void whatIsLockedOpensWithItsPassword(int length) throws IOException {
    assertThat(open(lock(content(length)), PASSWORD)).isEqualTo(content(length));
  }

  @Test
  void anotherPasswordOpensNothing() throws IOException {
    assertThat(reason(lock(content(100)), secret("correct horse battery stapl")))
        .isEqualTo(Reason.WRONG_PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 65_536, 150_000})
  void aFileCutAnywhereIsRefused(int length) throws IOException {
    byte[] locked = lock(content(length));
    Random random = new Random(SEED);
    for (int cut = 1; cut < 60; cut++) {
      int kept = cut == 1 ? locked.length - 1 : random.nextInt(locked.length);

      assertThat(reason(Arrays.copyOf(locked, kept), PASSWORD))
          .as("seed %d, kept %d of %d", SEED, kept, locked.length)
          .isIn(Reason.CUT, Reason.ALTERED, Reason.NO_LOCKED_FILE);
    }
  }

  @Test
  void aFileCutBetweenTwoPartsSaysThatItsEndIsMissing() throws IOException {
    byte[] locked = lock(content(150_000));
    int head = locked.length - (150_000 + 3 * 16);

    byte[] cut = Arrays.copyOf(locked, head + 65_536 + 16);

    assertThat(reason(cut, PASSWORD)).isEqualTo(Reason.CUT);
  }

  @Test
  void anAlteredBitAnywhereIsRefused() throws IOException {
    byte[] locked = lock(content(70_000));
    Random random = new Random(SEED);
    for (int flip = 0; flip < 300; flip++) {
      byte[] altered = locked.clone();
      int place = flip < 150 ? flip : random.nextInt(locked.length);
      altered[place] ^= (byte) (1 << random.nextInt(8));
      if (Arrays.equals(altered, locked)) {
        continue;
      }

      assertThat(reason(altered, PASSWORD)).as("seed %d, octet %d", SEED, place).isNotNull();
    }
  }

  @Test
  void whatFollowsTheEndIsRefused() throws IOException {
    byte[] locked = lock(content(10));

    assertThat(reason(Arrays.copyOf(locked, locked.length + 1), PASSWORD))
        .isIn(Reason.ALTERED, Reason.CUT);
  }

  @Test
  void aFileThatAsksForTooMuchWorkIsRefusedBeforeAnyOfItIsDone() {
    String head =
        "age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 40\n"
            + "A".repeat(43)
            + "\n--- "
            + "A".repeat(43)
            + "\n";

    assertThat(reason(head.getBytes(StandardCharsets.US_ASCII), PASSWORD))
        .isEqualTo(Reason.NO_LOCKED_FILE);
  }

  @Test
  void aFileOfAnotherKindIsNoLockedFile() {
    assertThat(reason("PK and so on\n".getBytes(StandardCharsets.US_ASCII), PASSWORD))
        .isEqualTo(Reason.NO_LOCKED_FILE);
  }

  /// Locked by the program `age` 1.1.1 with the password of this test.
  @Test
  void whatAnotherProgramOfTheFormatLockedOpens() throws IOException {
    byte[] locked = Base64.getMimeDecoder().decode(OF_AGE);

    assertThat(new String(open(locked, PASSWORD), StandardCharsets.UTF_8))
        .isEqualTo("locked by age\n");
  }

  private static final String OF_AGE =
      """
      YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBteERIS2VYb1RDdTFpSzVSa2dSYVV3IDE4
      CkRUVGxoT044TTZXdmdoUk5NbDlyMDlFejdEK01EemxIOEg3eklYMWxXbnMKLS0tIHVsN2p4VU9v
      eENRU1phMDN1V3hEbEJYRXB3czViTnJhWVhCWXYrOGQyVmcKd7mwlPutg0Xljs9DINOSSuhB68bC
      wNPDrzXIVv2U3M58AOm6hx7hpiOjaOem8Q==
      """;
}
