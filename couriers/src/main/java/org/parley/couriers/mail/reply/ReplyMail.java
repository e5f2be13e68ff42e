package org.parley.couriers.mail.reply;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parley.core.directory.contacts.KeyNote;
import org.parley.core.exchange.carriage.OutsideReply.Finding;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// Checks a mail by which an office acknowledges a message: whose key signs it, whether the
/// directory names that key for the office, and whether what is signed names the message.
///
/// Only a signature over the whole mail counts (`multipart/signed`, or S/MIME with its content
/// inside). The certificate of an S/MIME mail comes with it; an OpenPGP key is given beside it.
/// Neither is believed for coming along: the directory's fingerprint decides.
public final class ReplyMail {

  /// The most bytes of a mail.
  public static final int LARGEST = 2 << 20;

  /// The most bytes of a key or certificate given beside it.
  public static final int LARGEST_KEY = 1 << 18;

  /// So many first digits of a digest name a message: as many as the pages show.
  public static final int DIGITS = 12;

  /// So many are looked at.
  private static final int MOST = 200;

  private static final Pattern DIGEST =
      Pattern.compile("(?<![0-9A-Za-z])[0-9A-Fa-f]{" + DIGITS + ",64}(?![0-9A-Za-z])");

  private final List<KeyNote> named;
  private final Optional<Octets> given;

  /// @param named the keys that the directory names for the office
  /// @param given a key or certificate beside the mail; only an S/MIME mail can do without
  public ReplyMail(List<KeyNote> named, Optional<Octets> given) {
    this.named = List.copyOf(named);
    this.given = given;
  }

  /// Which message the mail should be about.
  ///
  /// @param isKnown whether the digest of any message that is here begins so
  public record About(Digest message, Predicate<String> isKnown) {}

  /// What was found.
  ///
  /// @param when the time that the signature names, else that of the mail's head; empty where
  ///   neither names one
  /// @param key scheme and fingerprint of what signs it, where that is at hand
  public record Seen(Finding finding, Optional<Instant> when, Optional<String> key) {}

  /// Refused where it is no mail, or names another message of ours and not this one.
  public Checked<Seen> check(Octets mail, About about, Instant now) {
    if (mail.size() > LARGEST || given.filter(each -> each.size() > LARGEST_KEY).isPresent()) {
      return refused(IssueCode.MAIL_UNREADABLE, "it is larger than 2 MiB, or the key than 256 KiB");
    }
    try {
      MailParts parts = MailParts.of(mail);
      String text = parts.text();
      boolean names = digits(text).anyMatch(about.message().hex()::startsWith);
      if (!digits(text + " " + parts.subject()).anyMatch(about.message().hex()::startsWith)
          && digits(text + " " + parts.subject()).anyMatch(about.isKnown())) {
        return refused(IssueCode.REPLY_OTHER_MESSAGE, "it names another message and not this one");
      }
      Optional<Signed> signed = signed(parts);
      Finding finding = signed.map(each -> finding(each, names, now)).orElse(Finding.UNSIGNED);
      Optional<Instant> when = signed.filter(Signed::holds).flatMap(Signed::at).or(parts::written);
      return new Checked.Sound<>(
          new Seen(finding, when, signed.filter(Signed::holds).map(Signed::key)), List.of());
    } catch (MessagingException | IOException | RuntimeException unreadable) {
      return refused(IssueCode.MAIL_UNREADABLE, "it cannot be read as a mail");
    }
  }

  private Optional<Signed> signed(MailParts parts) {
    return switch (parts.body()) {
      case MailParts.Body.Plain _ -> Optional.empty();
      case MailParts.Body.Smime(byte[] content, byte[] signature) ->
          Optional.of(SmimeSignature.check(content, signature, given));
      case MailParts.Body.Pgp(byte[] content, byte[] signature) ->
          Optional.of(PgpSignature.check(content, signature, given));
    };
  }

  private Finding finding(Signed signed, boolean names, Instant now) {
    if (!signed.holds()) {
      return signed.fingerprints().isEmpty() ? Finding.KEY_MISSING : Finding.BROKEN;
    }
    Optional<KeyNote> note =
        named.stream()
            .filter(each -> each.scheme() == signed.scheme())
            .filter(each -> signed.fingerprints().contains(each.fingerprint()))
            .findFirst();
    if (note.isEmpty()) {
      return Finding.KEY_UNKNOWN;
    }
    if (!signed.covers(now) || lapsed(note.get(), signed.at().orElse(now), now)) {
      return Finding.KEY_LAPSED;
    }
    return names ? Finding.PROVEN : Finding.NAMES_NOTHING;
  }

  /// Both on the day that the signature names and today: a key that is out of use could name any
  /// day.
  private static boolean lapsed(KeyNote note, Instant signed, Instant now) {
    return note.expires()
        .filter(last -> day(signed).isAfter(last) || day(now).isAfter(last))
        .isPresent();
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  /// What could be a digest, or the beginning of one.
  private static Stream<String> digits(String text) {
    return DIGEST
        .matcher(text)
        .results()
        .limit(MOST)
        .map(found -> found.group().toLowerCase(Locale.ROOT));
  }

  private static Checked<Seen> refused(IssueCode code, String message) {
    return new Checked.Refused<>(
        List.of(new Issue(code, Place.of("mail"), message, Optional.empty())));
  }
}
