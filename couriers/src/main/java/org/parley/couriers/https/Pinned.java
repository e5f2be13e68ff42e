package org.parley.couriers.https;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.parley.core.terms.Octets;

/// Accepts exactly the certificates that somebody knows, and those that have been signed by one of
/// them: a node that renews its certificate has the one before vouch for it until everybody has
/// heard. All within their dates. Names prove nothing here, and no other signature does; who holds
/// the key is what the handshake proves.
final class Pinned extends X509ExtendedTrustManager {

  private final Predicate<Octets> known;

  Pinned(Predicate<Octets> known) {
    this.known = known;
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    if (chain.length == 0) {
      throw new CertificateException("no certificate was shown");
    }
    if (find(chain, known).isEmpty()) {
      throw new CertificateException("the directory does not name this certificate");
    }
  }

  /// The certificate of a chain that is known: the first, or one that has vouched for it.
  ///
  /// @throws CertificateException where one of them does not hold now
  static Optional<Octets> find(X509Certificate[] chain, Predicate<Octets> known)
      throws CertificateException {
    for (int at = 0; at < chain.length && at <= TlsIdentity.MOST_BEFORE; at++) {
      chain[at].checkValidity();
      Octets certificate = Octets.of(chain[at].getEncoded());
      if (known.test(certificate)) {
        return Optional.of(certificate);
      }
      if (at + 1 < chain.length && !isSigned(chain[at], chain[at + 1])) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isSigned(X509Certificate certificate, X509Certificate by) {
    try {
      certificate.verify(by.getPublicKey());
      return true;
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
