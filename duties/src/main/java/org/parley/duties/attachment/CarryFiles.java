package org.parley.duties.attachment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.exchange.Attachment;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.carriage.Attached;
import org.parley.core.exchange.carriage.Enclosed;
import org.parley.core.issue.Checked;
import org.parley.core.journal.EntryKind;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.port.Outbox;
import org.parley.duties.port.Seal;
import org.parley.duties.post.Counterpart;
import org.parley.duties.post.Packing;
import org.parley.duties.record.Journal;
import org.parley.formats.exchange.attached.AttachedBytes;

/// Sends the files of a statement behind it, each in a parcel of its own, and follows how far each
/// comes.
public record CarryFiles(Packing packing, Seal seal) {

  /// A file, signed once for all it goes to.
  private record Signed(Attachment named, Octets document) {}

  /// Puts a parcel for each file and destination into the outbox, in the change in which the
  /// statement itself goes there.
  public void send(
      Book book, Statement statement, Digest digest, List<Counterpart> destinations, Instant now) {
    Realm realm = statement.realm();
    AttachedFiles files = new AttachedFiles(book, realm);
    Journal journal = new Journal(book);
    for (Signed file : signed(files, statement, digest)) {
      journal.add(
          EntryKind.ATTACHMENT,
          realm,
          now,
          digest,
          file.named().digest(),
          file.document().digest());
      for (Counterpart to : destinations) {
        Packing.Packed packed =
            packing.pack(book, to, realm, Enclosed.ATTACHMENT, file.document(), now);
        journal.add(EntryKind.SLIP_SENT, realm, now, packed.slip(), packed.signedSlip().digest());
      }
    }
  }

  private List<Signed> signed(AttachedFiles files, Statement statement, Digest digest) {
    List<Signed> signed = new ArrayList<>();
    for (Attachment named : statement.rest().attachments()) {
      // Kept in the change in which the statement was written: a statement of ours without its
      // files is a defect.
      signed.add(new Signed(named, seal.sign(files.signed(digest, named).orElseThrow())));
    }
    return signed;
  }

  /// A parcel of ours was receipted, or given up: notes what that means for a file in it. Where a
  /// statement was refused, its files that still wait for the same node need not go.
  public void note(Book book, Outbox.Parcel parcel, AttachedFiles.Way way) {
    attached(book, parcel)
        .ifPresent(file ->
            new AttachedFiles(book, parcel.realm())
                .note(file.statement(), file.bytes().digest(), parcel.to(), way));
    if (way == AttachedFiles.Way.REFUSED) {
      packing
          .enclosed(book, parcel, Enclosed.STATEMENT)
          .ifPresent(statement -> withdraw(book, parcel, statement.digest()));
    }
  }

  private void withdraw(Book book, Outbox.Parcel refused, Digest statement) {
    NodeId to = refused.to();
    AttachedFiles files = new AttachedFiles(book, refused.realm());
    for (Outbox.Waiting waiting : List.copyOf(book.outbox().waitingFor(to))) {
      Optional<Attached> file =
          attached(book, waiting.parcel()).filter(each -> each.statement().equals(statement));
      file.ifPresent(each -> {
        files.note(statement, each.bytes().digest(), to, AttachedFiles.Way.REFUSED);
        book.outbox().done(waiting.parcel().parcel());
      });
    }
  }

  private Optional<Attached> attached(Book book, Outbox.Parcel parcel) {
    return packing
        .enclosed(book, parcel, Enclosed.ATTACHMENT)
        .map(AttachedBytes::read)
        .map(Checked::orThrow);
  }
}
