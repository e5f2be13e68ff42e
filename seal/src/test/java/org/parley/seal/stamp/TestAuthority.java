package org.parley.seal.stamp;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;
import org.parley.core.terms.Octets;
import org.parley.seal.Crypto;
import org.parley.seal.Nodes;

/// A time-stamp authority of our own on the loopback.
public final class TestAuthority implements AutoCloseable {

  private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.2.3.4.1");

  private final KeyPair keys = Crypto.newP256();
  private final X509CertificateHolder certificate;
  private final HttpServer server;
  private long serial;

  /// What is sent instead of an honest answer, if anything.
  private byte[] instead = new byte[0];

  public TestAuthority() {
    try {
      certificate = certify();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            byte[] answer = instead.length > 0 ? instead : answer(asked).getEncoded();
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
          });
      server.start();
    } catch (IOException | OperatorCreationException broken) {
      throw new IllegalStateException(broken);
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
  }

  /// Its certificate in DER.
  public Octets certificate() {
    try {
      return Octets.of(certificate.getEncoded());
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  void sendInstead(byte[] answer) {
    instead = answer;
  }

  TimeStampResponse answer(byte[] asked) throws IOException {
    try {
      TimeStampRequest request = new TimeStampRequest(asked);
      DigestCalculatorProvider digests =
          new JcaDigestCalculatorProviderBuilder().setProvider(Crypto.PROVIDER).build();
      TimeStampTokenGenerator tokens =
          new TimeStampTokenGenerator(
              new JcaSignerInfoGeneratorBuilder(digests).build(signer(), certificate),
              digests.get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)),
              POLICY);
      tokens.addCertificates(new CollectionStore<>(List.of(certificate)));
      return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
          .generate(request, BigInteger.valueOf(++serial), Date.from(Instant.now()));
    } catch (TSPException | OperatorCreationException broken) {
      throw new IOException(broken);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private ContentSigner signer() throws OperatorCreationException {
    return new JcaContentSignerBuilder("SHA256withECDSA")
        .setProvider(Crypto.PROVIDER)
        .build(keys.getPrivate());
  }

  private X509CertificateHolder certify() throws IOException, OperatorCreationException {
    X500Name name = new X500Name("CN=Time-stamp authority of the tests");
    return new X509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            Date.from(Nodes.FROM),
            Date.from(Nodes.UNTIL),
            name,
            SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()))
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
        .addExtension(
            Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
        .build(signer());
  }
}
