package org.parley.core.engine.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers for values, so that diagrams can carry them: equal values have one number.
final class Interned<T> {

  private final Map<T, Integer> numbers = new HashMap<>();
  private final List<T> values = new ArrayList<>();

  int of(T value) {
    return numbers.computeIfAbsent(
        value,
        fresh -> {
          values.add(fresh);
          return values.size() - 1;
        });
  }

  T at(int number) {
    return values.get(number);
  }

  List<T> values() {
    return List.copyOf(values);
  }
}
