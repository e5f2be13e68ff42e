package org.parley.duties.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.duties.port.Samples.NOON;
import static org.parley.duties.port.Samples.REAL;
import static org.parley.duties.port.Samples.XB;
import static org.parley.duties.port.Samples.digest;
import static org.parley.duties.port.Samples.parcel;
import static org.parley.duties.port.Samples.received;
import static org.parley.duties.port.Samples.slip;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.core.people.Relation;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.port.messages.Conversations;

/// What all books keep: whole changes, in a row, on disk when they return.
public abstract class BooksContract
    implements DocumentsContract,
        HistoriesContract,
        LogNodesContract,
        OutboxContract,
        InboxContract,
        LinksContract,
        CasesContract,
        ConversationsContract,
        RepliesContract {

  /// Ends the process that holds the books as roughly as can be, and opens what the disk holds.
  protected abstract void reopen();

  @Test
  void aChangeThatReturnedIsThereAfterReopening() {
    doing(this::writeEverywhere);

    reopen();

    assertThat(counted(this::writtenPlaces)).isEqualTo(11);
  }

  @Test
  void aChangeThatThrowsHasNotHappenedAnywhere() {
    assertThatThrownBy(() ->
            doing(book -> {
              writeEverywhere(book);
              throw new ArithmeticException("on purpose");
            }))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("on purpose");

    assertThat(counted(this::writtenPlaces)).isZero();
    reopen();
    assertThat(counted(this::writtenPlaces)).isZero();
    doing(this::writeEverywhere);
    assertThat(counted(this::writtenPlaces)).isEqualTo(11);
  }

  @Test
  void aChangeSeesWhatItWrote() {
    int seen =
        books()
            .change(book -> {
              writeEverywhere(book);
              return writtenPlaces(book);
            });

    assertThat(seen).isEqualTo(11);
  }

  @Test
  void changesRunOneAfterTheOther() throws Exception {
    int writers = 8;
    int each = 15;
    try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
      List<? extends Future<?>> all =
          IntStream.range(0, writers)
              .mapToObj(writer ->
                  threads.submit(() -> {
                    for (int number = 0; number < each; number++) {
                      doing(this::countUp);
                    }
                  }))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    }

    assertThat(listed(book -> book.histories().events(REAL, "count"))).hasSize(writers * each);
    assertThat(entries()).isEqualTo(writers * each);
  }

  private void countUp(Book book) {
    int there = book.histories().events(REAL, "count").size();
    book.histories().append(REAL, "count", there, Octets.of("" + there));
    book.log().append(Octets.of("" + there));
  }

  @Test
  void aLookNeverSeesHalfAChange() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<?> writing =
          threads.submit(() -> {
            for (int number = 0; number < 60; number++) {
              doing(this::countUp);
            }
          });
      while (!writing.isDone()) {
        boolean level =
            holds(book -> {
              int events = book.histories().events(REAL, "count").size();
              return events == book.log().size();
            });
        assertThat(level).as("events and entries are written together").isTrue();
      }
      writing.get();
    }
  }

  @Test
  void aLookWritesNothing() {
    List<Consumer<Book>> writes =
        List.of(
            book -> book.documents().keep(Octets.of("words")),
            book -> book.documents().erase(digest("words")),
            book -> book.histories().append(REAL, "a", 0, Octets.of("words")),
            book -> book.log().append(Octets.of("words")),
            book -> book.log().keepNode(0, 0, digest("words")),
            book -> book.outbox().add(parcel("words", XB)),
            book -> book.outbox().tried(digest("words"), NOON, "no answer"),
            book -> book.outbox().done(digest("words")),
            book -> book.inbox().add(received("parcel", "slip")),
            book -> book.links().sent(REAL, XB, slip(1)),
            book -> book.links().received(REAL, XB, slip(1)));

    for (Consumer<Book> write : writes) {
      assertThatThrownBy(() ->
              holds(book -> {
                write.accept(book);
                return true;
              }))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(counted(this::writtenPlaces)).isZero();
  }

  @Test
  void aBookIsNotKeptBeyondItsChange() {
    Documents kept = books().change(Book::documents);

    assertThatThrownBy(() -> kept.find(digest("words"))).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> kept.keep(Octets.of("words")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void changesAndLooksDoNotStandInsideOneAnother() {
    assertThatThrownBy(() -> doing(outer -> doing(this::writeEverywhere)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> books().change(outer -> counted(this::writtenPlaces)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> counted(outer -> books().change(this::writtenPlaces)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(counted(this::writtenPlaces)).isZero();
  }

  private void writeEverywhere(Book book) {
    book.documents().keep(Octets.of("document"));
    book.histories().append(REAL, "stream", 0, Octets.of("event"));
    book.log().append(Octets.of("entry"));
    book.outbox().add(parcel("parcel", XB));
    book.inbox().add(received("came", "slip"));
    book.links().sent(REAL, XB, slip(1));
    book.links().received(REAL, XB, slip(1));
    book.cases()
        .put(
            REAL,
            CasesContract.id(1),
            List.of(CasesContract.line(REAL, 1, CSIRT, Relation.OFFICE, "written")));
    book.conversations()
        .put(
            REAL,
            ConversationsContract.talk(1),
            List.of(
                ConversationsContract.glance(
                    REAL, 1, TECHNICAL, Conversations.Turn.OURS, Optional.empty())));
    book.drafts().keep(ConversationsContract.draft(1, TECHNICAL, 1, "written"));
    book.replies().keep(RepliesContract.reply(1, "written", 0));
  }

  private int writtenPlaces(Book book) {
    Digest document = digest("document");
    return (int)
        List.of(
                book.documents().find(document).isPresent(),
                !book.histories().events(REAL, "stream").isEmpty(),
                book.log().size() == 1 && book.log().entry(0).equals(Octets.of("entry")),
                book.outbox().find(digest("parcel")).isPresent(),
                book.inbox().byParcel(digest("came")).isPresent(),
                book.links().lastSent(REAL, XB).isPresent(),
                book.links().received(REAL, XB, 1).isPresent(),
                book.cases().find(OFFICERS, CasesContract.id(1)).isPresent(),
                book.conversations().knows(REAL, ConversationsContract.talk(1)),
                RepliesContract.find(book, REAL, 1, "written").isPresent(),
                !book.drafts().list(REAL, TECHNICAL).isEmpty())
            .stream()
            .filter(written -> written)
            .count();
  }
}
