package org.parley.desk.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.desk.workbench.TrialScale.TRIAL;
import static org.parley.desk.workbench.TrialScale.changed;
import static org.parley.desk.workbench.TrialScale.changedLines;
import static org.parley.desk.workbench.TrialScale.form;
import static org.parley.desk.workbench.TrialScale.library;
import static org.parley.desk.workbench.TrialScale.made;
import static org.parley.desk.workbench.TrialScale.sound;
import static org.parley.desk.workbench.TrialScale.values;
import static org.parley.desk.workbench.TrialScale.wrong;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Matrices, gates and computed scores: written by forms, and those of the library opened in them,
/// changed and the rest of their text left alone.
class WholeRuleTest {

  @Test
  void aMatrixOfTheLibraryIsATableWhoseCellsAreChangedOneByOne() throws Exception {
    String text = library("uk/ncsc/2018-04");
    DraftForm form = values(text);

    DraftForm.Grid none = form.grids().getFirst();
    assertThat(form.grids()).hasSize(5);
    assertThat(none.says()).isEqualTo("Nobody");
    assertThat(none.columns()).hasSize(5).last().asString().isEqualTo("Sustained");
    assertThat(none.rows()).hasSize(5).allMatch(row -> row.cells().size() == 5);
    assertThat(none.rows().get(4).says()).isEqualTo("Large ones");
    assertThat(none.rows().get(4).cells().get(3)).hasSize(2);
    String after =
        form.changed(
            text,
            Map.of(
                "rule/cells/none/large/attack/~level", "moderate",
                "rule/cells/none/large/considerable-risk/~source", "table",
                "rule/cells/population/none/attack", "unsaid"));

    assertThat(changedLines(text, after))
        .containsExactly(
            "considerable-risk: {substantial: table}",
            "attack: {moderate: repeated/category-3}",
            "attack: unsaid");
    sound(after);
  }

  @Test
  void aLadderBecomesAMatrixOfWhatCanBeChosen() {
    String matrix =
        changed(
            made(TRIAL, PartKind.MATRIX, "down=publicSafety; across=recoverability; cite=trial"));

    assertThat(matrix)
        .contains("  matrix: [publicSafety, recoverability]\n  cite: trial\n  cells:\n    none:\n")
        .contains("      regular: unsaid\n")
        .contains("publicSafety: {fact: publicSafety, cite: trial}")
        .doesNotContain("ladder");
    sound(matrix);
    String graded = values(matrix).changed(matrix, Map.of("rule/cells/none/regular", "grave"));
    assertThat(changedLines(matrix, graded)).containsExactly("regular: grave");
    sound(graded);
    assertThat(form(matrix).kinds()).doesNotContain(PartKind.MATRIX);
    assertThat(
            wrong(
                made(TRIAL, PartKind.MATRIX, "down=publicSafety; across=publicSafety; cite=trial")))
        .isEqualTo(Map.of("across", "taken"));
  }

  @Test
  void aMatrixCountsCriteriaThatOnlyATableUses() {
    String one =
        changed(made(TRIAL, PartKind.CRITERION, "key=harm; asked=publicSafety; cite=trial"));
    String two =
        changed(
            made(
                one,
                PartKind.MATRIX,
                "down=harm; across=recoverability; layer=serviceClass; cite=trial"));

    assertThat(two).contains("matrix: [serviceClass, harm, recoverability]");
    sound(two);
    assertThat(values(two).grids().size()).isGreaterThan(2);
  }

  @Test
  void aGateStandsBeforeTheRuleWhichKeepsItsLines() {
    String gated =
        changed(
            made(
                TRIAL,
                PartKind.GATE,
                "fact=downtime; test=over; value=PT1H; closed=mild; cite=trial"));

    assertThat(gated)
        .contains(
            "rule:\n"
                + "  gate: {downtime: {over: PT1H}}\n"
                + "  closed: mild\n"
                + "  open:\n"
                + "    ladder:   # kept\n")
        .contains("    cite: trial\n  cite: trial\n");
    sound(gated);
    assertThat(form(gated).kinds()).contains(PartKind.ROW).doesNotContain(PartKind.GATE);
    String row =
        changed(
            made(
                gated,
                PartKind.ROW,
                "level=grave; fact=usersAffected; test=over; value=5; cite=trial"));
    assertThat(row).contains("{usersAffected: {over: 5}, cite: trial}");
    sound(row);
  }

  @Test
  void theGateOfALibrarysScaleTakesAnotherQuestionAndLosesOne() throws Exception {
    String text = library("eu/dora/2024-1772");
    String question =
        changed(
            made(
                text,
                PartKind.QUESTION,
                "place=rule/gate/any; fact=malicious; value=established; test=is; cite=art-6"));

    List<String> lines = new ArrayList<>(question.lines().toList());
    assertThat(lines.remove("      - {malicious: established, cite: art-6}")).isTrue();
    assertThat(lines).isEqualTo(text.lines().toList());
    sound(question);
    String closed = values(text).changed(text, Map.of("rule/closed", "out-of-scope"));
    assertThat(changedLines(text, closed)).containsExactly("closed: out-of-scope");
    String fewer = changed(new PartWork(form(question)).without("rule/gate/any/3"));
    assertThat(fewer).isEqualTo(text);
    assertThat(form(text).choices("place"))
        .extracting(FormField.Choice::value)
        .contains(
            "rule/open/ladder/major/any",
            "rule/open/ladder/major/any/1/countOf",
            "rule/open/ladder/major/any/1/countOf/2/any/1/all");
  }

  @Test
  void aComputedScoreOfTheLibraryIsAFormulaThatIsChangedAlone() throws Exception {
    String text = library("eu/enisa-breach/2013");
    PartForm form = form(text);
    Map<String, String> present = new LinkedHashMap<>();
    PartKind.SCORE
        .fields()
        .forEach(field -> present.put(field, form.present(PartKind.SCORE, field)));

    assertThat(present)
        .containsEntry(
            "formula", "min(4, max(1, basicContext + adjustment)) * identification + circumstances")
        .containsEntry("bands", "0, 2, 3, 4")
        .containsEntry("decimals", "2");
    assertThat(changed(new PartWork(form).with(PartKind.SCORE, present))).isEqualTo(text);
    present.put("bands", "0, 2, 3, 5");
    String bands = changed(new PartWork(form).with(PartKind.SCORE, present));
    assertThat(changedLines(text, bands)).containsExactly("bands: [0, 2, 3, 5]");
    present.put("formula", "max(1, basicContext) * identification + circumstances");
    String other = changed(new PartWork(form(bands)).with(PartKind.SCORE, present));
    assertThat(other)
        .contains(
            "{sum: [{product: [{max: [1, basicContext]}, identification]}, circumstances]}\n"
                + "  bands");
    sound(other);
    present.put("formula", "basicContext + nothing");
    assertThat(wrong(new PartWork(form).with(PartKind.SCORE, present)))
        .isEqualTo(Map.of("formula", "criteria"));
    present.put("formula", "basicContext +");
    assertThat(wrong(new PartWork(form).with(PartKind.SCORE, present)))
        .isEqualTo(Map.of("formula", "formula"));
    present.put("formula", "basicContext");
    present.put("decimals", "7");
    assertThat(wrong(new PartWork(form).with(PartKind.SCORE, present)))
        .isEqualTo(Map.of("decimals", "numbers"));
  }

  @Test
  void aLadderBecomesAComputedScore() {
    String one =
        changed(
            made(
                TRIAL,
                PartKind.CRITERION,
                "key=harm; asked=publicSafety; points=0, 1, 2; cite=trial"));
    String scored =
        changed(
            made(
                one,
                PartKind.SCORE,
                "formula=min(3, harm * 2); bands=0, 2.5; decimals=1; cite=trial"));

    assertThat(scored)
        .contains(
            "{score: {min: [3, {product: [harm, 2]}]}, bands: [0, 2.5], shown: {decimals: 1}");
    sound(scored);
  }
}
