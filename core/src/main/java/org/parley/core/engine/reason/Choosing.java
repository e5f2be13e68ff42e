package org.parley.core.engine.reason;

import java.util.List;
import org.parley.core.engine.block.Known;
import org.parley.core.engine.pocket.Gauge;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.outcome.Step;
import org.parley.core.outcome.Truth;
import org.parley.core.scale.Criterion;
import org.parley.core.terms.Exact;

/// Lets a criterion give an option or a score, where all that it asks is known.
sealed interface Choosing {

  Criterion criterion();

  /// All that the criterion can give, by number; empty where that is too much to write down.
  List<Given> all();

  /// What the criterion gives.
  ///
  /// @param steps takes the step
  Given choose(Sight sight, Step[] steps, int at);

  /// By the option of one fact.
  ///
  /// @param gauge tells the place of the option
  /// @param all by place, and last what counts where the fact does not apply
  record ByOption(Criterion criterion, Known known, Gauge gauge, List<Given> all)
      implements Choosing {
    @Override
    public Given choose(Sight sight, Step[] steps, int at) {
      int place = gauge.cell(sight.sheet());
      if (place < 0) {
        Amounts.none(sight.said(known), sight);
      }
      Given given = place < 0 ? all.getLast() : all.get(place);
      steps[at] = given.step();
      return given;
    }
  }

  /// By the gravest option of a set.
  ///
  /// @param gravestFirst places
  /// @param all by place, then what the empty set gives, and last what counts where the fact does
  ///   not apply
  record GravestOf(Criterion criterion, Known known, int[] gravestFirst, List<Given> all)
      implements Choosing {
    @Override
    public Given choose(Sight sight, Step[] steps, int at) {
      Given given = given(sight);
      steps[at] = given.step();
      return given;
    }

    private Given given(Sight sight) {
      Stated said = sight.said(known);
      if (!(said instanceof Stated.Exactly(Value.Options(long mask)))) {
        Amounts.none(said, sight);
        return all.getLast();
      }
      for (int place : gravestFirst) {
        if ((mask >> place & 1) == 1) {
          return all.get(place);
        }
      }
      return all.get(gravestFirst.length);
    }
  }

  /// By conditions.
  ///
  /// @param gravestFirst the conditions, that of the last option first
  /// @param all by place
  record ByCondition(Criterion criterion, Looking[] gravestFirst, List<Given> all)
      implements Choosing {
    @Override
    public Given choose(Sight sight, Step[] steps, int at) {
      Step[] parts = new Step[gravestFirst.length];
      int place = 0;
      for (int i = 0; i < parts.length; i++) {
        Step.Looked looked = gravestFirst[i].look(sight);
        parts[i] = looked;
        if (place == 0 && looked.truth() == Truth.HOLDS) {
          place = parts.length - i;
        }
      }
      Given given = all.get(place);
      steps[at] = given.with(parts);
      return given;
    }
  }

  /// By the sum of what holds.
  ///
  /// @param all by the mask of the conditions that hold
  record Sum(Criterion criterion, Exact[] adds, Looking[] when, List<Given> all)
      implements Choosing {
    @Override
    public Given choose(Sight sight, Step[] steps, int at) {
      Step[] parts = new Step[when.length];
      boolean[] holds = new boolean[when.length];
      int mask = 0;
      for (int i = 0; i < parts.length; i++) {
        Step.Looked looked = when[i].look(sight);
        parts[i] = looked;
        holds[i] = looked.truth() == Truth.HOLDS;
        mask |= holds[i] ? 1 << i : 0;
      }
      Given given =
          all.isEmpty() ? Given.score(criterion, total(adds, holds), Given.NOWHERE) : all.get(mask);
      steps[at] = given.with(parts);
      return given;
    }

    static Exact total(Exact[] adds, boolean[] holds) {
      Exact total = Exact.ZERO;
      for (int i = 0; i < adds.length; i++) {
        total = holds[i] ? total.plus(adds[i]) : total;
      }
      return total;
    }
  }
}
