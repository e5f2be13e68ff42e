package org.parley.seal;

import org.parley.core.terms.Octets;
import org.parley.duties.port.LogSeal;

/// The log's side of the seal: our own Ed25519 key, and the check of others'.
public record OwnLog(LogKey key) implements LogSeal {

  @Override
  public Octets publicKey() {
    return key.publicKey();
  }

  @Override
  public Octets sign(Octets message) {
    return key.sign(message);
  }

  @Override
  public boolean verifies(Octets publicKey, Octets message, Octets signature) {
    return LogKey.verifies(publicKey, message, signature);
  }
}
