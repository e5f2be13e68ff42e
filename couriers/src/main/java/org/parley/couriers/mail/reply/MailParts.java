package org.parley.couriers.mail.reply;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.parley.core.terms.Octets;

/// A mail taken apart: its head, what is signed byte for byte, and the signature.
///
/// @param subject as it stands in the head, which no signature covers
/// @param written when, by the head's word
record MailParts(String subject, Optional<Instant> written, Body body) {

  private static final int DEEPEST = 4;
  private static final int MOST_PARTS = 20;
  private static final int LONGEST_TEXT = 1 << 20;

  /// What the mail holds.
  sealed interface Body {

    /// The bytes whose text counts.
    byte[] content();

    /// Nothing is signed.
    record Plain(byte[] content) implements Body {}

    /// @param content the signed entity; the same bytes where the signature holds them inside
    /// @param signature CMS
    record Smime(byte[] content, byte[] signature) implements Body {}

    /// @param signature as in RFC 3156
    record Pgp(byte[] content, byte[] signature) implements Body {}
  }

  static MailParts of(Octets mail) throws MessagingException, IOException {
    byte[] bytes = lines(mail.toArray());
    MimeMessage message = new MimeMessage(session(), new ByteArrayInputStream(bytes));
    if (message.getHeader("From") == null && message.getHeader("Date") == null) {
      throw new MessagingException("no mail");
    }
    return new MailParts(
        Optional.ofNullable(message.getSubject()).orElse(""),
        Optional.ofNullable(message.getSentDate()).map(Date::toInstant),
        body(message, bytes));
  }

  private static Session session() {
    return Session.getInstance(new Properties());
  }

  private static Body body(MimeMessage message, byte[] bytes)
      throws MessagingException, IOException {
    ContentType type = new ContentType(message.getContentType());
    if (type.match("multipart/signed")) {
      return signed(type, bytes).orElseGet(() -> new Body.Plain(bytes));
    }
    boolean opaque = type.match("application/pkcs7-mime") || type.match("application/x-pkcs7-mime");
    if (opaque && !"enveloped-data".equals(type.getParameter("smime-type"))) {
      byte[] signature = content(message);
      return inside(signature)
          .<Body>map(content -> new Body.Smime(content, signature))
          .orElseGet(() -> new Body.Plain(bytes));
    }
    return new Body.Plain(bytes);
  }

  private static Optional<Body> signed(ContentType type, byte[] bytes)
      throws MessagingException, IOException {
    List<byte[]> parts = between(bytes, Optional.ofNullable(type.getParameter("boundary")));
    String protocol =
        Optional.ofNullable(type.getParameter("protocol")).orElse("").toLowerCase(Locale.ROOT);
    if (parts.size() != 2) {
      return Optional.empty();
    }
    byte[] content = parts.getFirst();
    byte[] signature = content(new MimeBodyPart(new ByteArrayInputStream(parts.getLast())));
    return switch (protocol) {
      case "application/pkcs7-signature", "application/x-pkcs7-signature" ->
          Optional.of(new Body.Smime(content, signature));
      case "application/pgp-signature" -> Optional.of(new Body.Pgp(content, signature));
      default -> Optional.empty();
    };
  }

  /// What a signature holds inside itself.
  private static Optional<byte[]> inside(byte[] signature) {
    try {
      return Optional.ofNullable(new CMSSignedData(signature).getSignedContent())
          .map(content -> (byte[]) content.getContent());
    } catch (CMSException other) {
      return Optional.empty();
    }
  }

  /// The parts between the border lines, byte for byte; the line end before a border belongs to the
  /// border.
  private static List<byte[]> between(byte[] bytes, Optional<String> boundary) {
    List<byte[]> parts = new ArrayList<>();
    if (boundary.isEmpty()) {
      return parts;
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String border = "\r\n--" + boundary.get();
    int at = text.indexOf(border);
    while (at >= 0 && parts.size() < MOST_PARTS && !text.startsWith("--", at + border.length())) {
      int start = text.indexOf("\r\n", at + border.length()) + 2;
      int end = text.indexOf(border, Math.max(0, start - 2));
      if (start < 2 || end < 0) {
        return parts;
      }
      parts.add(text.substring(start, Math.max(start, end)).getBytes(StandardCharsets.ISO_8859_1));
      at = end;
    }
    return parts;
  }

  private static byte[] content(Part part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      return in.readNBytes(ReplyMail.LARGEST);
    }
  }

  /// Lines end with carriage return and line feed, as mail travels and as it is signed, however a
  /// program has stored them.
  private static byte[] lines(byte[] stored) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(stored.length + stored.length / 40);
    int before = 0;
    for (byte each : stored) {
      if (each == '\n' && before != '\r') {
        out.write('\r');
      }
      out.write(each);
      before = each;
    }
    return out.toByteArray();
  }

  /// All text of what counts: what is signed, where anything is.
  String text() throws MessagingException, IOException {
    StringBuilder text = new StringBuilder();
    text(new MimeBodyPart(new ByteArrayInputStream(body.content())), DEEPEST, text);
    return text.toString();
  }

  private static void text(Part part, int deep, StringBuilder text)
      throws MessagingException, IOException {
    if (part.isMimeType("text/*")) {
      try (InputStream in = part.getInputStream()) {
        // Digits look for digits: every character set that mail is written in has them alike.
        text.append(new String(in.readNBytes(LONGEST_TEXT), StandardCharsets.ISO_8859_1));
        text.append(' ');
      }
    } else if (deep > 0
        && part.isMimeType("multipart/*")
        && part.getContent() instanceof MimeMultipart parts) {
      for (int number = 0; number < Math.min(MOST_PARTS, parts.getCount()); number++) {
        text(parts.getBodyPart(number), deep - 1, text);
      }
    }
  }
}
