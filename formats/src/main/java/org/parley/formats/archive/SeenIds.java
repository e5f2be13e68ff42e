package org.parley.formats.archive;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The incident ids of an archive so far and the line each was first seen in. Ids that differ only
/// in capitals are the same.
///
/// Kept for a bounded number of records, so that an endless archive does not fill the memory.
final class SeenIds {

  private final int most;
  private final Map<String, Long> firstLines = new HashMap<>();

  SeenIds(int most) {
    this.most = most;
  }

  /// The line that had the same id before, if any; from now on this line counts as seen too.
  Optional<Long> seenBefore(String id, long line) {
    String key = id.toLowerCase(Locale.ROOT);
    Long before = firstLines.get(key);
    if (before == null && firstLines.size() < most) {
      firstLines.put(key, line);
    }
    return Optional.ofNullable(before);
  }
}
