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
import org.parley.core.casefile.Stage;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.view.Audience;
import org.parley.core.casefile.view.Folded;
import org.parley.core.directory.OfficeId;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Pap;
import org.parley.core.handling.SecrecyGrade;
import org.parley.core.handling.Tlp;
import org.parley.core.people.Relation;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Cases.Filter;
import org.parley.duties.port.Cases.Line;
import org.parley.duties.port.Cases.Order;
import org.parley.duties.port.Cases.Page;
import org.parley.duties.port.Cases.Place;
import org.parley.duties.port.Cases.Readers;

interface CasesContract extends OpenBooks {

  Audience CSIRT = new Audience.Office(OfficeId.parse("XA/technical").orElseThrow());
  Audience MINISTRY = new Audience.Office(OfficeId.parse("XA/policy").orElseThrow());
  Audience OPERATOR = new Audience.Organisation(new UUID(9, 1));
  Readers OFFICERS = new Readers(REAL, Set.of(CSIRT), EnumSet.of(Relation.OFFICE, Relation.SHOWN));
  Marking MARKING =
      Marking.of(Tlp.AMBER_STRICT, Pap.GREEN)
          .graded(SecrecyGrade.parse("XA SECRET \\ two\nlines").orElseThrow())
          .withUnknown("STRAP \\n 2");
  Page ALL = new Page(Order.NUMBER, Optional.empty(), Cases.MOST);

  static CaseId id(long number) {
    return new CaseId(new UUID(0x4000, 0x8000_0000_0000_0000L + number));
  }

  static Line line(Realm realm, long number, Audience audience, Relation relation, String title) {
    return new Line(
        new Cases.Key(realm, id(number), number),
        audience,
        relation,
        new Cases.Label(title, Folded.of(title + " " + number), List.of("malware-type", "other")),
        new Cases.Way(Stage.REPORTED, NOON, NOON.plusSeconds(number), 1, 0),
        Cases.Gauge.NONE,
        MARKING);
  }

  private void put(Line... lines) {
    doing(book -> book.cases().put(lines[0].key().realm(), lines[0].key().id(), List.of(lines)));
  }

  private List<Line> list(Readers readers, Filter filter, Page page) {
    return listed(book -> book.cases().list(readers, filter, page));
  }

  private static Filter text(String typed) {
    return new Filter(Set.of(Stage.values()), Folded.of(typed), Optional.empty(), Optional.empty());
  }

  @Test
  default void eachCircleSeesItsOwnLineAndNoOther() {
    put(
        line(REAL, 1, CSIRT, Relation.OFFICE, "for the office"),
        line(REAL, 1, OPERATOR, Relation.OWN, "for the operator"));

    assertThat(list(OFFICERS, Filter.ALL, ALL))
        .extracting(each -> each.label().title())
        .containsExactly("for the office");
    Readers operator = new Readers(REAL, Set.of(OPERATOR), Set.of(Relation.OWN));
    assertThat(list(operator, Filter.ALL, ALL))
        .containsExactly(line(REAL, 1, OPERATOR, Relation.OWN, "for the operator"));
    Readers ministry = new Readers(REAL, Set.of(MINISTRY), EnumSet.allOf(Relation.class));
    assertThat(list(ministry, Filter.ALL, ALL)).isEmpty();
    assertThat(found(book -> book.cases().find(OFFICERS, id(1)))).isPresent();
    assertThat(found(book -> book.cases().find(ministry, id(1)))).isEmpty();
    assertThat(holds(book -> book.cases().count(ministry, Filter.ALL).isEmpty())).isTrue();
  }

  @Test
  default void nobodyAsksForEveryLine() {
    put(line(REAL, 1, CSIRT, Relation.OFFICE, "one"));

    for (Readers nobody :
        List.of(
            new Readers(REAL, Set.of(), EnumSet.allOf(Relation.class)),
            new Readers(REAL, Set.of(CSIRT), Set.of()),
            new Readers(REAL, Set.of(CSIRT), Set.of(Relation.OWN)),
            new Readers(EXERCISE, Set.of(CSIRT), EnumSet.allOf(Relation.class)))) {
      assertThat(list(nobody, Filter.ALL, ALL)).isEmpty();
      assertThat(found(book -> book.cases().find(nobody, id(1)))).isEmpty();
      assertThat(holds(book -> book.cases().count(nobody, Filter.ALL).isEmpty())).isTrue();
    }
    Filter noStage = new Filter(Set.of(), "", Optional.empty(), Optional.empty());
    assertThat(list(OFFICERS, noStage, ALL)).isEmpty();
  }

  @Test
  default void newLinesTakeThePlaceOfAllThatThereWere() {
    put(
        line(REAL, 1, CSIRT, Relation.OFFICE, "old"),
        line(REAL, 1, MINISTRY, Relation.SHOWN, "old"));
    put(line(EXERCISE, 1, CSIRT, Relation.OFFICE, "of the exercise"));
    put(line(REAL, 1, CSIRT, Relation.OFFICE, "new"));

    assertThat(list(OFFICERS, Filter.ALL, ALL))
        .extracting(each -> each.label().title())
        .containsExactly("new");
    Readers ministry = new Readers(REAL, Set.of(MINISTRY), EnumSet.allOf(Relation.class));
    assertThat(list(ministry, Filter.ALL, ALL)).isEmpty();
    Readers players = new Readers(EXERCISE, Set.of(CSIRT), Set.of(Relation.OFFICE));
    assertThat(list(players, Filter.ALL, ALL)).hasSize(1);
  }

  @Test
  default void titlesAreFoundInAnyScriptAndEveryCharacterStandsForItself() {
    put(line(REAL, 1, CSIRT, Relation.OFFICE, "Störung im Straßennetz"));
    put(line(REAL, 2, CSIRT, Relation.OFFICE, "Отказ шлюза Ёлка"));
    put(line(REAL, 3, CSIRT, Relation.OFFICE, "100% of_users! hit"));
    put(line(REAL, 4, CSIRT, Relation.OFFICE, "İstanbul hattı"));
    put(line(REAL, 5, CSIRT, Relation.OFFICE, "停電 ｶﾅ"));
    Map<String, Long> finds =
        Map.ofEntries(
            Map.entry("STORUNG", 1L),
            Map.entry("strassen", 1L),
            Map.entry("елка", 2L),
            Map.entry("0% of_", 3L),
            Map.entry("users!", 3L),
            Map.entry("istanbul", 4L),
            Map.entry("カナ", 5L));

    finds.forEach((typed, number) ->
        assertThat(list(OFFICERS, text(typed), ALL))
            .as(typed)
            .extracting(each -> each.key().number())
            .containsExactly(number));
    for (String nothing : List.of("0_ of", "' or 1=1 --", "u%s", "\\", "оtказ")) {
      assertThat(list(OFFICERS, text(nothing), ALL)).as(nothing).isEmpty();
    }
  }

  /// Whatever is asked, the answer is that of a plain list, page by page.
  @Test
  default void everyQuestionIsAnsweredLikeAPlainListWould() {
    long seed = 20261122;
    Random random = new Random(seed);
    List<Line> all = new ArrayList<>();
    for (int number = 1; number <= 60; number++) {
      Line line = drawn(random, number);
      all.add(line);
      put(line);
    }
    for (int round = 0; round < 60; round++) {
      Filter filter = drawnFilter(random);
      for (Order order : Order.values()) {
        List<Line> expected =
            all.stream()
                .filter(line -> passes(line, filter))
                .sorted((one, two) -> compare(one, two, order))
                .toList();
        List<Line> got = new ArrayList<>();
        Optional<Place> after = Optional.empty();
        List<Line> page;
        do {
          page = list(OFFICERS, filter, new Page(order, after, 7));
          got.addAll(page);
          after = page.isEmpty() ? after : Optional.of(Place.of(page.getLast(), order));
        } while (!page.isEmpty());
        assertThat(got).as("seed %d, %s, %s", seed, order, filter).isEqualTo(expected);
        long counted =
            books()
                .<Map<Stage, Long>>look(book -> book.cases().count(OFFICERS, filter))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        assertThat(counted).isEqualTo(expected.size());
      }
    }
  }

  private static Line drawn(Random random, int number) {
    Optional<Cases.Range> level =
        random.nextInt(4) == 0
            ? Optional.empty()
            : Optional.of(new Cases.Range(random.nextInt(3), 3 + random.nextInt(3)));
    return new Line(
        new Cases.Key(REAL, id(number), number),
        CSIRT,
        random.nextBoolean() ? Relation.OFFICE : Relation.SHOWN,
        new Cases.Label("t" + number % 7, "t" + number % 7, List.of()),
        new Cases.Way(
            Stage.values()[random.nextInt(6)],
            NOON,
            NOON.plusSeconds(random.nextInt(20)),
            random.nextInt(20),
            random.nextInt(2)),
        new Cases.Gauge(
            level,
            random.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(NOON.plusSeconds(random.nextInt(20)))),
        Marking.of(Tlp.values()[random.nextInt(5)]));
  }

  private static Filter drawnFilter(Random random) {
    List<Stage> stages = new ArrayList<>(List.of(Stage.values()));
    Collections.shuffle(stages, random);
    return new Filter(
        Set.copyOf(stages.subList(0, 1 + random.nextInt(6))),
        random.nextInt(3) == 0 ? "t" + random.nextInt(7) : "",
        random.nextInt(3) == 0 ? Optional.of(random.nextInt(7)) : Optional.empty(),
        random.nextInt(3) == 0
            ? Optional.of(NOON.plusSeconds(random.nextInt(20)))
            : Optional.empty());
  }

  private static boolean passes(Line line, Filter filter) {
    boolean grave =
        filter.atLeast().isEmpty()
            || line.gauge().level().isPresent()
                && line.gauge().level().get().gravest() >= filter.atLeast().get();
    boolean soon =
        filter.dueBefore().isEmpty()
            || line.gauge().due().isPresent()
                && line.gauge().due().get().isBefore(filter.dueBefore().get());
    return grave
        && soon
        && filter.stages().contains(line.way().stage())
        && line.label().folded().contains(filter.text());
  }

  private static int compare(Line one, Line two, Order order) {
    Place first = Place.of(one, order);
    Place second = Place.of(two, order);
    int byKey = Long.compare(first.key(), second.key());
    int directed = order == Order.DUE ? byKey : -byKey;
    return directed != 0 ? directed : Long.compare(second.number(), first.number());
  }

  @Test
  default void casesAreCountedOnceEachAndByRealm() {
    put(line(REAL, 1, CSIRT, Relation.OFFICE, "a"), line(REAL, 1, OPERATOR, Relation.OWN, "a"));
    put(line(REAL, 2, OPERATOR, Relation.OWN, "b"));
    put(line(EXERCISE, 3, CSIRT, Relation.OFFICE, "c"));

    assertThat(books().<Long>look(book -> book.cases().cases(REAL))).isEqualTo(2);
    assertThat(books().<Long>look(book -> book.cases().cases(EXERCISE))).isEqualTo(1);
    doing(book -> book.cases().put(REAL, id(2), List.of()));
    assertThat(books().<Long>look(book -> book.cases().cases(REAL))).isEqualTo(1);
  }

  @Test
  default void aLookPutsNoLine() {
    assertThatThrownBy(() ->
            holds(book -> {
              book.cases().put(REAL, id(1), List.of());
              return true;
            }))
        .isInstanceOf(IllegalStateException.class);
  }
}
