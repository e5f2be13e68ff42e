package org.parley.node.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.node.ActingNode;
import org.parley.node.Form;
import org.parley.node.Reports;
import org.parley.node.TestNode;

/// The auditor's page, the pages of newcomers and what awaits each, over HTTP.
class AuditTest {

  private static final ActingNode NODE = ActingNode.shared();

  private final Reports reports = new Reports(NODE);

  @Test
  void anAuditorReadsWhoDidWhatWhenAndNothingOfItsContent() {
    String path = reports.report("canary-audit-title");
    TestNode.Browser officer = NODE.browser("officer");
    reports.done(officer, path, "note", "words", "canary-audit-note");
    reports.done(officer, path, "facts", "f.rootCauseKey", "canary-audit-fact");

    for (String page : new String[] {"/audit", "/audit.csv"}) {
      assertThat(NODE.browser("auditor").get(page).body())
          .as(page)
          .contains("acting-officer")
          .contains("note")
          .contains("state")
          .contains("EX-")
          .doesNotContain("canary");
    }
    assertThat(NODE.browser("auditor").get("/audit?day=2001-01-01").body())
        .doesNotContain("acting-officer");
    assertThat(NODE.browser("auditor").get("/audit?day=naughty").statusCode()).isEqualTo(200);
    assertThat(NODE.browser("auditor").get(path).statusCode()).isEqualTo(404);
    assertThat(officer.get("/audit").statusCode()).isEqualTo(404);
    assertThat(NODE.browser("administrator").get("/audit").statusCode()).isEqualTo(404);
  }

  @Test
  void theFirstPageOfAnOfficeTellsItsTasksAndNoOthers() {
    String path = reports.report("With a task");
    TestNode.Browser officer = NODE.browser("officer");
    reports.done(officer, path, "show", "office", "XA/policy");
    reports.done(officer, path, "task", "office", "XA/policy", "words", "Ring the embassy.");

    assertThat(NODE.browser("diplomat").get("/").body()).contains("Ring the embassy.");
    assertThat(NODE.browser("operator").get("/").body()).doesNotContain("Ring the embassy.");
  }

  @Test
  void theFirstPageOfAnAdministratorTellsWhoCannotSignInYet() {
    assertThat(NODE.browser("administrator").get("/").body())
        .contains("id=\"people-await\"")
        .contains("href=\"/accounts/");
    assertThat(NODE.browser("officer").get("/").body()).doesNotContain("people-await");
  }

  @Test
  void thePageForNewcomersIsPutAwayAndStaysReachable() {
    TestNode.Browser auditor = NODE.browser("auditor");
    assertThat(auditor.get("/").body()).contains("class=\"notice\"><a href=\"/first-hour\"");
    assertThat(auditor.get("/first-hour").body()).contains("href=\"/audit\"");

    assertThat(auditor.post("/first-hour", "/first-hour/read", Form.of("x", "y")).statusCode())
        .isEqualTo(303);

    assertThat(auditor.get("/").body()).doesNotContain("class=\"notice\"><a href=\"/first-hour\"");
    assertThat(auditor.get("/first-hour").statusCode()).isEqualTo(200);
    assertThat(NODE.browser("").get("/first-hour").statusCode()).isEqualTo(303);
  }
}
