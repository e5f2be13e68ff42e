package org.parley.duties.record;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.core.journal.EntryKind;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.port.Links;

/// When this node came back from a backup, in an open book.
///
/// What it sent between the making of the backup and its loss, it does not know any more, but
/// others do. So no number is given twice: on links to other nodes numbers go on above the
/// milliseconds of the clock, in the offices' series they skip a thousand, and one more for each
/// minute that the backup was old: an office may say many things in one minute, and never a
/// thousand more than one a minute.
public record Restorations(Book book) {

  private static final Realm REALM = new Realm.Real();
  private static final long AT_LEAST = 1_000;
  private static final String STREAM = "node/restored";
  private static final Pattern LINE =
      Pattern.compile(
          "at ([0-9]{1,15}) of ([0-9]{1,15}) size ([0-9]{1,15}) root ([0-9a-f]{64}) skipped"
              + " ([0-9]{1,9})");

  /// @param at when the node came back
  /// @param of when the backup was made
  /// @param size how many entries the journal had in it
  /// @param root of the journal then
  /// @param skipped how many numbers of each series are left out
  public record Restored(Instant at, Instant of, long size, Digest root, long skipped) {

    Octets bytes() {
      return Octets.of(
          "at %d of %d size %d root %s skipped %d"
              .formatted(at.toEpochMilli(), of.toEpochMilli(), size, root.hex(), skipped));
    }

    static Restored read(Octets bytes) {
      Matcher line = LINE.matcher(bytes.shown());
      if (!line.matches()) {
        throw new IllegalStateException("a restoration was noted in another way");
      }
      return new Restored(
          Instant.ofEpochMilli(Long.parseLong(line.group(1))),
          Instant.ofEpochMilli(Long.parseLong(line.group(2))),
          Long.parseLong(line.group(3)),
          new Digest(line.group(4)),
          Long.parseLong(line.group(5)));
    }
  }

  /// Notes that the node came back, also in its journal.
  ///
  /// @param of when the backup was made
  public Restored note(Instant at, Instant of) {
    Journal.Logged head = new Journal(book).last();
    long skipped = Math.max(0, Duration.between(of, at).toMinutes()) + AT_LEAST;
    Restored restored = new Restored(at, of, head.size(), head.root(), skipped);
    book.histories()
        .append(REALM, STREAM, book.histories().length(REALM, STREAM), restored.bytes());
    Digest document = book.documents().keep(restored.bytes());
    new Journal(book).add(EntryKind.RESTORED, REALM, at, document);
    return restored;
  }

  /// All of them, the first one first.
  public List<Restored> all() {
    return book.histories().events(REALM, STREAM).stream().map(Restored::read).toList();
  }

  /// Numbers on every link go on behind this one, which names the restoration instead of a slip.
  public Optional<Links.Slip> floor() {
    return book.histories()
        .last(REALM, STREAM)
        .map(bytes -> new Links.Slip(Restored.read(bytes).at().toEpochMilli(), bytes.digest()));
  }

  /// How many numbers of each series were left out so far.
  public long skipped() {
    return all().stream().mapToLong(Restored::skipped).sum();
  }
}
