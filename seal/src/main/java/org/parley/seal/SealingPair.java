package org.parley.seal;

import java.security.PrivateKey;
import org.parley.core.directory.SealingKeys;

/// A period's keys with their private halves.
public record SealingPair(SealingKeys known, PrivateKey ecdh, PrivateKey mlKem) {

  @Override
  public String toString() {
    return "sealing pair " + known.period();
  }
}
