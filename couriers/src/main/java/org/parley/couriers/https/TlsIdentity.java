package org.parley.couriers.https;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.parley.core.terms.Octets;
import org.parley.duties.port.UnreachableException;

/// What a node shows at the doors of others and at its own: a P-256 key and a certificate. The
/// first is signed by itself and nobody trusts it for that; the directory names the exact
/// certificate. Each later one is signed by the one before, so that who has not heard of it yet
/// lets it in.
///
/// It protects the way and nothing else: statements and receipts are signed with other keys.
///
/// @param before the certificates that came before it, the newest first; each has signed the one
///   after it
public record TlsIdentity(
    PrivateKey key, X509Certificate certificate, List<X509Certificate> before) {

  /// So many renewals can somebody have missed.
  static final int MOST_BEFORE = 4;

  private static final String KEY_FILE = "tls-key.der";

  /// Its certificate in a folder, in DER.
  public static final String CERTIFICATE_FILE = "tls-certificate.der";

  private static final String BEFORE_FILE = "tls-before.der";

  public TlsIdentity {
    before = List.copyOf(before);
  }

  /// @param name who it is for, such as `XA/csirt`
  public static TlsIdentity create(String name, Instant from, Duration valid) {
    KeyPair pair = newPair();
    X500Name subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
    return new TlsIdentity(
        pair.getPrivate(),
        signed(subject, from, valid, pair.getPublic(), pair.getPrivate()),
        List.of());
  }

  /// The one after this, for the same node; this one vouches for it.
  public TlsIdentity next(Instant from, Duration valid) {
    KeyPair pair = newPair();
    X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    return new TlsIdentity(
        pair.getPrivate(),
        signed(subject, from, valid, pair.getPublic(), key),
        Stream.concat(Stream.of(certificate), before.stream()).limit(MOST_BEFORE).toList());
  }

  private static KeyPair newPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("every Java platform makes P-256 keys", broken);
    }
  }

  private static X509Certificate signed(
      X500Name subject, Instant from, Duration valid, PublicKey of, PrivateKey by) {
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              subject,
              new BigInteger(127, new SecureRandom()).setBit(126),
              Date.from(from),
              Date.from(from.plus(valid)),
              subject,
              of);
      byte[] der =
          builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by)).getEncoded();
      return certificate(Octets.of(der));
    } catch (OperatorCreationException | IOException broken) {
      throw new IllegalStateException("every Java platform makes P-256 certificates", broken);
    }
  }

  /// The certificate in DER, as the directory has it.
  public Octets certificateOctets() {
    return der(certificate);
  }

  /// Writes key and certificate into a folder, for its owner alone.
  public void save(Path folder) {
    try {
      Files.createDirectories(folder);
      write(folder.resolve(KEY_FILE), key.getEncoded());
      write(folder.resolve(BEFORE_FILE), beforeOctets());
      write(folder.resolve(CERTIFICATE_FILE), certificateOctets().toArray());
    } catch (IOException failed) {
      throw new UnreachableException("the TLS key cannot be kept in " + folder, failed);
    }
  }

  private byte[] beforeOctets() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    before.forEach(each -> all.writeBytes(der(each).toArray()));
    return all.toByteArray();
  }

  private static Octets der(X509Certificate certificate) {
    try {
      return Octets.of(certificate.getEncoded());
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("a certificate that was read can be written", broken);
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
          key,
          certificate(Octets.of(Files.readAllBytes(folder.resolve(CERTIFICATE_FILE)))),
          before(folder.resolve(BEFORE_FILE)));
    } catch (IOException | GeneralSecurityException failed) {
      throw new UnreachableException("the TLS key cannot be read from " + folder, failed);
    }
  }

  private static List<X509Certificate> before(Path file)
      throws IOException, GeneralSecurityException {
    if (!Files.exists(file)) {
      return List.of();
    }
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))
        .stream()
        .map(X509Certificate.class::cast)
        .toList();
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
