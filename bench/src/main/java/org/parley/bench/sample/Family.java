package org.parley.bench.sample;

/// The three families of rules that the constructed scales stand for.
public enum Family {
  /// Eight weighted categories, their mean in six bands.
  WEIGHTED,
  /// A matrix of five by six cells.
  MATRIX,
  /// A gate, and behind it one condition that is enough alone or two thresholds of six.
  GATE
}
