package org.parley.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.people.Account;
import org.parley.core.people.Role;
import org.parley.core.people.Scope;
import org.parley.core.terms.Octets;
import org.parley.duties.casefile.AttachFile;
import org.parley.node.TestNode;
import org.parley.node.incidents.Room;
import org.parley.node.people.Cast;
import org.parley.node.people.Programs;
import org.parley.node.web.Sites;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files and markings of incidents in the hands of programs, over HTTP against a real node. The
/// callers hold every answer against the contract.
class IncidentHandlingTest {

  private static final String ALL = "/api/v1/incidents";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final byte[] LOG = "line one\r\nline two\u0000".getBytes(StandardCharsets.UTF_8);

  private final TestNode node = TestNode.shared();
  private final Cast cast = new Cast(node);
  private final Programs programs = new Programs(node);
  private final Account reporter = cast.account("operator", Role.OPERATOR);
  private final Account duty = cast.account("officer", Role.TECHNICAL_OFFICER);
  private final Programs.Caller operator = programs.all(reporter);
  private final Programs.Caller officer = programs.all(duty);

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private String reported() {
    HttpResponse<String> answer =
        operator.post(
            ALL,
            """
            {"title": "Order service does not answer", "marking": {"tlp": "AMBER"},
             "facts": {"usersAffected": 40000, "downtime": "PT3H"}}
            """,
            "Idempotency-Key",
            key());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String version(Programs.Caller caller, String incident) {
    return caller.get(incident).headers().firstValue("ETag").orElseThrow();
  }

  private static HttpResponse<String> deed(
      Programs.Caller caller, String incident, String deed, String body) {
    return caller.post(
        incident + "/" + deed,
        body,
        "Idempotency-Key",
        key(),
        "If-Match",
        version(caller, incident));
  }

  private static HttpResponse<String> attach(
      Programs.Caller caller, String incident, String name, byte[] bytes, String... fields) {
    return caller.attach(
        incident + "/files",
        name,
        bytes,
        List.of(fields),
        "Idempotency-Key",
        key(),
        "If-Match",
        version(caller, incident));
  }

  private static JsonNode files(Programs.Caller caller, String incident) {
    HttpResponse<String> answer = caller.get(incident + "/files");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body()).get("files");
  }

  private void release(String incident, int file) {
    String id = incident.substring(incident.lastIndexOf('/') + 1);
    new AttachFile(node.context().getBean(Room.class).work())
        .release(
            node.context().getBean(Sites.class).now().realm(),
            CaseId.parse(id).orElseThrow(),
            file,
            duty.actor())
        .orThrow();
  }

  @Test
  void aFileLiesInQuarantineForEveryProgramUntilAnOfficerReleasesIt() {
    String incident = reported();
    String digest = Octets.of(LOG).digest().hex();

    HttpResponse<String> attached =
        attach(operator, incident, "Журнал.log", LOG, "words", "Log.", "sha256", digest);
    JsonNode file = files(operator, incident).get(0);

    assertThat(attached.statusCode()).as(attached.body()).isEqualTo(200);
    assertThat(JSON.readTree(attached.body()).get("file").asInt()).isEqualTo(1);
    assertThat(file.get("name").asString()).isEqualTo("Журнал.log");
    assertThat(file.get("sha256").asString()).isEqualTo(digest);
    assertThat(file.get("custody").asString()).isEqualTo("quarantined");
    assertThat(officer.get(incident + "/files/1").statusCode()).isEqualTo(404);
    assertThat(operator.get(incident + "/files/1").statusCode()).isEqualTo(404);

    release(incident, 1);
    HttpResponse<String> fetched = officer.get(incident + "/files/1");

    assertThat(fetched.statusCode()).isEqualTo(200);
    assertThat(fetched.body().getBytes(StandardCharsets.UTF_8)).isEqualTo(LOG);
    assertThat(fetched.headers().firstValue("Repr-Digest").orElseThrow()).startsWith("sha-256=:");
    assertThat(fetched.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(fetched.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(officer.get(incident + "/files/2").statusCode()).isEqualTo(404);
    assertThat(officer.get(incident + "/files/one").statusCode()).isEqualTo(400);
  }

  @Test
  void theSameFileUnderTheSameKeyIsAttachedOnceAndAnotherUnderItRefused() {
    String incident = reported();
    String key = key();
    String version = version(operator, incident);
    String[] headers = {"Idempotency-Key", key, "If-Match", version};
    String path = incident + "/files";

    HttpResponse<String> first = operator.attach(path, "a.log", LOG, List.of(), headers);
    HttpResponse<String> again = operator.attach(path, "a.log", LOG, List.of(), headers);
    byte[] changed = Arrays.copyOf(LOG, LOG.length + 1);
    HttpResponse<String> other = operator.attach(path, "a.log", changed, List.of(), headers);
    HttpResponse<String> renamed = operator.attach(path, "b.log", LOG, List.of(), headers);

    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.body()).contains("P1110");
    assertThat(renamed.body()).contains("P1110");
    assertThat(files(operator, incident)).hasSize(1);
  }

  @Test
  void theAnswerNamesTheFileByItsNumberAlsoWhereItLayThereBefore() {
    String incident = reported();

    JsonNode first = JSON.readTree(attach(operator, incident, "a.log", LOG).body());
    JsonNode second = JSON.readTree(attach(operator, incident, "b.log", LOG).body());
    JsonNode again = JSON.readTree(attach(operator, incident, "a.log", LOG).body());

    assertThat(first.get("file").asInt()).isEqualTo(1);
    assertThat(second.get("file").asInt()).isEqualTo(2);
    assertThat(again.get("file").asInt()).isEqualTo(1);
    assertThat(files(operator, incident)).hasSize(2);
  }

  @Test
  void whatIsWrongWithAFileIsToldAtOnceAndNothingIsKept() {
    String incident = reported();

    HttpResponse<String> wrong =
        attach(operator, incident, "a.log", LOG, "sha256", "0".repeat(64), "odd", "1", "words", "");
    HttpResponse<String> large = attach(operator, incident, "a.bin", new byte[(10 << 20) + 1]);
    HttpResponse<String> name = attach(operator, incident, "..", LOG);
    HttpResponse<String> kind = deed(operator, incident, "files", "{}");

    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(JSON.readTree(wrong.body()).get("problems")).hasSize(3);
    assertThat(wrong.body()).contains(Octets.of(LOG).digest().hex());
    assertThat(large.statusCode()).as(large.body()).isEqualTo(422);
    assertThat(name.statusCode()).as(name.body()).isEqualTo(422);
    assertThat(kind.statusCode()).isEqualTo(415);
    assertThat(files(operator, incident)).isEmpty();
  }

  @Test
  void anIncidentIsMarkedAndAFactMoreStrictlyAndNoLonger() {
    String incident = reported();

    HttpResponse<String> whole =
        deed(
            officer,
            incident,
            "marking",
            "{\"marking\": {\"tlp\": \"AMBER+STRICT\", \"pap\": \"AMBER\"}}");
    HttpResponse<String> fact =
        deed(
            officer,
            incident,
            "fact-markings",
            "{\"fact\": \"usersAffected\", \"marking\": {\"tlp\": \"RED\"}}");
    JsonNode told = JSON.readTree(officer.get(incident + "/marking").body());

    assertThat(whole.statusCode()).as(whole.body()).isEqualTo(200);
    assertThat(fact.statusCode()).as(fact.body()).isEqualTo(200);
    assertThat(told.get("marking").get("tlp").asString()).isEqualTo("AMBER+STRICT");
    assertThat(told.get("originator").get("tlp").asString()).isEqualTo("AMBER");
    assertThat(told.get("holder").get("pap").asString()).isEqualTo("AMBER");
    assertThat(told.get("facts")).hasSize(1);
    assertThat(told.get("facts").get(0).get("fact").asString()).isEqualTo("usersAffected");
    assertThat(told.get("facts").get(0).get("marking").get("tlp").asString()).isEqualTo("RED");

    deed(officer, incident, "fact-markings", "{\"fact\": \"usersAffected\"}");
    assertThat(JSON.readTree(officer.get(incident + "/marking").body()).get("facts")).isEmpty();
  }

  @Test
  void aMarkingAboveTheCeilingIsRefusedForTheIncidentAndForAFact() {
    String incident = reported();
    String grade = "{\"tlp\": \"AMBER\", \"grades\": [{\"state\": \"XA\", \"words\": \"SECRET\"}]}";

    HttpResponse<String> whole = deed(officer, incident, "marking", "{\"marking\": " + grade + "}");
    HttpResponse<String> fact =
        deed(
            officer,
            incident,
            "fact-markings",
            "{\"fact\": \"downtime\", \"marking\": " + grade + "}");
    HttpResponse<String> unknown =
        deed(officer, incident, "fact-markings", "{\"fact\": \"usersAfected\"}");

    assertThat(whole.statusCode()).isEqualTo(422);
    assertThat(fact.statusCode()).isEqualTo(422);
    assertThat(whole.body()).contains("above what this node may hold");
    assertThat(fact.body()).contains("above what this node may hold");
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("P201");
    assertThat(officer.get(incident + "/marking").body()).doesNotContain("SECRET");
  }

  @Test
  void aTokenMarksAndAttachesOnlyWithTheScopesForIt() {
    String incident = reported();
    Programs.Caller revises = programs.with(duty, Scope.READ_INCIDENTS, Scope.REVISE_INCIDENTS);
    Programs.Caller marks = programs.with(duty, Scope.READ_INCIDENTS, Scope.MARK_INCIDENTS);
    Programs.Caller attaches = programs.with(duty, Scope.READ_INCIDENTS, Scope.ATTACH_FILES);
    String marking = "{\"marking\": {\"tlp\": \"RED\"}}";

    assertThat(deed(revises, incident, "marking", marking).body()).contains("mark-incidents");
    assertThat(attach(revises, incident, "a.log", LOG).statusCode()).isEqualTo(403);
    assertThat(deed(attaches, incident, "marking", marking).statusCode()).isEqualTo(403);
    assertThat(attach(marks, incident, "a.log", LOG).statusCode()).isEqualTo(403);
    assertThat(deed(marks, incident, "marking", marking).statusCode()).isEqualTo(200);
    assertThat(attach(attaches, incident, "a.log", LOG).statusCode()).isEqualTo(200);
    assertThat(deed(operator, incident, "marking", marking).statusCode()).isEqualTo(404);
  }

  @Test
  void anotherOrganisationSeesNeitherFilesNorMarkings() {
    String incident = reported();
    attach(operator, incident, "canary.log", LOG);
    Programs.Caller rival = programs.all(cast.account("rival", Role.OPERATOR));

    for (String way : List.of("/files", "/files/1", "/marking")) {
      assertThat(rival.get(incident + way).statusCode()).as(way).isEqualTo(404);
    }
  }
}
