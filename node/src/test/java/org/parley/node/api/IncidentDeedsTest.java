package org.parley.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.parley.core.people.Account;
import org.parley.core.people.Role;
import org.parley.node.TestNode;
import org.parley.node.people.Cast;
import org.parley.node.people.Programs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Incidents reported and revised by programs, over HTTP against a real node.
class IncidentDeedsTest {

  private static final String ALL = "/api/v1/incidents";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String REPORT =
      """
      {"title": "Order service does not answer", "marking": {"tlp": "AMBER"},
       "facts": {"usersAffected": 40000}}
      """;

  private final TestNode node = TestNode.shared();
  private final Cast cast = new Cast(node);
  private final Programs programs = new Programs(node);
  private final Contract contract = new Contract(node);
  private final Account reporter = cast.account("operator", Role.OPERATOR);
  private final Programs.Caller operator = programs.all(reporter);
  private final Programs.Caller officer =
      programs.all(cast.account("officer", Role.TECHNICAL_OFFICER));

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private HttpResponse<String> report(String key, String body) {
    return operator.post(ALL, body, "Idempotency-Key", key);
  }

  private String reported() {
    HttpResponse<String> answer = report(key(), REPORT);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String version(Programs.Caller caller, String incident) {
    return caller.get(incident).headers().firstValue("ETag").orElseThrow();
  }

  private HttpResponse<String> deed(
      Programs.Caller caller, String incident, String deed, String body) {
    return caller.post(
        incident + "/" + deed,
        body,
        "Idempotency-Key",
        key(),
        "If-Match",
        version(caller, incident));
  }

  private String example(String path) {
    return JSON.writeValueAsString(
        contract
            .at(
                contract.document(),
                "paths",
                path,
                "post",
                "requestBody",
                "content",
                "application/json",
                "example")
            .orElseThrow());
  }

  @Test
  void everyExampleOfTheContractIsTakenAndAnsweredAsPromised() {
    Set<String> run = new TreeSet<>();
    HttpResponse<String> opened = report(key(), example(ALL));
    run.add(ALL);
    assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
    assertThat(contract.deviations("POST", ALL, opened)).isEmpty();
    String incident = opened.headers().firstValue("Location").orElseThrow();
    for (String deed :
        List.of(
            "facts",
            "adoptions",
            "notes",
            "marking",
            "fact-markings",
            "triage",
            "stages",
            "withdrawals",
            "closure",
            "reopening")) {
      String path = ALL + "/{id}/" + deed;
      HttpResponse<String> answer = deed(officer, incident, deed, example(path));
      run.add(path);
      assertThat(answer.statusCode()).as(deed + answer.body()).isEqualTo(200);
      assertThat(contract.deviations("POST", path, answer)).as(deed).isEmpty();
      assertThat(version(officer, incident))
          .isEqualTo(answer.headers().firstValue("ETag").orElseThrow())
          .contains(JSON.readTree(answer.body()).get("version").asString());
    }
    assertThat(run).isEqualTo(promised());
  }

  /// The deeds of the contract whose requests are JSON.
  private Set<String> promised() {
    Set<String> promised = new TreeSet<>();
    ((Map<?, ?>) contract.document().get("paths"))
        .forEach((path, operations) -> {
          if (path.toString().startsWith(ALL)
              && contract
                  .at(operations, "post", "requestBody", "content", "application/json")
                  .isPresent()) {
            promised.add(path.toString());
          }
        });
    return promised;
  }

  @Test
  void aReportOfAnotherRealmIsRefused() {
    String body =
        "{\"title\": \"Elsewhere\", \"marking\": {\"tlp\": \"AMBER\"}, \"realm\": \"%s\"}";

    HttpResponse<String> refused = report(key(), body.formatted("real"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("this node is in exercise:trial");
    assertThat(report(key(), body.formatted("exercise:trial")).statusCode()).isEqualTo(201);
  }

  @Test
  void theMarkingOfASingleFactGoesWithIt() {
    String incident = reported();
    HttpResponse<String> told =
        deed(
            operator,
            incident,
            "facts",
            """
            {"facts": {"recordsAffected": 4711}, "markings": {"recordsAffected": {"tlp": "RED"}}}
            """);
    assertThat(told.statusCode()).as(told.body()).isEqualTo(200);

    JsonNode statements = JSON.readTree(officer.get(incident).body()).get("statements");

    assertThat(statements.get(0).get("marking").get("tlp").asString()).isEqualTo("AMBER");
    assertThat(statements.get(1).get("marking").get("tlp").asString()).isEqualTo("RED");
    assertThat(programs.all(cast.account("rival", Role.OPERATOR)).get(incident).body())
        .doesNotContain("4711");
  }

  @Test
  void theSameRequestUnderTheSameKeyIsOneDeedWithOneAnswer() throws Exception {
    String key = key();
    Set<String> answers = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<HttpResponse<String>>> sent = new ArrayList<>();
      for (int each = 0; each < 16; each++) {
        sent.add(threads.submit(() -> report(key, REPORT)));
      }
      for (Future<HttpResponse<String>> one : sent) {
        assertThat(one.get().statusCode()).isEqualTo(201);
        answers.add(one.get().body() + one.get().headers().firstValue("ETag"));
      }
    }

    assertThat(answers).hasSize(1);
    assertThat(JSON.readTree(operator.get(ALL).body()).get("incidents")).hasSize(1);
    HttpResponse<String> other = report(key, REPORT.replace("40000", "50000"));
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("P1110");
    assertThat(contract.deviations("POST", ALL, other)).isEmpty();
    assertThat(programs.all(reporter).post(ALL, REPORT, "Idempotency-Key", key).body())
        .as("another token's key is another key")
        .isNotEqualTo(answers.iterator().next());
  }

  @Test
  void whatWasRefusedLeavesNothingAndCanBeTriedAgainUnderTheSameKey() {
    String key = key();

    HttpResponse<String> refused =
        report(
            key,
            """
            {"title": "x", "marking": {"tlp": "AMBER", "grades": [{"state": "XA", "words": "SECRET"}]},
             "facts": {"usersAffected": 1}}
            """);

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(JSON.readTree(operator.get(ALL).body()).get("incidents")).isEmpty();
    assertThat(report(key, REPORT).statusCode()).isEqualTo(201);
  }

  @Test
  void allMistakesOfARequestAreToldAtOnceWithTheirPlaces() {
    HttpResponse<String> answer =
        operator.post(
            ALL,
            """
            {"words": 7, "marking": {"tlp": "AMBER"}, "nothingElse": "perhaps", "odd": 1,
             "facts": {"usersAfected": 3, "downtime": "long"}, "markings": {"x": {"tlp": "RED"}}}
            """);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(contract.deviations("POST", ALL, answer)).isEmpty();
    JsonNode problems = JSON.readTree(answer.body()).get("problems");
    assertThat(problems).hasSizeGreaterThanOrEqualTo(7);
    assertThat(problems.toString())
        .contains("Idempotency-Key")
        .contains("\"line\":2")
        .contains("usersAffected");
    for (String body : List.of("{", "[]", "null", "{\"a\":1,\"a\":2}", "\u0000")) {
      HttpResponse<String> naughty = report(key(), body);
      assertThat(naughty.statusCode()).as(body).isEqualTo(422);
      assertThat(contract.deviations("POST", ALL, naughty)).isEmpty();
    }
  }

  @Test
  void aDeedOnAVersionThatIsNoMoreIsRefused() {
    String incident = reported();
    String before = version(officer, incident);
    assertThat(deed(officer, incident, "notes", "{\"words\": \"Seen.\"}").statusCode())
        .isEqualTo(200);

    HttpResponse<String> late =
        officer.post(
            incident + "/notes",
            "{\"words\": \"Seen too.\"}",
            "Idempotency-Key",
            key(),
            "If-Match",
            before);
    HttpResponse<String> blind =
        officer.post(incident + "/notes", "{\"words\": \"x\"}", "Idempotency-Key", key());

    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(late.body()).contains("P1112");
    assertThat(blind.statusCode()).isEqualTo(428);
    assertThat(contract.deviations("POST", ALL + "/{id}/notes", late)).isEmpty();
    assertThat(contract.deviations("POST", ALL + "/{id}/notes", blind)).isEmpty();
    assertThat(officer.get(incident).body()).doesNotContain("Seen too.");
  }

  @Test
  void whatADutyRefusesToThePersonItRefusesToTheirProgram() {
    String incident = reported();
    Programs.Caller rival = programs.all(cast.account("rival", Role.OPERATOR));

    HttpResponse<String> anothers =
        rival.post(
            incident + "/notes",
            "{\"words\": \"x\"}",
            "Idempotency-Key",
            key(),
            "If-Match",
            version(operator, incident));
    HttpResponse<String> closed =
        deed(officer, incident, "closure", "{\"happened\": \"Nothing was judged yet.\"}");

    assertThat(anothers.statusCode()).isEqualTo(404);
    assertThat(contract.deviations("POST", ALL + "/{id}/notes", anothers)).isEmpty();
    assertThat(closed.statusCode()).isEqualTo(422);
    assertThat(contract.deviations("POST", ALL + "/{id}/closure", closed)).isEmpty();
  }
}
