package org.parley.core.engine.drawing;

import java.util.function.BinaryOperator;
import org.parley.core.terms.Exact;

/// A score on the way to a verdict.
sealed interface Amount {

  record Of(Exact value) implements Amount {}

  /// There is no score, because a fact does not apply. Which criteria refuse is not carried along:
  /// every combination of them would be a value of its own.
  record Refused() implements Amount {}

  Refused REFUSED = new Refused();

  static Amount of(long whole) {
    return new Of(Exact.of(whole));
  }

  /// The operation on two scores; refused where one of them is.
  static Amount combine(Amount one, Amount other, BinaryOperator<Exact> operation) {
    return one instanceof Of(Exact left) && other instanceof Of(Exact right)
        ? new Of(operation.apply(left, right))
        : REFUSED;
  }
}
