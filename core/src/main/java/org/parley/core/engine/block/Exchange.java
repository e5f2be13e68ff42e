package org.parley.core.engine.block;

import java.util.Optional;
import org.parley.core.scale.ScaleEdition.Rates;
import org.parley.core.terms.Exact;

/// Exact conversion of money under the rate table that an edition names, if it names one.
public record Exchange(Optional<Rates> rates) {

  /// What one unit of the first currency is worth in the second; empty where no rate is known.
  public Optional<Exact> rate(String from, String to) {
    if (from.equals(to)) {
      return Optional.of(Exact.ONE);
    }
    return perEuro(from).flatMap(base -> perEuro(to).map(target -> target.dividedBy(base)));
  }

  private Optional<Exact> perEuro(String currency) {
    return rates.flatMap(table ->
        currency.equals("EUR")
            ? Optional.of(Exact.ONE)
            : Optional.ofNullable(table.perEuro().get(currency)));
  }
}
