package org.parley.core.engine.reason;

import org.parley.core.engine.block.Known;
import org.parley.core.fact.Sheet;
import org.parley.core.outcome.Step;

/// One sheet while its reasons are made.
final class Sight {

  private final Sheet sheet;
  private boolean untold;

  Sight(Sheet sheet) {
    this.sheet = sheet;
  }

  Sheet sheet() {
    return sheet;
  }

  /// Takes note that something was looked at which is not known exactly: whatever is made of this
  /// sheet from now on is of no use.
  void giveUp() {
    untold = true;
  }

  boolean isUntold() {
    return untold;
  }

  Step.Seen seen(Known known) {
    return new Step.Seen(known.key(), sheet.possible(known.key(), known.fact()));
  }
}
