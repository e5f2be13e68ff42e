package org.parley.node.measures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.node.ActingNode;
import org.parley.node.Form;
import org.parley.node.TestNode;

/// The sixteen measures over HTTP.
class MeasurePagesTest {

  private static final ActingNode NODE = ActingNode.shared();

  private final TestNode.Browser anybody = NODE.browser("");
  private final TestNode.Browser diplomat = NODE.browser("diplomat");
  private final TestNode.Browser officer = NODE.browser("officer");

  private void say(int measure, String words, String... more) {
    Form form = Form.of("extent", "done", "words", words, "asOf", "2026-11-01");
    for (int at = 0; at < more.length; at += 2) {
      form = form.with(more[at], more[at + 1]);
    }
    String path = "/measures/" + measure;
    assertThat(diplomat.post(path, path, form).statusCode()).isEqualTo(303);
  }

  @Test
  void anybodyReadsAllSixteenInTheirLanguage() {
    String list = anybody.get("/measures", "Accept-Language", "ru").body();

    assertThat(list).contains("Шестнадцать мер").contains("Контактные пункты");
    for (int number = 1; number <= 16; number++) {
      assertThat(list).contains("href=\"/measures/" + number + "\"");
      assertThat(anybody.get("/measures/" + number).statusCode()).isEqualTo(200);
    }
    assertThat(anybody.get("/measures/17").statusCode()).isEqualTo(404);
    assertThat(anybody.get("/measures/x").statusCode()).isEqualTo(404);
    assertThat(anybody.get("/measures/3").body()).contains("not yet").contains("PC.DEC/1106");
  }

  @Test
  void whatTheStateSaysIsSeenInsideAndByVisitorsOnlyWhereItIsOpen() {
    say(5, "kept-inside-7");
    say(6, "open-to-all-7", "open", "yes");

    assertThat(officer.get("/measures/5").body()).contains("kept-inside-7");
    assertThat(anybody.get("/measures/5").body()).doesNotContain("kept-inside-7");
    assertThat(anybody.get("/measures/6").body()).contains("open-to-all-7");
    assertThat(anybody.get("/measures").body()).doesNotContain("kept-inside-7");
  }

  @Test
  void whatIsTakenBackLeavesThePageAndStaysInTheHistoryOfThoseInside() {
    say(7, "first-words-9", "open", "yes");
    say(7, "second-words-9", "open", "yes");
    assertThat(anybody.get("/measures/7").body())
        .contains("second-words-9")
        .doesNotContain("first-words-9");

    assertThat(
            diplomat
                .post("/measures/7", "/measures/7/take-back", Form.of("reason", "outdated-9"))
                .statusCode())
        .isEqualTo(303);

    assertThat(anybody.get("/measures/7").body())
        .doesNotContain("words-9")
        .doesNotContain("outdated-9");
    assertThat(officer.get("/measures/7").body())
        .contains("first-words-9")
        .contains("second-words-9")
        .contains("outdated-9");
  }

  @Test
  void nothingTypedIsLostAndAllProblemsAreToldTogether() {
    var answer =
        diplomat.post(
            "/measures/9",
            "/measures/9",
            Form.of("extent", "in-part", "words", "", "asOf", "tomorrow-ish"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("tomorrow-ish")
        .contains("href=\"#asOf\"")
        .contains("href=\"#words\"")
        .contains("value=\"in-part\" checked");
  }

  @Test
  void onlyThePolicyOfficerSpeaksForTheState() {
    assertThat(
            officer
                .post(
                    "/measures/2",
                    "/measures/2",
                    Form.of("extent", "done", "words", "x", "asOf", "2026-11-01"))
                .statusCode())
        .isEqualTo(404);
    assertThat(officer.get("/measures/2").body()).doesNotContain("name=\"extent\"");
  }
}
