package org.parley.node.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.core.people.Account;
import org.parley.core.people.Role;
import org.parley.desk.settings.SettingKey;
import org.parley.node.Form;
import org.parley.node.TestNode;
import org.parley.node.people.Cast;

class WorkbenchPagesTest {

  private static final TestNode NODE = TestNode.start(Map.of(SettingKey.REALM, "exercise:bench"));

  private final Cast cast = new Cast(NODE);
  private final Account designer = cast.account("designer", Role.SCALE_DESIGNER);
  private final TestNode.Browser browser = cast.browser(designer);

  /// Begins a draft and returns the path of its page.
  private String begun(String from) {
    HttpResponse<String> answer =
        browser.post("/workbench/new", "/workbench/new", Form.of("title", "Ours", "from", from));
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String was(String page, String part) {
    Matcher found =
        Pattern.compile(
                "name=\"part\" value=\""
                    + Pattern.quote(part)
                    + "\">\\s*"
                    + "<input type=\"hidden\" name=\"was\" value=\"([0-9a-f]*)\"")
            .matcher(page);
    assertThat(found.find()).as("the form of %s", part).isTrue();
    return found.group(1);
  }

  private HttpResponse<String> save(String path, String part, String text) {
    String page = browser.get(path + (part.equals("cases.yaml") ? "/cases" : "")).body();
    return browser.post(
        path, path + "/source", Form.of("part", part, "was", was(page, part), "text", text));
  }

  @Test
  void anEmptyWorkbenchSaysHowToBegin() {
    TestNode empty = TestNode.start(Map.of(SettingKey.REALM, "exercise:empty"));
    Cast people = new Cast(empty);
    TestNode.Browser adopter = people.browser(people.account("adopter", Role.POLICY_OFFICER));
    TestNode.Browser writer = people.browser(people.account("writer", Role.SCALE_DESIGNER));

    assertThat(adopter.get("/workbench").body()).contains("There is no draft yet");
    assertThat(adopter.get("/workbench/new").statusCode()).isEqualTo(404);
    assertThat(writer.get("/workbench").body()).contains("Most begin with a copy");
    empty.stop();
  }

  @Test
  void aDraftBeginsAsACopyOfTheStarterAndHasNothingToMend() {
    String path = begun("parley/starter@2026-11");

    String page = browser.get(path).body();

    assertThat(page).contains("parley/starter@").contains("Nothing to mend here").contains("PT24H");
    assertThat(browser.get(path + "/cases").body())
        .contains("all as expected")
        .contains("Every threshold has a case");
    assertThat(browser.get(path + "/plan").body()).contains("head-of-csirt");
    assertThat(browser.get(path + "/labels?lang=ru").body()).contains("levels.severe");
    assertThat(browser.get(path + "/rehearsal").statusCode()).isEqualTo(200);
    assertThat(browser.get(path + "/history").body()).contains("Name of designer");
  }

  @Test
  void aWrongTextIsSavedAndEveryProblemIsToldAtItsLine() {
    String path = begun("blank");
    String text =
        DraftOnPages.named("xa/wrong", "1")
            .replace("levels: [mild, grave]", "levels: [mild, grave, grave]")
            .replace("unit: incident", "unit: planet");

    HttpResponse<String> answer = save(path, "scale.yaml", text);
    String page = browser.get(path).body();

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(page).contains("P203").contains("P301").contains("unit: planet");
    assertThat(page).contains("id=\"source-scale-yaml-L6\" class=\"wrong\"");
    assertThat(page).contains("id=\"source-scale-yaml-L9\" class=\"wrong\"");
    assertThat(browser.get("/workbench").body()).contains("has errors");
  }

  @Test
  void aFormChangesAValueAndKeepsTheComments() {
    String path = begun("blank");
    save(path, "scale.yaml", DraftOnPages.named("xa/form", "1"));
    String page = browser.get(path).body();

    HttpResponse<String> answer =
        browser.post(
            path,
            path + "/form",
            Form.of(
                "part", "scale.yaml",
                "was", was(page, "scale.yaml"),
                "v.rule/ladder/grave/publicSafety", "goods",
                "v.edition", "2"));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(browser.get(path).body())
        .contains("# a comment that stays")
        .contains("edition: \"2\"")
        .contains("publicSafety: goods");
    assertThat(browser.get(path + "/cases").body()).contains("edition: \"2\"");
  }

  @Test
  void aLevelIsAddedRenamedAndMoved() {
    String path = begun("blank");
    save(path, "scale.yaml", DraftOnPages.named("xa/levels", "1"));
    for (String[] step :
        new String[][] {{"do", "add", "new", "worst"}, {"do", "rename.1", "name.1", "severe"}}) {
      String page = browser.get(path).body();
      HttpResponse<String> answer =
          browser.post(path, path + "/levels", Form.of(step).with("was", was(page, "scale.yaml")));
      assertThat(answer.statusCode()).isEqualTo(303);
    }

    assertThat(browser.get(path).body())
        .contains("levels: [mild, severe, worst]")
        .contains("severe: {publicSafety: life");
  }

  @Test
  void aRowIsAddedByAFormAndTakenOutAgain() {
    String path = begun("blank");
    save(path, "scale.yaml", DraftOnPages.named("xa/parts", "1"));
    Form row =
        Form.of(
            "part", "scale.yaml",
            "do", "row",
            "level", "grave",
            "fact", "usersAffected",
            "test", "atLeast",
            "value", "40000");
    String was = was(browser.get(path).body(), "scale.yaml");

    HttpResponse<String> unfit = browser.post(path, path + "/parts", row.with("was", was));
    HttpResponse<String> added =
        browser.post(path, path + "/parts", row.with("was", was).with("cite", "trial"));

    assertThat(unfit.statusCode()).isEqualTo(422);
    assertThat(unfit.body())
        .contains("href=\"#row-cite\"")
        .contains("id=\"row-cite-wrong\"")
        .contains("value=\"40000\"");
    assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
    String page = browser.get(path).body();
    assertThat(page)
        .contains(
            "{any: [{publicSafety: life, cite: trial}, {usersAffected: {atLeast: 40000}, cite")
        .contains("Nothing to mend here")
        .contains("# a comment that stays");
    HttpResponse<String> out = taken(path, page, "rule/ladder/grave/any/1");

    assertThat(out.statusCode()).isEqualTo(303);
    assertThat(browser.get(path).body()).doesNotContain("usersAffected: {atLeast");
    assertThat(browser.get(path + "/history").body()).contains("Name of designer");
  }

  @Test
  void aLadderBecomesAWeightedMeanByFormsAndATextOfSeveralLinesIsChanged() {
    String path = begun("blank");
    String text = DraftOnPages.named("xa/mean", "1");
    save(
        path,
        "scale.yaml",
        text.replace("{text: a trial,", "{text: \"a trial\n      of two lines\",").strip() + "\n");
    Form mean = Form.of("part", "scale.yaml", "do", "mean", "bands", "0, 50", "cite", "trial");

    for (Form form : List.of(criterion(), mean)) {
      String was = was(browser.get(path).body(), "scale.yaml");
      HttpResponse<String> answer = browser.post(path, path + "/parts", form.with("was", was));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }
    String page = browser.get(path).body();
    HttpResponse<String> typed =
        browser.post(
            path,
            path + "/form",
            Form.of(
                "part", "scale.yaml",
                "was", was(page, "scale.yaml"),
                "v.sources/trial/text", "one\r\ntwo & <three>"));

    assertThat(page)
        .contains("weightedMean: [team]")
        .contains("Nothing to mend here")
        .containsPattern("<textarea id=\"v-sources-trial-text-[0-9]+\"");
    assertThat(typed.statusCode()).isEqualTo(303);
    assertThat(browser.get(path).body())
        .contains("\"one\\ntwo &amp; &lt;three&gt;\"")
        .contains("\none\ntwo &amp; &lt;three&gt;</textarea>");
  }

  @Test
  void aMatrixOfTheLibraryIsATableAndAScoreOfItAFormulaBothChangedByForms() {
    String matrix = begun("uk/ncsc@2018-04");
    String page = browser.get(matrix).body();
    String cell = "v.rule/cells/none/large/attack/~level";
    assertThat(page).contains("<caption>None of these</caption>").contains("name=\"" + cell + "\"");
    browser.post(
        matrix,
        matrix + "/form",
        Form.of("part", "scale.yaml", "was", was(page, "scale.yaml"), cell, "moderate"));
    assertThat(browser.get(matrix).body())
        .contains("attack: {moderate: repeated/category-3}")
        .contains("Nothing to mend here");

    String score = begun("eu/enisa-breach@2013");
    String scored = browser.get(score).body();
    assertThat(scored)
        .contains("value=\"min(4, max(1, basicContext + adjustment)) * identification + circumst");
    Form form =
        Form.of(
            "part", "scale.yaml",
            "do", "score",
            "formula", "basicContext / 2",
            "bands", "0, 2, 3, 5",
            "decimals", "2",
            "cite", "method/severity");
    Form sound = form.with("was", was(scored, "scale.yaml"));
    HttpResponse<String> unfit = browser.post(score, score + "/parts", sound);
    assertThat(unfit.statusCode()).isEqualTo(422);
    assertThat(unfit.body()).contains("href=\"#score-formula\"").contains("basicContext / 2");
  }

  private static Form criterion() {
    return Form.of(
        "part", "scale.yaml",
        "do", "criterion",
        "key", "team",
        "asked", "recoverability",
        "points", "0, 25, 50, 100",
        "cite", "trial");
  }

  private HttpResponse<String> taken(String path, String page, String part) {
    Form form = Form.of("part", "scale.yaml", "do", "out", "path", part);
    return browser.post(path, path + "/parts", form.with("was", was(page, "scale.yaml")));
  }

  @Test
  void aRowFromAnOlderPageIsNotWrittenOverWhatSomebodyChangedMeanwhile() {
    String path = begun("blank");
    String before = was(browser.get(path).body(), "scale.yaml");
    save(path, "scale.yaml", DraftOnPages.named("xa/older", "1"));

    HttpResponse<String> late =
        browser.post(
            path,
            path + "/parts",
            Form.of(
                "part", "scale.yaml",
                "was", before,
                "do", "source",
                "key", "late",
                "text", "x",
                "certainty", "official"));

    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(late.body()).contains("P1022");
    assertThat(browser.get(path).body()).doesNotContain("late:");
  }

  @Test
  void aCaseFromTheQuestionsIsTriedAtOnce() {
    String path = begun("blank");
    save(path, "scale.yaml", DraftOnPages.named("xa/cases", "1"));
    save(path, "cases.yaml", "scale: xa/cases\nedition: \"1\"\ncases: []\n");

    browser.post(
        path, path + "/case", Form.of("name", "lives", "f.publicSafety", "life", "gives", "grave"));
    browser.post(
        path,
        path + "/case",
        Form.of("name", "nothing at all", "rest", "nothing", "gives", "grave"));
    String page = browser.get(path + "/cases").body();

    assertThat(page).contains("2 cases").contains("1 differs").contains("lives");
    assertThat(browser.get(path + "/adopt").body()).contains("another grade than it should");
  }

  @Test
  void whatSomebodyChangedMeanwhileIsNotLostAndNeitherIsWhatWasTyped() {
    String path = begun("blank");
    String before = was(browser.get(path).body(), "scale.yaml");
    save(path, "scale.yaml", DraftOnPages.named("xa/first", "1"));

    HttpResponse<String> late =
        browser.post(
            path,
            path + "/source",
            Form.of("part", "scale.yaml", "was", before, "text", "# typed for an hour"));

    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(late.body()).contains("# typed for an hour").contains("P1022");
    assertThat(browser.get(path).body()).contains("xa/first");
  }

  @Test
  void anEarlierTextComesBack() {
    String path = begun("blank");
    save(path, "scale.yaml", DraftOnPages.named("xa/before", "1"));
    save(path, "scale.yaml", DraftOnPages.named("xa/after", "1"));

    browser.post(path, path + "/restore", Form.of("part", "scale.yaml", "step", "2"));

    assertThat(browser.get(path).body()).contains("xa/before");
    assertThat(browser.get(path + "/differences?with=3").body())
        .contains("from xa/after to xa/before");
  }

  @Test
  void aScaleIsAdoptedByAnotherHandAndTheNodeGradesByIt() {
    String path = begun("blank");
    save(path, "scale.yaml", DraftOnPages.named("xa/national", "2027"));
    save(path, "cases.yaml", "scale: xa/national\nedition: \"2027\"\ncases: []\n");
    TestNode.Browser ministry = cast.browser(cast.account("ministry", Role.POLICY_OFFICER));
    assertThat(ministry.get(path).statusCode()).isEqualTo(404);
    HttpResponse<String> proposed =
        browser.post(path, path + "/propose", Form.of("from", "2020-01-01"));
    assertThat(proposed.statusCode()).isEqualTo(303);
    String page = ministry.get(path + "/adopt").body();
    String digest = page.replaceFirst("(?s).*name=\"digest\" value=\"([0-9a-f]{64})\".*", "$1");
    assertThat(browser.post(path, path + "/adopt", Form.of("digest", digest)).statusCode())
        .isEqualTo(422);

    HttpResponse<String> adopted =
        ministry.post(path + "/adopt", path + "/adopt", Form.of("digest", digest));

    assertThat(adopted.statusCode()).isEqualTo(303);
    assertThat(browser.get("/scales").body()).contains("xa/national@2027");
    assertThat(browser.get("/scales/xa/national/2027/scale.yaml").body())
        .isEqualTo(DraftOnPages.named("xa/national", "2027"));
    assertThat(browser.get("/calculator").body()).contains("xa/national@2027");
    TestNode.Browser officer = cast.browser(cast.account("officer", Role.TECHNICAL_OFFICER));
    assertThat(officer.get("/incidents").body()).contains(">grave<");
    assertThat(browser.get(path + "/scale.zip").statusCode()).isEqualTo(200);
  }
}
