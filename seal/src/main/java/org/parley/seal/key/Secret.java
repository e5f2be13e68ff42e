package org.parley.seal.key;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/// What opens the key folder: a passphrase that a person types, or the bytes of a file that the
/// operating system's service manager hands over. Never shown.
public final class Secret {

  private final byte[] bytes;

  private Secret(byte[] bytes) {
    if (bytes.length == 0) {
      throw new IllegalArgumentException("an empty secret protects nothing");
    }
    this.bytes = bytes;
  }

  public static Secret ofPassphrase(char[] typed) {
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(typed));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    return new Secret(bytes);
  }

  public static Secret ofBytes(byte[] bytes) {
    return new Secret(bytes.clone());
  }

  /// A copy of the bytes, for what makes a key of them.
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "a secret";
  }
}
