package org.parley.node.lists;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Outcomes that are still to be read; the oldest give way, and a restart forgets them all. What
/// was done stands in each incident.
@Component
final class Outcomes {

  private static final int MOST = 200;

  private final SequencedMap<UUID, Outcome> kept = new LinkedHashMap<>();

  synchronized UUID keep(Outcome outcome) {
    UUID name = UUID.randomUUID();
    kept.putLast(name, outcome);
    if (kept.size() > MOST) {
      kept.pollFirstEntry();
    }
    return name;
  }

  /// Only for whoever did it.
  synchronized Optional<Outcome> find(String name, UUID account) {
    return kept.entrySet().stream()
        .filter(entry -> entry.getKey().toString().equals(name))
        .map(java.util.Map.Entry::getValue)
        .filter(outcome -> outcome.account().equals(account))
        .findFirst();
  }
}
