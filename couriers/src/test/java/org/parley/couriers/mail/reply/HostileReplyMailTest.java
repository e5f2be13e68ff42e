package org.parley.couriers.mail.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.couriers.mail.reply.SignedMails.NOW;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.contacts.KeyNote;
import org.parley.core.exchange.carriage.OutsideReply.Finding;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.couriers.https.TlsIdentity;

/// Mails that somebody has made to look like more than they are.
class HostileReplyMailTest {

  private static final Digest MESSAGE = Octets.of("the message").digest();
  private static final String NAMED = MESSAGE.hex().substring(0, 12);
  private static final String TEXT = "We take note of " + NAMED + ".";
  private static final Instant SIGNED = NOW.minus(Duration.ofMinutes(20));
  private static final TlsIdentity DUTY = SignedMails.identity("duty");
  private static final String ECDSA = "SHA256withECDSA";

  private static Checked<ReplyMail.Seen> checked(Octets mail, Optional<Octets> key, KeyNote note) {
    return new ReplyMail(List.of(note), key)
        .check(mail, new ReplyMail.About(MESSAGE, MESSAGE.hex()::startsWith), NOW);
  }

  private static Finding finding(Octets mail, TlsIdentity named) {
    return checked(mail, Optional.empty(), SignedMails.note(named)).orThrow().finding();
  }

  @Test
  void aMailOfTwoSignersIsNobodys() {
    TlsIdentity stranger = SignedMails.identity("stranger");
    for (List<TlsIdentity> by : List.of(List.of(DUTY, stranger), List.of(stranger, DUTY))) {
      assertThat(finding(SignedMails.smime(TEXT, SIGNED, ECDSA, by, by), DUTY))
          .isEqualTo(Finding.BROKEN);
    }
  }

  @Test
  void theSignersOwnCertificateCountsWhicheverOthersComeAlong() {
    List<TlsIdentity> along =
        IntStream.range(0, 8).mapToObj(each -> SignedMails.identity("other " + each)).toList();
    List<TlsIdentity> all = new java.util.ArrayList<>(along);
    all.add(DUTY);
    assertThat(finding(SignedMails.smime(TEXT, SIGNED, ECDSA, List.of(DUTY), all), DUTY))
        .isEqualTo(Finding.PROVEN);
  }

  @Test
  void aCertificateThatDoesNotComeAlongIsGivenBesideOrMissing() throws Exception {
    Octets bare = SignedMails.smime(TEXT, SIGNED, ECDSA, List.of(DUTY), List.of());
    assertThat(finding(bare, DUTY)).isEqualTo(Finding.KEY_MISSING);
    Octets beside = Octets.of(DUTY.certificate().getEncoded());
    assertThat(checked(bare, Optional.of(beside), SignedMails.note(DUTY)).orThrow().finding())
        .isEqualTo(Finding.PROVEN);
  }

  @Test
  void aKeyThatIsTooShortSignsNothing() throws Exception {
    TlsIdentity shortRsa = of("RSA", new RSAKeyGenParameterSpec(1024, BigInteger.valueOf(65_537)));
    TlsIdentity longRsa = of("RSA", new RSAKeyGenParameterSpec(2048, BigInteger.valueOf(65_537)));
    TlsIdentity shortCurve = of("EC", new ECGenParameterSpec("P-192"));

    assertThat(finding(SignedMails.smime(TEXT, shortRsa, SIGNED, "SHA256withRSA"), shortRsa))
        .isEqualTo(Finding.BROKEN);
    assertThat(finding(SignedMails.smime(TEXT, shortCurve, SIGNED, ECDSA), shortCurve))
        .isEqualTo(Finding.BROKEN);
    assertThat(finding(SignedMails.smime(TEXT, longRsa, SIGNED, "SHA256withRSA"), longRsa))
        .isEqualTo(Finding.PROVEN);
  }

  private static TlsIdentity of(String algorithm, AlgorithmParameterSpec spec) throws Exception {
    KeyPairGenerator making = KeyPairGenerator.getInstance(algorithm, new BouncyCastleProvider());
    making.initialize(spec);
    KeyPair pair = making.generateKeyPair();
    X500Name name = new X500Name("CN=duty");
    return new TlsIdentity(
        pair.getPrivate(),
        new JcaX509CertificateConverter()
            .getCertificate(
                new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(NOW.minus(Duration.ofDays(10))),
                        Date.from(NOW.plus(Duration.ofDays(50))),
                        name,
                        pair.getPublic())
                    .build(
                        new JcaContentSignerBuilder(
                                "SHA256with" + (algorithm.equals("EC") ? "ECDSA" : algorithm))
                            .setProvider(new BouncyCastleProvider())
                            .build(pair.getPrivate()))),
        List.of());
  }

  @Test
  void aSignatureDatedBehindTheLastDayOfItsKeyDoesNotProve() {
    KeyNote note =
        new KeyNote(
            KeyNote.Scheme.SMIME,
            SignedMails.fingerprint("SHA-256", DUTY),
            Optional.of(LocalDate.parse("2026-11-23")));
    Octets ahead = SignedMails.smime(TEXT, DUTY, NOW.plus(Duration.ofDays(2)));
    assertThat(checked(ahead, Optional.empty(), note).orThrow().finding())
        .isEqualTo(Finding.KEY_LAPSED);
    assertThat(
            checked(SignedMails.smime(TEXT, DUTY, SIGNED), Optional.empty(), note)
                .orThrow()
                .finding())
        .isEqualTo(Finding.PROVEN);
  }

  @Test
  void aPartBesideWhatIsSignedMakesTheMailUnsigned() {
    String sound = SignedMails.smime(TEXT, DUTY, SIGNED).shown();
    String border = "--=_border\r\nContent-Type: application/pkcs7-signature";
    String more = "--=_border\r\nContent-Type: text/plain\r\n\r\nWe agree to all of it.\r\n";
    assertThat(finding(Octets.of(sound.replace(border, more + border)), DUTY))
        .isEqualTo(Finding.UNSIGNED);
  }

  @Test
  void digitsInsideALongerWordNameNoMessage() {
    for (String text : List.of("We take note of " + NAMED + "zz.", "Ticket zz" + NAMED + ".")) {
      assertThat(finding(SignedMails.smime(text, DUTY, SIGNED), DUTY))
          .isEqualTo(Finding.NAMES_NOTHING);
    }
  }

  @Test
  void aSoundMailIsRefusedOnceItOrTheKeyBesideItIsTooLarge() {
    String sound = SignedMails.smime(TEXT, DUTY, SIGNED).shown();
    Octets large = Octets.of(sound + "x".repeat(ReplyMail.LARGEST));
    assertThat(checked(large, Optional.empty(), SignedMails.note(DUTY)).issues())
        .extracting(issue -> issue.code())
        .containsExactly(IssueCode.MAIL_UNREADABLE);
    Optional<Octets> key = Optional.of(Octets.of(new byte[ReplyMail.LARGEST_KEY + 1]));
    assertThat(checked(Octets.of(sound), key, SignedMails.note(DUTY)).issues())
        .extracting(issue -> issue.code())
        .containsExactly(IssueCode.MAIL_UNREADABLE);
    assertThat(finding(Octets.of(sound), DUTY)).isEqualTo(Finding.PROVEN);
  }
}
