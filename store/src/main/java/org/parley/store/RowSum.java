package org.parley.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The first 64 bits of a SHA-256 over a row: each value with its length, so that no two rows run
/// into one another.
///
/// It finds accidents. It does not stop somebody who edits the database and makes the sum anew:
/// that is what the journal and its witnesses are for.
final class RowSum {

  private RowSum() {}

  static String of(Table table, @Nullable Object... values) {
    MessageDigest digest = sha256();
    add(digest, table.word().getBytes(StandardCharsets.UTF_8));
    for (Object value : values) {
      switch (value) {
        case null -> digest.update((byte) 0);
        case byte[] bytes -> add(digest, bytes);
        case Boolean truth -> add(digest, text(truth ? "1" : "0"));
        case Number number -> add(digest, text(Long.toString(number.longValue())));
        default -> add(digest, text(value.toString()));
      }
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void add(MessageDigest digest, byte[] bytes) {
    digest.update(text(bytes.length + ":"));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException("every Java platform has SHA-256", broken);
    }
  }
}
