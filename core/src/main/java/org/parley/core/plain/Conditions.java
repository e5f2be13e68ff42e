package org.parley.core.plain;

import java.util.List;
import org.parley.core.outcome.Step;
import org.parley.core.outcome.Truth;
import org.parley.core.scale.Condition;

/// Looks at conditions and keeps what was seen.
final class Conditions {

  private final Tests tests;

  Conditions(FactReader facts) {
    this.tests = new Tests(facts);
  }

  Step.Looked look(Condition condition) {
    return switch (condition) {
      case Condition.Passes passes -> looked(condition, tests.put(passes), List.of());
      case Condition.CountOf(var conditions, int atLeast, _, _) -> {
        List<Step.Looked> parts = conditions.stream().map(this::look).toList();
        yield looked(condition, Truth.count(truths(parts), atLeast), parts);
      }
      case Condition.NoneOf(var conditions, _) -> {
        List<Step.Looked> parts = conditions.stream().map(this::look).toList();
        yield looked(condition, Truth.count(truths(parts), 1).negated(), parts);
      }
      case Condition.Named(_, Condition body, _) -> {
        Step.Looked part = look(body);
        yield looked(condition, part.truth(), List.of(part));
      }
      case Condition.Always(boolean holds, _) -> looked(condition, Truth.of(holds), List.of());
    };
  }

  private static Step.Looked looked(Condition condition, Truth truth, List<Step.Looked> parts) {
    return new Step.Looked(condition, truth, List.copyOf(parts));
  }

  private static List<Truth> truths(List<Step.Looked> parts) {
    return parts.stream().map(Step.Looked::truth).toList();
  }
}
