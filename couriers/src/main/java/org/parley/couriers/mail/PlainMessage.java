package org.parley.couriers.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.UUID;

/// A message whose headers say nothing: an id drawn by chance instead of one made from our
/// machine's name and clock.
final class PlainMessage extends MimeMessage {

  PlainMessage(Session session) {
    super(session);
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", "<" + UUID.randomUUID() + "@node.invalid>");
  }
}
