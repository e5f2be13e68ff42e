package org.parley.core.engine.block;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.parley.core.engine.formula.Atom;
import org.parley.core.engine.formula.Measure;
import org.parley.core.engine.line.Cut;
import org.parley.core.engine.line.Ranges;
import org.parley.core.terms.Exact;

/// The line of one measure, with the cuts that tests make on it.
///
/// Position 0 stands for "no value" (not applicable, or a ratio with nothing to divide by);
/// positions 1 to n + 1 are the stretches before, between and after the n cuts. On the axis of a
/// ratio two more stand for a whole of zero: with a part of zero, and with a part above zero.
public final class Axis {

  public static final int NO_VALUE = 0;

  private final Measure measure;
  private final Function<Atom.Within, Exact> scale;
  private final List<Cut> cuts;

  /// @param tests all tests on the measure
  /// @param scale what the bounds of a test are multiplied by: for money, the rate into the
  ///   currency of the axis
  public Axis(Measure measure, Collection<Atom.Within> tests, Function<Atom.Within, Exact> scale) {
    this.measure = measure;
    this.scale = scale;
    this.cuts =
        tests.stream()
            .flatMap(test ->
                Stream.concat(test.from().stream(), test.to().stream())
                    .map(bound -> cut(bound, test)))
            .distinct()
            .sorted()
            .toList();
  }

  /// A line without cuts.
  public static Axis plain(Measure measure) {
    return new Axis(measure, List.of(), _ -> Exact.ONE);
  }

  private Cut cut(Atom.Bound bound, Atom.Within test) {
    return new Cut(bound.at().times(scale.apply(test)), bound.after());
  }

  public Measure measure() {
    return measure;
  }

  public List<Cut> cuts() {
    return cuts;
  }

  int positions() {
    return cuts.size() + (measure instanceof Measure.OfRatio ? 4 : 2);
  }

  int noneOverZero() {
    return cuts.size() + 2;
  }

  int someOverZero() {
    return cuts.size() + 3;
  }

  boolean isOverZero(int position) {
    return position > cuts.size() + 1;
  }

  /// The cut at which the stretch begins.
  public Optional<Cut> from(int position) {
    return position >= 2 ? Optional.of(cuts.get(position - 2)) : Optional.empty();
  }

  /// The cut at which the stretch ends.
  public Optional<Cut> to(int position) {
    return position <= cuts.size() ? Optional.of(cuts.get(position - 1)) : Optional.empty();
  }

  /// The numbers of units of the stretch.
  public Ranges units(int position, Exact unit) {
    return Cut.between(from(position), to(position), unit);
  }

  int positionOf(Exact value) {
    int position = 1;
    while (position <= cuts.size() && cuts.get(position - 1).isPassedBy(value)) {
      position++;
    }
    return position;
  }

  boolean passes(Atom.Within test, int position) {
    if (position == NO_VALUE) {
      return false;
    }
    if (isOverZero(position)) {
      return switch (test.overZero()) {
        case FAILS -> false;
        case HOLDS -> true;
        case HOLDS_ABOVE_ZERO -> position == someOverZero();
      };
    }
    return test.from().map(bound -> position > place(bound, test)).orElse(true)
        && test.to().map(bound -> position <= place(bound, test)).orElse(true);
  }

  private int place(Atom.Bound bound, Atom.Within test) {
    return cuts.indexOf(cut(bound, test)) + 1;
  }
}
