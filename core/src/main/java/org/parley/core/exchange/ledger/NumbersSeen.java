package org.parley.core.exchange.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.core.exchange.SeriesNumber;
import org.parley.core.terms.Digest;

/// The numbers that one office has used towards us in one realm, over all conversations, so that
/// two statements under one number are noticed wherever they came.
///
/// @param first the statement that came first under each number
public record NumbersSeen(Map<SeriesNumber, Digest> first) {

  public static final NumbersSeen NONE = new NumbersSeen(Map.of());

  public NumbersSeen {
    first = Map.copyOf(first);
  }

  /// Another statement under the same number, if there is one.
  public Optional<Digest> other(SeriesNumber number, Digest statement) {
    return Optional.ofNullable(first.get(number)).filter(seen -> !seen.equals(statement));
  }

  public NumbersSeen with(SeriesNumber number, Digest statement) {
    Map<SeriesNumber, Digest> more = new HashMap<>(first);
    more.putIfAbsent(number, statement);
    return new NumbersSeen(more);
  }
}
