package org.parley.node.caseview;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.parley.node.ActingNode;
import org.parley.node.Form;
import org.parley.node.Reports;
import org.parley.node.TestNode;

/// One case on other States' scales, over HTTP.
class CaseScalesTest {

  private static final ActingNode NODE = ActingNode.shared();

  private final TestNode.Browser officer = NODE.browser("officer");
  private final TestNode.Browser diplomat = NODE.browser("diplomat");
  private final Reports reports = new Reports(NODE);

  private static String first(String page) {
    String mark = "name=\"scale\" value=\"";
    int at = page.indexOf(mark) + mark.length();
    return page.substring(at, page.indexOf('"', at));
  }

  @Test
  void theChosenScalesAreRememberedForWhoeverChoseThemOnEveryCase() {
    String path = reports.report("Scales side by side");
    String other = reports.report("Another case");
    officer.post(path, path + "/show", Form.of("office", "XA/policy"));
    String scale = first(officer.get(path + "/scales").body());

    HttpResponse<String> chosen =
        officer.post(
            path + "/scales", path + "/scales", Form.of("scale", scale, "scale", "no/such"));

    assertThat(chosen.statusCode()).isEqualTo(303);
    String page = officer.get(path + "/scales").body();
    assertThat(page).contains("value=\"" + scale + "\" checked").contains("id=\"why-0\"");
    assertThat(officer.get(other).body()).contains("scales-beside");
    assertThat(diplomat.get(path).body()).doesNotContain("scales-beside");
    officer.post(path + "/scales", path + "/scales", Form.of("language", "en"));
    assertThat(officer.get(path).body()).doesNotContain("scales-beside");
  }

  @Test
  void whatIsNotOpenToAReaderMovesNoScaleForThem() {
    String path = reports.report("Seen in part");
    officer.post(path, path + "/show", Form.of("office", "XA/policy"));
    officer.post(
        path, path + "/facts", Form.of("f.rootCauseKey", "canary-scales", "fact-tlp", "RED"));

    assertThat(officer.get(path + "/scales").statusCode()).isEqualTo(200);
    assertThat(diplomat.get(path + "/scales").body())
        .doesNotContain("canary-scales")
        .contains("not open to you");
  }

  @Test
  void strangersFindNoScalesOfACaseThatIsNotTheirs() {
    String path = reports.report("Not theirs");

    assertThat(NODE.browser("rival").get(path + "/scales").statusCode()).isEqualTo(404);
    assertThat(
            NODE.browser("rival")
                .post("/incidents", path + "/scales", Form.of("scale", "x"))
                .statusCode())
        .isEqualTo(404);
  }
}
