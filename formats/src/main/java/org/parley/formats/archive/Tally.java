package org.parley.formats.archive;

/// How many lines of an archive were dealt with, and how. Nothing is left over: the three add up.
///
/// @param written records about which a line was written
/// @param rejected records that were rejected with reasons
/// @param blank lines without a record
public record Tally(long written, long rejected, long blank) {

  public static final Tally NONE = new Tally(0, 0, 0);

  /// All lines, blank ones included.
  public long lines() {
    return written + rejected + blank;
  }

  /// All records, rejected ones included.
  public long records() {
    return written + rejected;
  }

  Tally andWritten() {
    return new Tally(written + 1, rejected, blank);
  }

  Tally andRejected() {
    return new Tally(written, rejected + 1, blank);
  }

  Tally andBlank() {
    return new Tally(written, rejected, blank + 1);
  }
}
