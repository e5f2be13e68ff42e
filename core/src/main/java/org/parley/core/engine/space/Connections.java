package org.parley.core.engine.space;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.core.fact.FactKey;

/// Which facts depend on each other, directly or through others.
final class Connections {

  private final Map<FactKey, Set<FactKey>> neighbours = new LinkedHashMap<>();

  void add(FactKey key) {
    neighboursOf(key);
  }

  private Set<FactKey> neighboursOf(FactKey key) {
    return neighbours.computeIfAbsent(key, _ -> new LinkedHashSet<>());
  }

  void tie(FactKey one, FactKey other) {
    neighboursOf(one).add(other);
    neighboursOf(other).add(one);
  }

  void tieAll(Collection<FactKey> keys) {
    FactKey first = keys.iterator().next();
    keys.forEach(key -> tie(first, key));
  }

  boolean has(FactKey key) {
    return neighbours.containsKey(key);
  }

  Set<FactKey> keys() {
    return Set.copyOf(neighbours.keySet());
  }

  /// The groups, in the order in which their first key was added.
  List<List<FactKey>> groups() {
    List<List<FactKey>> groups = new ArrayList<>();
    Set<FactKey> seen = new LinkedHashSet<>();
    for (FactKey start : neighbours.keySet()) {
      if (!seen.contains(start)) {
        Set<FactKey> group = new LinkedHashSet<>();
        Deque<FactKey> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
          FactKey key = open.pop();
          if (group.add(key)) {
            open.addAll(neighboursOf(key));
          }
        }
        seen.addAll(group);
        groups.add(List.copyOf(group));
      }
    }
    return groups;
  }
}
