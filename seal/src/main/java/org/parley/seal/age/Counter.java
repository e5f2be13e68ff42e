package org.parley.seal.age;

import java.nio.ByteBuffer;

/// The nonces of the chunks: eleven octets that count, and one that says whether it is the last.
final class Counter {

  private long chunks;

  byte[] next(boolean last) {
    byte[] nonce = peek(last);
    chunks++;
    return nonce;
  }

  /// The nonce of the chunk that comes now, which is not yet counted.
  byte[] peek(boolean last) {
    return ByteBuffer.allocate(Keys.NONCE)
        .putShort((short) 0)
        .put((byte) 0)
        .putLong(chunks)
        .put((byte) (last ? 1 : 0))
        .array();
  }

  boolean isFirst() {
    return chunks == 0;
  }
}
