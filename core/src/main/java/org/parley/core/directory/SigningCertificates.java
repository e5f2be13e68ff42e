package org.parley.core.directory;

import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// What others need to check a node's signatures: two X.509 certificates in DER, and both must
/// count.
///
/// @param classical ECDSA P-256
/// @param postQuantum ML-DSA-65
public record SigningCertificates(Octets classical, Octets postQuantum) {

  /// What people compare over a second channel: the digest of both certificates, one after the
  /// other.
  public Digest fingerprint() {
    byte[] both = new byte[classical.size() + postQuantum.size()];
    System.arraycopy(classical.toArray(), 0, both, 0, classical.size());
    System.arraycopy(postQuantum.toArray(), 0, both, classical.size(), postQuantum.size());
    return Digest.of(both);
  }
}
