package org.parley.node.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.node.ActingNode;
import org.parley.node.Form;
import org.parley.node.TestNode;

/// The directory over HTTP.
class DirectoryPagesTest {

  private static final ActingNode NODE = ActingNode.shared();

  private final TestNode.Browser officer = NODE.browser("officer");
  private final TestNode.Browser diplomat = NODE.browser("diplomat");

  private static Form office(String kind, String name) {
    return Form.of(
        "kind",
        kind,
        "name",
        name,
        "languages",
        "en, ru",
        "channel-1",
        "+999 1 555 0100",
        "channel-1-means",
        "duty-phone",
        "channel-1-carry",
        "TLP:GREEN",
        "channel-2",
        "duty@csirt.example",
        "channel-2-means",
        "mail",
        "always",
        "yes",
        "zone",
        "Europe/Vienna");
  }

  /// The path of the office that was written down.
  private String written(TestNode.Browser who, String state, Form form) {
    String path = "/directory/" + state + "/contacts/new";
    HttpResponse<String> answer = who.post(path, path, form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    Matcher number =
        Pattern.compile("#c(\\d+)$").matcher(answer.headers().firstValue("Location").orElse(""));
    assertThat(number.find()).isTrue();
    return "/directory/" + state + "/contacts/" + number.group(1);
  }

  @Test
  void allStatesStandInTheOrderOfTheReadersLanguage() {
    String english = officer.get("/directory").body();
    String german = officer.get("/directory", "Accept-Language", "de").body();

    assertThat(english.indexOf("Albania")).isPositive().isLessThan(english.indexOf("Andorra"));
    assertThat(english).contains("Türkiye").contains("Holy See").contains("Czechia");
    assertThat(german.indexOf(">Österreich<"))
        .isGreaterThan(german.indexOf(">Norwegen<"))
        .isLessThan(german.indexOf(">Polen<"));
  }

  @Test
  void anOfficeIsWrittenDownFoundChangedStruckOutAndTakenInAgain() {
    String path = written(officer, "XC", office("technical", "Cedar duty desk"));

    assertThat(officer.get("/directory?q=cedar+duty&as=table").body())
        .contains("Cedar duty desk")
        .contains("on duty around the clock");
    String state = officer.get("/directory/XC").body();
    assertThat(state).contains("tel:+99915550100").contains("TLP:GREEN").contains("As we hold it");
    assertThat(state).contains("cannot be reached securely");

    Form changed =
        office("technical", "Cedar night desk")
            .with("key-1", "0123 4567 89AB CDEF 0123 4567 89AB CDEF 0123 4567")
            .with("key-1-scheme", "openpgp")
            .with("since", "2026-11-01");
    assertThat(officer.post(path, path, changed).statusCode()).isEqualTo(303);
    assertThat(officer.get("/directory/XC").body())
        .contains("Cedar night desk")
        .doesNotContain("problems grave")
        .contains("Changed on 2026-11-01");

    assertThat(officer.post(path, path + "/drop", Form.of("reason", "")).statusCode())
        .isEqualTo(422);
    assertThat(officer.post(path, path + "/drop", Form.of("reason", "merged-5")).statusCode())
        .isEqualTo(303);
    assertThat(officer.get(path).statusCode()).isEqualTo(404);
    assertThat(officer.get("/directory/XC").body()).contains("merged-5");
    String number = path.substring(path.lastIndexOf('/') + 1);
    assertThat(
            officer
                .post("/directory/XC", "/directory/XC/put-back", Form.of("number", number))
                .statusCode())
        .isEqualTo(303);
    assertThat(officer.get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void nothingTypedIsLostAndAllProblemsAreToldTogether() {
    Form bad =
        Form.of(
            "name",
            "",
            "languages",
            "English please",
            "channel-1-means",
            "phone",
            "channel-1",
            "ring me",
            "zone",
            "Nowhere",
            "hours-monday",
            "nine to five",
            "holidays",
            "Christmas",
            "until",
            "soon");

    HttpResponse<String> answer =
        officer.post("/directory/XD/contacts/new", "/directory/XD/contacts/new", bad);

    assertThat(answer.statusCode()).isEqualTo(422);
    for (String field :
        new String[] {
          "name", "languages", "channel-1", "zone", "hours-monday", "holidays", "until"
        }) {
      assertThat(answer.body()).contains("href=\"#" + field + "\"").contains("id=\"" + field);
    }
    assertThat(answer.body())
        .contains("nine to five")
        .contains("ring me")
        .contains("Nowhere")
        .contains(">Christmas<");
    assertThat(officer.get("/directory/XD").body()).contains("No office of");
  }

  @Test
  void linesLeftEmptyBetweenChannelsAreClosed() {
    Form form =
        Form.of(
            "kind",
            "authority",
            "name",
            "Elm authority",
            "channel-3",
            "desk@elm.example",
            "channel-3-means",
            "mail",
            "zone",
            "UTC");

    String path = written(diplomat, "XE", form);

    assertThat(diplomat.get(path).body())
        .contains("id=\"channel-1\" name=\"channel-1\"")
        .contains("value=\"desk@elm.example\"");
  }

  @Test
  void aConfirmationIsOnePressAndStandsInTheHistory() {
    written(officer, "XF", office("policy", "Fir ministry"));

    HttpResponse<String> answer =
        diplomat.post("/directory/XF", "/directory/XF/confirm", Form.of());

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(diplomat.get("/directory/XF").body()).contains("All of it confirmed.");
  }

  @Test
  void theOwnStateIsStatedAndOthersAreHeld() {
    written(diplomat, "XA", office("policy", "Alder ministry"));

    assertThat(diplomat.get("/directory/XA").body())
        .contains("stated by the State itself")
        .doesNotContain("As we hold it, not stated");
  }

  @Test
  void nominationAndRegistrationAreNoted() {
    HttpResponse<String> named =
        diplomat.post(
            "/directory/XA",
            "/directory/XA/nomination",
            Form.of("authority", "Ministry-3", "document", "NV-4", "day", "2026-11-01"));
    assertThat(named.statusCode()).isEqualTo(303);
    assertThat(
            diplomat
                .post(
                    "/directory/XA",
                    "/directory/XA/registration",
                    Form.of("reference", "SEC-7", "registered", "2026-11-02"))
                .statusCode())
        .isEqualTo(303);

    assertThat(officer.get("/directory/XA").body())
        .contains("Ministry-3")
        .contains("NV-4")
        .contains("SEC-7");
    assertThat(
            diplomat
                .post(
                    "/directory/XA",
                    "/directory/XA/registration",
                    Form.of("reference", "", "registered", "2100-01-01"))
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void paperHoldsWhatTheScreenHolds() {
    written(officer, "XG", office("technical", "Grove desk"));

    assertThat(officer.get("/directory/book").body())
        .contains("Grove desk")
        .contains("+999 1 555 0100")
        .contains("<strong>Exercise</strong>");
    assertThat(officer.get("/directory/XG/sheet").body()).contains("Grove desk");
  }

  @Test
  void whatIsNoStateIsNotThere() {
    for (String code : new String[] {"ZZ", "xa", "secretariat", "X", "BR"}) {
      assertThat(officer.get("/directory/" + code).statusCode()).as(code).isEqualTo(404);
    }
    assertThat(NODE.browser("operator").get("/directory").statusCode()).isEqualTo(404);
  }

  @Test
  void textsThatBreakWhatIsCarelessDoNoHarm() {
    for (String naughty :
        new String[] {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "${7*7}"}) {
      written(officer, "XH", office("handles-incidents", naughty));
    }

    assertThat(officer.get("/directory/XH").body())
        .doesNotContain("<script>alert")
        .doesNotContain("<img src=x")
        .contains("${7*7}");
  }

  @Test
  void filesToTakeAwayNameTheExercise() {
    written(officer, "XB", office("technical", "Birch desk"));

    for (String path :
        new String[] {
          "/directory.csv",
          "/directory.xlsx",
          "/directory/XB/contacts.vcf",
          "/directory/XB/rfc2350.txt",
          "/directory.trusted-introducer.json",
          "/directory.first.json",
          "/directory.cerebrate.json",
          "/directory/XB/trusted-introducer.json",
          "/directory/XB/first.json",
          "/directory/XB/cerebrate.json"
        }) {
      HttpResponse<String> file = officer.get(path);
      assertThat(file.statusCode()).as(path).isEqualTo(200);
      assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("EXERCISE-");
    }
    assertThat(officer.get("/directory.csv").body()).contains("Birch desk");
    assertThat(officer.get("/directory/XB/contacts.vcf").body()).contains("BEGIN:VCARD");
    assertThat(officer.get("/directory/XB/first.json").body()).contains("\"EXERCISE Birch desk\"");
    assertThat(officer.get("/directory/XB/elsewhere.json").statusCode()).isEqualTo(404);
  }

  @Test
  void anotherDirectoryIsOfferedBeforeAnythingIsWrittenDown() {
    String teams =
        "[{\"official_name\":\"Offered"
            + " desk\",\"country\":{\"code\":\"XQ\"},\"established\":\"2016\","
            + "\"emails\":[{\"address\":\"a@b.example\"}]},"
            + "{\"official_name\":\"Elsewhere\",\"country\":{\"code\":\"AT\"}}]";
    HttpResponse<String> offered = offer(teams);

    assertThat(offered.statusCode()).as(offered.body()).isEqualTo(200);
    assertThat(offered.body())
        .contains("Offered desk")
        .contains("established")
        .contains("1 more team is left out")
        .doesNotContain("Elsewhere");
    assertThat(officer.get("/directory/XQ").body()).doesNotContain("Offered desk");

    Matcher hidden =
        Pattern.compile("name=\"contact-0\" value=\"([^\"]*)\"").matcher(offered.body());
    assertThat(hidden.find()).isTrue();
    String text = hidden.group(1).replace("&#34;", "\"").replace("&amp;", "&");
    HttpResponse<String> taken =
        officer.post(
            "/directory/XQ/import",
            "/directory/XQ/import/take",
            Form.of("take", "0", "contact-0", text, "kind-0", "technical"));
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
    assertThat(officer.get("/directory/XQ").body()).contains("Offered desk");
  }

  @Test
  void aProfileThatATeamPublishesIsOfferedToo() {
    HttpResponse<String> offered =
        offer(
            """
            2.1 Name of the Team
            Published desk
            2.7 Electronic Mail Address
            desk(at)published.example
            2.9 Team Members
            A. Person
            """);

    assertThat(offered.body())
        .contains("Published desk")
        .contains("desk@published.example")
        .doesNotContain("A. Person");
  }

  private HttpResponse<String> offer(String teams) {
    String boundary = "part-7f3a";
    String mark = csrf(officer.get("/directory/XQ/import").body());
    String body =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
            + mark
            + "\r\n--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"teams.json\"\r\n"
            + "Content-Type: application/json\r\n\r\n"
            + teams
            + "\r\n--"
            + boundary
            + "--\r\n";

    return officer.send(
        "POST",
        "/directory/XQ/import",
        java.net.http.HttpRequest.BodyPublishers.ofString(body),
        "Content-Type",
        "multipart/form-data; boundary=" + boundary);
  }

  private static String csrf(String page) {
    Matcher mark = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
    assertThat(mark.find()).isTrue();
    return mark.group(1);
  }
}
