package org.parley.seal.age;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.seal.Crypto;
import org.parley.seal.age.LockedFileException.Reason;

/// The head of a locked file: how hard the password is to guess, and the file's key under it.
///
/// ```
/// age-encryption.org/v1
/// -> scrypt SALT EFFORT
/// THE FILE'S KEY, LOCKED
/// --- MAC
/// ```
final class Header {

  /// 2^17: 128 MiB and a good part of a second for each try.
  static final int EFFORT = 17;

  /// What we are ready to spend on a file of somebody else: 512 MiB.
  private static final int MOST_EFFORT = 19;

  private static final String FIRST = "age-encryption.org/v1\n";
  private static final int LINE = 120;
  private static final Pattern STANZA =
      Pattern.compile("-> scrypt ([A-Za-z0-9+/]{22}) ([1-9][0-9]?)\n");
  private static final Pattern BODY = Pattern.compile("([A-Za-z0-9+/]{43})\n");
  private static final Pattern LAST = Pattern.compile("--- ([A-Za-z0-9+/]{43})\n");
  private static final byte[] NO_NONCE = new byte[Keys.NONCE];

  private Header() {}

  static String write(byte[] fileKey, byte[] password, int effort) {
    byte[] salt = new byte[Keys.SALT];
    Crypto.RANDOM.nextBytes(salt);
    byte[] wrapping = Keys.fromPassword(password, salt, effort);
    byte[] wrapped = Keys.lock(wrapping, NO_NONCE, fileKey, fileKey.length);
    String head =
        FIRST + "-> scrypt " + base64(salt) + " " + effort + "\n" + base64(wrapped) + "\n---";
    return head + " " + base64(mac(fileKey, head)) + "\n";
  }

  /// The file's key.
  static byte[] read(InputStream in, byte[] password) throws IOException {
    String first = line(in);
    if (!first.equals(FIRST)) {
      throw new LockedFileException(
          Reason.NO_LOCKED_FILE, "it does not begin like a file that was locked with a password");
    }
    String second = line(in);
    String third = line(in);
    String last = line(in);
    Matcher stanza = matched(STANZA, second);
    Matcher body = matched(BODY, third);
    Matcher end = matched(LAST, last);
    int effort = Integer.parseInt(stanza.group(2));
    if (effort > MOST_EFFORT) {
      throw new LockedFileException(
          Reason.NO_LOCKED_FILE,
          "to try the password would take 2^%d steps, and 2^%d is the most"
              .formatted(effort, MOST_EFFORT));
    }
    byte[] wrapping = Keys.fromPassword(password, bytes(stanza.group(1)), effort);
    byte[] wrapped = bytes(body.group(1));
    byte[] fileKey;
    try {
      fileKey = Keys.unlock(wrapping, NO_NONCE, wrapped, wrapped.length);
    } catch (GeneralSecurityException _) {
      throw new LockedFileException(
          Reason.WRONG_PASSWORD, "the password does not open it, or its first lines were altered");
    }
    String head = first + second + third + "---";
    if (!MessageDigest.isEqual(mac(fileKey, head), bytes(end.group(1)))) {
      throw new LockedFileException(Reason.ALTERED, "its first lines were altered");
    }
    return fileKey;
  }

  private static Matcher matched(Pattern pattern, String line) throws LockedFileException {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.matches()) {
      throw new LockedFileException(
          line.endsWith("\n") ? Reason.ALTERED : Reason.CUT,
          line.endsWith("\n")
              ? "its first lines are not those of a file that a password opens"
              : "it ends within its first lines");
    }
    return matcher;
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (line.size() < LINE) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      line.write(next);
      if (next == '\n') {
        break;
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  private static byte[] mac(byte[] fileKey, String head) {
    return Keys.mac(
        Keys.derived(fileKey, new byte[0], "header"), head.getBytes(StandardCharsets.US_ASCII));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }
}
