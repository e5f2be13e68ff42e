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
import org.parley.core.people.Role;
import org.parley.node.Form;
import org.parley.node.TestNode;

/// A policy officer writes in two languages; the office that receives it reads both.
class BilingualTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String CANARY = "Канарейка-4711";

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

  private static Form request(String made) {
    return Form.of(
        "r.XB/policy", "to",
        "tlp", "AMBER",
        "language", "en",
        "second", "ru",
        "made", made,
        "i.1", "XA-TWO-1",
        "i.2", "Permanent Council Decision 1202, measure 3",
        "t.2", "Решение Постоянного совета 1202, мера 3",
        "i.3", "Traffic seen at a dispatch supplier",
        "t.3", CANARY,
        "i.4.how", "nil",
        "i.5", "Are the hosts known?\nCan traces be kept?",
        "t.5", "Известны ли узлы?\nМожно ли сохранить следы?",
        "i.6.how", "withheld",
        "i.7", "meeting",
        "i.8.how", "nil",
        "go", "preview");
  }

  private static String draft() {
    return local(here.post("/", "/drafts/new", Form.of("format", "C4")));
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

  private static String document(TestNode.Browser who, String path) {
    byte[] file = who.bytes(path).body();
    try (var zip = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(file))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("word/document.xml")) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    } catch (java.io.IOException broken) {
      throw new IllegalStateException(broken);
    }
    return "";
  }

  @Test
  void bothTextsAreSentReadSideBySideAndTakenByTheNote() {
    String draft = draft();
    String preview = local(here.post(draft, draft, request("equal")));
    assertThat(here.get(preview).body())
        .contains("authentic text, counts equally")
        .contains("<p class=\"said\" lang=\"ru\"><bdi>" + CANARY + "</bdi></p>");
    String path = local(here.post(preview, draft + "/send", Form.of())).replaceFirst("\\?.*", "");
    TestNode.Browser there = nodes.person("XB", "policy", Role.POLICY_OFFICER);
    until(there, "/messages", "XA-TWO-1");
    assertThat(there.get(path).body()).doesNotContain(CANARY);
    there.post(path, path + "/open", Form.of());

    String read = there.get(path).body();
    assertThat(read)
        .contains("<p class=\"said\" lang=\"en\"><bdi>Can traces be kept?</bdi></p>")
        .contains("<p class=\"said\" lang=\"ru\"><bdi>Можно ли сохранить следы?</bdi></p>")
        .contains("Русский</bdi> – authentic text, counts equally")
        .as("a choice is told in the reader's language, not in the sender's")
        .contains("<p class=\"said\"><bdi>");

    Matcher note = Pattern.compile("note\\?statement=([0-9a-f]{64})").matcher(read);
    assertThat(note.find()).isTrue();
    String page = path + "/note?statement=" + note.group(1);
    assertThat(there.get(page).body())
        .contains("<option value=\"ru\" lang=\"ru\" selected>")
        .contains(CANARY);
    there.post(page, path + "/note", Form.of("statement", note.group(1), "second", "ru"));
    assertThat(document(there, path + "/note.docx?number=1"))
        .contains(CANARY)
        .contains("Русский – аутентичный текст, имеющий равную силу")
        .contains("English – authentic text; Русский – аутентичный текст, имеющий равную силу.");
  }

  /// The same language twice, a text too long, one beside nothing, and two lines beside one.
  private static Form wrong() {
    return Form.of(
        "r.XB/policy", "to",
        "tlp", "AMBER",
        "language", "ru",
        "second", "ru",
        "i.1", "XA-TWO-2",
        "i.2", "Решение 1202",
        "t.2", "ы".repeat(7000),
        "t.3", CANARY,
        "i.4.how", "nil",
        "i.5", "Раз?\nДва?",
        "t.5", "One?",
        "i.6.how", "withheld",
        "i.7", "meeting",
        "i.8.how", "nil",
        "go", "preview");
  }

  @Test
  void allThatIsWrongWithATranslationIsToldAtOnceAndNothingTypedIsLost() {
    String draft = draft();
    here.post(draft, draft, wrong());

    HttpResponse<String> refused = here.get(draft + "/preview");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("href=\"#second\"")
        .contains("P740")
        .contains("href=\"#t-2\"")
        .contains("P738")
        .contains("href=\"#t-3\"")
        .contains("P736")
        .contains("href=\"#t-5\"")
        .contains("P737")
        .contains("href=\"#i-3\"")
        .contains(CANARY);
    assertThat(here.post(draft, draft + "/send", Form.of()).statusCode()).isEqualTo(422);

    here.post(draft, draft, Form.of("tlp", "AMBER", "t.3", CANARY, "go", "preview"));
    assertThat(here.get(draft + "/preview").body())
        .contains("Choose at least one office")
        .contains("Choose the language of the texts")
        .contains("A translation stands beside nothing");
  }

  @Test
  void aPointerTakesNothingAlongInTheOtherLanguageEither() {
    String draft = draft();
    here.post(draft, draft, request("person").with("grade", "XA GEHEIM"));
    assertThat(here.get(draft + "/preview").body()).contains("/pointer");

    here.post(draft, draft + "/pointer", Form.of("reference", "XA-GH-1", "how", "by courier"));

    assertThat(here.get(draft).body()).doesNotContain(CANARY);
    assertThat(here.get(draft + "/preview").body()).contains("by courier").doesNotContain(CANARY);
  }
}
