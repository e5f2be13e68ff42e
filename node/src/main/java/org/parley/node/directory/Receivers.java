package org.parley.node.directory;

import java.time.Instant;
import java.util.Optional;
import org.parley.core.directory.DirectoryEntry;
import org.parley.core.directory.KeyHealth;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.OfficeKind;
import org.parley.core.directory.Standing;
import org.parley.core.directory.contacts.ContactKind;
import org.parley.core.terms.Party;
import org.parley.duties.directory.DirectoryBook;
import org.parley.duties.port.Books;

/// Which offices have a node that receives for them, by the signed entries of their States.
final class Receivers {

  private final Books books;
  private final DirectoryBook entries = new DirectoryBook();

  Receivers(Books books) {
    this.books = books;
  }

  /// Whether others can seal to a node of the office now.
  synchronized boolean receives(Party state, ContactKind kind, Instant now) {
    Optional<OfficeKind> office =
        switch (kind) {
          case POLICY -> Optional.of(OfficeKind.POLICY);
          case TECHNICAL -> Optional.of(OfficeKind.TECHNICAL);
          case AUTHORITY, HANDLES_INCIDENTS, POLICE_CHANNEL -> Optional.empty();
        };
    if (office.isEmpty()) {
      return false;
    }
    Optional<DirectoryEntry> entry =
        books.look(book -> entries.standing(book, state)).map(Standing::entry);
    Optional<NodeRecord> node = entry.flatMap(each -> each.serving(office.get()));
    return node.isPresent()
        && switch (KeyHealth.of(node.get(), entry.get().revoked(), now)) {
          case SOUND, RUNNING_OUT -> true;
          case NOTHING_TO_SEAL_TO, REVOKED -> false;
        };
  }
}
