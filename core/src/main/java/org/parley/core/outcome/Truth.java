package org.parley.core.outcome;

import java.util.List;

/// Whether something holds on what is known.
public enum Truth {
  HOLDS,
  FAILS,
  /// It holds for some ways to fill in the unknown and fails for others.
  OPEN;

  public static Truth of(boolean holds) {
    return holds ? HOLDS : FAILS;
  }

  public Truth negated() {
    return switch (this) {
      case HOLDS -> FAILS;
      case FAILS -> HOLDS;
      case OPEN -> OPEN;
    };
  }

  /// Whether at least so many of the parts hold.
  public static Truth count(List<Truth> parts, int atLeast) {
    long sure = parts.stream().filter(part -> part == HOLDS).count();
    long possible = parts.stream().filter(part -> part != FAILS).count();
    return sure >= atLeast ? HOLDS : possible >= atLeast ? OPEN : FAILS;
  }
}
