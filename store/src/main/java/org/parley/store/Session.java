package org.parley.store;

/// One change or one look while it lasts.
final class Session {

  private final boolean writable;
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

  void close() {
    open = false;
  }
}
