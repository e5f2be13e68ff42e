package org.parley.couriers.mail.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.couriers.mail.reply.SignedMails.NOW;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.contacts.KeyNote;
import org.parley.core.exchange.carriage.OutsideReply.Finding;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.couriers.https.TlsIdentity;
import org.parley.couriers.mail.OpenPgp;
import org.pgpainless.PGPainless;

/// A mail proves an acknowledgement only where each link holds; each link is broken once.
class ReplyMailTest {

  private static final Digest MESSAGE = Octets.of("the message").digest();
  private static final Digest OTHER = Octets.of("another message").digest();
  private static final String TEXT = "We take note of " + MESSAGE.hex().substring(0, 12) + ".";
  private static final Instant SIGNED = NOW.minus(Duration.ofMinutes(20));
  private static final TlsIdentity DUTY = SignedMails.identity("duty");

  private static ReplyMail.About about() {
    return new ReplyMail.About(
        MESSAGE,
        digits -> List.of(MESSAGE, OTHER).stream().anyMatch(d -> d.hex().startsWith(digits)));
  }

  private static ReplyMail.Seen seen(Octets mail, KeyNote... named) {
    return checked(mail, Optional.empty(), named).orThrow();
  }

  private static Checked<ReplyMail.Seen> checked(
      Octets mail, Optional<Octets> key, KeyNote... named) {
    return new ReplyMail(List.of(named), key).check(mail, about(), NOW);
  }

  private static List<IssueCode> codes(Checked<?> checked) {
    return checked.issues().stream().map(Issue::code).toList();
  }

  @Test
  void aMailSignedByTheKeyThatTheDirectoryNamesProves() {
    ReplyMail.Seen seen = seen(SignedMails.smime(TEXT, DUTY, SIGNED), SignedMails.note(DUTY));

    assertThat(seen.finding()).isEqualTo(Finding.PROVEN);
    assertThat(seen.when()).contains(SIGNED);
    assertThat(seen.key()).contains("smime " + SignedMails.fingerprint("SHA-256", DUTY));
  }

  @Test
  void soDoesOneWithItsTextInsideTheSignatureAndOneThatWasStoredWithOtherLineEnds() {
    assertThat(seen(SignedMails.opaque(TEXT, DUTY, SIGNED), SignedMails.note(DUTY)).finding())
        .isEqualTo(Finding.PROVEN);
    Octets stored = Octets.of(SignedMails.smime(TEXT, DUTY, SIGNED).shown().replace("\r\n", "\n"));
    assertThat(seen(stored, SignedMails.note(DUTY)).finding()).isEqualTo(Finding.PROVEN);
  }

  @Test
  void aFingerprintOfTheOlderKindNamesACertificateToo() {
    KeyNote older =
        new KeyNote(KeyNote.Scheme.SMIME, SignedMails.fingerprint("SHA-1", DUTY), Optional.empty());

    assertThat(seen(SignedMails.smime(TEXT, DUTY, SIGNED), older).finding())
        .isEqualTo(Finding.PROVEN);
  }

  @Test
  void anotherKeyIsUnknownWhateverTheMailBringsAlong() {
    TlsIdentity stranger = SignedMails.identity("duty");

    assertThat(seen(SignedMails.smime(TEXT, stranger, SIGNED), SignedMails.note(DUTY)).finding())
        .isEqualTo(Finding.KEY_UNKNOWN);
    KeyNote otherScheme =
        new KeyNote(
            KeyNote.Scheme.OPENPGP, SignedMails.fingerprint("SHA-256", DUTY), Optional.empty());
    assertThat(seen(SignedMails.smime(TEXT, DUTY, SIGNED), otherScheme).finding())
        .isEqualTo(Finding.KEY_UNKNOWN);
  }

  @Test
  void aChangedWordBreaksTheSignature() {
    String mail = SignedMails.smime(TEXT, DUTY, SIGNED).shown();

    assertThat(seen(Octets.of(mail.replace("take note", "fake note")), SignedMails.note(DUTY)))
        .isEqualTo(
            new ReplyMail.Seen(
                Finding.BROKEN,
                Optional.of(Instant.parse("2026-11-22T11:30:00Z")),
                Optional.empty()));
  }

  @Test
  void aDigestThatNoLongerCountsIsNoSignature() {
    assertThat(
            seen(SignedMails.smime(TEXT, DUTY, SIGNED, "SHA1withECDSA"), SignedMails.note(DUTY))
                .finding())
        .isEqualTo(Finding.BROKEN);
  }

  @Test
  void aKeyThatIsOutOfUseDoesNotProve() {
    KeyNote gone =
        new KeyNote(
            KeyNote.Scheme.SMIME,
            SignedMails.fingerprint("SHA-256", DUTY),
            Optional.of(LocalDate.parse("2026-11-21")));
    assertThat(seen(SignedMails.smime(TEXT, DUTY, SIGNED), gone).finding())
        .isEqualTo(Finding.KEY_LAPSED);
    assertThat(seen(SignedMails.smime(TEXT, DUTY, NOW.minus(Duration.ofDays(2))), gone).finding())
        .as("a key that is out of use could name any day")
        .isEqualTo(Finding.KEY_LAPSED);
    TlsIdentity old =
        TlsIdentity.create("old", NOW.minus(Duration.ofDays(90)), Duration.ofDays(60));
    assertThat(seen(SignedMails.smime(TEXT, old, SIGNED), SignedMails.note(old)).finding())
        .isEqualTo(Finding.KEY_LAPSED);
  }

  @Test
  void whatIsSignedMustNameTheMessageAndTheHeadIsNotSigned() {
    Octets silent = SignedMails.smime("We take note.", DUTY, SIGNED);
    assertThat(seen(silent, SignedMails.note(DUTY)).finding()).isEqualTo(Finding.NAMES_NOTHING);
    Octets inTheHead =
        Octets.of(silent.shown().replace("Re: your message", "Re: " + MESSAGE.hex()));
    assertThat(seen(inTheHead, SignedMails.note(DUTY)).finding()).isEqualTo(Finding.NAMES_NOTHING);
    Octets tooShort = SignedMails.smime("We note " + MESSAGE.hex().substring(0, 11), DUTY, SIGNED);
    assertThat(seen(tooShort, SignedMails.note(DUTY)).finding()).isEqualTo(Finding.NAMES_NOTHING);
  }

  @Test
  void aMailThatNamesAnotherMessageIsRefused() {
    Octets other = SignedMails.smime("We take note of " + OTHER.hex() + ".", DUTY, SIGNED);
    assertThat(codes(checked(other, Optional.empty(), SignedMails.note(DUTY))))
        .containsExactly(IssueCode.REPLY_OTHER_MESSAGE);
    Octets unsigned = Octets.of(SignedMails.plain("Noted: " + OTHER.hex().substring(0, 12)));
    assertThat(codes(checked(unsigned, Optional.empty())))
        .containsExactly(IssueCode.REPLY_OTHER_MESSAGE);
    Octets both = SignedMails.smime(TEXT + " And of " + OTHER.hex() + ".", DUTY, SIGNED);
    assertThat(seen(both, SignedMails.note(DUTY)).finding()).isEqualTo(Finding.PROVEN);
  }

  @Test
  void aMailWithoutSignatureIsWhatItIs() {
    ReplyMail.Seen seen = seen(Octets.of(SignedMails.plain(TEXT)), SignedMails.note(DUTY));

    assertThat(seen)
        .isEqualTo(
            new ReplyMail.Seen(
                Finding.UNSIGNED,
                Optional.of(Instant.parse("2026-11-22T11:30:00Z")),
                Optional.empty()));
  }

  /// A signed part beside another text does not say who wrote that text.
  @Test
  void aSignatureOverAPartOfTheMailDoesNotCount() {
    String signed = SignedMails.smime(TEXT, DUTY, SIGNED).shown();
    String inner = signed.substring(signed.indexOf("Content-Type: multipart/signed"));
    Octets mixed =
        Octets.of(
            SignedMails.head("multipart/mixed; boundary=\"outer\"")
                + "--outer\r\nContent-Type: text/plain\r\n\r\nNot theirs\r\n--outer\r\n"
                + inner
                + "\r\n--outer--\r\n");

    assertThat(seen(mixed, SignedMails.note(DUTY)).finding()).isEqualTo(Finding.UNSIGNED);
  }

  @Test
  void anOpenPgpMailProvesByTheKeyGivenBesideIt() throws Exception {
    String armoured = OpenPgp.newKey("Duty <duty@xb.example>");
    PGPSecretKeyRing key = PGPainless.readKeyRing().secretKeyRing(armoured);
    KeyNote note =
        new KeyNote(
            KeyNote.Scheme.OPENPGP,
            java.util.HexFormat.of().withUpperCase().formatHex(key.getPublicKey().getFingerprint()),
            Optional.empty());
    Octets mail = SignedMails.pgp(TEXT, armoured);
    Optional<Octets> beside = Optional.of(Octets.of(new OpenPgp(armoured).certificate()));
    Instant soon = Instant.now().plusSeconds(1);
    ReplyMail with = new ReplyMail(List.of(note), beside);

    assertThat(with.check(mail, about(), soon).orThrow().finding()).isEqualTo(Finding.PROVEN);
    assertThat(
            with.check(Octets.of(mail.shown().replace("take note", "fake note")), about(), soon)
                .orThrow()
                .finding())
        .isEqualTo(Finding.BROKEN);
    assertThat(
            new ReplyMail(List.of(note), Optional.empty())
                .check(mail, about(), soon)
                .orThrow()
                .finding())
        .isEqualTo(Finding.KEY_MISSING);
    assertThat(new ReplyMail(List.of(), beside).check(mail, about(), soon).orThrow().finding())
        .isEqualTo(Finding.KEY_UNKNOWN);
    Optional<Octets> stranger =
        Optional.of(Octets.of(new OpenPgp(OpenPgp.newKey("Duty <duty@xb.example>")).certificate()));
    assertThat(
            new ReplyMail(List.of(note), stranger).check(mail, about(), soon).orThrow().finding())
        .isEqualTo(Finding.BROKEN);
  }

  @Test
  void whatIsNoMailOrTooLargeIsRefusedBeforeItIsRead() {
    assertThat(codes(checked(Octets.of("hello"), Optional.empty())))
        .containsExactly(IssueCode.MAIL_UNREADABLE);
    assertThat(codes(checked(Octets.of(new byte[ReplyMail.LARGEST + 1]), Optional.empty())))
        .containsExactly(IssueCode.MAIL_UNREADABLE);
    Octets cut =
        Octets.of(
            SignedMails.smime(TEXT, DUTY, SIGNED).shown().replaceFirst("(?s)--=_border--.*", ""));
    assertThat(seen(cut, SignedMails.note(DUTY)).finding()).isEqualTo(Finding.UNSIGNED);
  }
}
