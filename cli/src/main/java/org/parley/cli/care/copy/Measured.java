package org.parley.cli.care.copy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.parley.core.terms.Digest;

/// Counts and digests what passes; closing it leaves open what it writes to.
final class Measured extends FilterOutputStream {

  private final MessageDigest sha256 = sha256();
  private long bytes;

  Measured(OutputStream out) {
    super(out);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException("every Java platform has SHA-256", broken);
    }
  }

  static Digest digest(MessageDigest sha256) {
    return new Digest(HexFormat.of().formatHex(sha256.digest()));
  }

  @Override
  public void write(int octet) throws IOException {
    out.write(octet);
    sha256.update((byte) octet);
    bytes++;
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    out.write(from, offset, length);
    sha256.update(from, offset, length);
    bytes += length;
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  Manifest.Part part(String name, long rows) {
    return new Manifest.Part(name, rows, bytes, digest(sha256));
  }
}
