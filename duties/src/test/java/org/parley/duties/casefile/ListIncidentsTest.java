package org.parley.duties.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.fact.FactKey;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Pap;
import org.parley.core.handling.Tlp;
import org.parley.duties.port.Cases;

/// What lines of lists bear, and how lists come back that were lost.
class ListIncidentsTest {

  private final CaseworkTest desk = new CaseworkTest();

  @Test
  void aLineBearsTheStrictestMarkingOfWhatItsReadersSeeAndNoOther() {
    desk.report(1, "Gateway down").orThrow();
    new ShowToOffice(desk.work)
        .run(
            CaseworkTest.REAL,
            CaseworkTest.id(1),
            CaseworkTest.MINISTRY,
            Optional.empty(),
            CaseworkTest.OFFICER)
        .orThrow();
    Marking whole = desk.read(CaseworkTest.OFFICER).what().marking().whole();
    assertThat(desk.list(CaseworkTest.OFFICER).lines().getFirst().marking()).isEqualTo(whole);
    new StateFacts(desk.work)
        .run(
            CaseworkTest.REAL,
            CaseworkTest.id(1),
            new Stating(
                List.of(CaseworkTest.yes("malicious")),
                Map.of(FactKey.of("malicious"), Marking.of(Tlp.RED, Pap.RED)),
                Optional.empty(),
                Optional.empty()),
            CaseworkTest.OFFICER)
        .orThrow();

    assertThat(desk.list(CaseworkTest.OFFICER).lines().getFirst().marking())
        .isEqualTo(whole.with(Marking.of(Tlp.RED, Pap.RED)));
    assertThat(desk.list(CaseworkTest.DIPLOMAT).lines().getFirst().marking()).isEqualTo(whole);
    assertThat(desk.list(CaseworkTest.OPERATOR).lines().getFirst().marking()).isEqualTo(whole);
  }

  @Test
  void listsThatAreNotWholeAreWrittenAnewFromTheEvents() {
    for (int number = 1; number <= 3; number++) {
      desk.report(number, "Incident " + number).orThrow();
      new ShowToOffice(desk.work)
          .run(
              CaseworkTest.REAL,
              CaseworkTest.id(number),
              CaseworkTest.MINISTRY,
              Optional.empty(),
              CaseworkTest.OFFICER)
          .orThrow();
    }
    new StateFacts(desk.work)
        .run(
            CaseworkTest.REAL,
            CaseworkTest.id(2),
            new Stating(
                List.of(CaseworkTest.yes("malicious")),
                Map.of(),
                Optional.empty(),
                Optional.empty()),
            CaseworkTest.OFFICER)
        .orThrow();
    List<List<Cases.Line>> before = all();
    desk.now = desk.now.plus(Duration.ofDays(3));
    assertThat(new ListIncidents(desk.work).repair(CaseworkTest.REAL)).isZero();

    for (int number : List.of(1, 3)) {
      desk.books.change(book -> {
        book.cases().put(CaseworkTest.REAL, CaseworkTest.id(number), List.of());
        return true;
      });
    }
    assertThat(all()).isNotEqualTo(before);

    assertThat(new ListIncidents(desk.work).repair(CaseworkTest.REAL)).isEqualTo(3);
    assertThat(all()).isEqualTo(before);
    assertThat(new ListIncidents(desk.work).repair(CaseworkTest.REAL)).isZero();
  }

  private List<List<Cases.Line>> all() {
    return List.of(
        desk.list(CaseworkTest.OFFICER).lines(),
        desk.list(CaseworkTest.DIPLOMAT).lines(),
        desk.list(CaseworkTest.OPERATOR).lines());
  }
}
