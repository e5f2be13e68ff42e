package org.parley.desk.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.desk.workbench.TrialScale.TRIAL;
import static org.parley.desk.workbench.TrialScale.changed;
import static org.parley.desk.workbench.TrialScale.changedLines;
import static org.parley.desk.workbench.TrialScale.made;
import static org.parley.desk.workbench.TrialScale.sound;
import static org.parley.desk.workbench.TrialScale.values;
import static org.parley.desk.workbench.TrialScale.wrong;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Conditions of many questions, and questions added to those that are there.
class LongConditionTest {

  @Test
  void aConditionHoldsManyQuestionsAllOneOfThemOrSoMany() {
    String three =
        "key=much; fact=downtime; test=over; value=PT1H; fact2=usersAffected; test2=over; value2=5;"
            + " fact5=publicSafety; test5=is; value5=life; cite=trial";

    String all = changed(made(TRIAL, PartKind.CONDITION, three));
    String many = changed(made(TRIAL, PartKind.CONDITION, three + "; joined=countOf; atleast=2"));

    assertThat(all)
        .contains(
            "much: {all: [{downtime: {over: PT1H}}, {usersAffected: {over: 5}}, {publicSafety:"
                + " life}], cite: trial}");
    assertThat(many).contains("{publicSafety: life}], atLeast: 2, cite: trial}");
    sound(all);
    sound(many);

    assertThat(wrong(made(TRIAL, PartKind.CONDITION, three + "; joined=countOf; atleast=4")))
        .isEqualTo(Map.of("atleast", "numbers"));
    String more =
        changed(
            made(
                all,
                PartKind.QUESTION,
                "place=conditions/much/all; fact=sectors; test=includes; value=health"));
    assertThat(more).contains("{publicSafety: life}, {sectors: {includes: health}}], cite: trial}");
    sound(more);
  }

  @Test
  void aConditionOfOneQuestionTakesASecondAndQuantitiesAreChangedInTheirPlaces() {
    String one =
        changed(
            made(
                TRIAL,
                PartKind.CONDITION,
                "key=long; fact=downtime; test=over; value=PT1H; cite=trial"));
    String two =
        changed(
            made(
                one,
                PartKind.QUESTION,
                "place=conditions/long; fact=usersAffected; test=over; value=5"));
    assertThat(two)
        .contains(
            "long: {all: [{downtime: {over: PT1H}, cite: trial}, {usersAffected: {over: 5}}]}");
    sound(two);
    String share =
        changed(
            made(
                two,
                PartKind.QUANTITY,
                "key=part; by=ratio; first=usersAffected; second=usersTotal"));
    String other = values(share).changed(share, Map.of("derived/part/ratio/0", "clientsAffected"));
    assertThat(changedLines(share, other))
        .containsExactly("part: {ratio: [clientsAffected, usersTotal]}");
  }
}
