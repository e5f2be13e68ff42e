package org.parley.core.journal;

import org.parley.core.terms.Octets;

/// The one operation on signatures that the journal needs; the mathematics lives elsewhere.
@FunctionalInterface
public interface Ed25519 {

  /// Whether the signature by this public key covers the message; no where either is malformed.
  boolean verifies(Octets publicKey, Octets message, Octets signature);

  /// Makes a signature by one key that the caller does not see.
  @FunctionalInterface
  interface Signer {
    Octets sign(Octets message);
  }
}
