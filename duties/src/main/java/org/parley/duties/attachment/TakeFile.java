package org.parley.duties.attachment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.carriage.Attached;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.journal.EntryKind;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.post.Unpacking.Unpacked;
import org.parley.duties.record.Journal;
import org.parley.duties.record.Trail;
import org.parley.formats.exchange.StatementReader;
import org.parley.formats.exchange.attached.AttachedBytes;

/// Takes in a file that belongs to a statement: only where that statement is here, came from the
/// same node, and names these very bytes.
public final class TakeFile {

  private TakeFile() {}

  /// Why the file must wait: the statement it belongs to is still on its way.
  public static Optional<Issue> gap(Book book, Unpacked in) {
    Realm realm = in.slip().journey().realm();
    return AttachedBytes.read(in.content()) instanceof Checked.Sound<Attached>(Attached file, _)
            && new Trail(book, realm).conversation(file.statement()).isEmpty()
        ? Optional.of(
            issue(
                IssueCode.ATTACHMENT_EARLY,
                file.statement(),
                "the statement that the file belongs to has not come"))
        : Optional.empty();
  }

  public static Checked<Digest> take(Book book, Unpacked in, Instant now) {
    return AttachedBytes.read(in.content()).then(file -> take(book, in, file, now));
  }

  private static Checked<Digest> take(Book book, Unpacked in, Attached file, Instant now) {
    Realm realm = in.slip().journey().realm();
    Optional<Statement> statement =
        new Trail(book, realm)
            .conversation(file.statement())
            .flatMap(_ -> book.documents().find(file.statement()))
            .map((Octets bytes) -> StatementReader.read(bytes).orThrow());
    boolean named =
        statement
            .filter(each -> each.route().node().equals(in.sender().node()))
            .filter(each -> names(each, file))
            .isPresent();
    if (!named) {
      return new Checked.Refused<>(
          List.of(
              issue(
                  IssueCode.ATTACHMENT_NOT_NAMED,
                  file.statement(),
                  "no statement of " + in.sender().node() + " names a file of these bytes")));
    }
    new AttachedFiles(book, realm).keep(file);
    Digest document = book.documents().keep(in.parcel().enclosed());
    new Journal(book)
        .add(EntryKind.ATTACHMENT, realm, now, file.statement(), file.bytes().digest(), document);
    return new Checked.Sound<>(in.content().digest(), List.of());
  }

  private static boolean names(Statement statement, Attached file) {
    Digest bytes = file.bytes().digest();
    return statement.rest().attachments().stream()
        .anyMatch(each -> each.digest().equals(bytes) && each.bytes() == file.bytes().size());
  }

  private static Issue issue(IssueCode code, Digest statement, String message) {
    return new Issue(
        code, Place.of("attachment of " + statement.brief()), message, Optional.empty());
  }
}
