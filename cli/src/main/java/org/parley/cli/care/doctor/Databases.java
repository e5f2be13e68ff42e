package org.parley.cli.care.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.cli.care.copy.NodeFiles;
import org.parley.core.journal.Checkpoint;
import org.parley.core.journal.JournalEntry;
import org.parley.core.journal.SignedNote;
import org.parley.duties.port.Book;
import org.parley.duties.port.UnreachableException;
import org.parley.duties.record.Journal;
import org.parley.duties.record.Restorations;
import org.parley.duties.witness.Heads;
import org.parley.store.Schema;
import org.parley.store.SqlBooks;
import org.parley.store.care.Inspection;

/// Both databases: whole, of this program's shape, the journal as it was shown to others, the clock
/// not behind it, nothing waiting for long.
final class Databases {

  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration TOO_LONG = Duration.ofDays(1);

  private final NodeFiles node;
  private final Instant now;
  private final List<Finding> found = new ArrayList<>();

  private Databases(NodeFiles node, Instant now) {
    this.node = node;
    this.now = now;
  }

  static List<Finding> look(NodeFiles node, Instant now) {
    Databases databases = new Databases(node, now);
    databases.one(Schema.BOOKS, "books", node.books()).ifPresent(databases::books);
    databases.one(Schema.PEOPLE, "people", node.people());
    return databases.found;
  }

  /// What was found, where it has this program's shape and is whole.
  private Optional<Inspection> one(Schema schema, String about, String url) {
    if (NodeFiles.file(url).filter(file -> !java.nio.file.Files.exists(file)).isPresent()) {
      found.add(Finding.note(about, "not there yet: " + url));
      return Optional.empty();
    }
    try {
      Inspection seen = Inspection.of(schema, url);
      if (!seen.damage().isEmpty()) {
        found.add(
            Finding.now(
                about,
                "damaged: " + String.join("; ", seen.damage()),
                "Stop the node, keep its folder as it is, restore the newest backup elsewhere."));
        return Optional.empty();
      }
      return shape(schema, about, seen) ? Optional.of(seen) : Optional.empty();
    } catch (UnreachableException closed) {
      found.add(
          Finding.now(
              about,
              String.valueOf(closed.getMessage()),
              "Look at the database's own log; is the server up, is the disk there?"));
      return Optional.empty();
    }
  }

  private boolean shape(Schema schema, String about, Inspection seen) {
    int there = seen.shape().orElse(0);
    if (there > schema.newest()) {
      found.add(
          Finding.now(
              about,
              "shape %d, this program knows %d".formatted(there, schema.newest()),
              "Use the newer program; this one does not open it."));
    } else if (there < schema.newest()) {
      found.add(
          Finding.soon(
              about,
              "shape %d, this program has %d".formatted(there, schema.newest()),
              "parley upgrade --data " + node.folder() + " --backup FILE"));
    } else {
      found.add(Finding.well(about, "every row as it was written, shape " + there));
    }
    return there == schema.newest();
  }

  private void books(Inspection seen) {
    try (SqlBooks books = SqlBooks.toLook(node.books())) {
      books.look(book -> {
        journal(book);
        clock(book);
        restored(book);
        return true;
      });
    } catch (UnreachableException damaged) {
      found.add(
          Finding.now(
              "journal",
              String.valueOf(damaged.getMessage()),
              "Restore the newest backup elsewhere."));
    }
    found.add(outbox(seen.waiting(), now));
  }

  private void journal(Book book) {
    Journal journal = new Journal(book);
    long size = book.log().size();
    int heads = 0;
    for (SignedNote note : new Heads(book).own()) {
      Checkpoint head = Checkpoint.read(note).orThrow();
      if (head.size() > size || !journal.tree(head.size()).root().equals(head.root())) {
        found.add(
            Finding.now(
                "journal",
                "it does not have the root that others were shown at %d entries"
                    .formatted(head.size()),
                "Its past was changed. Stop the node, keep the folder, tell your counterparts."));
        return;
      }
      heads++;
    }
    found.add(
        Finding.well(
            "journal", "%d entries, as %d heads that were shown say".formatted(size, heads)));
  }

  private void clock(Book book) {
    long size = book.log().size();
    Optional<Instant> last =
        size == 0
            ? Optional.empty()
            : Optional.of(JournalEntry.read(book.log().entry(size - 1)).orThrow().at());
    found.add(clock(now, last));
  }

  /// @param last when the newest thing was written
  static Finding clock(Instant now, Optional<Instant> last) {
    if (last.isPresent() && last.get().isAfter(now.plus(SKEW))) {
      return Finding.now(
          "clock",
          "it shows %s, and the journal was written at %s".formatted(now, last.get()),
          "Set the clock; times that were written stay as they are.");
    }
    return Finding.well("clock", now.toString());
  }

  private void restored(Book book) {
    List<Restorations.Restored> all = new Restorations(book).all();
    if (!all.isEmpty()) {
      Restorations.Restored last = all.getLast();
      found.add(
          Finding.note(
              "restored",
              "at %s, from a backup of %s with %d entries"
                  .formatted(last.at(), last.of(), last.size())));
    }
  }

  static Finding outbox(Optional<Inspection.Waiting> waiting, Instant now) {
    if (waiting.isEmpty()) {
      return Finding.well("outbox", "empty");
    }
    Duration age = Duration.between(waiting.get().oldest(), now);
    String says =
        "%d parcels wait, the oldest for %d hours".formatted(waiting.get().count(), age.toHours());
    if (age.compareTo(TOO_LONG) > 0) {
      return Finding.now(
          "outbox", says, "Call the counterpart; see why with parley exchange list.");
    }
    return age.compareTo(LONG) > 0
        ? Finding.soon("outbox", says, "See why with parley exchange list.")
        : Finding.well("outbox", says);
  }
}
