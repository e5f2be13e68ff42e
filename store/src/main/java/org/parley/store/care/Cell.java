package org.parley.store.care;

import org.parley.core.terms.Octets;

/// One value of a row, the same whatever the database.
public sealed interface Cell {

  record Text(String text) implements Cell {}

  record Whole(long number) implements Cell {}

  record Truth(boolean truth) implements Cell {}

  record Bytes(Octets octets) implements Cell {}

  /// The column has no value in this row.
  record Nothing() implements Cell {}
}
