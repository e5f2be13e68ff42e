package org.parley.couriers.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.parley.core.terms.Octets;
import org.parley.couriers.mail.MailReader.Fetched;
import org.parley.duties.port.Doorway;
import org.parley.duties.port.Doorway.ReceiptBack;
import org.parley.duties.port.UnreachableException;

/// Takes parcels from a mailbox that the mail server writes to this machine's disk in the Maildir
/// form: a file for each mail, in the folders `new` and `cur`. A mail is deleted only after our
/// doorway has returned; mail of another kind is left alone.
public final class MaildirReader {

  private final Path maildir;
  private final Doorway doorway;

  public MaildirReader(Path maildir, Doorway doorway) {
    this.maildir = maildir;
    this.doorway = doorway;
  }

  /// Takes in every parcel in the mailbox.
  public Fetched fetch() {
    Fetched fetched = new Fetched(0, 0, 0);
    try {
      for (Path file : mails()) {
        Optional<Octets> parcel = parcel(file);
        if (parcel.isEmpty()) {
          fetched = new Fetched(fetched.taken(), fetched.refused(), fetched.others() + 1);
        } else {
          fetched = fetched.with(doorway.receive(parcel.get(), ReceiptBack.AS_A_PARCEL));
          Files.delete(file);
        }
      }
    } catch (IOException failed) {
      throw new UnreachableException("the mailbox cannot be read", failed);
    }
    return fetched;
  }

  private List<Path> mails() throws IOException {
    List<Path> mails = new ArrayList<>();
    for (String folder : List.of("cur", "new")) {
      try (Stream<Path> files = Files.list(maildir.resolve(folder))) {
        files.sorted().forEach(mails::add);
      }
    }
    return mails;
  }

  private static Optional<Octets> parcel(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        || Files.size(file) > ParcelMail.LONGEST) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return ParcelMail.read(new MimeMessage(Session.getInstance(new Properties()), in));
    } catch (MessagingException | RuntimeException unreadable) {
      // Whatever a stranger sent that breaks the parser is not a parcel.
      return Optional.empty();
    }
  }
}
