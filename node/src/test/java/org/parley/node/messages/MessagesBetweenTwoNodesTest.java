package org.parley.node.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.people.Role;
import org.parley.node.Form;
import org.parley.node.TestNode;

/// Officers of two States write, read, acknowledge and answer in the browser; their nodes carry it
/// over HTTPS.
class MessagesBetweenTwoNodesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String CANARY = "Canary-4711 of two substations";

  @TempDir private static Path folder;
  private static Neighbours nodes;

  @BeforeAll
  static void start() {
    nodes = new Neighbours(folder);
    nodes.meet();
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  private static TestNode.Browser officer(String state) {
    return nodes.person(state, "technical", Role.TECHNICAL_OFFICER);
  }

  private static String begin(TestNode.Browser who, String... fields) {
    HttpResponse<String> begun = who.post("/drafts/new", "/drafts/new", Form.of(fields));
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(303);
    return begun.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]*", "");
  }

  private static Form notice(String reference) {
    return Form.of(
        "r.XB/technical", "to",
        "tlp", "AMBER",
        "language", "en",
        "i.1", reference,
        "i.2", "2026-11-20 04:05",
        "i.3.how", "not-known-yet",
        "i.4", CANARY,
        "i.5", "availability: unavailable",
        "i.6", "Power distribution",
        "i.7", "energy",
        "i.8.how", "nil",
        "i.9", "steady",
        "i.10", "Cut off from the net",
        "i.11", "take-note",
        "i.12.how", "nil",
        "i.13.how", "nil",
        "severity", "yes",
        "go", "preview");
  }

  /// Writes, looks and sends; the path of the conversation.
  private static String send(TestNode.Browser who, String draft, Form form) {
    HttpResponse<String> kept = who.post(draft, draft, form);
    assertThat(kept.statusCode()).as(kept.body()).isEqualTo(303);
    HttpResponse<String> preview = who.get(draft + "/preview");
    assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
    HttpResponse<String> sent = who.post(draft + "/preview", draft + "/send", Form.of());
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
    return sent.headers()
        .firstValue("Location")
        .orElseThrow()
        .replaceFirst("^http://[^/]*", "")
        .replaceFirst("\\?.*", "");
  }

  private static String until(TestNode.Browser who, String path, Predicate<String> wanted) {
    Instant end = Instant.now().plus(PATIENCE);
    String body = who.get(path).body();
    while (!wanted.test(body) && Instant.now().isBefore(end)) {
      try {
        Thread.sleep(250);
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
      body = who.get(path).body();
    }
    assertThat(wanted.test(body)).as(body).isTrue();
    return body;
  }

  private static String hidden(String page, String name) {
    Matcher found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
    assertThat(found.find()).as(name).isTrue();
    return found.group(1);
  }

  @Test
  void aNoticeIsSentOpenedAcknowledgedAndAnsweredByPeopleOfTwoStates() {
    TestNode.Browser here = officer("XA");
    TestNode.Browser there = officer("XB");
    String path = send(here, begin(here, "format", "C3"), notice("XA-2026-1"));

    until(there, "/messages", list -> list.contains("XA-2026-1"));
    assertThat(there.get("/").body()).contains("XA-2026-1").contains("Open and read");
    String closed = there.get(path).body();
    assertThat(closed)
        .as("looking at the page opens nothing")
        .doesNotContain(CANARY)
        .contains("Nobody of your office has opened this yet");
    assertThat(until(here, path, page -> page.contains("delivered"))).doesNotContain("opened<");

    HttpResponse<String> opened = there.post(path, path + "/open", Form.of());
    assertThat(opened.statusCode()).isEqualTo(303);
    String read = there.get(path).body();
    assertThat(read)
        .contains(CANARY)
        .contains("NIL</span> No other State is known to be concerned")
        .contains("not known yet")
        .contains("the same");
    HttpResponse<String> noted =
        there.post(path, path + "/acknowledge", Form.of("statement", hidden(read, "statement")));
    assertThat(noted.statusCode()).as(noted.body()).isEqualTo(303);
    until(here, path, page -> page.contains("acknowledged, without prejudice"));

    String conversation = path.substring("/messages/".length());
    String told = hidden(read, "statement");
    String answer = begin(there, "format", "C5", "conversation", conversation, "reply", told);
    assertThat(there.get(answer).body()).contains("XA-2026-1");
    send(there, answer, reply());
    String answered = until(here, path, page -> page.contains("<strong>answered in part"));
    assertThat(here.get("/messages?turn=ours").body()).contains("XA-2026-1");
    assertThat(answered).contains("Open and read");
  }

  private static Form reply() {
    return Form.of(
        "r.XA/technical", "to",
        "tlp", "AMBER",
        "language", "ru",
        "extent", "partial",
        "i.1", "XA-2026-1",
        "i.2", "Приняли к сведению.",
        "i.3.how", "nil",
        "i.4.how", "nil",
        "i.5.how", "nil",
        "i.6.how", "nil",
        "i.7.how", "nil",
        "i.8.how", "nil",
        "go", "preview");
  }

  @Test
  void officesOfOneNodeAreSealedFromEachOtherAndAdministratorsSeeNone() {
    TestNode.Browser here = officer("XA");
    String path = send(here, begin(here, "format", "C3"), notice("XA-2026-2"));
    TestNode.Browser policy = nodes.person("XA", "policy", Role.POLICY_OFFICER);
    TestNode.Browser administrator = nodes.person("XA", "", Role.ADMINISTRATOR);

    assertThat(policy.get(path).statusCode()).isEqualTo(404);
    assertThat(policy.get("/messages").body()).doesNotContain("XA-2026-2");
    assertThat(policy.post("/", path + "/open", Form.of()).statusCode()).isEqualTo(404);
    assertThat(administrator.get(path).statusCode()).isEqualTo(404);
    assertThat(administrator.get("/messages").statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsPassedOnToThePolicyLevelIsReadThere() {
    TestNode.Browser here = officer("XA");
    TestNode.Browser there = officer("XB");
    String path = send(here, begin(here, "format", "C3"), notice("XA-2026-3"));
    TestNode.Browser policy = nodes.person("XB", "policy", Role.POLICY_OFFICER);
    until(there, "/messages", list -> list.contains("XA-2026-3"));
    there.post(path, path + "/open", Form.of());
    String read = there.get(path).body();

    assertThat(policy.get(path).statusCode()).isEqualTo(404);
    HttpResponse<String> passed =
        there.post(
            path,
            path + "/pass-on",
            Form.of("statement", hidden(read, "statement"), "to", "policy"));
    assertThat(passed.statusCode()).as(passed.body()).isEqualTo(303);

    assertThat(policy.get(path).body()).contains(CANARY).doesNotContain("Acknowledge");
    until(here, path, page -> page.contains("to the policy level"));
  }

  @Test
  void aMarkingAboveTheCeilingIsRefusedAndAPointerOffered() {
    TestNode.Browser here = officer("XA");
    String draft = begin(here, "format", "C3");
    here.post(draft, draft, notice("XA-2026-4").with("grade", "XA GEHEIM"));

    HttpResponse<String> refused = here.get(draft + "/preview");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("above").contains("/pointer");
    here.post(draft, draft + "/pointer", Form.of("reference", "XA-GH-1", "how", "by the embassy"));

    String pointer = here.get(draft + "/preview").body();
    assertThat(pointer).contains("XA-GH-1").contains("by the embassy").doesNotContain(CANARY);
  }

  @Test
  void allThatIsWrongWithAMessageIsToldAtOnceAndNothingTypedIsLost() {
    TestNode.Browser here = officer("XA");
    String draft = begin(here, "format", "C3");
    here.post(
        draft, draft, Form.of("tlp", "AMBER", "i.4", CANARY, "i.2", "yesterday", "go", "preview"));

    HttpResponse<String> refused = here.get(draft + "/preview");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Choose at least one office")
        .contains("This is no moment")
        .contains(CANARY)
        .contains("yesterday");
    assertThat(here.get("/messages").body()).contains("C3 · yesterday");
    here.post(draft, draft + "/discard", Form.of());
    assertThat(here.get(draft).statusCode()).isEqualTo(404);
  }
}
