package org.parley.core.engine.block;

import org.parley.core.engine.formula.Atom;
import org.parley.core.outcome.Region;

/// What a block is told about the scale beyond it, on one sheet. Variables are counted within the
/// block; grades are masks.
public interface Outlook {

  /// The grades that are possible.
  long grades();

  /// The grades that would be possible if the variable were in the cell and all else as it is.
  long gradesAt(int variable, int cell);

  /// Whether the variable still makes a difference.
  boolean matters(int variable);

  /// A test as the edition writes it, passed or not.
  Region.Claim claim(Atom atom, boolean passes);
}
