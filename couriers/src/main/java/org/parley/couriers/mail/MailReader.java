package org.parley.couriers.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.io.IOException;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Doorway;
import org.parley.duties.port.Doorway.ReceiptBack;
import org.parley.duties.port.UnreachableException;

/// Fetches parcels from a mailbox over IMAP. A mail is deleted only after our doorway has returned;
/// mail of another kind is left alone for whoever else reads the box.
public final class MailReader {

  private static final int MOST_IN_ONE_GO = 500;

  private final MailServer imap;
  private final Doorway doorway;

  public MailReader(MailServer imap, Doorway doorway) {
    this.imap = imap;
    this.doorway = doorway;
  }

  /// Takes in every parcel in the mailbox.
  public Fetched fetch() {
    try (Store store = imap.session("imap").getStore()) {
      store.connect();
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_WRITE);
        return fetch(inbox);
      }
    } catch (MessagingException failed) {
      throw new UnreachableException("the mailbox cannot be read", failed);
    }
  }

  private Fetched fetch(Folder inbox) throws MessagingException {
    Fetched fetched = new Fetched(0, 0, 0);
    int last = Math.min(inbox.getMessageCount(), MOST_IN_ONE_GO);
    for (int number = 1; number <= last; number++) {
      Message mail = inbox.getMessage(number);
      Optional<Octets> parcel = parcel(mail);
      if (parcel.isEmpty()) {
        fetched = new Fetched(fetched.taken(), fetched.refused(), fetched.others() + 1);
        continue;
      }
      fetched = fetched.with(doorway.receive(parcel.get(), ReceiptBack.AS_A_PARCEL));
      mail.setFlag(Flags.Flag.DELETED, true);
    }
    return fetched;
  }

  private static Optional<Octets> parcel(Message mail) {
    try {
      return mail.getSize() > ParcelMail.LONGEST ? Optional.empty() : ParcelMail.read(mail);
    } catch (MessagingException | IOException | RuntimeException unreadable) {
      // Whatever a stranger sent that breaks the parser is not a parcel.
      return Optional.empty();
    }
  }

  /// What one go brought.
  ///
  /// @param refused handed in and refused by our doorway, which says why in its own records
  /// @param others mails that hold no parcel
  public record Fetched(int taken, int refused, int others) {

    Fetched with(Checked<Octets> outcome) {
      return switch (outcome) {
        case Checked.Sound<Octets> _ -> new Fetched(taken + 1, refused, others);
        case Checked.Refused<Octets> _ -> new Fetched(taken, refused + 1, others);
      };
    }
  }
}
