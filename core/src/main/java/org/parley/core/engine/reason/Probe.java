package org.parley.core.engine.reason;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.core.engine.block.Exchange;
import org.parley.core.engine.block.Facts;
import org.parley.core.engine.block.Known;
import org.parley.core.engine.formula.Atom;
import org.parley.core.engine.formula.Measure;
import org.parley.core.engine.line.Cut;
import org.parley.core.engine.pocket.Gauge;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Value;
import org.parley.core.terms.Exact;

/// One test put to a sheet. One class for all tests, like the gauge that it reads by.
///
/// @param gauge tells where one fact alone is stated plainly
/// @param holding the cell of the gauge in which the test holds
/// @param amounts for numbers what tells where the gauge does not
record Probe(Known known, Gauge gauge, int holding, @Nullable Amounts amounts) {

  static Probe of(Atom atom, Facts facts, Exchange exchange) {
    Known known = facts.known(atom.keys().getFirst());
    FactKey key = known.key();
    Optional<Value> baseline = known.fact().baseline();
    return switch (atom) {
      case Atom.Among(_, var places) -> {
        int[] cells = new int[known.fact().type().optionNames().size()];
        for (int place : places) {
          cells[place] = 1;
        }
        yield new Probe(known, Gauge.ofOption(key, baseline, cells), 1, null);
      }
      case Atom.HasAny(_, long mask) ->
          new Probe(known, Gauge.ofSet(Gauge.Kind.SOME, key, baseline, mask), 1, null);
      case Atom.HasAll(_, long mask) ->
          new Probe(known, Gauge.ofSet(Gauge.Kind.SOME_OR_ALL, key, baseline, mask), 2, null);
      case Atom.Applies _ ->
          new Probe(known, Gauge.ofSet(Gauge.Kind.SET, key, baseline, 0), 1, null);
      case Atom.Within within ->
          new Probe(known, gauge(within, known), 1, Amounts.of(within, facts, exchange));
    };
  }

  private static Gauge gauge(Atom.Within within, Known known) {
    if (!(within.measure() instanceof Measure.OfFact)
        || known.fact().type() instanceof FactType.Share) {
      return Gauge.ofMore(known.key());
    }
    Exact quantum = known.fact().type().quantumOrOne();
    long[] cuts =
        Stream.concat(within.from().stream(), within.to().stream())
            .mapToLong(bound -> new Cut(bound.at(), bound.after()).firstBeyond(quantum))
            .toArray();
    int[] cells = new int[cuts.length + 1];
    cells[within.from().isPresent() ? 1 : 0] = 1;
    return Gauge.ofNumber(
        known.key(), known.fact().baseline(), cells, cuts, within.currency().orElse(""));
  }

  boolean holds(Sight sight) {
    int cell = gauge.cell(sight.sheet());
    if (cell >= 0) {
      return cell == holding;
    }
    return amounts == null ? Amounts.none(sight.said(known), sight) : amounts.holds(sight);
  }
}
