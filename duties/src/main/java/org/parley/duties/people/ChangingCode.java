package org.parley.duties.people;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.parley.core.terms.Octets;

/// The code of six digits that an app shows anew every thirty seconds.
///
/// Source: RFC 6238 with HMAC-SHA-1, the one form that every app knows, and RFC 4648 for how the
/// secret is written.
public final class ChangingCode {

  static final int SECRET_BYTES = 20;
  private static final int STEP_SECONDS = 30;
  private static final int DIGITS = 1_000_000;
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private ChangingCode() {}

  static long step(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
  }

  /// The code of a time step.
  static String at(Octets secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.toArray(), "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0x0f;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
      return String.format(Locale.ROOT, "%06d", number % DIGITS);
    } catch (GeneralSecurityException defect) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-1", defect);
    }
  }

  /// The time step that a code is of: this one, the one before or the one after, if it is newer
  /// than the last one taken.
  static OptionalLong match(Octets secret, String typed, Instant now, long last) {
    String code = typed.replaceAll("\\s", "");
    long here = step(now);
    for (long step = here - 1; step <= here + 1; step++) {
      if (step > last && at(secret, step).equals(code)) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  /// The secret in base 32, as apps take it.
  public static String write(Octets secret) {
    StringBuilder out = new StringBuilder();
    long bits = 0;
    int held = 0;
    for (byte each : secret.toArray()) {
      bits = (bits << 8) | (each & 0xff);
      held += 8;
      while (held >= 5) {
        held -= 5;
        out.append(LETTERS.charAt((int) (bits >> held) & 0x1f));
      }
    }
    if (held > 0) {
      out.append(LETTERS.charAt((int) (bits << (5 - held)) & 0x1f));
    }
    return out.toString();
  }

  /// Reads base 32; empty octets where the text is something else.
  public static Octets read(String text) {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    long bits = 0;
    int held = 0;
    for (char each : text.replaceAll("[\\s=]", "").toUpperCase(Locale.ROOT).toCharArray()) {
      int value = LETTERS.indexOf(each);
      if (value < 0) {
        return Octets.of(new byte[0]);
      }
      bits = (bits << 5) | value;
      held += 5;
      if (held >= 8) {
        held -= 8;
        out.write((int) (bits >> held) & 0xff);
      }
    }
    return Octets.of(out.toByteArray());
  }
}
