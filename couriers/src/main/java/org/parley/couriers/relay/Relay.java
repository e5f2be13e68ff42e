package org.parley.couriers.relay;

import java.net.URI;
import java.security.cert.X509Certificate;
import org.parley.core.terms.Octets;
import org.parley.couriers.https.TlsIdentity;

/// Where a relay is, and the one certificate it may show; the key of that certificate signs its
/// custody receipts too.
///
/// @param address scheme `https`, host and port; no path
/// @param certificate X.509 in DER
public record Relay(URI address, Octets certificate) {

  public Relay {
    if (!"https".equals(address.getScheme()) || address.getHost() == null) {
      throw new IllegalArgumentException("a relay has an https address: " + address);
    }
  }

  X509Certificate x509() {
    return TlsIdentity.certificate(certificate);
  }
}
