package org.parley.formats.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Optional;
import java.util.zip.ZipException;

/// The bytes of an archive, unpacked where its first two bytes say gzip.
///
/// Damaged or cut gzip is not a fault of the world but a property of the archive: reading ends
/// there and [#cut()] says why. Other trouble stays an [IOException].
final class ArchiveBytes {

  private final Counting source;
  private final InputStream plain;
  private final Optional<Gunzip> packed;
  private Optional<String> cut = Optional.empty();

  ArchiveBytes(InputStream in) throws IOException {
    source = new Counting(in);
    var ahead = new PushbackInputStream(source, 2);
    byte[] magic = ahead.readNBytes(2);
    ahead.unread(magic);
    boolean gzip = magic.length == 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b;
    packed = gzip ? Optional.of(new Gunzip(ahead)) : Optional.empty();
    plain = ahead;
  }

  /// Puts bytes into `into` and says how many; -1 at the end, also at an early one.
  int read(byte[] into) throws IOException {
    if (cut.isPresent()) {
      return -1;
    }
    if (packed.isEmpty()) {
      return plain.read(into);
    }
    try {
      return packed.get().read(into);
    } catch (EOFException | ZipException early) {
      cut = Optional.of(String.valueOf(early.getMessage()));
      return -1;
    }
  }

  /// Why the archive ended before its end, if it did.
  Optional<String> cut() {
    return cut;
  }

  /// How many bytes were taken from the source, packed as they are.
  long taken() {
    return source.taken;
  }

  private static final class Counting extends InputStream {
    private final InputStream in;
    private long taken;

    Counting(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      taken += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int count = in.read(into, from, most);
      taken += Math.max(count, 0);
      return count;
    }
  }
}
