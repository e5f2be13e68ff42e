package org.parley.duties.port;

import org.parley.core.journal.Ed25519;
import org.parley.core.terms.Octets;

/// Signs with the key of our log what the log says of itself and what we have seen of other logs,
/// and checks such signatures of others. The key is not the identity key, which names it in the
/// directory.
public interface LogSeal extends Ed25519, Ed25519.Signer {

  /// The 32 octets of our log's public key.
  Octets publicKey();
}
