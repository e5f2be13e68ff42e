package org.parley.formats.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/// Unpacks a gzip stream of one or more members (RFC 1952).
///
/// The JDK's own stream ignores what follows the last member and stops after the first one where
/// the source cannot say how much is left. Here nothing may be lost silently, so both are told
/// apart: further members are read, zero padding is skipped, anything else is a [ZipException]. A
/// source that ends too early is an [EOFException]; whatever was unpacked before has been handed
/// out.
final class Gunzip {

  private static final int HAS_CHECK = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;
  private static final int RESERVED = 0xe0;
  private static final int DEFLATE = 8;

  private final InputStream source;
  private final byte[] packed = new byte[1 << 16];
  private int start;
  private int end;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 check = new CRC32();
  private boolean inMember;
  private boolean first = true;

  Gunzip(InputStream source) {
    this.source = source;
  }

  /// Puts unpacked bytes into `into` and says how many; -1 at the end.
  int read(byte[] into) throws IOException {
    while (true) {
      if (!inMember && !nextMember()) {
        inflater.end();
        return -1;
      }
      int count = inflate(into);
      if (count > 0) {
        check.update(into, 0, count);
        return count;
      }
      if (inflater.finished()) {
        start = end - inflater.getRemaining();
        readTrailer();
        inMember = false;
      } else {
        if (!fill()) {
          throw new EOFException("the packed data end in the middle");
        }
        inflater.setInput(packed, start, end - start);
      }
    }
  }

  private int inflate(byte[] into) throws ZipException {
    try {
      int count = inflater.inflate(into);
      if (count == 0 && inflater.needsDictionary()) {
        throw new ZipException("the packed data ask for a dictionary");
      }
      return count;
    } catch (DataFormatException broken) {
      throw new ZipException("the packed data are damaged: " + broken.getMessage());
    }
  }

  /// Reads the header of the next member; false where there is none.
  private boolean nextMember() throws IOException {
    int magic = next();
    while (!first && magic == 0) {
      magic = next();
    }
    if (magic < 0 && !first) {
      return false;
    }
    if (magic != 0x1f || need() != 0x8b) {
      throw new ZipException("what follows the packed data is not gzip");
    }
    readHeader();
    first = false;
    inMember = true;
    inflater.reset();
    inflater.setInput(packed, start, end - start);
    check.reset();
    return true;
  }

  private void readHeader() throws IOException {
    int method = need();
    int flags = need();
    if (method != DEFLATE || (flags & RESERVED) != 0) {
      throw new ZipException("the gzip header asks for a method that does not exist");
    }
    skip(6);
    if ((flags & HAS_EXTRA) != 0) {
      skip(need() | need() << 8);
    }
    if ((flags & HAS_NAME) != 0) {
      skipText();
    }
    if ((flags & HAS_COMMENT) != 0) {
      skipText();
    }
    if ((flags & HAS_CHECK) != 0) {
      skip(2);
    }
  }

  private void readTrailer() throws IOException {
    if (littleEndian() != check.getValue()) {
      throw new ZipException("the packed data do not fit their checksum");
    }
    if (littleEndian() != (inflater.getBytesWritten() & 0xffff_ffffL)) {
      throw new ZipException("the packed data do not have the length they declare");
    }
  }

  private long littleEndian() throws IOException {
    return need() | need() << 8 | need() << 16 | (long) need() << 24;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      need();
    }
  }

  private void skipText() throws IOException {
    while (need() != 0) {
      continue;
    }
  }

  private int need() throws IOException {
    int one = next();
    if (one < 0) {
      throw new EOFException("the packed data end in a gzip header or trailer");
    }
    return one;
  }

  private int next() throws IOException {
    return start < end || fill() ? packed[start++] & 0xff : -1;
  }

  private boolean fill() throws IOException {
    int count = source.read(packed);
    start = 0;
    end = Math.max(count, 0);
    return count > 0;
  }
}
