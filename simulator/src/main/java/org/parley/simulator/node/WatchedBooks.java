package org.parley.simulator.node;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.core.issue.Checked;
import org.parley.core.journal.JournalEntry;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.port.Books;
import org.parley.duties.port.Cases;
import org.parley.duties.port.Documents;
import org.parley.duties.port.Histories;
import org.parley.duties.port.Inbox;
import org.parley.duties.port.Links;
import org.parley.duties.port.LogNodes;
import org.parley.duties.port.Outbox;
import org.parley.duties.port.Replies;
import org.parley.duties.port.messages.Conversations;
import org.parley.duties.port.messages.Drafts;
import org.parley.simulator.world.Plan;
import org.parley.simulator.world.Without;

/// Books at which a witness stands: it sees which canary words come in, and by which clock the
/// journal is kept.
///
/// @param clock what the node's own clock says now
public final class WatchedBooks implements Books {

  private static final Pattern CANARY = Pattern.compile("canary-[0-9]{5}-bird");

  private final Books books;
  private final Supplier<Instant> clock;
  private final Plan plan;
  private final Map<Digest, Set<String>> canaries = new LinkedHashMap<>();
  private long foreignTimes;

  WatchedBooks(Books books, Supplier<Instant> clock, Plan plan) {
    this.books = books;
    this.clock = clock;
    this.plan = plan;
  }

  /// The canary words in each document that was ever written here, kept in the end or not.
  public Map<Digest, Set<String>> canaries() {
    return canaries;
  }

  /// How many journal entries bear another time than this node's clock showed.
  public long foreignTimes() {
    return foreignTimes;
  }

  @Override
  public <T> T change(Function<Book, T> work) {
    return books.change(book -> work.apply(new WatchedBook(book)));
  }

  @Override
  public <T> T look(Function<Book, T> work) {
    return books.look(book -> work.apply(new WatchedBook(book)));
  }

  /// The canary words in some bytes.
  public static Set<String> canariesIn(Octets bytes) {
    String text = bytes.shown();
    int first = text.indexOf("canary-");
    if (first < 0) {
      return Set.of();
    }
    Set<String> found = new TreeSet<>();
    Matcher matcher = CANARY.matcher(text);
    for (int from = first; matcher.find(from); from = matcher.end()) {
      found.add(matcher.group());
    }
    return found;
  }

  private void watch(Octets bytes) {
    Set<String> found = canariesIn(bytes);
    if (!found.isEmpty()) {
      canaries.put(bytes.digest(), found);
    }
  }

  private final class WatchedBook implements Book {

    private final Book book;

    WatchedBook(Book book) {
      this.book = book;
    }

    @Override
    public Documents documents() {
      return new WatchedDocuments(book.documents());
    }

    @Override
    public Histories histories() {
      return new WatchedHistories(book.histories());
    }

    @Override
    public LogNodes log() {
      return new WatchedLog(book.log());
    }

    @Override
    public Outbox outbox() {
      return book.outbox();
    }

    @Override
    public Inbox inbox() {
      return plan.has(Without.DEDUPE) ? new Forgetful(book.inbox()) : book.inbox();
    }

    @Override
    public Links links() {
      return book.links();
    }

    @Override
    public Cases cases() {
      return book.cases();
    }

    @Override
    public Conversations conversations() {
      return book.conversations();
    }

    @Override
    public Drafts drafts() {
      return book.drafts();
    }

    @Override
    public Replies replies() {
      return book.replies();
    }
  }

  private final class WatchedDocuments implements Documents {

    private final Documents documents;

    WatchedDocuments(Documents documents) {
      this.documents = documents;
    }

    @Override
    public Digest keep(Octets bytes) {
      watch(bytes);
      return documents.keep(bytes);
    }

    @Override
    public Optional<Octets> find(Digest digest) {
      return documents.find(digest);
    }

    @Override
    public void erase(Digest digest) {
      documents.erase(digest);
    }

    @Override
    public boolean wasErased(Digest digest) {
      return documents.wasErased(digest);
    }
  }

  private final class WatchedHistories implements Histories {

    private final Histories histories;

    WatchedHistories(Histories histories) {
      this.histories = histories;
    }

    @Override
    public List<Octets> events(Realm realm, String stream) {
      return histories.events(realm, stream);
    }

    @Override
    public int length(Realm realm, String stream) {
      return histories.length(realm, stream);
    }

    @Override
    public Optional<Octets> last(Realm realm, String stream) {
      return histories.last(realm, stream);
    }

    @Override
    public void append(Realm realm, String stream, int after, Octets event) {
      watch(event);
      histories.append(realm, stream, after, event);
    }

    @Override
    public List<String> streams(Realm realm, String prefix) {
      if (prefix.equals("checkpoints/of/") && plan.has(Without.GOSSIP)) {
        return List.of();
      }
      return histories.streams(realm, prefix);
    }
  }

  private final class WatchedLog implements LogNodes {

    private final LogNodes log;

    WatchedLog(LogNodes log) {
      this.log = log;
    }

    @Override
    public long size() {
      return log.size();
    }

    @Override
    public Octets entry(long index) {
      return log.entry(index);
    }

    @Override
    public void append(Octets entry) {
      Checked<JournalEntry> read = JournalEntry.read(entry);
      if (!(read instanceof Checked.Sound<JournalEntry>(JournalEntry sound, _))
          || !sound.at().equals(clock.get())) {
        foreignTimes++;
      }
      log.append(entry);
    }

    @Override
    public Optional<Digest> node(int level, long index) {
      return log.node(level, index);
    }

    @Override
    public void keepNode(int level, long index, Digest hash) {
      log.keepNode(level, index, hash);
    }
  }
}
