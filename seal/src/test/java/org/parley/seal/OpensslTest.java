package org.parley.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.operator.OperatorCreationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.directory.SealingKeys;
import org.parley.core.terms.Octets;

/// Our formats are the standards': openssl reads what we write, as far as it knows the algorithms,
/// and we read what it writes.
class OpensslTest {

  private static final Octets CONTENT = Octets.of("content, öäü\nsecond line\r\n");

  private final SoftwareKeyRing ring = SoftwareKeyRing.inMemory();
  private final CmsSeal seal = CmsSeal.with(Nodes.identity("alpha"), ring);
  private final SealingKeys week = ring.create("2026-W48", Nodes.FROM, Nodes.UNTIL);

  @TempDir private Path folder;

  @BeforeEach
  void prepare() throws IOException {
    Tool.need("openssl");
    write("identity.pem", pem("CERTIFICATE", seal.certificates().classical().toArray()));
    write("ecdh.pem", pem("PRIVATE KEY", ring.pairs().getFirst().ecdh().getEncoded()));
    write("content", CONTENT.toArray());
  }

  @Test
  void opensslVerifiesOurClassicalSignatureAndFindsTheContent() throws IOException {
    write("signed", seal.sign(CONTENT).toArray());

    Tool.Outcome outcome =
        openssl(
            "cms -verify -inform DER -binary -in signed -noverify -nointern -certfile identity.pem"
                + " -out found");

    assertThat(outcome.code()).as(outcome.said()).isZero();
    assertThat(Octets.of(Files.readAllBytes(folder.resolve("found")))).isEqualTo(CONTENT);
  }

  @Test
  void opensslRefusesOurSignatureOverAChangedContent() throws IOException {
    byte[] signed = seal.sign(CONTENT).toArray();
    signed[70] ^= 1;
    write("signed", signed);

    assertThat(
            openssl(
                    "cms -verify -inform DER -binary -in signed -noverify -nointern"
                        + " -certfile identity.pem -out found")
                .code())
        .isNotZero();
  }

  @Test
  void opensslOpensTheOuterEnvelopeAndFindsTheInnerOneClosed() throws IOException {
    write("sealed", seal.seal(CONTENT, List.of(week, week)).toArray());

    Tool.Outcome outcome =
        openssl("cms -decrypt -inform DER -binary -in sealed -inkey ecdh.pem -out inner");

    assertThat(outcome.code()).as(outcome.said()).isZero();
    byte[] inner = Files.readAllBytes(folder.resolve("inner"));
    assertThat(openssl("asn1parse -inform DER -in inner").said())
        .contains("id-smime-ct-authEnvelopedData");
    assertThat(new String(inner, StandardCharsets.ISO_8859_1)).doesNotContain("content");
  }

  @Test
  void weVerifyWhatOpensslSigns() throws IOException, CMSException, OperatorCreationException {
    write("key.pem", pem("PRIVATE KEY", Nodes.identity("alpha").classical().getEncoded()));
    Tool.Outcome outcome =
        openssl(
            "cms -sign -binary -nodetach -in content -signer identity.pem -inkey key.pem"
                + " -md sha256 -outform DER -out signed");
    assertThat(outcome.code()).as(outcome.said()).isZero();

    CMSSignedData read = new CMSSignedData(Files.readAllBytes(folder.resolve("signed")));

    assertThat(
            read.getSignerInfos()
                .getSigners()
                .iterator()
                .next()
                .verify(
                    new JcaSimpleSignerInfoVerifierBuilder()
                        .setProvider(Crypto.PROVIDER)
                        .build(
                            Crypto.publicKey(
                                new X509CertificateHolder(
                                    seal.certificates().classical().toArray())))))
        .isTrue();
    assertThat(seal.verify(Octets.of(read.getEncoded()), seal.certificates()).issues())
        .as("one signature is not enough for us")
        .isNotEmpty();
  }

  @Test
  void weOpenWhatOpensslSealsByTheSameAgreement() throws IOException, CMSException {
    write("key.pem", pem("PRIVATE KEY", ring.pairs().getFirst().ecdh().getEncoded()));
    assertThat(openssl("req -new -x509 -key key.pem -subj /CN=week -days 30 -out week.pem").code())
        .isZero();
    Tool.Outcome outcome =
        openssl(
            "cms -encrypt -binary -in content -aes-256-gcm -outform DER -out sealed"
                + " -recip week.pem -keyopt ecdh_kdf_md:sha256 -aes256-wrap");
    assertThat(outcome.code()).as(outcome.said()).isZero();

    Collection<RecipientInformation> recipients =
        new CMSAuthEnvelopedData(Files.readAllBytes(folder.resolve("sealed")))
            .getRecipientInfos()
            .getRecipients();

    assertThat(
            Octets.of(
                recipients
                    .iterator()
                    .next()
                    .getContent(
                        new JceKeyAgreeAuthEnvelopedRecipient(ring.pairs().getFirst().ecdh())
                            .setProvider(Crypto.PROVIDER))))
        .isEqualTo(CONTENT);
  }

  private Tool.Outcome openssl(String arguments) {
    return Tool.run(folder, ("openssl " + arguments).split(" "));
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  private static byte[] pem(String what, byte[] der) {
    return ("-----BEGIN "
            + what
            + "-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
            + "\n-----END "
            + what
            + "-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
