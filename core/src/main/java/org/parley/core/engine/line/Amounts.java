package org.parley.core.engine.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.terms.Exact;

/// What a numeric fact may be by one sheet.
///
/// @param mayNotApply whether the question may not arise
/// @param parts the amounts that are possible; no two parts have the same unit
public record Amounts(boolean mayNotApply, List<Part> parts) {

  /// Whole numbers of one unit.
  ///
  /// @param unit the value of one in the natural unit of the fact, above zero; for money in the
  ///   currency in which the scale compares
  public record Part(Exact unit, Ranges units) {

    public Exact least() {
      return unit.times(Exact.of(units.min()));
    }

    public Exact most() {
      return unit.times(Exact.of(units.max()));
    }
  }

  public static final Amounts NONE = new Amounts(false, List.of());

  /// Whether some amount is possible.
  public boolean hasValue() {
    return !parts.isEmpty();
  }

  public Exact least() {
    return parts.stream().map(Part::least).min(Exact::compareTo).orElseThrow();
  }

  public Exact most() {
    return parts.stream().map(Part::most).max(Exact::compareTo).orElseThrow();
  }

  /// These amounts and those of another part.
  public Amounts or(Part more) {
    if (more.units().isEmpty()) {
      return this;
    }
    List<Part> all = new ArrayList<>(parts);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).unit().equals(more.unit())) {
        all.set(i, new Part(more.unit(), all.get(i).units().or(more.units())));
        return new Amounts(mayNotApply, all);
      }
    }
    all.add(more);
    return new Amounts(mayNotApply, all);
  }

  /// The same, and perhaps not applicable.
  public Amounts orNotApplicable() {
    return new Amounts(true, parts);
  }

  /// The amounts between two cuts; always applicable.
  public Amounts between(Optional<Cut> from, Optional<Cut> to) {
    Amounts rest = NONE;
    for (Part part : parts) {
      rest = rest.or(new Part(part.unit(), part.units().and(Cut.between(from, to, part.unit()))));
    }
    return rest;
  }

  /// The amounts that are not above a bound.
  public Amounts atMost(Exact bound) {
    Amounts rest = between(Optional.empty(), Optional.of(Cut.after(bound)));
    return mayNotApply ? rest.orNotApplicable() : rest;
  }

  /// The amounts that are not below a bound.
  public Amounts atLeast(Exact bound) {
    Amounts rest = between(Optional.of(Cut.before(bound)), Optional.empty());
    return mayNotApply ? rest.orNotApplicable() : rest;
  }
}
