package org.parley.core.engine.reason;

import org.jspecify.annotations.Nullable;
import org.parley.core.engine.block.Known;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;

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

  /// What the sheet says of a fact; null where several statements stand side by side.
  @Nullable Stated said(Known known) {
    return sheet.alone(known.key(), known.fact().baseline());
  }
}
