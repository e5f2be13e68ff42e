package org.parley.node.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.exchange.Attachment;
import org.parley.core.people.Role;
import org.parley.core.terms.Octets;
import org.parley.node.Form;
import org.parley.node.TestNode;

/// An officer sends a file with a message; the office that receives it takes it away.
class FilesBetweenTwoNodesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final byte[] HOSTS =
      "192.0.2.7 Канарейка-4712\r\n".getBytes(StandardCharsets.UTF_8);

  @TempDir private static Path folder;
  private static Neighbours nodes;
  private static TestNode.Browser here;

  @BeforeAll
  static void start() {
    nodes = new Neighbours(folder);
    nodes.meet();
    here = nodes.person("XA", "technical", Role.TECHNICAL_OFFICER);
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  private static String local(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]*", "");
  }

  private static Form notice(String reference, String button) {
    return Form.of(
        "r.XB/technical", "to",
        "tlp", "AMBER",
        "language", "en",
        "i.1", reference,
        "i.2", "2026-11-20 04:05",
        "i.3.how", "not-known-yet",
        "i.4", "See the hosts in the file",
        "i.5.how", "nil",
        "i.6", "Power distribution",
        "i.7", "energy",
        "i.8.how", "nil",
        "i.9", "steady",
        "i.10", "Cut off from the net",
        "i.11", "take-note",
        "i.12.how", "nil",
        "i.13.how", "nil",
        "go", button);
  }

  private static String draft() {
    return local(here.post("/", "/drafts/new", Form.of("format", "C3")));
  }

  private static String until(TestNode.Browser who, String path, String wanted) {
    Instant end = Instant.now().plus(PATIENCE);
    String body = who.get(path).body();
    while (!body.contains(wanted) && Instant.now().isBefore(end)) {
      try {
        Thread.sleep(250);
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
      body = who.get(path).body();
    }
    assertThat(body).contains(wanted);
    return body;
  }

  @Test
  void theFileGoesWithTheMessageAndIsTakenAwayByteForByte() {
    String draft = draft();
    String back =
        local(here.upload(draft, draft, notice("XA-FILE-1", "attach"), "C:\\hosts ё.txt", HOSTS));
    assertThat(back).isEqualTo(draft + "#attachments");
    assertThat(here.get(draft).body())
        .contains("<bdi>hosts ё.txt</bdi>")
        .as("what was typed stays")
        .contains("XA-FILE-1");
    here.post(draft, draft, notice("XA-FILE-1", "preview"));
    assertThat(here.get(draft + "/preview").body()).contains("<bdi>hosts ё.txt</bdi>");
    String path =
        local(here.post(draft + "/preview", draft + "/send", Form.of())).replaceFirst("\\?.*", "");
    until(here, path, "arrived at");

    TestNode.Browser there = nodes.person("XB", "technical", Role.TECHNICAL_OFFICER);
    until(there, "/messages", "XA-FILE-1");
    Matcher unread = Pattern.compile("/files/").matcher(there.get(path).body());
    assertThat(unread.find()).as("not before it was opened").isFalse();
    there.post(path, path + "/open", Form.of());
    Matcher link =
        Pattern.compile("href=\"(/messages/[^\"]*/files/[^\"]*)\"")
            .matcher(until(there, path, "/files/"));
    assertThat(link.find()).isTrue();

    HttpResponse<byte[]> file = there.bytes(link.group(1));
    assertThat(file.body()).isEqualTo(HOSTS);
    assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    TestNode.Browser policy = nodes.person("XB", "policy", Role.POLICY_OFFICER);
    assertThat(policy.get(link.group(1)).statusCode()).as("another office").isEqualTo(404);
    assertThat(there.get(link.group(1).replaceFirst("/1$", "/2")).statusCode()).isEqualTo(404);
  }

  @Test
  void theCaseOfAQuestionListsItsFilesToWhoHasOpenedIt() {
    TestNode.Browser policy = nodes.person("XA", "policy", Role.POLICY_OFFICER);
    String draft = local(policy.post("/", "/drafts/new", Form.of("format", "C4")));
    Form question =
        Form.of(
            "r.XB/policy", "to",
            "tlp", "AMBER",
            "language", "en",
            "i.1", "XA-FILE-5",
            "i.2", "Decision 1202, measure 3",
            "i.3", "Traffic at a dispatch supplier",
            "i.4.how", "nil",
            "i.5", "Are the hosts known to you?",
            "i.6.how", "withheld",
            "i.7", "meeting",
            "i.8.how", "nil");
    policy.upload(draft, draft, question.with("go", "attach"), "trace 5.log", HOSTS);
    local(policy.post(draft, draft, question.with("go", "preview")));
    String path =
        local(policy.post(draft + "/preview", draft + "/send", Form.of()))
            .replaceFirst("\\?.*", "");
    String at = path.replace("/messages/", "/clarifications/");
    assertThat(policy.get(at).body())
        .contains("<bdi>trace 5.log</bdi>")
        .contains(Octets.of(HOSTS).digest().hex());

    TestNode.Browser there = nodes.person("XB", "policy", Role.POLICY_OFFICER);
    until(there, "/messages", "XA-FILE-5");
    assertThat(there.get(at).body()).as("not before it was opened").doesNotContain("trace 5.log");
    there.post(path, path + "/open", Form.of());
    Matcher link =
        Pattern.compile("href=\"(/messages/[^\"]*/files/[^\"]*)\"")
            .matcher(until(there, at, "/files/"));
    assertThat(link.find()).isTrue();
    assertThat(there.bytes(link.group(1)).body()).isEqualTo(HOSTS);
  }

  @Test
  void whatCannotBeAttachedIsToldAndNothingTypedIsLost() {
    String draft = draft();

    HttpResponse<String> none = here.post(draft, draft, notice("XA-FILE-2", "attach"));
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("Choose a file first").contains("XA-FILE-2");

    HttpResponse<String> large =
        here.upload(
            draft,
            draft,
            notice("XA-FILE-2", "attach"),
            "large.bin",
            new byte[Attachment.LARGEST + 1]);
    assertThat(large.statusCode()).isEqualTo(422);
    assertThat(large.body()).contains("P741").contains("XA-FILE-2");

    here.upload(draft, draft, notice("XA-FILE-2", "attach"), "a.txt", HOSTS);
    assertThat(
            here.upload(draft, draft, notice("XA-FILE-2", "attach"), "A.txt", new byte[] {1})
                .body())
        .contains("P742");
  }

  @Test
  void aFormWithTheOfficesOfAllStatesIsTakenAndOneBeyondMeasureIsRefused() {
    String draft = draft();
    Form all = notice("XA-FILE-4", "attach");
    for (int office = 1; office <= 57 * 4; office++) {
      all = all.with("r.X" + office + "/technical", "");
    }
    here.upload(draft, draft, all, "a.txt", HOSTS);
    assertThat(here.get(draft).body()).contains("<bdi>a.txt</bdi>").contains("XA-FILE-4");

    for (int field = 0; field <= 2_000; field++) {
      all = all.with("x." + field, "");
    }
    HttpResponse<String> beyond = here.upload(draft, draft, all, "b.txt", HOSTS);
    assertThat(beyond.statusCode()).isEqualTo(413);
    assertThat(here.get(draft).body()).doesNotContain("b.txt").contains("XA-FILE-4");
  }

  @Test
  void aFileIsTakenAwayFromTheDraftAgainAndNoFormForgesOne() {
    String draft = draft();
    here.upload(draft, draft, notice("XA-FILE-3", "keep"), "a.txt", HOSTS);
    String forged = "%s %s 5 forged.txt".formatted("0".repeat(64), "0".repeat(64));

    here.post(draft, draft, notice("XA-FILE-3", "keep").with("attached", forged));
    assertThat(here.get(draft).body()).contains("<bdi>a.txt</bdi>").doesNotContain("forged.txt");

    here.post(draft, draft, notice("XA-FILE-3", "remove-1"));
    assertThat(here.get(draft).body()).doesNotContain("<bdi>a.txt</bdi>").contains("XA-FILE-3");
  }
}
