package org.parley.seal.age;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import org.parley.seal.age.LockedFileException.Reason;
import org.parley.seal.key.Secret;

/// Opens what [LockingStream], or another program of the format, has locked. Not a byte comes out
/// before its chunk is known to be as it was locked, and a missing end is told.
public final class UnlockingStream extends InputStream {

  private final InputStream in;
  private final byte[] key;
  private final Counter counter = new Counter();
  private byte[] locked = new byte[LockingStream.CHUNK + Keys.TAG];
  private byte[] ahead = new byte[LockingStream.CHUNK + Keys.TAG];
  private int aheadLength;
  private byte[] open = new byte[0];
  private int at;
  private boolean ended;

  /// @param in closed with this stream
  public UnlockingStream(InputStream in, Secret password) throws IOException {
    this.in = in;
    byte[] fileKey = Header.read(in, password.bytes());
    byte[] nonce = in.readNBytes(Keys.SALT);
    if (nonce.length < Keys.SALT) {
      throw new LockedFileException(Reason.CUT, "it ends behind its first lines");
    }
    this.key = Keys.derived(fileKey, nonce, "payload");
    this.aheadLength = in.readNBytes(ahead, 0, ahead.length);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    while (at == open.length) {
      if (ended) {
        return -1;
      }
      unlockNext();
    }
    int given = Math.min(length, open.length - at);
    System.arraycopy(open, at, to, offset, given);
    at += given;
    return given;
  }

  private void unlockNext() throws IOException {
    byte[] now = ahead;
    int length = aheadLength;
    ahead = locked;
    locked = now;
    aheadLength = length < now.length ? 0 : in.readNBytes(ahead, 0, ahead.length);
    ended = aheadLength == 0;
    boolean first = counter.isFirst();
    if (length < Keys.TAG || (length == Keys.TAG && !first)) {
      throw new LockedFileException(Reason.CUT, "its end is missing");
    }
    open = unlocked(now, length);
    at = 0;
  }

  private byte[] unlocked(byte[] chunk, int length) throws LockedFileException {
    byte[] asItStands = counter.peek(ended);
    byte[] otherwise = counter.next(!ended);
    try {
      return Keys.unlock(key, asItStands, chunk, length);
    } catch (GeneralSecurityException _) {
      // Told below.
    }
    if (ended) {
      try {
        Keys.unlock(key, otherwise, chunk, length);
        throw new LockedFileException(Reason.CUT, "its end is missing");
      } catch (GeneralSecurityException _) {
        // Altered, or cut within a chunk: which of the two cannot be told.
      }
    }
    throw new LockedFileException(
        Reason.ALTERED,
        ended ? "its last part was altered, or its end is missing" : "something in it was altered");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
