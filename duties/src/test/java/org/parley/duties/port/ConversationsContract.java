package org.parley.duties.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.duties.port.Samples.EXERCISE;
import static org.parley.duties.port.Samples.NOON;
import static org.parley.duties.port.Samples.REAL;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.core.casefile.view.Folded;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.ledger.NextStep;
import org.parley.core.people.Relation;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.messages.Conversations;
import org.parley.duties.port.messages.Conversations.Filter;
import org.parley.duties.port.messages.Conversations.Line;
import org.parley.duties.port.messages.Conversations.Order;
import org.parley.duties.port.messages.Conversations.Page;
import org.parley.duties.port.messages.Conversations.Place;
import org.parley.duties.port.messages.Conversations.Readers;
import org.parley.duties.port.messages.Conversations.Turn;
import org.parley.duties.port.messages.Drafts;

/// What every store of conversations at a glance, and of drafts, does.
interface ConversationsContract extends OpenBooks {

  OfficeId TECHNICAL = OfficeId.parse("XA/technical").orElseThrow();
  OfficeId POLICY = OfficeId.parse("XA/policy").orElseThrow();
  Readers TECHNICALS = new Readers(REAL, TECHNICAL, EnumSet.of(Relation.OFFICE, Relation.SHOWN));
  Page FIRST = new Page(Order.TURN, Optional.empty(), Conversations.MOST);

  static ConversationId talk(long number) {
    return new ConversationId(new UUID(0x4000, 0x8000_0000_0000_0000L + number));
  }

  static Line glance(Realm realm, long number, OfficeId office, Turn turn, Optional<Long> due) {
    String subject = "outage " + number;
    return new Line(
        new Conversations.Key(realm, office, talk(number)),
        Relation.OFFICE,
        new Conversations.Label(
            subject,
            List.of(OfficeId.parse("XB/policy").orElseThrow()),
            List.of("C3", "C5"),
            "TLP:AMBER",
            Folded.of(subject + " XB/policy 100%")),
        new Conversations.Awaits(turn, NextStep.OPEN_IT, due.map(NOON::plusSeconds)),
        new Conversations.Way(NOON, NOON.plusSeconds(number), 2, due.map(NOON::plusSeconds)));
  }

  private void write(Line... lines) {
    for (Line line : lines) {
      doing(book -> book.conversations().put(line.key().realm(), line.key().id(), List.of(line)));
    }
  }

  private List<Line> read(Readers readers, Filter filter, Page page) {
    return listed(book -> book.conversations().list(readers, filter, page));
  }

  @Test
  default void eachOfficeSeesItsOwnLineOfAConversationAndNoOther() {
    Line ours = glance(REAL, 1, TECHNICAL, Turn.OURS, Optional.of(60L));
    Line theirs = glance(REAL, 1, POLICY, Turn.THEIRS, Optional.empty());
    doing(book -> book.conversations().put(REAL, talk(1), List.of(ours, theirs)));

    assertThat(read(TECHNICALS, Filter.ALL, FIRST)).containsExactly(ours);
    Readers policy = new Readers(REAL, POLICY, Set.of(Relation.OFFICE));
    assertThat(read(policy, Filter.ALL, FIRST)).containsExactly(theirs);
    assertThat(read(new Readers(REAL, POLICY, Set.of(Relation.SHOWN)), Filter.ALL, FIRST))
        .isEmpty();
    assertThat(read(new Readers(REAL, POLICY, Set.of()), Filter.ALL, FIRST)).isEmpty();
    Readers exercise = new Readers(EXERCISE, TECHNICAL, Set.of(Relation.OFFICE));
    assertThat(read(exercise, Filter.ALL, FIRST)).isEmpty();
    assertThat(counted(book -> book.conversations().find(policy, talk(2)).isPresent() ? 1 : 0))
        .isZero();
  }

  @Test
  default void newLinesTakeThePlaceOfTheOld() {
    write(glance(REAL, 1, TECHNICAL, Turn.OURS, Optional.of(60L)));
    Line later = glance(REAL, 1, TECHNICAL, Turn.NOBODY, Optional.empty());
    write(later);

    assertThat(read(TECHNICALS, Filter.ALL, FIRST)).containsExactly(later);
    doing(book -> book.conversations().put(REAL, talk(1), List.of()));
    assertThat(read(TECHNICALS, Filter.ALL, FIRST)).isEmpty();
    assertThat(counted(book -> book.conversations().knows(REAL, talk(1)) ? 1 : 0)).isZero();
  }

  @Test
  default void pagesFollowOneAnotherWithoutGapOrDouble() {
    List<Line> lines = new ArrayList<>();
    Random random = new Random(7);
    for (int number = 1; number <= 60; number++) {
      Turn turn = Turn.values()[random.nextInt(Turn.values().length)];
      Optional<Long> due =
          random.nextInt(3) == 0 ? Optional.empty() : Optional.of((long) random.nextInt(5));
      lines.add(glance(REAL, number, TECHNICAL, turn, due));
    }
    Collections.shuffle(lines, random);
    write(lines.toArray(Line[]::new));

    for (Order order : Order.values()) {
      List<Line> whole = read(TECHNICALS, Filter.ALL, new Page(order, Optional.empty(), 500));
      List<Line> paged = new ArrayList<>();
      Optional<Place> after = Optional.empty();
      do {
        List<Line> page = read(TECHNICALS, Filter.ALL, new Page(order, after, 7));
        paged.addAll(page);
        after = page.isEmpty() ? Optional.empty() : Optional.of(Place.of(page.getLast(), order));
      } while (after.isPresent());
      assertThat(paged).as("%s", order).hasSize(60).isEqualTo(whole);
      assertThat(whole)
          .extracting(line -> Place.of(line, order).key())
          .isSortedAccordingTo(Long::compare);
    }
    assertThat(read(TECHNICALS, Filter.ALL, FIRST).getFirst().awaits().turn()).isEqualTo(Turn.OURS);
  }

  @Test
  default void aFilterLetsThroughWhatFitsAndItsPatternsAreTakenWordForWord() {
    write(
        glance(REAL, 1, TECHNICAL, Turn.OURS, Optional.of(60L)),
        glance(REAL, 2, TECHNICAL, Turn.THEIRS, Optional.empty()));

    assertThat(read(TECHNICALS, new Filter(Set.of(Turn.THEIRS), "", "", Set.of()), FIRST))
        .hasSize(1);
    Set<Turn> any = Set.of(Turn.values());
    assertThat(read(TECHNICALS, new Filter(any, "outage 2", "", Set.of()), FIRST)).hasSize(1);
    assertThat(read(TECHNICALS, new Filter(any, "100%", "", Set.of()), FIRST)).hasSize(2);
    assertThat(read(TECHNICALS, new Filter(any, "1%0", "", Set.of()), FIRST)).isEmpty();
    assertThat(read(TECHNICALS, new Filter(any, "", "XB", Set.of("C5")), FIRST)).hasSize(2);
    assertThat(read(TECHNICALS, new Filter(any, "", "X", Set.of()), FIRST)).isEmpty();
    assertThat(read(TECHNICALS, new Filter(any, "", "", Set.of("C")), FIRST)).isEmpty();
    assertThat(read(TECHNICALS, new Filter(any, "", "", Set.of("C4", "C9")), FIRST)).isEmpty();
    assertThat(read(TECHNICALS, new Filter(any, "", "", Set.of("C4", "C5")), FIRST)).hasSize(2);
    assertThat(read(TECHNICALS, new Filter(Set.of(), "", "", Set.of()), FIRST)).isEmpty();
    Map<Turn, Long> counts = new java.util.EnumMap<>(Turn.class);
    doing(book -> counts.putAll(book.conversations().count(TECHNICALS, Filter.ALL)));
    assertThat(counts).containsEntry(Turn.OURS, 1L).containsEntry(Turn.THEIRS, 1L).hasSize(2);
  }

  @Test
  default void whatHasPassedIsFoundOnce() {
    Line ours = glance(REAL, 1, TECHNICAL, Turn.OURS, Optional.of(60L));
    Line theirs = glance(REAL, 1, POLICY, Turn.THEIRS, Optional.of(60L));
    doing(book -> book.conversations().put(REAL, talk(1), List.of(ours, theirs)));
    write(glance(REAL, 2, TECHNICAL, Turn.OURS, Optional.empty()));
    write(glance(EXERCISE, 3, TECHNICAL, Turn.OURS, Optional.of(1L)));

    assertThat(listed(book -> book.conversations().passed(REAL, NOON.plusSeconds(61))))
        .containsExactly(talk(1));
    assertThat(listed(book -> book.conversations().passed(REAL, NOON.plusSeconds(60)))).isEmpty();
  }

  static Drafts.Draft draft(long id, OfficeId office, long second, String content) {
    return new Drafts.Draft(
        new UUID(1, id), REAL, office, NOON.plusSeconds(second), "C3", Octets.of(content));
  }

  @Test
  default void aDraftIsKeptChangedAndThrownAway() {
    doing(book -> {
      book.drafts().keep(draft(1, TECHNICAL, 0, "one"));
      book.drafts().keep(draft(2, TECHNICAL, 5, "two"));
      book.drafts().keep(draft(3, POLICY, 9, "sealed from the others"));
      book.drafts().keep(draft(1, TECHNICAL, 1, "one, longer"));
    });

    assertThat(listed(book -> book.drafts().list(REAL, TECHNICAL)))
        .containsExactly(draft(2, TECHNICAL, 5, "two"), draft(1, TECHNICAL, 1, "one, longer"));
    assertThat(
            counted(
                book -> (int) book.drafts().find(REAL, TECHNICAL, new UUID(1, 3)).stream().count()))
        .isZero();
    doing(book -> book.drafts().remove(EXERCISE, new UUID(1, 1)));
    doing(book -> book.drafts().remove(REAL, new UUID(1, 2)));
    assertThat(listed(book -> book.drafts().list(REAL, TECHNICAL)))
        .containsExactly(draft(1, TECHNICAL, 1, "one, longer"));
    assertThatThrownBy(() ->
            listed(book -> {
              book.drafts().keep(draft(4, TECHNICAL, 0, "in a look"));
              return List.of();
            }))
        .isInstanceOf(IllegalStateException.class);
  }
}
