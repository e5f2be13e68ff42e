package org.parley.core.fact;

/// Whether a statement is about what happened or about what the incident could have caused.
public enum Mode {
  ACTUAL,
  POTENTIAL
}
