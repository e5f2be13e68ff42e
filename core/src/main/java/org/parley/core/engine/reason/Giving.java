package org.parley.core.engine.reason;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.core.engine.block.Known;
import org.parley.core.engine.pocket.Gauge;
import org.parley.core.outcome.Step;
import org.parley.core.outcome.Truth;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Levels;
import org.parley.core.terms.Citation;

/// Lets a rule give its grade, where all that it asks is known.
sealed interface Giving {

  Step.Gave give(Sight sight);

  /// Always the same.
  record Fixed(Step.Gave gave) implements Giving {
    @Override
    public Step.Gave give(Sight sight) {
      return gave;
    }
  }

  /// The first row that holds.
  record Ladder(Row[] rows, List<Grade> otherwise, Optional<Citation> cite) implements Giving {
    @Override
    public Step.Gave give(Sight sight) {
      Step[] parts = new Step[rows.length];
      List<Grade> possible = null;
      for (int i = 0; i < parts.length && !sight.isUntold(); i++) {
        Step.Gave row = rows[i].give(sight);
        parts[i] = row;
        if (possible == null && !row.possible().isEmpty()) {
          possible = row.possible();
        }
      }
      return new Step.Gave(
          "ladder",
          possible == null ? otherwise : possible,
          Optional.empty(),
          cite,
          sight.isUntold() ? List.of() : List.of(parts));
    }
  }

  /// A condition that gives a grade where it holds, and nothing where not.
  record Row(String place, List<Grade> grade, Optional<Citation> cite, Looking when) {
    Step.Gave give(Sight sight) {
      Step.Looked looked = when.look(sight);
      List<Grade> gives = looked.truth() == Truth.HOLDS ? grade : List.of();
      return new Step.Gave(place, gives, Optional.empty(), cite, List.of(looked));
    }
  }

  /// A score in bands.
  record Banding(String place, Choosing[] criteria, Totals totals, Optional<Citation> cite)
      implements Giving {
    @Override
    public Step.Gave give(Sight sight) {
      Step[] parts = new Step[criteria.length];
      int sum = 0;
      for (int i = 0; i < parts.length; i++) {
        sum += totals.addend(i, criteria[i].choose(sight, parts, i));
      }
      Totals.Banded known = totals.at(sum);
      Totals.Banded banded = known == null ? totals.make(sum, given(sight)) : known;
      return new Step.Gave(place, banded.possible(), banded.score(), cite, List.of(parts));
    }

    private Given[] given(Sight sight) {
      Step[] parts = new Step[criteria.length];
      Given[] given = new Given[criteria.length];
      for (int i = 0; i < given.length; i++) {
        given[i] = criteria[i].choose(sight, parts, i);
      }
      return given;
    }
  }

  /// A cell of a matrix.
  record Matrix(Choosing[] criteria, int[] strides, Cell[] cells, Cell refused) implements Giving {
    @Override
    public Step.Gave give(Sight sight) {
      Step[] parts = new Step[criteria.length];
      int index = 0;
      boolean refuses = false;
      for (int i = 0; i < parts.length; i++) {
        int place = criteria[i].choose(sight, parts, i).place();
        refuses |= place < 0;
        index += place * strides[i];
      }
      Cell cell = refuses ? refused : cells[index];
      return new Step.Gave(
          "matrix", cell.possible(), Optional.empty(), cell.cite(), List.of(parts));
    }
  }

  /// One of the cells.
  ///
  /// @param possible one grade; none where the matrix is refused
  record Cell(List<Grade> possible, Optional<Citation> cite) {}

  /// The gravest of several dimensions.
  record Gravest(String[] places, Giving[] dimensions, Levels levels, Optional<Citation> cite)
      implements Giving {
    @Override
    public Step.Gave give(Sight sight) {
      Step[] parts = new Step[dimensions.length];
      List<Grade> possible = List.of(Grade.OUT_OF_SCOPE);
      for (int i = 0; i < parts.length; i++) {
        Step.Gave gave = dimensions[i].give(sight);
        parts[i] = under(places[i], gave);
        possible = graver(gave.possible(), possible);
      }
      return new Step.Gave("gravest-of", possible, Optional.empty(), cite, List.of(parts));
    }

    private List<Grade> graver(List<Grade> one, List<Grade> other) {
      if (one.isEmpty() || other.isEmpty()) {
        return List.of();
      }
      Grade grade = one.getFirst();
      return levels.graver(grade, other.getFirst()).equals(grade) ? one : other;
    }
  }

  /// A rule behind a condition.
  record Gate(Looking gate, List<Grade> closed, Giving open, Optional<Citation> cite)
      implements Giving {
    @Override
    public Step.Gave give(Sight sight) {
      Step.Looked looked = gate.look(sight);
      if (looked.truth() != Truth.HOLDS) {
        return new Step.Gave("gate", closed, Optional.empty(), cite, List.of(looked));
      }
      Step.Gave gave = open.give(sight);
      return new Step.Gave("gate", gave.possible(), gave.score(), cite, List.of(looked, gave));
    }
  }

  /// One rule for each option of a fact.
  ///
  /// @param gauge tells the place of the option
  /// @param names of the cases, by place
  /// @param cases by place; null where none is laid down
  /// @param notApplicable the case of a fact that does not apply
  record ByOption(
      Known known,
      Gauge gauge,
      String[] names,
      @Nullable Giving[] cases,
      Step.Gave otherwise,
      Step.Gave notApplicable,
      Optional<Citation> cite)
      implements Giving {
    @Override
    public Step.Gave give(Sight sight) {
      int place = gauge.cell(sight.sheet());
      if (place < 0) {
        Amounts.none(sight.said(known), sight);
        return given(notApplicable);
      }
      Giving chosen = cases[place];
      return given(under(names[place], chosen == null ? otherwise : chosen.give(sight)));
    }

    private Step.Gave given(Step.Gave chosen) {
      return new Step.Gave("by-option", chosen.possible(), Optional.empty(), cite, List.of(chosen));
    }
  }

  /// The same step at another place of the rule.
  static Step.Gave under(String place, Step.Gave gave) {
    return new Step.Gave(place, gave.possible(), gave.score(), gave.cite(), gave.parts());
  }
}
