package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.ledger.NextStep;
import org.parley.core.people.Relation;
import org.parley.core.terms.Realm;
import org.parley.duties.port.messages.Conversations;
import org.parley.duties.port.messages.Conversations.Filter;
import org.parley.duties.port.messages.Conversations.Line;
import org.parley.duties.port.messages.Conversations.Order;
import org.parley.duties.port.messages.Conversations.Page;
import org.parley.duties.port.messages.Conversations.Readers;
import org.parley.duties.port.messages.Conversations.Turn;

/** A list reads as many lines as a page has, however much was said. */
class ManyConversationsTest {

  private static final Realm REAL = new Realm.Real();
  private static final OfficeId OFFICE = OfficeId.parse("XA/technical").orElseThrow();
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void aPageOfFiveHundredConversationsIsReadWithinAFewHundredthsOfASecond() {
    try (SqlBooks books = SqlBooks.open(folder.resolve("books.db"))) {
      books.change(book -> {
        for (int number = 0; number < 500; number++) {
          Line line = line(number);
          book.conversations().put(REAL, line.key().id(), List.of(line));
        }
        return true;
      });
      Readers readers = new Readers(REAL, OFFICE, Set.of(Relation.OFFICE));
      Page page = new Page(Order.TURN, Optional.empty(), 51);

      Duration best = Duration.ofDays(1);
      for (int round = 0; round < 20; round++) {
        long began = System.nanoTime();
        int lines =
            books.look(book -> {
              book.conversations().count(readers, Filter.ALL);
              return book.conversations().list(readers, Filter.ALL, page).size();
            });
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        best = took.compareTo(best) < 0 ? took : best;
        assertThat(lines).isEqualTo(51);
      }

      assertThat(best).isLessThan(Duration.ofMillis(50));
    }
  }

  private static Line line(int number) {
    Turn turn = Turn.values()[number % Turn.values().length];
    return new Line(
        new Conversations.Key(REAL, OFFICE, new ConversationId(new UUID(0x4000, number))),
        Relation.OFFICE,
        new Conversations.Label(
            "conversation " + number,
            List.of(OfficeId.parse("XB/technical").orElseThrow()),
            List.of("C3", "C5"),
            "TLP:AMBER",
            "conversation " + number + " xb/technical c3 c5"),
        new Conversations.Awaits(turn, NextStep.OPEN_IT, Optional.of(NOON.plusSeconds(number))),
        new Conversations.Way(NOON, NOON.plusSeconds(number), 20, Optional.empty()));
  }
}
