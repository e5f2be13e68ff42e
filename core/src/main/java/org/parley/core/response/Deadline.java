package org.parley.core.response;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A report that a plan asks for, in one incident.
///
/// @param by until when, where the moment that its time runs from is known
/// @param made when it was made, if it was
public record Deadline(ResponsePlan.Due due, Optional<Instant> by, Optional<Instant> made) {

  /// The deadlines of an entry, in its order. A report whose time runs from an earlier one counts
  /// from when that was made; while it was not made, from when it was due.
  ///
  /// @param starts the moments that times run from, as far as they are known: `awareness`,
  ///   `occurrence`, `classification`
  /// @param made when reports were made, by their keys
  public static List<Deadline> of(
      ResponsePlan.Entry entry, Map<String, Instant> starts, Map<String, Instant> made) {
    Map<String, Instant> known = new HashMap<>(starts);
    List<Deadline> deadlines = new ArrayList<>();
    for (ResponsePlan.Due due : entry.dues()) {
      Optional<Instant> by = Optional.ofNullable(known.get(due.from())).map(due.within()::after);
      Optional<Instant> when = Optional.ofNullable(made.get(due.report()));
      when.or(() -> by).ifPresent(at -> known.put(due.report(), at));
      deadlines.add(new Deadline(due, by, when));
    }
    return List.copyOf(deadlines);
  }

  /// Whether its time passed with nothing recorded.
  public boolean isPassed(Instant now) {
    return made.isEmpty() && by.filter(now::isAfter).isPresent();
  }

  /// The next of these that nothing is recorded for.
  public static Optional<Instant> next(List<Deadline> deadlines) {
    return deadlines.stream()
        .filter(each -> each.made().isEmpty())
        .flatMap(each -> each.by().stream())
        .min(Instant::compareTo);
  }
}
