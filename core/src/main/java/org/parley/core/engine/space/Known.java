package org.parley.core.engine.space;

import java.util.List;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;

/// A fact of the catalogue under one key, and how to ask a sheet for it.
record Known(FactKey key, Fact fact) {

  List<Stated> on(Sheet sheet) {
    return sheet.possible(key, fact);
  }

  /// A defect of the caller: statements are checked against the catalogue when they are read.
  IllegalArgumentException misfit(Object said) {
    return new IllegalArgumentException(key + " cannot be stated as " + said);
  }
}
