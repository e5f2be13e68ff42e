package org.parley.formats.parley.scale;

import java.util.List;
import java.util.Optional;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Mode;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Notes;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.Test;
import org.parley.formats.tree.Mark;

/// Reads a condition as about what the incident could have caused: every fact that can be stated as
/// potential is replaced by its potential self.
final class Potential {

  private final Draft draft;
  private final Mark mark;
  private boolean changed;

  /// @param mark where couplings that arise so are told
  Potential(Draft draft, Mark mark) {
    this.draft = draft;
    this.mark = mark;
  }

  /// The condition read so; empty where no fact in it can be stated as potential.
  Optional<Condition> of(Condition condition) {
    Condition read = read(condition);
    return changed ? Optional.of(read) : Optional.empty();
  }

  private Condition read(Condition condition) {
    return switch (condition) {
      case Condition.Passes(var quantity, var test, var whenUnknown, var notes) ->
          passes(quantity, test, whenUnknown, notes);
      case Condition.CountOf(var conditions, int atLeast, var wording, var notes) ->
          new Condition.CountOf(
              conditions.stream().map(this::read).toList(), atLeast, wording, notes);
      case Condition.NoneOf(var conditions, var notes) ->
          new Condition.NoneOf(conditions.stream().map(this::read).toList(), notes);
      case Condition.Named(String name, Condition body, var notes) ->
          new Condition.Named(name, read(body), notes);
      case Condition.Always always -> always;
    };
  }

  private Condition passes(
      Quantity quantity, Test test, Optional<Condition.Assumed> whenUnknown, Notes notes) {
    Quantity read = read(quantity);
    Test put = read(test, read);
    return new Condition.Passes(read, put, whenUnknown, notes);
  }

  private FactKey read(FactKey key) {
    if (key.mode() == Mode.POTENTIAL || !draft.fact(key).reach().potential()) {
      return key;
    }
    changed = true;
    return key.as(Mode.POTENTIAL);
  }

  private Quantity read(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Plain(FactKey key) -> new Quantity.Plain(read(key));
      case Quantity.Ratio(FactKey part, FactKey whole) -> {
        Quantity.Ratio ratio = new Quantity.Ratio(read(part), read(whole));
        draft.couplings().ratio(ratio.part(), ratio.whole(), mark);
        yield ratio;
      }
      case Quantity.Product(FactKey first, FactKey second) -> {
        Quantity.Product product = new Quantity.Product(read(first), read(second));
        draft.couplings().product(product.first(), product.second(), mark);
        yield product;
      }
      case Quantity.Span(FactKey from, FactKey to) -> new Quantity.Span(read(from), read(to));
      case Quantity.CodeCount(FactKey key, var among) -> new Quantity.CodeCount(read(key), among);
      case Quantity.ShareOfReference(FactKey key, var series) ->
          new Quantity.ShareOfReference(read(key), series);
      case Quantity.Named(String name, Quantity body, var instead) ->
          new Quantity.Named(
              name,
              read(body),
              instead.map(use -> new Quantity.Instead(read(use.quantity()), use.cite())));
    };
  }

  /// The whole of a share is what it is: turnover does not become potential.
  private Test read(Test test, Quantity quantity) {
    return switch (test) {
      case Test.CompareShare(var verb, var share, FactKey whole) -> {
        FactKey of = read(whole);
        draft.couplings().ratio(quantity.keys().getFirst(), of, mark);
        yield new Test.CompareShare(verb, share, of);
      }
      case Test.Bounds(var verb, boolean lowest, List<Test> bounds) ->
          new Test.Bounds(
              verb, lowest, bounds.stream().map(bound -> read(bound, quantity)).toList());
      case Test.Both(Test first, Test second) ->
          new Test.Both(read(first, quantity), read(second, quantity));
      case Test.Compare _, Test.OptionIn _, Test.HasAny _, Test.HasAll _, Test.Empty _ -> test;
    };
  }
}
