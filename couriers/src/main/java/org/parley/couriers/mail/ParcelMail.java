package org.parley.couriers.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Doorway;

/// A sealed parcel as the one attachment of a mail that says nothing else.
final class ParcelMail {

  /// The same for every parcel ever sent.
  static final String SUBJECT = "Parcel";

  /// A parcel in Base64, with room for headers.
  static final int LONGEST = Doorway.LARGEST_PARCEL / 3 * 4 + Doorway.LARGEST_PARCEL / 16;

  private static final String TYPE = "application/cms";
  private static final int MOST_PARTS = 10;

  private ParcelMail() {}

  static MimeMessage write(Session session, String from, String to, Octets parcel, Instant now)
      throws MessagingException {
    PlainMessage message = new PlainMessage(session);
    message.setFrom(new InternetAddress(from, true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
    message.setSubject(SUBJECT, StandardCharsets.US_ASCII.name());
    message.setSentDate(Date.from(now));
    MimeBodyPart words = new MimeBodyPart();
    words.setText(
        "A sealed parcel for the node at this address. There is nothing to read here.\r\n",
        StandardCharsets.US_ASCII.name());
    MimeBodyPart attachment = new MimeBodyPart();
    attachment.setDataHandler(new DataHandler(new ByteArrayDataSource(parcel.toArray(), TYPE)));
    attachment.setHeader("Content-Transfer-Encoding", "base64");
    attachment.setDisposition(Part.ATTACHMENT);
    attachment.setFileName("parcel.p7m");
    message.setContent(new MimeMultipart(words, attachment));
    message.saveChanges();
    return message;
  }

  /// The parcel in a mail; empty where it is a mail of another kind.
  static Optional<Octets> read(Part mail) throws MessagingException, IOException {
    if (!mail.isMimeType("multipart/mixed")
        || !(mail.getContent() instanceof MimeMultipart parts)) {
      return Optional.empty();
    }
    for (int number = 0; number < Math.min(MOST_PARTS, parts.getCount()); number++) {
      BodyPart part = parts.getBodyPart(number);
      if (part.isMimeType(TYPE)) {
        try (InputStream in = part.getInputStream()) {
          byte[] bytes = in.readNBytes(Doorway.LARGEST_PARCEL + 1);
          return bytes.length > Doorway.LARGEST_PARCEL
              ? Optional.empty()
              : Optional.of(Octets.of(bytes));
        }
      }
    }
    return Optional.empty();
  }
}
