package org.parley.core.exchange.carriage;

import java.util.List;
import org.parley.core.terms.Realm;

/// A word from the receiving end of a link: these slips have not come, and later ones have.
///
/// @param realm of the link
/// @param numbers of the slips, at least one
public record ResendRequest(Realm realm, List<Long> numbers) {

  /// More are asked for with the next request.
  public static final int MOST = 50;

  public ResendRequest {
    numbers = List.copyOf(numbers);
    if (numbers.isEmpty() || numbers.size() > MOST || numbers.stream().anyMatch(each -> each < 1)) {
      throw new IllegalArgumentException("one to " + MOST + " numbers, counted from 1");
    }
  }
}
