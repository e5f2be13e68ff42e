package org.parley.duties.twin;

/// What befalls a change of the books.
public enum Mishap {
  NONE,
  /// The process dies before the change is durable: nothing of it happened.
  CRASH_BEFORE,
  /// The process dies just after the change is durable and before anybody hears of it.
  CRASH_AFTER,
  /// The disk takes no more: nothing of the change happened, and the process lives on.
  DISK_FULL
}
