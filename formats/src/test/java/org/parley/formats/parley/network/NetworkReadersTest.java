package org.parley.formats.parley.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.states.StateEntry;
import org.parley.core.directory.states.States;
import org.parley.core.handling.GradeTable;
import org.parley.core.handling.SecrecyGrade;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.measure.Measure;
import org.parley.core.measure.Measures;
import org.parley.core.terms.Party;
import org.parley.formats.parley.Shipped;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;

/// The measures and the States as they ship, and what their readers refuse.
class NetworkReadersTest {

  private static Tree yaml(String text) {
    Issues issues = new Issues();
    Tree tree =
        Trees.read(text.getBytes(StandardCharsets.UTF_8), "test.yaml", Limits.DOCUMENT, issues)
            .orElseThrow();
    assertThat(issues.list()).isEmpty();
    return tree;
  }

  @Test
  void theSixteenMeasuresStandInTheTwoDecisions() {
    Measures measures =
        MeasuresReader.read(Shipped.parsed("measures/measures.yaml").tree()).orThrow();

    assertThat(measures.list()).extracting(Measure::number).hasSize(16).isSorted();
    assertThat(measures.list())
        .allSatisfy(each ->
            assertThat(each.source().source())
                .isEqualTo(each.number() <= 11 ? "pc-dec-1106" : "pc-dec-1202"));
    assertThat(measures.list()).allMatch(each -> !each.served().isEmpty());
  }

  @Test
  void theStatesAreFiftySevenAndElevenAndFictitiousOnes() {
    States states = StatesReader.read(Shipped.parsed("states/states.yaml").tree()).orThrow();

    Map<StateEntry.Standing, Integer> counted = new TreeMap<>();
    states.list().forEach(each -> counted.merge(each.standing(), 1, Integer::sum));
    assertThat(counted)
        .containsEntry(StateEntry.Standing.PARTICIPATING, 57)
        .containsEntry(StateEntry.Standing.MEDITERRANEAN, 6)
        .containsEntry(StateEntry.Standing.ASIAN, 5);
    assertThat(states.list())
        .allMatch(each ->
            States.isFictitious(each.code())
                == (each.standing() == StateEntry.Standing.FICTITIOUS));
    assertThat(states.find(new Party("NO"))).isPresent();
  }

  @Test
  void allThatIsWrongWithStatesIsToldAtOnce() {
    List<Issue> issues =
        StatesReader.read(
                yaml(
                    """
                    states: t
                    sources: {s: {text: t, certainty: official}}
                    list:
                      - {state: at, standing: participating, languages: [de], zone: Europe/Vienna}
                      - {state: XA, standing: asian, languages: [en], zone: Nowhere/Nothing}
                      - {state: XB, standing: asian, languages: [en], zone: UTC}
                      - {state: XB, standing: fictitious, languages: [en], zone: UTC}
                    aliases:
                      - {state: FR, name: Gaul, until: "51"}
                    """))
            .issues();

    assertThat(issues)
        .extracting(Issue::code)
        .contains(
            IssueCode.WRONG_TYPE,
            IssueCode.WRONG_SHAPE,
            IssueCode.DUPLICATE_KEY,
            IssueCode.UNKNOWN_NAME);
  }

  @Test
  void secrecyGradesStandInTheirStatesOwnWords() {
    GradeTable grades = GradesReader.read(Shipped.parsed("secrecy/grades.yaml").tree()).orThrow();

    LocalDate day = LocalDate.of(2026, 11, 22);
    SecrecyGrade reservado = new SecrecyGrade(new Party("ES"), "RESERVADO");
    assertThat(grades.beside(reservado, new Party("PT"), day))
        .singleElement()
        .satisfies(equal -> assertThat(equal.words()).containsExactly("Secreto"));
    assertThat(grades.beside(reservado, new Party("US"), day)).isEmpty();
    assertThat(grades.agreements())
        .filteredOn(each -> each.key().equals("eu-2011"))
        .singleElement()
        .satisfies(each -> assertThat(each.parties()).hasSize(27));
  }

  @Test
  void allThatIsWrongWithSecrecyGradesIsToldAtOnce() {
    List<Issue> issues =
        GradesReader.read(
                yaml(
                    """
                    grades: t
                    sources: {s: {text: t, certainty: official}}
                    list:
                      - {state: at, sure: official}
                      - {state: XA, sure: surely, secret: [A, B], restricted: [B]}
                      - {state: XB, sure: official, secret: [""]}
                      - {state: XB, sure: official}
                    agreements:
                      - {agreement: a, title: t, parties: [XB, XC], from: 2026-01-02, until: 2026-01-01, sure: official}
                    """))
            .issues();

    assertThat(issues)
        .extracting(Issue::code)
        .contains(
            IssueCode.WRONG_TYPE,
            IssueCode.UNKNOWN_OPTION,
            IssueCode.DUPLICATE_KEY,
            IssueCode.WRONG_SHAPE,
            IssueCode.UNKNOWN_NAME);
  }

  @Test
  void aMeasureOutOfOrderAndAPageWithoutAddressAreTold() {
    List<Issue> issues =
        MeasuresReader.read(
                yaml(
                    """
                    measures: t
                    sources: {s: {text: t, certainty: official}}
                    list:
                      - measure: 2
                        cite: s
                        acts: [csirt]
                        rhythm: always
                        served: [{by: x, how: page}, {by: y, how: not-yet, at: /z}]
                    """))
            .issues();

    assertThat(issues)
        .hasSize(3)
        .extracting(Issue::message)
        .anyMatch(message -> message.contains("1 comes next"));
  }
}
