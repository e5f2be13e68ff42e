package org.parley.core.exchange.clarify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.exchange.format.ItemType;

/// Something that is to follow a consultation. In a record it stands on one line: what, who and by
/// when, with ` | ` between them; who and when may be missing.
///
/// @param who in words, or the codes of offices
/// @param by a moment in UTC, or words
public record Measure(String what, String who, String by) {

  private static final String BETWEEN = " | ";

  public static Measure parse(String line) {
    List<String> parts = List.of(line.split(" *\\| *", 3));
    return new Measure(
        parts.getFirst(),
        parts.size() > 1 ? parts.get(1) : "",
        parts.size() > 2 ? parts.get(2) : "");
  }

  public String line() {
    return by.isEmpty() && who.isEmpty()
        ? what
        : what + BETWEEN + who + (by.isEmpty() ? "" : BETWEEN + by);
  }

  /// By when, where that is a moment.
  public Optional<Instant> moment() {
    return ItemType.isMoment(by) ? Optional.of(Instant.parse(by)) : Optional.empty();
  }
}
