package org.parley.node.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.desk.pdf.Typefaces;
import org.parley.node.ActingNode;
import org.parley.node.Form;
import org.parley.node.Reports;
import org.parley.node.TestNode;

/// Lists of incidents over HTTP: views kept, files, and one deed on several.
class ListsTest {

  private static final ActingNode NODE = ActingNode.shared();

  private final TestNode.Browser officer = NODE.browser("officer");
  private final TestNode.Browser diplomat = NODE.browser("diplomat");
  private final Reports reports = new Reports(NODE);

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private HttpResponse<String> together(TestNode.Browser who, String deed, Form form) {
    return who.post("/incidents", "/incidents/together/" + deed, form);
  }

  private static String result(TestNode.Browser who, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return who.get(answer.headers().firstValue("Location").orElseThrow()).body();
  }

  @Test
  void aViewIsKeptForOnePersonOpenedAndDropped() {
    String query = "q=tin+%26+glass&stage=closed&order=gravest&evil=%3Cscript%3E";
    HttpResponse<String> kept =
        officer.post(
            "/incidents", "/incidents/views", Form.of("name", "Grave <b>", "query", query));

    assertThat(kept.statusCode()).isEqualTo(303);
    assertThat(officer.get("/incidents").body())
        .contains("Grave &lt;b>")
        .contains("/incidents?q=tin+%26+glass&amp;stage=closed&amp;order=gravest\"")
        .doesNotContain("evil");
    assertThat(diplomat.get("/incidents").body()).doesNotContain("Grave");
    officer.post("/incidents", "/incidents/views/drop", Form.of("name", "Grave <b>"));
    assertThat(officer.get("/incidents").body()).doesNotContain("Grave");
  }

  @Test
  void aViewWithoutANameIsRefusedAndTheListStays() {
    HttpResponse<String> answer =
        officer.post("/incidents", "/incidents/views", Form.of("name", " ", "query", "q=kept"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("href=\"#view-name\"").contains("value=\"kept\"");
  }

  @Test
  void oneDeedOnSeveralAsksForEachAndTellsOfEach() {
    String held = reports.report("Held by the office");
    String shown = reports.report("Shown only");
    String hidden = reports.report("canary-hidden");
    reports.done(officer, shown, "show", "office", "XA/policy");
    Form ids =
        Form.of("id", id(shown), "id", id(hidden), "id", UUID.randomUUID().toString(), "id", "no");

    String page =
        result(
            diplomat,
            together(diplomat, "task", ids.with("office", "XA/policy").with("words", "Ring.")));

    assertThat(page).contains("0 of 3").contains("Shown only").doesNotContain("canary-hidden");
    assertThat(diplomat.get("/incidents/" + id(hidden)).statusCode()).isEqualTo(404);
    String own =
        result(
            officer,
            together(officer, "mark", Form.of("id", id(held), "id", id(shown), "tlp", "RED")));
    assertThat(own).contains("2 of 2");
    assertThat(officer.get(held).body()).contains("TLP:RED");
  }

  @Test
  void aResultIsOnlyForWhoeverDidIt() {
    String path = reports.report("Marked by one");
    HttpResponse<String> answer = together(officer, "mark", Form.of("id", id(path), "tlp", "RED"));
    String result = answer.headers().firstValue("Location").orElseThrow();

    assertThat(officer.get(result).body()).contains("Marked by one");
    assertThat(diplomat.get(result).body()).doesNotContain("Marked by one");
  }

  @Test
  void severalAreTakenAwayInOneFileThatNamesWhatItLeavesOut() {
    String open = reports.report("Open to the reader");
    String hidden = reports.report("canary-bulk");
    reports.done(officer, open, "show", "office", "XA/policy");
    reports.done(officer, open, "facts", "f.rootCauseKey", "canary-bulk-fact", "fact-tlp", "RED");

    HttpResponse<String> file =
        together(diplomat, "export", Form.of("id", id(open), "id", id(hidden)));

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(file.body())
        .contains("Open to the reader")
        .contains("\"leftOut\":[\"" + id(hidden) + "\"]")
        .doesNotContain("canary-bulk");
  }

  @Test
  void aListIsTakenAwayForArchivesByWhoeverMayHaveIt() {
    reports.report("Ледяной & <tin>");

    HttpResponse<byte[]> file = officer.bytes("/incidents.pdf?q=tin");

    if (Typefaces.find().isPresent()) {
      assertThat(file.headers().firstValue("Content-Type")).contains("application/pdf");
      assertThat(new String(file.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
      assertThat(officer.bytes("/incidents.pdf?q=tin").body().length)
          .isGreaterThan(officer.bytes("/incidents.pdf?q=nothing-like-it").body().length);
      assertThat(officer.get("/incidents").body()).contains("/incidents.pdf?");
    } else {
      assertThat(officer.get("/incidents").body()).doesNotContain("/incidents.pdf?");
    }
    assertThat(NODE.browser("administrator").get("/incidents.pdf").statusCode()).isEqualTo(404);
  }

  @Test
  void nothingChosenIsToldAndNothingIsDone() {
    HttpResponse<String> answer = together(officer, "mark", Form.of("tlp", "RED"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("role=\"alert\"");
  }

  @Test
  void theListAsJsonHoldsWhatThePageHolds() {
    String path = reports.report("In the JSON list \u202e\"");

    String json = officer.get("/incidents.json?q=json+list").body();

    assertThat(json).startsWith("{\"parley\":\"incident-list/1\"").contains(id(path));
    assertThat(NODE.browser("rival").get("/incidents.json").body()).doesNotContain(id(path));
    assertThat(NODE.browser("administrator").get("/incidents.json").statusCode()).isEqualTo(404);
  }

  @Test
  void everyListBearsTheMarkOfEachLineAndOfTheWhole() {
    String green = reports.report("Markmarmot green", "GREEN");
    String amber = reports.report("Markmarmot amber");
    reports.done(officer, amber, "show", "office", "XA/policy");
    reports.done(officer, green, "show", "office", "XA/policy");
    reports.done(officer, green, "facts", "f.rootCauseKey", "x", "fact-tlp", "RED");
    String query = "?q=markmarmot&order=number";

    String page = officer.get("/incidents" + query).body();
    assertThat(page)
        .containsPattern("(?s)Markmarmot amber.{1,200}TLP:AMBER<.*Markmarmot green.{1,200}TLP:RED<")
        .contains("taken together: TLP:RED")
        .containsPattern("Taken from the node [-0-9]{10} [:0-9]{5} UTC.* for ");
    assertThat(diplomat.get("/incidents" + query).body())
        .containsPattern("(?s)Markmarmot green.{1,200}TLP:GREEN<")
        .contains("taken together: TLP:AMBER.")
        .doesNotContain("TLP:RED<");
    assertThat(officer.get("/incidents.csv" + query).body().lines())
        .anyMatch(line -> line.endsWith("\"nextDue\",\"marking\",\"fileMarking\""))
        .anyMatch(
            line -> line.contains("Markmarmot amber") && line.endsWith("\"TLP:AMBER\",\"TLP:RED\""))
        .anyMatch(
            line -> line.contains("Markmarmot green") && line.endsWith("\"TLP:RED\",\"TLP:RED\""));
    assertThat(officer.get("/incidents.json" + query).body())
        .contains("\"whole\":true,\"marking\":{\"tlp\":\"RED\"},\"incidents\"")
        .contains("\"marking\":{\"tlp\":\"AMBER\"}}");
    assertThat(officer.get("/").body()).containsPattern("(?s)Markmarmot amber.{1,200}TLP:AMBER<");
    assertThat(officer.get(green + "/summary").body()).contains("TLP:RED");
  }

  @Test
  void severalInOneFileBearTheStrictestMarkOfAll() {
    String amber = reports.report("One of two");
    String red = reports.report("Two of two", "RED");

    String file = together(officer, "export", Form.of("id", id(amber), "id", id(red))).body();

    assertThat(file)
        .startsWith(
            "{\"parley\":\"incident-exports/1\",\"marking\":{\"tlp\":\"RED\"},\"incidents\":[");
  }

  @Test
  void onePageToHandOverHoldsNoMoreThanItsReaderMaySee() {
    String path = reports.report("To be handed over");
    reports.done(officer, path, "show", "office", "XA/policy");
    reports.done(officer, path, "hand-over", "words", "canary-shift");
    reports.done(officer, path, "facts", "f.rootCauseKey", "canary-summary", "fact-tlp", "RED");

    assertThat(officer.get(path + "/summary").body())
        .contains("canary-shift")
        .contains("canary-summary");
    assertThat(diplomat.get(path + "/summary").body())
        .contains("To be handed over")
        .doesNotContain("canary");
    assertThat(NODE.browser("rival").get(path + "/summary").statusCode()).isEqualTo(404);
  }
}
