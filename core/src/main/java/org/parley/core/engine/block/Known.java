package org.parley.core.engine.block;

import java.util.List;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;

/// A fact of the catalogue under one key, and how to ask a sheet for it.
public record Known(FactKey key, Fact fact) {

  List<Stated> on(Sheet sheet) {
    return sheet.possible(key, fact);
  }

  /// Whether the sheet says something of it, and be it in part.
  boolean isKnown(Sheet sheet) {
    return on(sheet).stream().noneMatch(Stated.Unknown.class::isInstance);
  }

  /// Whether the sheet says nothing of it at all, and does not have it at its baseline.
  boolean isOpen(Sheet sheet) {
    List<Stated> said = on(sheet);
    return said.size() == 1 && said.getFirst() instanceof Stated.Unknown;
  }

  /// Whether the sheet leaves nothing about it open.
  boolean isSettled(Sheet sheet) {
    List<Stated> said = on(sheet);
    return said.size() == 1
        && (said.getFirst() instanceof Stated.Exactly
            || said.getFirst() instanceof Stated.NotApplicable);
  }

  /// A defect of the caller: statements are checked against the catalogue when they are read.
  IllegalArgumentException misfit(Object said) {
    return new IllegalArgumentException(key + " cannot be stated as " + said);
  }
}
