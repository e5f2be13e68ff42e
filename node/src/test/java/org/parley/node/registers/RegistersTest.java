package org.parley.node.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.node.ActingNode;
import org.parley.node.Form;
import org.parley.node.TestNode;

/// Registers brought in over HTTP.
class RegistersTest {

  private static final ActingNode NODE = ActingNode.shared();

  private static final String CSV =
      """
      Ref;What;Users affected;Remark;Root cause
      A-1;Gateway silent in register;40000;seen by ring;<script>alert(1)</script>
      A-2;=HYPERLINK("http://x");about many;;naughty %s
      """
          .formatted("\u202e");

  private final TestNode.Browser officer = NODE.browser("officer");

  private HttpResponse<String> bring(String name, String text) {
    return officer.upload("/registers", "/registers", name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String path(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void aTableIsMappedItsLossesAreShownAndOnlyThenItBecomesIncidents() {
    String path = path(bring("register.csv", CSV));
    assertThat(officer.get(path).body()).contains("Users affected").contains("usersAffected");
    Form choices =
        Form.of("id", "0", "title", "1", "c.2", "usersAffected", "c.3", "-", "c.4", "rootCauseKey");
    path(officer.post(path, path + "/columns", choices));

    String preview = officer.get(path + "/preview").body();

    assertThat(preview)
        .contains("Gateway silent in register")
        .contains("Remark")
        .contains("P40")
        .doesNotContain("<script>alert");
    assertThat(officer.get("/incidents?q=silent+in+register").body())
        .as("nothing is saved before it is said so")
        .doesNotContain("Gateway silent in register");
    path(officer.post(path + "/preview", path + "/take", Form.of("tlp", "GREEN")));
    assertThat(officer.get(path + "/done").body()).contains("2");
    String list = officer.get("/incidents?q=silent+in+register").body();
    assertThat(list).contains("Gateway silent in register");
    int at = list.indexOf("/incidents/", list.indexOf("<tbody>"));
    String one = officer.get(list.substring(at, at + 47)).body();
    assertThat(one).contains("40").contains("!C2").contains("seen by ring").contains("TLP:GREEN");
    assertThat(officer.get(path).statusCode()).as("its bytes are gone").isEqualTo(404);
  }

  @Test
  void whoeverWasInterruptedGoesOnAndALikeRegisterIsMappedAlike() {
    String path = path(bring("first.csv", CSV.replace("Remark", "Resumed")));
    path(
        officer.post(
            path,
            path + "/columns",
            Form.of("c.3", "-", "c.4", "rootCauseKey", "title", "1", "later", "yes")));

    assertThat(officer.get("/registers").body()).contains("first.csv");
    assertThat(officer.get(path).body()).contains("value=\"1\" selected");
    String like = path(bring("second.csv", CSV.replace("Remark", "Resumed")));
    assertThat(officer.get(like + "/mapping.yaml").body()).contains("{fact: rootCauseKey");
    path(officer.post(path, path + "/cancel", Form.of("x", "y")));
    path(officer.post(like, like + "/cancel", Form.of("x", "y")));
    assertThat(officer.get("/registers").body()).doesNotContain("first.csv");
    assertThat(officer.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void aMappingWrittenByHandIsReadWithItsProblemsAtTheirPlaces() {
    String path = path(bring("hand.csv", CSV.replace("Remark", "By hand")));
    String broken = "mapping: table\ncolumns:\n  What: {fact: noSuchFact}\n";

    path(officer.post(path, path + "/mapping", Form.of("mapping", broken)));

    assertThat(officer.get(path + "/preview").body()).contains("noSuchFact").contains("mapping:3");
    assertThat(officer.post(path, path + "/take", Form.of("tlp", "GREEN")).statusCode())
        .isEqualTo(422);
  }

  @Test
  void verisRecordsNeedNoMapping() {
    String record =
        "[{\"schema_version\":\"1.3.7\",\"incident_id\":\"V-1\",\"summary\":\"canary veris\","
            + "\"security_incident\":\"Confirmed\",\"victim\":{\"country\":[\"ZZ\"]},"
            + "\"timeline\":{\"incident\":{\"year\":2020}}},{\"no\":1}]";

    String path = path(bring("records.json", record));

    assertThat(path).endsWith("/preview");
    assertThat(officer.get(path).body()).contains("P404").contains("V-1");
    String one = path.replace("/preview", "");
    path(officer.post(path, one + "/take", Form.of("tlp", "AMBER")));
    assertThat(officer.get(one + "/done").body()).contains("1");
  }

  @Test
  void whatIsNoRegisterIsRefusedAndNothingIsKept() {
    for (String text : new String[] {"", "\n\n\n", "PK\u0003\u0004 no zip"}) {
      HttpResponse<String> answer = bring("x.xlsx", text);
      assertThat(answer.statusCode()).as(text).isEqualTo(422);
      assertThat(answer.body()).contains("href=\"#file\"");
    }
    assertThat(officer.get("/registers").body()).doesNotContain("x.xlsx");
  }

  @Test
  void aRegisterBelongsToTheOfficeThatBroughtIt() {
    String path = path(bring("ours.csv", CSV));

    assertThat(NODE.browser("diplomat").get(path).statusCode()).isEqualTo(404);
    assertThat(NODE.browser("operator").get("/registers").statusCode()).isEqualTo(404);
    assertThat(officer.get("/registers/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    path(officer.post(path, path + "/cancel", Form.of("x", "y")));
  }

  @Test
  void aMarkingAboveTheCeilingIsRefusedForEachAndNothingIsSaved() {
    String path = path(bring("secret.csv", CSV.replace("Remark", "Secret")));

    HttpResponse<String> answer =
        officer.post(path, path + "/take", Form.of("tlp", "RED", "grade", "SECRET", "state", "XA"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(officer.get(path).statusCode()).as("the work is still there").isEqualTo(200);
    path(officer.post(path, path + "/cancel", Form.of("x", "y")));
  }
}
