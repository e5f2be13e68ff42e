package org.parley.duties.twin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// One change or one look while it lasts. A change writes straight to the shelves and notes for
/// each write how to take it back.
final class Session {

  private final boolean writable;
  private final Deque<Runnable> undo = new ArrayDeque<>();
  private boolean open = true;

  Session(boolean writable) {
    this.writable = writable;
  }

  void reading() {
    if (!open) {
      throw new IllegalStateException("a book is kept beyond the change or look it belongs to");
    }
  }

  void writing() {
    reading();
    if (!writable) {
      throw new IllegalStateException("a look writes nothing");
    }
  }

  <K, V> void put(Map<K, V> map, K key, V value) {
    writing();
    V before = map.put(key, value);
    undo.push(before == null ? () -> map.remove(key) : () -> map.put(key, before));
  }

  <K, V> void remove(Map<K, V> map, K key) {
    writing();
    V before = map.remove(key);
    if (before != null) {
      undo.push(() -> map.put(key, before));
    }
  }

  <V> void add(List<V> list, V value) {
    writing();
    list.add(value);
    undo.push(list::removeLast);
  }

  /// Ends it; what was written can still be taken back.
  Deque<Runnable> close() {
    open = false;
    return undo;
  }

  static void takeBack(Deque<Runnable> undo) {
    while (!undo.isEmpty()) {
      undo.pop().run();
    }
  }
}
