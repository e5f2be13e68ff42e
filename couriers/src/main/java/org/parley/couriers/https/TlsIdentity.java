package org.parley.couriers.https;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.parley.core.terms.Octets;
import org.parley.duties.port.UnreachableException;

/// What a node shows at the doors of others and at its own: a P-256 key and a certificate it signed
/// itself. Nobody trusts it for its signature; the directory names the exact certificate.
///
/// It protects the way and nothing else: statements and receipts are signed with other keys.
public record TlsIdentity(PrivateKey key, X509Certificate certificate) {

  private static final String KEY_FILE = "tls-key.der";
  private static final String CERTIFICATE_FILE = "tls-certificate.der";

  /// @param name who it is for, such as `XA/csirt`
  public static TlsIdentity create(String name, Instant from, Duration valid) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      var subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              subject,
              new BigInteger(127, new SecureRandom()).setBit(126),
              Date.from(from),
              Date.from(from.plus(valid)),
              subject,
              pair.getPublic());
      byte[] der =
          builder
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
              .getEncoded();
      return new TlsIdentity(pair.getPrivate(), certificate(Octets.of(der)));
    } catch (GeneralSecurityException | OperatorCreationException | IOException broken) {
      throw new IllegalStateException("every Java platform makes P-256 certificates", broken);
    }
  }

  /// The certificate in DER, as the directory has it.
  public Octets certificateOctets() {
    try {
      return Octets.of(certificate.getEncoded());
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("a certificate that was read can be written", broken);
    }
  }

  /// Writes key and certificate into a folder, for its owner alone.
  public void save(Path folder) {
    try {
      Files.createDirectories(folder);
      write(folder.resolve(KEY_FILE), key.getEncoded());
      write(folder.resolve(CERTIFICATE_FILE), certificateOctets().toArray());
    } catch (IOException failed) {
      throw new UnreachableException("the TLS key cannot be kept in " + folder, failed);
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    try (FileChannel channel =
        FileChannel.open(
            draft,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Reads what [#save] wrote.
  public static TlsIdentity load(Path folder) {
    try {
      PrivateKey key =
          KeyFactory.getInstance("EC")
              .generatePrivate(
                  new PKCS8EncodedKeySpec(Files.readAllBytes(folder.resolve(KEY_FILE))));
      return new TlsIdentity(
          key, certificate(Octets.of(Files.readAllBytes(folder.resolve(CERTIFICATE_FILE)))));
    } catch (IOException | GeneralSecurityException failed) {
      throw new UnreachableException("the TLS key cannot be read from " + folder, failed);
    }
  }

  /// Reads a certificate in DER.
  public static X509Certificate certificate(Octets der) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der.toArray()));
    } catch (GeneralSecurityException wrong) {
      throw new IllegalArgumentException("not an X.509 certificate in DER", wrong);
    }
  }

  /// Never the key.
  @Override
  public String toString() {
    return "TLS identity " + certificate.getSubjectX500Principal();
  }
}
