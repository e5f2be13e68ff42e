package org.parley.couriers.mail;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/// Our key for S/MIME with its certificate.
public record SmimeKey(PrivateKey key, X509Certificate certificate) {

  /// Never the key.
  @Override
  public String toString() {
    return "S/MIME key of " + certificate.getSubjectX500Principal();
  }
}
