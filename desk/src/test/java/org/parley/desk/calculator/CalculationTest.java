package org.parley.desk.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.scale.ScaleEdition;
import org.parley.desk.Classifiers;
import org.parley.desk.Shelf;
import org.parley.formats.library.EditionName;
import org.parley.formats.library.Library;

class CalculationTest {

  private static final Library LIBRARY = Shelf.library(Optional.of(Path.of("../library")));
  private static final Shelf SHELF = Shelf.open(LIBRARY, "en");
  private static final Classifiers CLASSIFIERS = new Classifiers(LIBRARY.catalogue());
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static List<ScaleEdition> editions(String... names) {
    List<ScaleEdition> editions = new ArrayList<>();
    for (EditionName name : LIBRARY.editions()) {
      if (List.of(names).contains(name.scale().toString())) {
        editions.add(LIBRARY.edition(name).orThrow());
      }
    }
    return editions;
  }

  private static Calculation calculation(Answers answers, String... scales) {
    return new Calculation(SHELF, CLASSIFIERS, editions(scales), DAY, answers);
  }

  private static Calculation reopened(String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String part : query.split("&")) {
      String[] sides = part.split("=", 2);
      parameters.computeIfAbsent(decoded(sides[0]), _ -> new ArrayList<>()).add(decoded(sides[1]));
    }
    Permalink.Opened opened = Permalink.open(parameters, LIBRARY, DAY).orThrow();
    return new Calculation(SHELF, CLASSIFIERS, opened.editions(), opened.day(), opened.answers());
  }

  private static String decoded(String text) {
    return java.net.URLDecoder.decode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void without_an_answer_nothing_is_assumed_to_be_nought() {
    Calculation calculation = calculation(Answers.none(), "uk/ncsc");
    assertThat(calculation.results().getFirst().isSettled()).isFalse();
    assertThat(calculation.results().getFirst().ladder())
        .filteredOn(Result.Rung::possible)
        .hasSizeGreaterThan(1);
    assertThat(calculation.open()).isNotEmpty();
    assertThat(calculation.answered()).isEmpty();
  }

  @Test
  void an_answer_never_widens_the_range_and_leaves_the_open_questions() {
    Calculation before = calculation(Answers.none(), "es/rd-43-2021", "uk/ncsc");
    Field first =
        before.open().stream()
            .filter(field -> field.kind() instanceof Field.Kind.OneOf)
            .findFirst()
            .orElseThrow();
    Field.Kind.OneOf kind = (Field.Kind.OneOf) first.kind();
    Answers answers = Answers.none().with(first.key().toString(), kind.options().getLast().value());
    Calculation after = calculation(answers, "es/rd-43-2021", "uk/ncsc");
    for (int place = 0; place < before.results().size(); place++) {
      assertThat(before.results().get(place).classification().outcome().possible())
          .containsAll(after.results().get(place).classification().outcome().possible());
    }
    assertThat(after.open()).extracting(Field::key).doesNotContain(first.key());
    assertThat(after.answered()).extracting(Field::key).containsExactly(first.key());
  }

  @Test
  void a_permalink_gives_the_same_result_again() {
    Answers answers =
        Answers.none()
            .with("usersAffected", "30000..50000")
            .with("downtime", "PT30H")
            .with("actorClass", "criminal|hacktivist")
            .with("dataCompromised", "[personal]")
            .with("directLoss~", "100000 EUR..600000 EUR");
    Calculation one = calculation(answers, "us/cisa-nciss", "es/rd-43-2021", "eu/dora");
    assertThat(one.problems()).isEmpty();
    Calculation again = reopened(one.permalink());
    assertThat(again.permalink()).isEqualTo(one.permalink());
    for (int place = 0; place < one.results().size(); place++) {
      assertThat(again.results().get(place).classification())
          .isEqualTo(one.results().get(place).classification());
    }
  }

  @Test
  void a_permalink_made_with_another_text_of_the_edition_is_refused() {
    String query = calculation(Answers.none(), "uk/ncsc").permalink();
    String forged = query.replaceFirst(":[0-9a-f]{16}", ":0123456789abcdef");
    assertThat(forged).isNotEqualTo(query);
    Map<String, List<String>> parameters =
        Map.of(
            "scale", List.of(decoded(forged.replaceFirst("scale=", "").replaceFirst("&.*", ""))));
    assertThat(Permalink.open(parameters, LIBRARY, DAY))
        .isInstanceOfSatisfying(
            Checked.Refused.class,
            refused ->
                assertThat(((Checked.Refused<?>) refused).issues().getFirst().code())
                    .isEqualTo(IssueCode.EDITION_DIFFERS));
  }

  @Test
  void an_answer_that_cannot_be_taken_is_told_at_its_question_and_counts_as_unknown() {
    Answers answers =
        Answers.none()
            .with("usersAffected", "many")
            .with("downtime", "PT30H")
            .with("nonsense", "1");
    Calculation calculation = calculation(answers, "es/rd-43-2021");
    assertThat(calculation.problems())
        .extracting(issue -> issue.place().document())
        .containsExactlyInAnyOrder("usersAffected", "nonsense");
    Field wrong = calculation.answered().getFirst();
    assertThat(wrong.key().toString()).isEqualTo("usersAffected");
    assertThat(wrong.problem()).isPresent();
    assertThat(wrong.shown().from()).isEqualTo("many");
    assertThat(calculation.results().getFirst().classification())
        .isEqualTo(
            calculation(Answers.none().with("downtime", "PT30H"), "es/rd-43-2021")
                .results()
                .getFirst()
                .classification());
  }

  @Test
  void answers_that_the_world_does_not_allow_together_are_told() {
    Answers answers = Answers.none().with("usersAffected", "5000").with("usersTotal", "400");
    assertThat(calculation(answers, "es/rd-43-2021").problems())
        .extracting(issue -> issue.code())
        .containsExactly(IssueCode.CONSTRAINT_BROKEN);
  }

  @Test
  void the_account_names_reasons_and_what_would_change_the_level() {
    Answers answers = Answers.none().with("downtime", "PT30H").with("usersAffected", "40000");
    String account = calculation(answers, "es/rd-43-2021").results().getFirst().account(3);
    assertThat(account).contains("<ul class=\"telling\">").contains("annex");
  }
}
