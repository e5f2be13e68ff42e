package org.parley.node.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.node.ActingNode;
import org.parley.node.Form;
import org.parley.node.TestNode;

/// An incident's life over HTTP, as its people see it.
class IncidentPagesTest {

  private static final ActingNode NODE = ActingNode.shared();
  private static final String CANARY = "canary-90ab";

  /// Texts that break what is careless with them.
  private static final List<String> NAUGHTY =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "'; drop table incident_line; --",
          "=HYPERLINK(\"http://x\")",
          "${7*7} {{7*7}} {0}",
          "\u202etnedicni",
          "Ⱥ ͎̺ 漢字 العربية",
          "javascript:alert(1)");

  private final TestNode.Browser operator = NODE.browser("operator");
  private final TestNode.Browser officer = NODE.browser("officer");
  private final TestNode.Browser diplomat = NODE.browser("diplomat");

  private String report(String title, String words) {
    String id = UUID.randomUUID().toString();
    HttpResponse<String> sent =
        operator.post(
            "/report",
            "/report",
            Form.of(
                "incident",
                id,
                "title",
                title,
                "words",
                words,
                "aware",
                "2026-11-20 04:05",
                "aware.zone",
                "UTC",
                "f.availability",
                "unavailable",
                "f.usersAffected",
                "40 000",
                "tlp",
                "AMBER"));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
    return "/incidents/" + id;
  }

  private HttpResponse<String> act(
      TestNode.Browser who, String path, String deed, String... fields) {
    return who.post(path, path + "/" + deed, Form.of(fields));
  }

  private void done(TestNode.Browser who, String path, String deed, String... fields) {
    HttpResponse<String> answer = act(who, path, deed, fields);
    assertThat(answer.statusCode()).as(deed + ": " + answer.body()).isEqualTo(303);
  }

  @Test
  void aReportGoesItsWayToClosure() {
    String path = report("Gateway does not answer", "Since three.");

    assertThat(operator.get("/incidents").body()).contains("Gateway does not answer");
    assertThat(officer.get("/incidents").body()).contains("Gateway does not answer");
    String fresh = officer.get(path).body();
    assertThat(fresh).contains("2026-11-20 04:05 UTC").contains("05:05 Vienna");
    assertThat(act(officer, path, "triage", "outcome", "new", "reason", "confirmed").statusCode())
        .as("the type is missing")
        .isEqualTo(422);
    done(
        officer,
        path,
        "triage",
        "outcome",
        "new",
        "reason",
        "confirmed by telephone",
        "type-not-known",
        "yes");
    done(officer, path, "facts", "f.publicSafety", "life", "source", "fire brigade");
    String grave = officer.get(path).body();
    assertThat(grave).contains("fire brigade");
    done(officer, path, "called", "role", "duty-officer");
    done(officer, path, "note", "words", "Cut off from the net.");
    done(officer, path, "task", "office", "XA/technical", "words", "Ring back.");
    done(officer, path, "task-done", "task", "1", "words", "Rang back.");
    done(officer, path, "hand-over", "words", "Quiet.");
    done(officer, path, "take-over", "note", "1");
    done(officer, path, "contained");
    done(officer, path, "recovered");
    done(officer, path, "close", "happened", "It is over.");
    assertThat(officer.get("/incidents?stage=closed").body()).contains("Gateway does not answer");
    done(officer, path, "reopen", "reason", "it is back");
  }

  @Test
  void strangersFindNothingAndCannotTellWhy() {
    String path = report("Known to few", "words");

    for (String who : List.of("rival", "diplomat", "administrator")) {
      TestNode.Browser stranger = NODE.browser(who);
      HttpResponse<String> hidden = stranger.get(path);
      HttpResponse<String> absent = stranger.get("/incidents/" + UUID.randomUUID());
      assertThat(hidden.statusCode()).isEqualTo(404);
      assertThat(masked(hidden.body())).isEqualTo(masked(absent.body()));
      assertThat(stranger.get("/incidents?q=few").body()).doesNotContain("Known to few");
      assertThat(stranger.get("/incidents.csv").body()).doesNotContain("Known to few");
    }
    assertThat(operator.get(path + "/triage").statusCode()).isIn(200, 404);
    assertThat(act(operator, path, "close", "happened", "x").statusCode()).isEqualTo(404);
  }

  private static String masked(String page) {
    return page.replaceAll("value=\"[^\"]*\"", "").replaceAll("[0-9a-f-]{36}", "");
  }

  @Test
  void aCanaryInARestrictedFieldIsOnNoPageAndInNoFileThatMayNotShowIt() {
    String path = report("Plain title", "plain words");
    done(officer, path, "show", "office", "XA/policy");
    done(officer, path, "facts", "f.rootCauseKey", CANARY, "source", CANARY, "fact-tlp", "RED");
    done(officer, path, "hand-over", "words", CANARY + "-shift");

    for (String file : List.of("", "/more", "/incident.json", "/facts.csv", "/incident.yaml")) {
      assertThat(diplomat.get(path + file).body()).as("office: " + file).doesNotContain(CANARY);
      assertThat(operator.get(path + file).body()).as("operator: " + file).doesNotContain(CANARY);
    }
    for (TestNode.Browser reader : List.of(diplomat, operator)) {
      assertThat(reader.get("/incidents").body()).doesNotContain(CANARY);
      assertThat(reader.get("/incidents?q=" + CANARY).body()).doesNotContain(CANARY + "-shift");
      assertThat(reader.get("/incidents.csv").body()).doesNotContain(CANARY);
    }
    assertThat(officer.get(path).body()).contains(CANARY);
    assertThat(officer.get(path + "/facts.csv").body()).contains(CANARY);
  }

  @Test
  void naughtyTextsAreHarmlessEverywhere() {
    for (String naughty : NAUGHTY) {
      String path = report(naughty, naughty);
      done(officer, path, "note", "words", naughty);
      done(officer, path, "campaign", "campaign", naughty);
      done(officer, path, "facts", "f.rootCauseKey", naughty, "source", naughty);
      for (String page : List.of(path, "/incidents", path + "/triage", path + "/more")) {
        String body = officer.get(page).body();
        assertThat(body)
            .as("%s on %s", naughty, page)
            .doesNotContain("<script>alert")
            .doesNotContain("<img src=x")
            .doesNotContain("href=\"javascript:");
      }
      String csv = officer.get(path + "/facts.csv").body();
      for (String table : List.of(csv, officer.get("/incidents.csv").body())) {
        assertThat(table).doesNotContainPattern("(?m)(^|,)\"[=+@-]");
      }
      assertThat(officer.get(path + "/incident.json").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whatCannotBeTakenComesBackWithNothingLost() {
    HttpResponse<String> answer =
        operator.post(
            "/report",
            "/report",
            Form.of(
                "incident",
                UUID.randomUUID().toString(),
                "title",
                "",
                "words",
                "typed words stay",
                "aware",
                "yesterday",
                "tlp",
                "GREEN"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("typed words stay")
        .contains("value=\"yesterday\"")
        .contains("href=\"#title\"");
  }

  @Test
  void theMenuLeadsNobodyToAPageThatIsNotThere() {
    assertThat(NODE.browser("officer").get("/").body()).contains("href=\"/incidents\"");
    for (String who : List.of("administrator", "auditor")) {
      assertThat(NODE.browser(who).get("/").body())
          .as(who)
          .doesNotContain("<li><a href=\"/incidents\"");
    }
  }

  @Test
  void pagesSpeakEveryLanguage() {
    String path = report("Sprachen", "x");
    Map<String, String> stage =
        Map.of("en", "reported", "fr", "déclaré", "de", "gemeldet", "ru", "сообщён");
    stage.forEach((language, word) -> {
      HttpResponse<String> page = officer.get(path, "Accept-Language", language);
      assertThat(page.body()).as(language).contains(word).doesNotContain(">page.");
      assertThat(officer.get("/incidents", "Accept-Language", language).body())
          .doesNotContain(">page.");
      assertThat(operator.get("/report", "Accept-Language", language).body())
          .doesNotContain(">page.");
    });
  }
}
