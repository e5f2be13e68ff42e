package org.parley.core.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.core.terms.Certainty;
import org.parley.core.terms.Party;

class GradeTableTest {

  private static final Party ES = new Party("ES");
  private static final Party FR = new Party("FR");
  private static final Party PT = new Party("PT");
  private static final Party US = new Party("US");
  private static final LocalDate FIRST = LocalDate.of(2015, 12, 1);
  private static final LocalDate LAST = LocalDate.of(2030, 12, 31);

  private final GradeTable table =
      new GradeTable(
          "t",
          List.of(
              scheme(ES, Map.of(GradeRank.SECRET, List.of("RESERVADO"))),
              scheme(FR, Map.of(GradeRank.SECRET, List.of("SECRET"))),
              scheme(
                  PT,
                  Map.of(
                      GradeRank.SECRET, List.of("Secreto"),
                      GradeRank.RESTRICTED, List.of("Reservado"))),
              scheme(US, Map.of(GradeRank.SECRET, List.of("SECRET")))),
          List.of(
              new GradeAgreement(
                  "three",
                  "Of three",
                  new TreeSet<>(List.of(ES, FR, PT)),
                  FIRST,
                  Optional.of(LAST),
                  Certainty.UNCONFIRMED)));

  private static GradeScheme scheme(Party state, Map<GradeRank, List<String>> words) {
    return new GradeScheme(state, words, Certainty.SECONDARY);
  }

  private List<GradeTable.Equal> beside(Party state, String words, Party reader, LocalDate day) {
    return table.beside(new SecrecyGrade(state, words), reader, day);
  }

  @Test
  void aWordIsReadByItsIssuerAndNeverByItself() {
    assertThat(beside(ES, "RESERVADO", PT, FIRST))
        .singleElement()
        .satisfies(equal -> {
          assertThat(equal.rank()).isEqualTo(GradeRank.SECRET);
          assertThat(equal.words()).containsExactly("Secreto");
        });
    assertThat(beside(PT, "Reservado", ES, FIRST))
        .singleElement()
        .satisfies(equal -> {
          assertThat(equal.rank()).isEqualTo(GradeRank.RESTRICTED);
          assertThat(equal.words()).isEmpty();
        });
  }

  @Test
  void withoutAnAgreementOfBothThatHoldsOnTheDayNothingIsTold() {
    assertThat(beside(ES, "RESERVADO", FR, LAST)).hasSize(1);
    assertThat(beside(ES, "RESERVADO", FR, FIRST.minusDays(1))).isEmpty();
    assertThat(beside(ES, "RESERVADO", FR, LAST.plusDays(1))).isEmpty();
    assertThat(beside(US, "SECRET", FR, FIRST)).isEmpty();
    assertThat(beside(FR, "SECRET", US, FIRST)).isEmpty();
    assertThat(beside(FR, "SECRET", FR, FIRST)).isEmpty();
    assertThat(beside(FR, "TOUT SECRET", ES, FIRST)).isEmpty();
  }
}
