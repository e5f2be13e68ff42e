package org.parley.core.exchange.ledger;

import org.parley.core.directory.OfficeId;

/// Who acts: an office, and a token for the person in it.
///
/// @param token tells two persons of the office apart and names neither; names stay outside the
///   ledger; 1 to 100 characters
public record Hand(OfficeId office, String token) {

  public Hand {
    if (token.isBlank() || token.length() > 100) {
      throw new IllegalArgumentException("a token has 1 to 100 characters");
    }
  }
}
