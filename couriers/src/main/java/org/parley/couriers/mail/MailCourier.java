package org.parley.couriers.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Courier;
import org.parley.duties.port.Doorway;

/// Sends parcels by mail. The parcel is sealed as on every way; but the mail providers see who
/// writes to whom and when, may keep the ciphertext for ever, and promise nothing, so this is the
/// lowest grade.
public final class MailCourier implements Courier {

  private final MailServer smtp;
  private final String from;
  private final Function<NodeId, Optional<String>> addresses;
  private final InstantSource clock;

  /// @param addresses the mailbox that the directory names for a node
  public MailCourier(
      MailServer smtp,
      String from,
      Function<NodeId, Optional<String>> addresses,
      InstantSource clock) {
    this.smtp = smtp;
    this.from = from;
    this.addresses = addresses;
    this.clock = clock;
  }

  @Override
  public Grade grade() {
    return Grade.MAIL;
  }

  @Override
  public boolean reaches(NodeId to) {
    return addresses.apply(to).isPresent();
  }

  @Override
  public Carried carry(NodeId to, Octets parcel) {
    Optional<String> address = addresses.apply(to);
    if (address.isEmpty()) {
      return new Carried.Failed(false, "the directory names no mail address of this node");
    }
    if (parcel.size() > Doorway.LARGEST_PARCEL) {
      return new Carried.Failed(true, "larger than any parcel may be");
    }
    try {
      Session session = smtp.session("smtp");
      Transport.send(ParcelMail.write(session, from, address.get(), parcel, clock.instant()));
      return new Carried.InCustody(Optional.empty());
    } catch (AuthenticationFailedException wrong) {
      return new Carried.Failed(false, "the mail server does not accept our account");
    } catch (SendFailedException refused) {
      return new Carried.Failed(false, "the mail server does not take this mail");
    } catch (MessagingException failed) {
      return new Carried.Failed(false, "the mail server does not answer");
    }
  }
}
