package org.parley.desk.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.desk.Shelf;
import org.parley.formats.library.Library;

class FormAnswersTest {

  private static final Library LIBRARY = Shelf.library(Optional.of(Path.of("../library")));

  private static Map<String, String> read(String decimalSign, Map<String, List<String>> controls) {
    return new FormAnswers(LIBRARY.knownFacts(), decimalSign)
        .read(Answers.none(), controls)
        .texts();
  }

  @Test
  void a_number_may_be_exact_or_from_one_to_another() {
    assertThat(read(".", Map.of("f.usersAffected", List.of("30 000"))))
        .containsEntry("usersAffected", "30000");
    assertThat(
            read(
                ".",
                Map.of("f.usersAffected", List.of("30000"), "to.usersAffected", List.of("50000"))))
        .containsEntry("usersAffected", "30000..50000");
    assertThat(
            read(".", Map.of("f.usersAffected", List.of(""), "to.usersAffected", List.of("500"))))
        .containsEntry("usersAffected", "..500");
  }

  @Test
  void a_span_of_time_carries_its_unit() {
    assertThat(read(".", Map.of("f.downtime", List.of("30"), "unit.downtime", List.of("hour"))))
        .containsEntry("downtime", "PT30H");
    assertThat(read(".", Map.of("f.downtime", List.of("2"), "unit.downtime", List.of("day"))))
        .containsEntry("downtime", "P2D");
    assertThat(read(".", Map.of("f.downtime", List.of("PT30H"), "unit.downtime", List.of("day"))))
        .containsEntry("downtime", "PT30H");
  }

  @Test
  void money_carries_its_currency_and_the_decimal_sign_of_the_language() {
    assertThat(
            read(
                ",",
                Map.of("f.directLoss", List.of("1 500,50"), "unit.directLoss", List.of("CHF"))))
        .containsEntry("directLoss", "1500.50 CHF");
  }

  @Test
  void none_of_a_set_is_an_answer_and_no_tick_at_all_is_not() {
    assertThat(read(".", Map.of("f.dataCompromised", List.of("", "none"))))
        .containsEntry("dataCompromised", "[]");
    assertThat(read(".", Map.of("f.dataCompromised", List.of("")))).isEmpty();
    assertThat(read(".", Map.of("f.dataCompromised", List.of("", "personal", "financial"))))
        .containsEntry("dataCompromised", "[personal,financial]");
  }

  @Test
  void a_control_that_is_left_empty_takes_the_answer_back() {
    Answers before = Answers.none().with("usersAffected", "5").with("downtime", "PT1H");
    Answers after =
        new FormAnswers(LIBRARY.knownFacts(), ".")
            .read(before, Map.of("f.usersAffected", List.of(" ")));
    assertThat(after.texts()).containsOnlyKeys("downtime");
  }

  @Test
  void the_controls_show_what_was_answered() {
    Field.Kind time = new Field.Kind.Amount(List.of(new Field.Option("hour", "hours")));
    assertThat(Shown.of(time, "PT30H"))
        .isEqualTo(new Shown(java.util.Set.of(), "30", "", "hour", ""));
    assertThat(Shown.of(time, "P2D.."))
        .isEqualTo(new Shown(java.util.Set.of(), "2", "", "day", ""));
    assertThat(Shown.of(new Field.Kind.Amount(List.of()), "5..9 EUR").to()).isEqualTo("9");
    assertThat(Shown.of(new Field.Kind.OneOf(List.of()), "a|b").other()).isEqualTo("a|b");
  }
}
