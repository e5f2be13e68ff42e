package org.parley.duties.contacts;

import java.time.Instant;
import java.util.Optional;
import org.parley.core.directory.Arrival;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.contacts.StatedSheet;
import org.parley.core.journal.EntryKind;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.port.Seal;
import org.parley.duties.record.Journal;
import org.parley.formats.contacts.StatedBytes;

/// Signs what our own State says of its offices, and keeps it as the newest.
record OwnWord(NodeId self, Seal seal, SheetBook sheets) {

  /// @param content the sheet's exact bytes
  void keep(Book book, StatedSheet sheet, Octets content, Instant now) {
    Digest document = book.documents().keep(seal.sign(content));
    sheets.add(
        book,
        sheet,
        content,
        new Arrival(Arrival.How.OWN, document, sheet.number(), Optional.of(self), now, ""));
    new Journal(book).add(EntryKind.CONTACTS, sheet.realm(), now, content.digest(), document);
  }

  /// The newest that this node has signed, where it did so by certificates that are ours no more:
  /// who does not know those could not check it.
  Optional<StatedSheet> stale(Book book, Realm realm) {
    return sheets
        .newest(book, realm, self.party())
        .filter(each -> each.arrival().how() == Arrival.How.OWN)
        .filter(
            each -> !seal.verify(sheets.signed(book, each), seal.certificates()).issues().isEmpty())
        .map(SheetBook.Kept::sheet);
  }

  /// Says the same once more, under the next number.
  void again(Book book, StatedSheet sheet, Instant now) {
    StatedSheet next =
        new StatedSheet(
            sheet.state(),
            sheet.realm(),
            sheet.number() + 1,
            now,
            sheet.attested(),
            sheet.nomination(),
            sheet.contacts());
    keep(book, next, StatedBytes.write(next), now);
  }
}
