package org.parley.formats.table;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How a register writes things, as far as its mapping says so.
///
/// @param zone of dates and times without one
/// @param dates which part of a date in digits comes first
/// @param decimals the sign before decimals
/// @param empty words that stand for an empty cell, without capitals
/// @param unknown words that say that a value is not known
/// @param notApplicable words that say that the question does not arise
/// @param symbols signs of currencies with their codes
record Habits(
    Optional<ZoneId> zone,
    Optional<Order> dates,
    Optional<Character> decimals,
    Set<String> empty,
    Set<String> unknown,
    Set<String> notApplicable,
    Map<String, String> symbols) {

  /// The order of day and month in a date such as 03/04/2026.
  enum Order {
    DAY_FIRST,
    MONTH_FIRST
  }
}
