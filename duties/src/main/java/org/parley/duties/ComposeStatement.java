package org.parley.duties;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Route;
import org.parley.core.exchange.SeriesNumber;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.carriage.Attached;
import org.parley.core.exchange.ledger.Command;
import org.parley.core.exchange.ledger.Event;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.attachment.AttachedFiles;
import org.parley.duties.port.Book;
import org.parley.duties.record.Ledger;
import org.parley.formats.exchange.StatementWriter;

/// Writes a statement of ours: gives it a number, a time and salts, and keeps its exact bytes. From
/// then on nothing in it changes; what is wrong with it is told before anything is kept.
public final class ComposeStatement {

  private final Station station;

  public ComposeStatement(Station station) {
    this.station = station;
  }

  /// The digest of the statement's exact bytes, by which everything else knows it.
  public Checked<Composed> run(Draft draft, Hand by) {
    return run(draft, by, (_, _) -> {});
  }

  /// The same, and where it was written something else in the same change.
  public Checked<Composed> run(Draft draft, Hand by, BiConsumer<Book, Composed> besides) {
    return station
        .books()
        .change(book -> {
          Checked<Composed> composed = compose(book, draft, by);
          if (composed instanceof Checked.Sound<Composed>(Composed made, _)) {
            besides.accept(book, made);
          }
          return composed;
        });
  }

  /// What it would be if it were written now; nothing is kept.
  public Checked<Statement> tried(Draft draft, Hand by) {
    return station.books().look(book -> tried(book, draft, by));
  }

  private Checked<Statement> tried(Book book, Draft draft, Hand by) {
    Ledger ledger = station.ledger(book, draft.subject().realm());
    Instant now = station.now();
    Statement statement = statement(draft, ledger, now);
    Digest digest = StatementWriter.write(statement).digest();
    Ledger.Opened opened = ledger.open(statement.heading().conversation());
    return station
        .exchange()
        .decide(opened.state(), new Command.Compose(statement, digest, by), now)
        .map(_ -> statement);
  }

  public record Composed(Digest statement, ConversationId conversation, SeriesNumber number) {}

  /// Inside a change that is open already; what is refused may have been half written.
  Checked<Composed> compose(Book book, Draft draft, Hand by) {
    Realm realm = draft.subject().realm();
    Ledger ledger = station.ledger(book, realm);
    Instant now = station.now();
    Statement statement = statement(draft, ledger, now);
    Octets bytes = StatementWriter.write(statement);
    Digest digest = bytes.digest();
    ConversationId conversation = statement.heading().conversation();
    Ledger.Opened opened = ledger.open(conversation);
    Checked<List<Event>> decided =
        station.exchange().decide(opened.state(), new Command.Compose(statement, digest, by), now);
    if (decided instanceof Checked.Sound<List<Event>>(List<Event> events, _)) {
      book.documents().keep(bytes);
      AttachedFiles files = new AttachedFiles(book, realm);
      draft.rest().files().forEach(each -> files.keep(new Attached(digest, each.bytes())));
      station.trail(book, realm).begin(digest, conversation);
      ledger.useNumber(draft.addresses().from(), statement.heading().number(), digest);
      ledger.keep(opened, events);
    }
    return decided.map(_ -> new Composed(digest, conversation, statement.heading().number()));
  }

  private Statement statement(Draft draft, Ledger ledger, Instant now) {
    Draft.Subject subject = draft.subject();
    Draft.Addresses addresses = draft.addresses();
    Heading heading =
        new Heading(
            subject.format(),
            subject.conversation().orElseGet(this::newConversation),
            subject.realm(),
            ledger.nextNumber(addresses.from()),
            now,
            draft.languages());
    Route route =
        new Route(
            addresses.from(),
            station.node(),
            station.seal().certificates().fingerprint(),
            addresses.to(),
            addresses.copy());
    List<Item> items = new ArrayList<>();
    for (Draft.ItemDraft item : draft.items()) {
      Octets salt = station.chance().draw(Item.SALT_BYTES);
      items.add(new Item(item.number(), item.said(), item.translations(), salt));
    }
    return new Statement(
        heading, route, draft.ties(), draft.marking(), items, draft.rest().named());
  }

  /// A version 4 UUID from the node's own source of chance.
  private ConversationId newConversation() {
    ByteBuffer drawn = ByteBuffer.wrap(station.chance().draw(16).toArray());
    long high = drawn.getLong() & ~0xF000L | 0x4000L;
    long low = drawn.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
    return new ConversationId(new UUID(high, low));
  }
}
