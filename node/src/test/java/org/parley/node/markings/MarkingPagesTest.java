package org.parley.node.markings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.desk.settings.SettingKey;
import org.parley.duties.people.OpenDoors;
import org.parley.node.Form;
import org.parley.node.TestNode;

/// Markings over HTTP, at a node of the fictitious State XA that may hold the lowest grade of its
/// own State and of XB.
class MarkingPagesTest {

  private static final String OF_XB = "БЕРЁЗА ДЛЯ СЛУЖЕБНОГО ПОЛЬЗОВАНИЯ";

  @TempDir static Path folder;
  private static TestNode node;
  private static TestNode.Browser operator;
  private static TestNode.Browser officer;

  @BeforeAll
  static void open() {
    node =
        TestNode.startIn(
                folder,
                Map.of(
                    SettingKey.REALM,
                    "exercise:markings",
                    SettingKey.CEILING,
                    "TLP:RED; XA ALDER RESTRICTED; XB " + OF_XB))
            .withDoors();
    List<OpenDoors.Door> doors = node.context().getBean(OpenDoors.class).open().orThrow();
    operator = through(doors, "operator");
    officer = through(doors, "csirt");
  }

  private static TestNode.Browser through(List<OpenDoors.Door> doors, String login) {
    TestNode.Browser browser = node.browser();
    OpenDoors.Door door =
        doors.stream().filter(each -> each.login().equals(login)).findFirst().orElseThrow();
    String path = "/door/" + door.token().text();
    browser.post(path, path, Form.of());
    return browser;
  }

  @AfterAll
  static void stop() {
    node.stop();
  }

  private HttpResponse<String> report(String state, String grade) {
    return operator.post(
        "/report",
        "/report",
        Form.of(
            "incident",
            UUID.randomUUID().toString(),
            "title",
            "Outage",
            "words",
            "Since three.",
            "aware",
            "2026-11-20 04:05",
            "aware.zone",
            "UTC",
            "tlp",
            "AMBER",
            "grade",
            grade,
            "state",
            state));
  }

  @Test
  void anybodyReadsWhatGradesAreCalledAndOnlyThoseInsideWhatTheNodeMayHold() {
    String outside = node.browser().get("/markings", "Accept-Language", "en").body();

    assertThat(outside)
        .contains("VS-NUR FÜR DEN DIENSTGEBRAUCH")
        .contains("RESERVADO")
        .contains("unconfirmed")
        .contains("4 May 2011")
        .doesNotContain("What this node may hold");
    assertThat(operator.get("/markings").body())
        .contains("What this node may hold")
        .contains("Up to TLP:RED")
        .contains(OF_XB);
  }

  @Test
  void aGradeWithinTheCeilingIsTakenAndToldInTheWordsOfBothStates() {
    HttpResponse<String> taken = report("XB", OF_XB);

    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
    String page = officer.get(taken.headers().firstValue("Location").orElseThrow()).body();
    assertThat(page)
        .contains(OF_XB)
        .contains("No. It bears a secrecy grade")
        .contains("it counts as ALDER RESTRICTED")
        .contains("Fictitious agreement between the fictitious States");
  }

  @Test
  void anEquivalenceOpensNothingByItself() {
    HttpResponse<String> other = report("XB", "БЕРЁЗА СЕКРЕТНО");
    HttpResponse<String> own = report("XA", "ALDER CONFIDENTIAL");

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(own.statusCode()).isEqualTo(422);
    assertThat(report("XA", "ALDER RESTRICTED").statusCode()).isEqualTo(303);
  }
}
