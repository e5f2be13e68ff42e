package org.parley.node.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.node.ActingNode;
import org.parley.node.Form;
import org.parley.node.Reports;
import org.parley.node.TestNode;

/// Every deed has its control on the page, and whatever was chosen comes back after a refusal.
class ControlsTest {

  private static final ActingNode NODE = ActingNode.shared();

  private final TestNode.Browser officer = NODE.browser("officer");
  private final Reports reports = new Reports(NODE);

  @Test
  void oneFactIsMarkedApartRetitledTiedUntiedShownAndNoLonger() {
    String path = reports.report("Before");
    String other = reports.report("The other one");
    String number = other.substring(other.lastIndexOf('/') + 1);
    reports.done(officer, path, "title", "title", "After");
    reports.done(officer, path, "mark-fact", "fact", "usersAffected", "tlp", "RED");
    reports.done(officer, path, "relate", "other", number, "tie", "caused-by");
    reports.done(officer, path, "campaign", "campaign", "Tin & Glass");
    reports.done(officer, path, "show", "office", "XA/policy");

    String page = officer.get(path).body();

    assertThat(page).contains("After").contains("TLP:RED").contains("q=Tin+%26+Glass");
    for (String deed :
        List.of("title", "mark-fact", "unrelate", "leave-campaign", "stop-showing")) {
      assertThat(page).as(deed).contains("action=\"" + path + "/" + deed + "\"");
    }
    reports.done(officer, path, "mark-fact", "fact", "usersAffected", "tlp", "");
    reports.done(officer, path, "unrelate", "other", number);
    reports.done(officer, path, "leave-campaign", "campaign", "Tin & Glass");
    reports.done(
        officer, path, "stop-showing", "office", "XA/policy", "stop", "XA/policy", "reason", "x");
    assertThat(officer.get(path).body())
        .doesNotContain("TLP:RED</span>")
        .doesNotContain("The other one")
        .doesNotContain("Tin &amp; Glass")
        .doesNotContain("/stop-showing");
  }

  @Test
  void chosenOptionsAndTypedWordsComeBackAfterARefusal() {
    String path = reports.report("Refilled");
    HttpResponse<String> facts =
        officer.post(
            path,
            path + "/facts",
            Form.of(
                "more",
                "yes",
                "f.publicSafety",
                "life",
                "f.usersAffected",
                "many",
                "source",
                "kept"));

    assertThat(facts.statusCode()).isEqualTo(422);
    assertThat(facts.body()).contains("value=\"kept\"").contains("value=\"life\" checked");
    HttpResponse<String> related =
        officer.post(path, path + "/relate", Form.of("other", "999999", "tie", "caused-by"));
    assertThat(related.statusCode()).isEqualTo(422);
    assertThat(related.body()).contains("value=\"caused-by\" selected").contains("999999");
    HttpResponse<String> origin =
        officer.post(
            path,
            path + "/origin",
            Form.of("finding", "being-examined", "words", "x".repeat(9_000)));
    assertThat(origin.statusCode()).isEqualTo(422);
    assertThat(origin.body()).contains("value=\"being-examined\" selected");
    HttpResponse<String> report =
        NODE.browser("operator")
            .post("/report", "/report", Form.of("title", "", "f.availability", "unavailable"));
    assertThat(report.body()).contains("value=\"unavailable\" checked");
  }

  @Test
  void anAnswerLongerThanAnyIsToldAndNoDefect() {
    String path = reports.report("Too long");

    HttpResponse<String> answer =
        officer.post(path, path + "/facts", Form.of("f.rootCauseKey", "x".repeat(20_000)));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("href=\"#f-rootCauseKey\"");
  }
}
