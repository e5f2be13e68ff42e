package org.parley.store.care;

/// A column of a table.
///
/// @param key whether it is part of what tells rows apart
public record Column(String name, Kind kind, boolean key) {

  /// What its values are.
  public enum Kind {
    TEXT,
    WHOLE,
    TRUTH,
    BYTES
  }
}
