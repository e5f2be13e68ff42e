package org.parley.formats.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.parley.core.terms.Digest;

/// Cuts an archive into lines, in memory bounded by the longest line allowed.
///
/// A line ends with a line feed; a carriage return before it belongs to the end. A byte order mark
/// before the first line belongs to no line.
final class ArchiveLines {

  private final ArchiveBytes source;
  private final int longest;
  private final byte[] buffer = new byte[1 << 16];
  private int start;
  private int end;
  private long number;
  private final MessageDigest all = sha256();

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final MessageDigest lineDigest = sha256();
  private long length;
  private boolean returnHeld;

  ArchiveLines(ArchiveBytes source, int longest) {
    this.source = source;
    this.longest = longest;
  }

  /// The next line; empty at the end of the archive.
  Optional<Line> next() throws IOException {
    kept.reset();
    length = 0;
    returnHeld = false;
    boolean begun = false;
    while (start < end || fill()) {
      begun = true;
      int feed = indexOfFeed();
      int until = feed < 0 ? end : feed;
      take(start, until);
      int next = feed < 0 ? end : feed + 1;
      all.update(buffer, start, next - start);
      start = next;
      if (feed >= 0) {
        return Optional.of(finished(false));
      }
    }
    if (!begun) {
      return Optional.empty();
    }
    return Optional.of(finished(source.cut().isPresent()));
  }

  /// The SHA-256 of everything up to the end of the line last given, line ends included.
  Digest soFar() {
    try {
      MessageDigest copy = (MessageDigest) all.clone();
      return new Digest(HexFormat.of().formatHex(copy.digest()));
    } catch (CloneNotSupportedException broken) {
      throw new IllegalStateException("SHA-256 of the JDK can be copied", broken);
    }
  }

  private int indexOfFeed() {
    for (int i = start; i < end; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void take(int from, int to) {
    if (from == to) {
      return;
    }
    if (returnHeld) {
      put(new byte[] {'\r'}, 0, 1);
    }
    returnHeld = buffer[to - 1] == '\r';
    put(buffer, from, to - from - (returnHeld ? 1 : 0));
  }

  private void put(byte[] bytes, int from, int count) {
    length += count;
    lineDigest.update(bytes, from, count);
    if (length <= longest) {
      kept.write(bytes, from, count);
    } else {
      kept.reset();
    }
  }

  private Line finished(boolean cut) {
    number++;
    var digest = new Digest(HexFormat.of().formatHex(lineDigest.digest()));
    byte[] bytes = kept.toByteArray();
    Line.State state =
        length > longest
            ? Line.State.TOO_LONG
            : cut ? Line.State.CUT : isBlank(bytes) ? Line.State.BLANK : Line.State.WHOLE;
    Line line = new Line(number, state, bytes, length, digest);
    return number == 1 ? withoutMark(line) : line;
  }

  private static Line withoutMark(Line line) {
    byte[] bytes = line.bytes();
    if (bytes.length < 3
        || bytes[0] != (byte) 0xef
        || bytes[1] != (byte) 0xbb
        || bytes[2] != (byte) 0xbf) {
      return line;
    }
    byte[] rest = Arrays.copyOfRange(bytes, 3, bytes.length);
    Line.State state =
        line.state() == Line.State.WHOLE && isBlank(rest) ? Line.State.BLANK : line.state();
    return new Line(line.number(), state, rest, rest.length, Digest.of(rest));
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte one : bytes) {
      if (one != ' ' && one != '\t' && one != '\r') {
        return false;
      }
    }
    return true;
  }

  private boolean fill() throws IOException {
    int count = source.read(buffer);
    start = 0;
    end = Math.max(count, 0);
    return count > 0;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException("every Java platform has SHA-256", broken);
    }
  }
}
