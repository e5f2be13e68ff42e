package org.parley.cli.incident;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.parley.cli.ExitStatus;
import org.parley.core.issue.IssueCode;

/// Whose word is taken for who a node is.
final class Trust {

  private Trust() {}

  /// The machine's own authorities, or those of a PEM file alone.
  static SSLContext of(Optional<Path> file) throws Refusal {
    try {
      if (file.isEmpty()) {
        return SSLContext.getDefault();
      }
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      int number = 0;
      try (InputStream in = Files.newInputStream(file.get())) {
        for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
          trusted.setCertificateEntry("authority-" + number++, each);
        }
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException unfit) {
      throw new Refusal(
          ExitStatus.NO_INPUT,
          IssueCode.CERTIFICATE_UNKNOWN,
          "--ca",
          "the file holds no certificates that can be read",
          "name a file with certificates in PEM form");
    }
  }
}
