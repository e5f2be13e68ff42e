package org.parley.seal.age;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.parley.seal.Crypto;
import org.parley.seal.key.Secret;

/// Locks what is written with a password. Nothing counts before it is closed: only then its end
/// says that it is the end.
///
/// Source: the age file encryption format, C2SP/age.md, version 1.
public final class LockingStream extends OutputStream {

  static final int CHUNK = 64 * 1024;

  private final OutputStream out;
  private final byte[] key;
  private final Counter counter = new Counter();
  private final byte[] chunk = new byte[CHUNK];
  private int filled;
  private boolean closed;

  /// @param out closed with this stream
  public LockingStream(OutputStream out, Secret password) throws IOException {
    this(out, password, Header.EFFORT);
  }

  LockingStream(OutputStream out, Secret password, int effort) throws IOException {
    this.out = out;
    byte[] fileKey = random(Keys.FILE_KEY);
    out.write(Header.write(fileKey, password.bytes(), effort).getBytes(StandardCharsets.US_ASCII));
    byte[] nonce = random(Keys.SALT);
    out.write(nonce);
    this.key = Keys.derived(fileKey, nonce, "payload");
  }

  private static byte[] random(int length) {
    byte[] drawn = new byte[length];
    Crypto.RANDOM.nextBytes(drawn);
    return drawn;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    int at = offset;
    int left = length;
    while (left > 0) {
      // A full chunk waits until it is known whether more follows.
      if (filled == CHUNK) {
        lock(false);
      }
      int taken = Math.min(left, CHUNK - filled);
      System.arraycopy(from, at, chunk, filled, taken);
      filled += taken;
      at += taken;
      left -= taken;
    }
  }

  private void lock(boolean last) throws IOException {
    out.write(Keys.lock(key, counter.next(last), chunk, filled));
    filled = 0;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      lock(true);
      out.close();
    }
  }
}
