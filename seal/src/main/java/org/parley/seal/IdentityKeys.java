package org.parley.seal;

import java.security.PrivateKey;
import java.security.Provider;
import org.parley.core.directory.SigningCertificates;

/// The private halves by which a node speaks, with the certificates that others know.
///
/// @param classical may live in a token that never lets it out
/// @param classicalFrom the provider that signs with it
/// @param postQuantum in memory, wrapped at rest
/// @param log the separate key that signs checkpoints
public record IdentityKeys(
    SigningCertificates certificates,
    PrivateKey classical,
    Provider classicalFrom,
    PrivateKey postQuantum,
    LogKey log) {

  @Override
  public String toString() {
    return "identity keys " + certificates.fingerprint().brief();
  }
}
