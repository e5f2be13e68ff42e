package org.parley.node.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.people.Role;
import org.parley.node.Form;
import org.parley.node.TestNode;

/// The policy office reads a message and an incident on two pages.
class BriefPagesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String QUESTION = "Are the hosts known to you?";

  @TempDir private static Path folder;
  private static Neighbours nodes;
  private static TestNode.Browser here;

  @BeforeAll
  static void start() {
    nodes = new Neighbours(folder);
    nodes.meet();
    here = nodes.person("XA", "policy", Role.POLICY_OFFICER);
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  private static String local(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]*", "");
  }

  private static String sent() {
    return sent(Form.of("format", "C4"), "XA-BRIEF-1");
  }

  private static String sent(Form begun, String reference) {
    String draft = local(here.post("/", "/drafts/new", begun));
    Form form =
        Form.of(
            "r.XB/policy", "to",
            "tlp", "AMBER",
            "language", "en",
            "i.1", reference,
            "i.2", "Decision 1202, measure 3",
            "i.3", "Traffic from 192.0.2.17 and relay.example.org <b>",
            "i.4", "availability: unavailable",
            "i.5", QUESTION,
            "i.6.how", "withheld",
            "i.7", "meeting",
            "i.8.how", "nil",
            "severity", "yes");
    for (String name : List.of("hosts 4712.csv", "192.0.2.99.txt", "relay.example.org")) {
      here.upload(draft, draft, form.with("go", "attach"), name, name.repeat(3).getBytes(UTF_8));
    }
    String preview = local(here.post(draft, draft, form.with("go", "preview")));
    return local(here.post(preview, draft + "/send", Form.of())).replaceFirst("\\?.*", "");
  }

  private static void await(TestNode.Browser who, String path, String wanted) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!who.get(path).body().contains(wanted) && Instant.now().isBefore(end)) {
      try {
        Thread.sleep(250);
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }
  }

  private static String part(byte[] file, String name) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
    return "";
  }

  @Test
  void whatIsInAnotherLanguageThanTheBriefSaysInWhich() {
    String path = sent();
    here.post("/", "/language", Form.of("to", "de", "back", "/"));
    String brief = here.get(path + "/brief").body();
    here.post("/", "/language", Form.of("to", "en", "back", "/"));

    assertThat(brief).contains("<bdi lang=\"en\">Traffic from");
    assertThat(here.get(path + "/brief").body()).contains("<bdi>Traffic from");
  }

  @Test
  void releasedFactsStandInWordsOnTheMessage() {
    assertThat(here.get(sent()).body())
        .contains("State of the service: completely unavailable")
        .doesNotContain(">availability: unavailable<");
  }

  @Test
  void aMessageIsToldWithoutIndicatorsOnceItWasOpenedAndToThePolicyOfficeAlone() {
    String path = sent();
    TestNode.Browser there = nodes.person("XB", "policy", Role.POLICY_OFFICER);
    await(there, path + "/brief", "Nothing that your office has opened says it.");
    assertThat(there.get(path + "/brief").body())
        .contains("Nothing that your office has opened says it.")
        .doesNotContain(QUESTION);
    there.post(path, path + "/open", Form.of());

    assertThat(there.get(path).body()).contains(path + "/brief");
    String brief = there.get(path + "/brief").body();
    assertThat(brief)
        .contains("Traffic from [indicator left out] and [indicator left out] &lt;b&gt;")
        .contains(QUESTION)
        .contains("Answer proposed by")
        .contains("our own scale")
        .contains("Why: ")
        .contains("Answer in part")
        .contains(
            "<dt>Attachments</dt><dd><bdi>3 files: hosts 4712.csv, [indicator left out].txt,"
                + " [indicator left out]</bdi>")
        .doesNotContain("hosts 4712.csvhosts")
        .contains("<dt>Alder (XA)</dt>")
        .contains("EXERCISE EXERCISE EXERCISE · TLP:AMBER")
        .doesNotContain("192.0.2.17")
        .doesNotContain("relay.example.org");
    byte[] file = there.bytes(path + "/brief.docx").body();
    assertThat(part(file, "word/header.xml")).contains("EXERCISE EXERCISE EXERCISE · TLP:AMBER");
    assertThat(part(file, "word/document.xml"))
        .contains(QUESTION)
        .contains("3 files: hosts 4712.csv")
        .doesNotContain("192.0.2.17")
        .doesNotContain("192.0.2.99");
    TestNode.Browser technical = nodes.person("XB", "technical", Role.TECHNICAL_OFFICER);
    assertThat(technical.get(path + "/brief").statusCode()).isEqualTo(404);
    assertThat(technical.get(path + "/brief.docx").statusCode()).isEqualTo(404);
  }

  @Test
  void anIncidentIsToldToThePolicyOfficeThatMaySeeItAndToNoOther() {
    String id = UUID.randomUUID().toString();
    local(
        here.post(
            "/report",
            "/report",
            Form.of(
                "incident", id,
                "title", "Outage after mail from someone@example.org",
                "words", "Since three.",
                "aware", "2026-11-20 04:05",
                "aware.zone", "UTC",
                "f.availability", "unavailable",
                "tlp", "AMBER")));
    String path = "/incidents/" + id;

    assertThat(here.get(path).body()).contains(path + "/brief");
    assertThat(here.get(path + "/brief").body())
        .contains("Outage after mail from [indicator left out]")
        .contains("2026-11-20 04:05 UTC")
        .contains("our own scale")
        .contains("Ask for clarification (C4)")
        .contains("TLP:AMBER")
        .doesNotContain("someone@example.org");
    assertThat(part(here.bytes(path + "/brief.docx").body(), "word/header.xml"))
        .contains("TLP:AMBER");
    assertThat(here.get(path + "/brief").body()).doesNotContain("Birch (XB)");
    sent(Form.of("format", "C4", "incident", id), "A reference of our own");
    assertThat(here.get(path + "/brief").body())
        .as("what was written from the incident, whatever its reference")
        .contains("Birch (XB)");
    TestNode.Browser other = nodes.person("XA", "technical", Role.TECHNICAL_OFFICER);
    assertThat(other.get(path + "/brief").statusCode()).isEqualTo(404);
  }

  private static void report(String id) {
    local(
        here.post(
            "/report",
            "/report",
            Form.of(
                "incident",
                id,
                "title",
                "Outage",
                "aware",
                "2026-11-20 04:05",
                "aware.zone",
                "UTC",
                "f.availability",
                "unavailable",
                "tlp",
                "AMBER")));
  }

  private static Form question() {
    return Form.of(
        "r.XB/policy",
        "to",
        "tlp",
        "AMBER",
        "language",
        "en",
        "i.1",
        "Above the ceiling",
        "i.2",
        "Decision 1202",
        "i.3",
        "Traffic",
        "i.4.how",
        "nil",
        "i.5",
        QUESTION,
        "i.6.how",
        "withheld",
        "i.7",
        "meeting",
        "i.8.how",
        "nil");
  }

  @Test
  void aSendThatIsRefusedLeavesTheDraftAndTellsNothingOfTheIncident() {
    String id = UUID.randomUUID().toString();
    report(id);
    String brief = "/incidents/" + id + "/brief";
    String draft = local(here.post("/", "/drafts/new", Form.of("format", "C4", "incident", id)));
    here.post(draft, draft, question().with("grade", "XA GEHEIM"));

    HttpResponse<String> refused = here.post("/", draft + "/send", Form.of());

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(here.get(draft).body()).contains(QUESTION).contains("Above the ceiling");
    assertThat(here.get(brief).body()).doesNotContain("Birch (XB)");
    here.post(draft, draft, question());
    assertThat(here.post("/", draft + "/send", Form.of()).statusCode()).isEqualTo(303);
    assertThat(here.get(draft).statusCode()).as("the draft is the message now").isEqualTo(404);
    assertThat(here.get(brief).body()).contains("Birch (XB)");
  }
}
