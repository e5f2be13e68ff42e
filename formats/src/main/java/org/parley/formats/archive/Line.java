package org.parley.formats.archive;

import org.parley.core.terms.Digest;

/// One line of an archive.
///
/// Lines that are too long are not kept, only measured, so that no line can fill the memory.
final class Line {

  /// What can be said of a line before it is looked into.
  enum State {
    WHOLE,
    BLANK,
    /// Longer than the limit; its bytes are not kept.
    TOO_LONG,
    /// The archive broke off in the middle of it.
    CUT
  }

  private final long number;
  private final State state;
  private final byte[] bytes;
  private final long length;
  private final Digest digest;

  Line(long number, State state, byte[] bytes, long length, Digest digest) {
    this.number = number;
    this.state = state;
    this.bytes = bytes;
    this.length = length;
    this.digest = digest;
  }

  /// Counted from 1, blank lines included.
  long number() {
    return number;
  }

  State state() {
    return state;
  }

  /// The bytes without the line's end; empty where the line is too long.
  byte[] bytes() {
    return bytes;
  }

  /// How many bytes the line has, without its end.
  long length() {
    return length;
  }

  /// The SHA-256 of all its bytes, without its end.
  Digest digest() {
    return digest;
  }
}
