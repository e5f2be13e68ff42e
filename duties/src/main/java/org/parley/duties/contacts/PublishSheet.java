package org.parley.duties.contacts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.ContactSheet;
import org.parley.core.directory.contacts.Nomination;
import org.parley.core.directory.contacts.SheetDeed;
import org.parley.core.directory.contacts.StatedSheet;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.people.Actor;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.directory.DirectoryBook;
import org.parley.duties.port.Book;
import org.parley.duties.port.Books;
import org.parley.duties.port.Seal;
import org.parley.formats.contacts.StatedBytes;

/// States our own State's offices to all nodes of the network: numbers what is kept of them, signs
/// it and sends it.
public final class PublishSheet {

  private final NodeId self;
  private final Books books;
  private final DirectoryBook directory;
  private final KeepContacts contacts;
  private final SheetBook sheets = new SheetBook();
  private final OwnWord own;
  private final TellSheets tell;

  public PublishSheet(
      NodeId self, Books books, DirectoryBook directory, Seal seal, KeepContacts contacts) {
    this.self = self;
    this.books = books;
    this.directory = directory;
    this.contacts = contacts;
    this.own = new OwnWord(self, seal, sheets);
    this.tell = new TellSheets(self, directory, seal);
  }

  /// The nodes to which it goes; none before there is a network.
  public List<NodeId> recipients(Realm realm) {
    return books.look(book -> TellSheets.others(directory, book, realm, self));
  }

  /// What would be said now, beside number and time.
  public static StatedSheet saying(ContactSheet kept, Realm realm) {
    return new StatedSheet(
        kept.state(),
        realm,
        1,
        Instant.EPOCH,
        Optional.empty(),
        kept.nomination()
            .map(each ->
                new Nomination(each.authority(), each.document(), each.day(), Optional.empty())),
        kept.contacts().values().stream().map(each -> standing(each, kept)).toList());
  }

  /// Without deputies that were struck out.
  private static Contact standing(Contact contact, ContactSheet kept) {
    return new Contact(
        contact.number(),
        contact.kind(),
        contact.naming(),
        contact.reach(),
        contact.watch(),
        contact.validity(),
        contact.deputies().stream().filter(each -> kept.contact(each).isPresent()).toList());
  }

  /// @param attests whether all of it is said to hold today, which is the yearly confirmation
  /// @param actor whether they may, the caller has asked
  public Checked<StatedSheet> run(Realm realm, boolean attests, Actor actor, Instant moment) {
    Instant now = moment.truncatedTo(ChronoUnit.MILLIS);
    return books.change(book ->
        next(book, realm, attests, now)
            .then(sheet -> confirmed(book, sheet, attests, actor))
            .map(sheet -> {
              own.keep(book, sheet, StatedBytes.write(sheet), now);
              tell.run(book, now);
              return sheet;
            }));
  }

  /// What would be said next, or why nothing is.
  private Checked<StatedSheet> next(Book book, Realm realm, boolean attests, Instant now) {
    Party state = self.party();
    Optional<StatedSheet> before = sheets.newest(book, realm, state).map(SheetBook.Kept::sheet);
    StatedSheet saying = saying(KeepContacts.sheet(book, realm, state), realm);
    boolean same = before.map(each -> each.saysSame(saying)).orElse(saying.isTakenBack());
    if (!state.isState() || (same && !attests)) {
      return refused(IssueCode.NOTHING_CHANGED, "it says the same as before");
    }
    StatedSheet next =
        new StatedSheet(
            state,
            realm,
            before.map(StatedSheet::number).orElse(0L) + 1,
            now,
            attests ? Optional.of(now) : before.flatMap(StatedSheet::attested),
            saying.nomination(),
            saying.contacts());
    Octets content = StatedBytes.write(next);
    return content.size() > StatedBytes.LARGEST
        ? refused(
            IssueCode.SHEET_TOO_LARGE, "a sheet has at most " + StatedBytes.LARGEST + " octets")
        : StatedBytes.read(content);
  }

  private Checked<StatedSheet> confirmed(
      Book book, StatedSheet sheet, boolean attests, Actor actor) {
    return attests
        ? contacts
            .run(book, sheet.realm(), sheet.state(), List.of(new SheetDeed.Confirm()), actor)
            .map(_ -> sheet)
        : new Checked.Sound<>(sheet, List.of());
  }

  private static <T> Checked<T> refused(IssueCode code, String message) {
    return new Checked.Refused<>(
        List.of(new Issue(code, Place.of("sheet"), message, Optional.empty())));
  }
}
