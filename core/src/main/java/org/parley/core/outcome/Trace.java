package org.parley.core.outcome;

import java.util.List;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;

/// The reasons for a result: every step of the rule, and the sheet that it was applied to.
public record Trace(Step.Gave steps, Sheet sheet) {

  /// What was stated about a fact of a step.
  ///
  /// @param key one of [Step.Looked#facts()]
  public List<Stated> seen(FactKey key, Fact fact) {
    return sheet.possible(key, fact);
  }
}
