package org.parley.node.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.node.Form;
import org.parley.node.TestNode;

class EveryPageTest {

  private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"(/static/[^\"]+)\"");

  private final TestNode.Browser browser = TestNode.shared().browser();

  @Test
  void thePolicyLetsNothingInButOurOwnFiles() {
    HttpResponse<String> page = browser.get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Security-Policy"))
        .startsWith("default-src 'none'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(page, "Cache-Control")).contains("no-store");
    assertThat(page.body()).doesNotContain("style=\"").doesNotContain("<script>");
  }

  @Test
  void filesOfThePageAreThereAndMayBeKept() {
    Matcher matcher = ADDRESS.matcher(browser.get("/").body());
    List<String> files = matcher.results().map(result -> result.group(1)).distinct().toList();

    assertThat(files).hasSize(3);
    for (String file : files) {
      HttpResponse<String> answer = browser.get(file);
      assertThat(answer.statusCode()).as(file).isEqualTo(200);
      assertThat(header(answer, "Cache-Control")).contains("immutable");
    }
    assertThat(browser.get("/static/0000000000000000/parley.css").statusCode()).isEqualTo(404);
  }

  @Test
  void theLanguageIsTheOneChosenElseTheOneAskedForElseEnglish() {
    assertThat(browser.get("/").body()).contains("<html lang=\"en\">");
    assertThat(browser.get("/", "Accept-Language", "xx, fr-CH;q=0.9, ru;q=0.5").body())
        .contains("<html lang=\"fr\">");

    HttpResponse<String> answer =
        browser.post("/", "/language", Form.of("to", "ru", "back", "/?a=b"));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(header(answer, "Location")).isEqualTo("/?a=b");
    assertThat(browser.get("/", "Accept-Language", "fr").body()).contains("<html lang=\"ru\">");
  }

  @Test
  void aChangeOfLanguageNeverLeadsToAnotherServer() {
    for (String back :
        List.of("//other.example", "/\\other.example", "https://other.example", "")) {
      HttpResponse<String> answer =
          browser.post("/", "/language", Form.of("to", "de", "back", back));
      assertThat(header(answer, "Location")).as(back).isEqualTo("/");
    }
  }

  @Test
  void anExerciseIsNamedOnEveryPage() {
    for (String path : List.of("/", "/nowhere")) {
      assertThat(browser.get(path).body()).contains("class=\"exercise\"").contains("trial");
    }
  }

  @Test
  void whatIsNotThereSaysSoInTheVisitorsLanguage() {
    HttpResponse<String> page = browser.get("/nowhere", "Accept-Language", "it");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("<html lang=\"it\">").contains("Qui non c’è nulla da vedere");
    assertThat(header(page, "Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(browser.send("DELETE", "/", HttpRequest.BodyPublishers.noBody()).statusCode())
        .isEqualTo(400);
  }

  @Test
  void aFormThatIsNotOneOfOursChangesNothing() {
    HttpResponse<String> answer =
        browser.send(
            "POST",
            "/language",
            HttpRequest.BodyPublishers.ofString("to=ru&back=/"),
            "Content-Type",
            "application/x-www-form-urlencoded");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("The form had grown old");
    assertThat(header(answer, "Set-Cookie")).doesNotContain("lang=");
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedBeforeItIsRead() {
    HttpResponse<String> answer =
        browser.send(
            "POST",
            "/language",
            HttpRequest.BodyPublishers.ofByteArray(new byte[BodyLimit.FORM + 1]),
            "Content-Type",
            "application/x-www-form-urlencoded");

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("too large");
  }

  @Test
  void aFormThatCannotBeReadIsToldAndIsNoFaultOfTheProgram() {
    HttpResponse<String> answer =
        browser.send(
            "POST",
            "/language",
            HttpRequest.BodyPublishers.ofString("to=%zz"),
            "Content-Type",
            "application/x-www-form-urlencoded");

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void whoIsNotSignedInSendsNoFiles() {
    HttpResponse<String> answer =
        browser.send(
            "POST",
            "/language",
            HttpRequest.BodyPublishers.ofString(
                "--b\r\nContent-Disposition: form-data; name=\"to\"\r\n\r\nru\r\n--b--\r\n"),
            "Content-Type",
            "multipart/form-data; boundary=b");

    assertThat(answer.statusCode()).isEqualTo(404);
  }

  @Test
  void healthIsForAnybodyAndMeasurementsForThisMachineAlone() {
    assertThat(browser.get("/care/health").body()).startsWith("{\"status\":\"up\",\"exchange\":\"");
    assertThat(browser.get("/care/metrics").body()).contains("jvm_memory_used_bytes");
    assertThat(browser.get("/care/metrics", "X-Forwarded-For", "192.0.2.1").statusCode())
        .isEqualTo(404);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
