package org.parley.formats.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.Issues;
import org.parley.core.response.ResponsePlan;
import org.parley.core.response.Within;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;

class PlanReaderTest {

  private final Library library = new Library(new FolderSource(Path.of("../library")));

  @Test
  void everyShippedPlanIsSound() {
    assertThat(library.plans()).containsExactly("es-rd-43-2021", "starter");
    assertThat(library.plans())
        .allSatisfy(name -> assertThat(library.plan(name).levels()).isNotEmpty());
  }

  @Test
  void spainAsksForTheFinalReportOfACriticalIncidentWithinTwentyDays() {
    ResponsePlan plan = library.plan("es-rd-43-2021");

    ResponsePlan.Due last = plan.together("critical", List.of()).dues().getLast();

    assertThat(last.report()).isEqualTo("final");
    assertThat(last.within()).isEqualTo(Within.parse("P20D").orElseThrow());
  }

  @Test
  void aRoleNamedTwiceIsCalledOnceWithinTheShorterTime() {
    ResponsePlan plan =
        sound(
            """
            plan: p
            edition: "1"
            scale: xx/y
            authority: draft
            sources: {s: {text: t, certainty: interpretation}}
            roles: {head: {means: m}}
            measures: {wait: {text: t}}
            levels: {high: {call: [{role: head, within: PT4H}], measures: [wait]}}
            types: {fraud: {call: [{role: head, within: PT1H}], measures: [wait]}}
            """);

    ResponsePlan.Entry entry = plan.together("high", List.of("fraud"));

    assertThat(entry.calls())
        .singleElement()
        .satisfies(call -> assertThat(call.within()).contains(within("PT1H")));
    assertThat(entry.measures()).containsExactly("wait");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    List<String> messages =
        refused(
            """
            plan: p
            edition: "1"
            scale: nonsense
            authority: draft
            sources: {s: {text: t, certainty: surely}}
            roles: {head: {means: m}}
            levels:
              high:
                call: [{role: tail, within: tomorrow}]
                measures: [wait]
                due: [{report: first, within: PT1H, cite: elsewhere}]
            """);

    assertThat(messages)
        .anyMatch(text -> text.contains("nonsense"))
        .anyMatch(text -> text.contains("surely"))
        .anyMatch(text -> text.contains("tail"))
        .anyMatch(text -> text.contains("tomorrow"))
        .anyMatch(text -> text.contains("wait"))
        .anyMatch(text -> text.contains("elsewhere"))
        .anyMatch(text -> text.contains("\"from\""));
  }

  @Test
  void aMonthIsAMonthOfTheCalendar() {
    assertThat(within("P1M").after(Instant.parse("2026-01-31T10:00:00Z")))
        .isEqualTo("2026-02-28T10:00:00Z");
    assertThat(within("P20D").after(Instant.parse("2026-01-31T10:00:00Z")))
        .isEqualTo("2026-02-20T10:00:00Z");
  }

  @Test
  void aSpanThatPeopleReadInTwoWaysIsRefused() {
    assertThat(List.of("P1Y", "1h", "P", "PT", "P-1D", "P1M2D", ""))
        .allMatch(text -> Within.parse(text).isEmpty());
  }

  private static Within within(String text) {
    return Within.parse(text).orElseThrow();
  }

  private static ResponsePlan sound(String yaml) {
    return read(yaml).orThrow();
  }

  private static List<String> refused(String yaml) {
    return read(yaml).issues().stream().map(Issue::message).toList();
  }

  private static Checked<ResponsePlan> read(String yaml) {
    Issues issues = new Issues();
    Tree tree =
        Trees.readYaml(yaml.getBytes(StandardCharsets.UTF_8), "plan.yaml", Limits.DOCUMENT, issues)
            .orElseThrow();
    return PlanReader.read(tree);
  }
}
