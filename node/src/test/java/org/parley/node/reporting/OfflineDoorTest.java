package org.parley.node.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.node.ActingNode;
import org.parley.node.Form;
import org.parley.node.TestNode;

/// Reports written away from the node, over HTTP.
class OfflineDoorTest {

  private static final ActingNode NODE = ActingNode.shared();

  private final TestNode.Browser operator = NODE.browser("operator");

  private HttpResponse<String> bring(String text) {
    return operator.upload(
        "/report/file", "/report/file", "report.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theFormIsFilledInAndBroughtBackAsAReport() {
    String form = operator.get("/report/form.yaml").body();
    String filled =
        form.replace("title: \"\"", "title: Order <b>service</b> away")
            .replace("# words: \"\"", "words: \"canary words\"")
            .replace("marking: {tlp: AMBER}", "marking: {tlp: GREEN}")
            .replace("# usersAffected: ", "usersAffected: {from: 30000, to: 50000}")
            .replace("# downtime: ", "downtime: PT3H");

    HttpResponse<String> sent = bring(filled);

    assertThat(form).contains("# availability: ").contains("title: \"\"");
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
    String place = sent.headers().firstValue("Location").orElseThrow();
    assertThat(operator.get(place).body())
        .contains("Order &lt;b")
        .contains("canary words")
        .contains("<span class=\"tag marking\">TLP:GREEN</span>");
    assertThat(operator.get(place.replaceFirst("\\?.*", "/incident.json")).body())
        .contains("\"from\":\"30000\"")
        .contains("PT3H");
    assertThat(operator.get("/incidents").body()).contains("Order &lt;b");
  }

  @Test
  void aFormThatIsSentTwiceIsOneReport() {
    byte[] bytes = "title: Twice\nmarking: {tlp: AMBER}\n".getBytes(StandardCharsets.UTF_8);
    Form drawn = Form.of("incident", UUID.randomUUID().toString());

    HttpResponse<String> once =
        operator.upload("/report/file", "/report/file", drawn, "report.yaml", bytes);
    HttpResponse<String> again =
        operator.upload("/report/file", "/report/file", drawn, "report.yaml", bytes);

    assertThat(once.statusCode()).as(once.body()).isEqualTo(303);
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(once.headers().firstValue("Location"));
    assertThat(operator.get("/incidents").body()).containsOnlyOnce("Twice</");
  }

  @Test
  void allThatIsWrongIsToldAtOnceWithItsLineAndNothingIsReported() {
    String wrong =
        """
        title: Half a report
        marking: {tlp: AMBER}
        colour: red
        facts:
          usersAfected: 7
          downtime: soon
        """;

    HttpResponse<String> told = bring(wrong);
    HttpResponse<String> torn = bring("title: [");
    HttpResponse<String> empty = bring("");
    HttpResponse<String> large = bring("title: " + "x".repeat(300 << 10));

    assertThat(told.statusCode()).isEqualTo(422);
    assertThat(told.body()).contains("line 3").contains("line 5").contains("line 6");
    assertThat(torn.statusCode()).isEqualTo(422);
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(large.statusCode()).isEqualTo(422);
    assertThat(operator.get("/incidents").body()).doesNotContain("Half a report");
  }

  @Test
  void theFormSpeaksTheLanguageOfItsReaderAndAnOfficeThatDoesNotReportHasNone() {
    String russian = operator.get("/report/form.yaml", "Accept-Language", "ru").body();

    assertThat(russian).contains("Уберите #").contains("# availability: ");
    assertThat(NODE.browser("auditor").get("/report/form.yaml").statusCode()).isEqualTo(404);
    assertThat(NODE.browser("auditor").get("/report/file").statusCode()).isEqualTo(404);
  }

  @Test
  void aFormOfAnotherRealmIsRefusedAndOneThatNamesNoneIsTaken() {
    HttpResponse<byte[]> form = operator.bytes("/report/form.yaml");

    assertThat(form.headers().firstValue("Content-Disposition").orElse(""))
        .contains("EXERCISE-report.yaml");
    assertThat(new String(form.body(), StandardCharsets.UTF_8))
        .contains("realm: \"exercise:trial\"");
    for (String other : List.of("real", "exercise:other")) {
      HttpResponse<String> refused =
          bring("realm: \"" + other + "\"\ntitle: Elsewhere\nmarking: {tlp: AMBER}\n");
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("this node is in exercise:trial");
    }
    assertThat(operator.get("/incidents").body()).doesNotContain("Elsewhere");
    assertThat(bring("title: By hand\nmarking: {tlp: AMBER}\n").statusCode()).isEqualTo(303);
  }
}
