package org.parley.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.casefile.deed.Stating;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Tlp;
import org.parley.core.people.Account;
import org.parley.core.people.Role;
import org.parley.core.people.Scope;
import org.parley.duties.casefile.NoteOnIncident;
import org.parley.duties.casefile.ReportIncident;
import org.parley.duties.people.KeepAccounts;
import org.parley.node.TestNode;
import org.parley.node.incidents.Room;
import org.parley.node.people.Cast;
import org.parley.node.people.Programs;
import org.parley.node.web.Sites;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Incidents read by programs, over HTTP against a real node.
class IncidentReadingTest {

  private static final String ALL = "/api/v1/incidents";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestNode node = TestNode.shared();
  private final Cast cast = new Cast(node);
  private final Programs programs = new Programs(node);
  private final Contract contract = new Contract(node);
  private final Account operator = cast.account("operator", Role.OPERATOR);
  private final Room room = node.context().getBean(Room.class);

  private String report(String title) {
    CaseId id = new CaseId(UUID.randomUUID());
    new ReportIncident(room.work())
        .run(
            node.context().getBean(Sites.class).now().realm(),
            id,
            new ReportIncident.Report(
                room.house().holder(),
                title,
                Optional.empty(),
                Marking.of(Tlp.AMBER),
                Stating.NOTHING),
            operator.actor())
        .orThrow();
    return id.toString();
  }

  private static JsonNode read(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  @Test
  void aProgramIsToldWhatItsOwnerMaySeeAndNothingElse() {
    String id = report("canary-of-one-operator");
    Account rival = cast.account("rival", Role.OPERATOR);
    Programs.Caller own = programs.with(operator, Scope.READ_INCIDENTS);

    HttpResponse<String> list = own.get(ALL);
    HttpResponse<String> one = own.get(ALL + "/" + id);

    assertThat(contract.deviations("GET", ALL, list)).isEmpty();
    assertThat(contract.deviations("GET", ALL + "/{id}", one)).isEmpty();
    assertThat(read(list).get("incidents").get(0).get("incident").asString()).isEqualTo(id);
    assertThat(read(one).get("title").asString()).isEqualTo("canary-of-one-operator");
    Programs.Caller others = programs.with(rival, Scope.READ_INCIDENTS);
    assertThat(others.get(ALL).body()).doesNotContain("canary");
    HttpResponse<String> none = others.get(ALL + "/" + id);
    assertThat(contract.deviations("GET", ALL + "/{id}", none)).isEmpty();
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(none.body()).isEqualTo(others.get(ALL + "/" + UUID.randomUUID()).body());
  }

  @Test
  void pagesFollowOneAnotherHoweverManyAreAddedMeanwhile() {
    List<String> reported = new ArrayList<>();
    for (int each = 0; each < 5; each++) {
      reported.add(report("number " + each));
    }
    Programs.Caller own = programs.with(operator, Scope.READ_INCIDENTS);
    List<String> told = new ArrayList<>();

    JsonNode page = read(own.get(ALL + "?limit=2"));
    page.get("incidents").forEach(each -> told.add(each.get("incident").asString()));
    while (page.has("next")) {
      report("came in between");
      page = read(own.get(ALL + "?limit=2&cursor=" + page.get("next").asString()));
      page.get("incidents").forEach(each -> told.add(each.get("incident").asString()));
    }

    assertThat(told).containsExactlyElementsOf(reported.reversed());
  }

  @Test
  void aQuestionThatIsNotUnderstoodIsToldWholeAndNotAnsweredWithAnotherList() {
    report("one");
    report("two");
    Programs.Caller own = programs.with(operator, Scope.READ_INCIDENTS);
    String cursor = read(own.get(ALL + "?limit=1")).get("next").asString();

    HttpResponse<String> wrong =
        own.get(ALL + "?stage=odd&order=odd&limit=0&level=x&since=1&cursor=x.y");
    HttpResponse<String> other = own.get(ALL + "?limit=1&q=two&cursor=" + cursor);

    assertThat(contract.deviations("GET", ALL, wrong)).isEmpty();
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(JSON.readTree(wrong.body()).get("problems")).hasSize(6);
    assertThat(other.body()).contains("P1113");
  }

  @Test
  void theVersionOfAnIncidentChangesWithWhatItsReaderSeesAndWithNothingElse() {
    String id = report("watched");
    Programs.Caller own = programs.with(operator, Scope.READ_INCIDENTS);
    String before = own.get(ALL + "/" + id).headers().firstValue("ETag").orElseThrow();
    Account officer = cast.account("officer", Role.TECHNICAL_OFFICER);
    Programs.Caller office = programs.with(officer, Scope.READ_INCIDENTS);
    String offices = office.get(ALL + "/" + id).headers().firstValue("ETag").orElseThrow();
    assertThat(own.get(ALL + "/" + id, "If-None-Match", before).statusCode()).isEqualTo(304);

    new NoteOnIncident(room.work())
        .entry(
            node.context().getBean(Sites.class).now().realm(),
            CaseId.parse(id).orElseThrow(),
            room.work().now(),
            "canary-of-the-office",
            officer.actor())
        .orThrow();

    HttpResponse<String> after = own.get(ALL + "/" + id);
    assertThat(after.body()).doesNotContain("canary");
    assertThat(after.headers().firstValue("ETag")).contains(before);
    assertThat(office.get(ALL + "/" + id, "If-None-Match", offices).statusCode()).isEqualTo(200);
  }

  @Test
  void anIncidentIsClassifiedOnTheScalesThatAreNamed() {
    String id = report("to be classified");
    Programs.Caller own = programs.with(operator, Scope.READ_INCIDENTS);
    String path = ALL + "/" + id + "/classifications";

    HttpResponse<String> answer = own.get(path + "?scale=uk/ncsc&changes=true");
    HttpResponse<String> wrong = own.get(path + "?scale=xx/none");

    assertThat(contract.deviations("GET", ALL + "/{id}/classifications", answer)).isEmpty();
    assertThat(answer.body()).contains("uk/ncsc").doesNotContain("eu/dora");
    assertThat(contract.deviations("GET", ALL + "/{id}/classifications", wrong)).isEmpty();
    assertThat(wrong.statusCode()).isEqualTo(422);
  }

  @Test
  void aTokenThatRanOutWasTakenBackOrNeverWasIsTold() {
    String over = programs.token(operator, Set.of(Scope.READ_INCIDENTS), Duration.ofHours(-1));
    Account leaving = cast.account("leaving", Role.OPERATOR);
    Programs.Caller left = programs.with(leaving, Scope.READ_INCIDENTS);
    assertThat(left.get(ALL).statusCode()).isEqualTo(200);
    node.context()
        .getBean(KeepAccounts.class)
        .allow(leaving.id(), false, cast.withLogin("admin").id());

    HttpResponse<String> expired = new Programs.Caller(node, over).get(ALL);
    HttpResponse<String> unknown = new Programs.Caller(node, "parley_nobodys").get(ALL);

    assertThat(contract.deviations("GET", ALL, expired)).isEmpty();
    assertThat(expired.body()).contains("P1103");
    assertThat(unknown.body()).contains("P1102");
    assertThat(left.get(ALL).body()).contains("P1102");
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("Bearer");
    assertThat(node.browser().get(ALL).body()).contains("P1101");
  }

  @Test
  void noCookieCountsAndNoneIsGivenHoweverTheAddressIsSpelt() {
    TestNode.Browser browser = cast.browser(operator);

    for (String way : List.of(ALL, "/%61pi/v1/incidents", "/api/v1/../v1/incidents")) {
      HttpResponse<String> answer = browser.get(way);
      assertThat(answer.statusCode()).as(way).isIn(400, 401);
      assertThat(answer.headers().firstValue("Set-Cookie")).as(way).isEmpty();
    }
    assertThat(node.browser().get("/api/v1/scales").headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void whatNeverReachedAnOperationIsAProblemDocumentToo() {
    Programs.Caller own = programs.all(operator);

    for (HttpResponse<String> answer :
        List.of(
            own.get("/api/v1/nowhere"),
            own.get(ALL + "/not-an-id"),
            own.post(ALL + "/" + UUID.randomUUID(), "{}"),
            own.post("/api/v1/classifications", " ".repeat((1 << 20) + 1)))) {
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(answer.statusCode()).isBetween(404, 413);
    }
  }
}
