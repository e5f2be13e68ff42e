package org.parley.core.engine.block;

import java.util.List;
import org.parley.core.engine.line.Amounts;
import org.parley.core.fact.Sheet;
import org.parley.core.terms.Exact;

/// Facts that the scale does not ask for but that bound one it asks for: users in total bound the
/// users hit.
///
/// @param notBelow facts which the bounded one is never below
/// @param notAbove facts which the bounded one is never above
public record Outer(List<NumberFact> notBelow, List<NumberFact> notAbove) {

  static final Outer NONE = new Outer(List.of(), List.of());

  /// The amounts that remain. Where the statements themselves break the constraint they stand, and
  /// the constraint is left aside.
  Amounts bound(Amounts amounts, Sheet sheet, String currency) {
    Amounts rest = amounts;
    for (NumberFact larger : notAbove) {
      Amounts other = larger.on(sheet, currency);
      if (rest.hasValue() && other.hasValue() && !other.mayNotApply()) {
        Exact most = other.most();
        rest = rest.least().isAbove(most) ? rest : rest.atMost(most);
      }
    }
    for (NumberFact smaller : notBelow) {
      Amounts other = smaller.on(sheet, currency);
      if (rest.hasValue() && other.hasValue() && !other.mayNotApply()) {
        Exact least = other.least();
        rest = least.isAbove(rest.most()) ? rest : rest.atLeast(least);
      }
    }
    return rest;
  }
}
