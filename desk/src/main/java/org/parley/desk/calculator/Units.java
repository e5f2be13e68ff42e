package org.parley.desk.calculator;

import java.util.List;
import java.util.Map;

/// The units that a form offers, and what answers call them.
final class Units {

  /// Spans of time, shortest first; what one stands for in an ISO 8601 duration.
  static final List<String> TIME = List.of("minute", "hour", "day");

  static final Map<String, Long> SECONDS = Map.of("minute", 60L, "hour", 3_600L, "day", 86_400L);

  /// Currencies of the States whose scales name amounts, the first preselected; any other is
  /// written into the answer itself.
  static final List<String> MONEY = List.of("EUR", "GBP", "USD", "CHF", "NOK", "SEK", "TRY", "RUB");

  private Units() {}
}
