package org.parley.couriers.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.terms.Octets;
import org.parley.couriers.https.TlsIdentity;

class SmimeTest {

  private static final String TEXT =
      "1. Früher Hinweis\r\n2. \"NIL\"\r\n3. a = b\r\nFrom here on: ещё одна строка\r\n";

  @TempDir Path folder;
  private final SmimeKey xa = key("XA");
  private final SmimeKey xb = key("XB");

  private static SmimeKey key(String name) {
    TlsIdentity made =
        TlsIdentity.create(name, Instant.now().minusSeconds(60), Duration.ofDays(30));
    return new SmimeKey(made.key(), made.certificate());
  }

  @Test
  void aTextComesBackWhole() {
    Octets sealed = new Smime(xa).protect(TEXT, xb.certificate());

    assertThat(sealed.shown()).doesNotContain("Hinweis");
    assertThat(new Smime(xb).open(sealed, xa.certificate())).contains(TEXT);
  }

  @Test
  void anotherSenderOrReaderOrAChangedOctetGivesNothing() {
    Octets sealed = new Smime(xa).protect(TEXT, xb.certificate());

    assertThat(new Smime(xb).open(sealed, key("XA").certificate())).isEmpty();
    assertThat(new Smime(xa).open(sealed, xa.certificate())).isEmpty();
    assertThat(new Smime(xb).open(Octets.of("hello"), xa.certificate())).isEmpty();
    for (int place = 400; place < sealed.size() - 20; place += 97) {
      byte[] changed = sealed.toArray();
      changed[place] = (byte) (changed[place] == 'A' ? 'B' : 'A');
      assertThat(new Smime(xb).open(Octets.of(changed), xa.certificate()))
          .as("octet %d", place)
          .satisfies(text -> assertThat(text.orElse(TEXT)).isEqualTo(TEXT));
    }
  }

  @Test
  void opensslReadsOursAndWeReadItsOwn() throws Exception {
    Tool openssl = Tool.installed("openssl", folder);
    openssl.line(
        "req -x509 -newkey rsa:2048 -nodes -keyout xb.key -out xb.pem -subj /CN=XB -days 2");
    openssl.line("x509 -in xb.pem -outform DER -out xb.der");
    openssl.line("pkcs8 -topk8 -nocrypt -in xb.key -outform DER -out xb.p8");
    X509Certificate theirs =
        TlsIdentity.certificate(Octets.of(Files.readAllBytes(folder.resolve("xb.der"))));
    Files.writeString(folder.resolve("xa.pem"), pem(xa.certificate()));
    Octets sealed = new Smime(xa).protect(TEXT, theirs);
    Files.write(folder.resolve("ours.eml"), sealed.toArray());

    openssl.line("cms -decrypt -in ours.eml -recip xb.pem -inkey xb.key -out inner.eml");
    openssl.line("cms -verify -in inner.eml -CAfile xa.pem -purpose any -out text.eml");

    assertThat(Files.readString(folder.resolve("text.eml"))).contains("NIL");
    SmimeKey rsa =
        new SmimeKey(
            KeyFactory.getInstance("RSA")
                .generatePrivate(
                    new PKCS8EncodedKeySpec(Files.readAllBytes(folder.resolve("xb.p8")))),
            theirs);
    assertThat(new Smime(rsa).open(sealed, xa.certificate())).contains(TEXT);
    assertThat(new Smime(xa).open(fromOpenssl(openssl, "-aes256"), theirs))
        .hasValueSatisfying(text -> assertThat(text).contains("answer of the ministry"));
    assertThat(new Smime(xa).open(fromOpenssl(openssl, "-des3"), theirs)).isEmpty();
  }

  private Octets fromOpenssl(Tool openssl, String cipher) throws Exception {
    Files.writeString(folder.resolve("answer.txt"), "the answer of the ministry\n");
    openssl.line(
        "cms -sign -text -in answer.txt -signer xb.pem -inkey xb.key -md sha256 -out signed.eml");
    openssl.run("cms", "-encrypt", cipher, "-in", "signed.eml", "-out", "sealed.eml", "xa.pem");
    return Octets.of(Files.readAllBytes(folder.resolve("sealed.eml")));
  }

  private static String pem(X509Certificate certificate) throws Exception {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }
}
