package org.parley.duties.attachment;

import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.exchange.Attachment;
import org.parley.core.exchange.carriage.Attached;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.formats.exchange.attached.AttachedBytes;

/// The files that belong to the statements of one realm, in an open book. A file is found under the
/// statement that it came with, and under no other: who names the digest of something else that
/// lies here gets nothing.
public record AttachedFiles(Book book, Realm realm) {

  private static final String FILE = "attachment/";
  private static final String SENT = "attachment-sent/";

  /// How far a file came with another node.
  public enum Way {
    /// It waits, or is being carried.
    UNDERWAY,
    THERE,
    REFUSED,
    GIVEN_UP
  }

  /// Keeps a file; the same again is kept once.
  ///
  /// @return the digest of the bytes that are signed
  public Digest keep(Attached file) {
    Digest bytes = file.bytes().digest();
    Optional<Digest> before = document(file.statement(), bytes);
    if (before.isPresent()) {
      return before.get();
    }
    Digest document = book.documents().keep(AttachedBytes.write(file));
    book.histories()
        .append(realm, FILE + file.statement() + "/" + bytes, 0, Octets.of(document.hex()));
    return document;
  }

  /// The bytes of a file; empty where it has not come yet, or was erased.
  public Optional<Octets> find(Digest statement, Attachment named) {
    return signed(statement, named).map(each -> AttachedBytes.read(each).orThrow().bytes());
  }

  /// What is signed of a file.
  Optional<Octets> signed(Digest statement, Attachment named) {
    return document(statement, named.digest()).flatMap(book.documents()::find);
  }

  public boolean isHere(Digest statement, Attachment named) {
    return document(statement, named.digest())
        .filter(each -> !book.documents().wasErased(each))
        .isPresent();
  }

  private Optional<Digest> document(Digest statement, Digest bytes) {
    return book.histories()
        .last(realm, FILE + statement + "/" + bytes)
        .map(line -> new Digest(line.shown()));
  }

  /// Notes how far a file came with another node.
  public void note(Digest statement, Digest bytes, NodeId to, Way way) {
    String stream = SENT + statement + "/" + bytes + "/" + to;
    book.histories()
        .append(realm, stream, book.histories().length(realm, stream), Octets.of(way.name()));
  }

  /// How far a file of ours came with another node.
  public Way way(Digest statement, Attachment named, NodeId to) {
    return book.histories()
        .last(realm, SENT + statement + "/" + named.digest() + "/" + to)
        .map(line -> Way.valueOf(line.shown()))
        .orElse(Way.UNDERWAY);
  }
}
