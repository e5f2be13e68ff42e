package org.parley.formats.table;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Stated;

/// What one column is.
///
/// @param column its header, or `@` and its letters
/// @param fact the fact that its cells state; empty where the column is kept and not read
/// @param form how its cells are written
/// @param kept why it is kept and not read
record ColumnRule(String column, Optional<Target> fact, Form form, Optional<String> kept) {

  /// @param key what exactly a cell states something about
  /// @param values what certain words state, by the word without capitals
  record Target(FactKey key, Fact fact, Map<String, Stated> values) {}

  /// @param unit of numbers: `h` for durations, `thousand` for counts and money
  /// @param currency of amounts
  /// @param currencyFrom the column that holds the currency
  /// @param separator between the items of a cell
  /// @param date how dates are written, such as `dd.MM.yyyy HH:mm`
  /// @param ignore words that may stand beside a number and mean nothing, without capitals
  record Form(
      Optional<String> unit,
      Optional<String> currency,
      Optional<String> currencyFrom,
      Optional<String> separator,
      Optional<String> date,
      Set<String> ignore) {}
}
