package org.parley.core.engine.drawing;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.parley.core.terms.Exact;

/// A score on the way to a verdict.
sealed interface Amount {

  record Of(Exact value) implements Amount {}

  /// There is no score, because of these criteria.
  record Refused(SortedSet<String> criteria) implements Amount {
    static Refused by(String criterion) {
      return new Refused(new TreeSet<>(java.util.List.of(criterion)));
    }
  }

  static Amount of(long whole) {
    return new Of(Exact.of(whole));
  }

  /// The operation on two scores; refused where one of them is.
  static Amount combine(Amount one, Amount other, BinaryOperator<Exact> operation) {
    return switch (one) {
      case Of(Exact left) ->
          switch (other) {
            case Of(Exact right) -> new Of(operation.apply(left, right));
            case Refused refused -> refused;
          };
      case Refused(SortedSet<String> criteria) ->
          switch (other) {
            case Of _ -> one;
            case Refused(SortedSet<String> more) -> {
              SortedSet<String> both = new TreeSet<>(criteria);
              both.addAll(more);
              yield new Refused(both);
            }
          };
    };
  }
}
