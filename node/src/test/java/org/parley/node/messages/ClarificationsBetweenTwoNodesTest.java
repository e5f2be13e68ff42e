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

/// Two policy offices clarify a concern in the browser, from the first question to closure, over
/// two nodes; nobody else learns of it.
class ClarificationsBetweenTwoNodesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

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

  private static TestNode.Browser policy(String state) {
    return nodes.person(state, "policy", Role.POLICY_OFFICER);
  }

  private static String local(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]*", "");
  }

  /// Sends what a deed has written and the preview shows; the path of the case.
  private static String send(TestNode.Browser who, String preview) {
    HttpResponse<String> page = who.get(preview);
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    String sent = local(who.post(preview, preview.replace("/preview", "/send"), Form.of()));
    return sent.replace("/messages/", "/clarifications/").replaceFirst("\\?.*", "");
  }

  private static String deed(TestNode.Browser who, String path, String deed, Form form) {
    return send(who, local(who.post(path, path + "/" + deed, form)));
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

  private static void open(TestNode.Browser who, String path) {
    until(who, path, page -> page.contains("not opened yet"));
    String opening = path.replace("/clarifications/", "/messages/") + "/open";
    assertThat(local(who.post(path, opening, Form.of("at", "clarification")))).isEqualTo(path);
  }

  /// The statement that a form for a deed names on the page, the newest one.
  private static String named(String page, String deed) {
    Matcher form =
        Pattern.compile(
                "action=\"[^\"]*/" + deed + "\">.*?name=\"statement\" value=\"([0-9a-f]{64})\"",
                Pattern.DOTALL)
            .matcher(page);
    String found = "";
    while (form.find()) {
      found = form.group(1);
    }
    assertThat(found).as("%s on %s", deed, page).isNotEmpty();
    return found;
  }

  private static String ask(TestNode.Browser who, String reference) {
    String draft = local(who.post("/clarifications", "/drafts/new", Form.of("format", "C4")));
    Form form =
        Form.of(
            "r.XB/policy", "to",
            "tlp", "AMBER",
            "language", "en",
            "i.1", reference,
            "i.2", "Permanent Council Decision 1202, measure 3",
            "i.3", "Traffic seen at a dispatch supplier",
            "i.4.how", "nil",
            "i.5", "Are the hosts known to you?\nWho runs them?",
            "i.6.how", "nil",
            "i.7", "written",
            "i.8.how", "nil",
            "go", "preview");
    return send(who, local(who.post(draft, draft, form)));
  }

  private static Form record(String kind, String agreed) {
    return Form.of(
        "kind", kind,
        "held-at", "2026-11-20 10:00",
        "held-at.zone", "UTC",
        "took-part", "XA/policy",
        "agreed", agreed,
        "m.1.what", "Joint technical group",
        "m.1.who", "XA/policy, XB/policy",
        "m.1.by", "2026-11-30 12:00");
  }

  @Test
  void aConcernIsAskedAnsweredInPartConsultedOnAgreedAndClosed() {
    TestNode.Browser here = policy("XA");
    TestNode.Browser there = policy("XB");
    String path = ask(here, "XA-CASE-1");
    assertThat(here.get(path).body())
        .contains("Are the hosts known to you?")
        .contains("Permanent Council Decision 1202")
        .contains("nobody else has a copy")
        .contains("A proposal: it can be accepted");

    answeredInPart(here, there, path);

    deed(here, path, "record", record("agreed", "Both look again in a week"));
    open(there, path);
    String proposed = there.get(path).body();
    assertThat(proposed).contains("proposes a text to agree on").contains("Joint technical group");
    deed(there, path, "confirm", Form.of("statement", named(proposed, "confirm")));
    assertThat(there.get(path).body()).contains("every party has signed the same text");

    closedByBoth(here, there, path);
  }

  private static void answeredInPart(TestNode.Browser here, TestNode.Browser there, String path) {
    open(there, path);
    String asked = there.get(path).body();
    assertThat(there.get("/").body()).contains(path);
    Form answer =
        Form.of(
            "statement", named(asked, "answer"),
            "p.1", "Yes, two of them.",
            "p.2", "the law does not allow it",
            "p.2.how", "withheld",
            "clock", "accept");
    deed(there, path, "answer", answer);

    open(here, path);
    String answered = here.get(path).body();
    assertThat(answered)
        .contains("Yes, two of them.")
        .contains("withheld</em>")
        .contains("the law does not allow it")
        .contains("answers in part")
        .contains("Birch (XB): accepted");
  }

  private static void closedByBoth(TestNode.Browser here, TestNode.Browser there, String path) {
    open(here, path);
    assertThat(here.get(path).body())
        .contains("every party has signed the same text")
        .contains("Alder (XA) · Policy point of contact, Birch (XB) · Policy point of contact");
    deed(here, path, "close", Form.of("way", "propose", "summary", "The hosts were cleaned"));
    assertThat(here.get(path).body()).contains("Alder (XA) proposes to close it");
    open(there, path);
    String closing = there.get(path).body();
    deed(there, path, "confirm-close", Form.of("statement", named(closing, "confirm-close")));
    open(here, path);
    assertThat(here.get(path).body())
        .contains("closed by all parties")
        .contains("confirms that it is closed");
  }

  @Test
  void whereViewsDifferTwoTextsStandSideBySideAndOneSideMayCloseAlone() {
    TestNode.Browser here = policy("XA");
    TestNode.Browser there = policy("XB");
    String path = ask(here, "XA-CASE-2");
    open(there, path);
    Form clock =
        Form.of(
            "statement", named(there.get(path).body(), "clock"),
            "clock", "another",
            "another", "2026-12-24 08:00",
            "another.zone", "UTC");
    deed(there, path, "clock", clock);
    open(here, path);
    assertThat(here.get(path).body())
        .contains("Birch (XB): proposes another time:")
        .contains("2026-12-24T08:00:00Z");

    deed(here, path, "record", record("agreed", "The supplier was named"));
    open(there, path);
    deed(there, path, "record", record("own-view", "The supplier was not named"));
    open(here, path);
    assertThat(here.get(path).body())
        .contains("the views stand side by side")
        .contains("The supplier was named")
        .contains("The supplier was not named")
        .doesNotContain("every party has signed the same text.");

    deed(there, path, "close", Form.of("way", "alone", "summary", "Nothing more to say"));
    open(here, path);
    assertThat(here.get(path).body())
        .contains("closed by Birch (XB); the other side has not said so");
  }

  private static Form twoLanguages(Form form) {
    return form.with("language", "en")
        .with("second", "ru")
        .with("made", "person")
        .with("tlp", "AMBER");
  }

  @Test
  void aCourtesyTranslationStandsBesideEachTextOnBothSidesWithWhatItIsWorth() {
    TestNode.Browser here = policy("XA");
    TestNode.Browser there = policy("XB");
    String path = bilingual(here);
    open(there, path);
    String asked = there.get(path).body();
    assertThat(asked)
        .contains("<p class=\"said\" lang=\"en\"><bdi>Traffic seen at a supplier</bdi></p>")
        .contains("<p class=\"said\" lang=\"ru\"><bdi>Трафик у поставщика</bdi></p>")
        .contains("<p class=\"said\" lang=\"ru\"><bdi>Кто ими управляет?</bdi></p>")
        .contains("English</bdi> – authentic text")
        .contains("Русский</bdi> – courtesy translation");

    Form answer =
        twoLanguages(
            Form.of(
                "r.XA/policy", "to",
                "i.1.how", "nil",
                "i.2", "2: [withheld] The law does not allow it",
                "t.2", "[withheld] Закон этого не позволяет",
                "i.3.how", "nil",
                "i.4", "Traces are kept.",
                "t.4", "Следы сохраняются.",
                "i.5.how", "nil",
                "i.6.how", "nil",
                "i.7.how", "nil",
                "i.8.how", "nil",
                "i.9.how", "nil",
                "extent", "part",
                "go", "preview"));
    written(there, path, "C5", named(asked, "answer"), answer);
    open(here, path);
    assertThat(here.get(path).body())
        .contains("withheld</em>")
        .contains("<p class=\"said\" lang=\"en\"><bdi>The law does not allow it</bdi></p>")
        .contains("<p class=\"said\" lang=\"ru\"><bdi>Закон этого не позволяет</bdi></p>")
        .contains("<p class=\"said\" lang=\"ru\"><bdi>Следы сохраняются.</bdi></p>");
  }

  @Test
  void anAgreedRecordShowsItsTranslationAndItsMeasuresInBoth() {
    TestNode.Browser here = policy("XA");
    Form text =
        twoLanguages(
            Form.of(
                "r.XB/policy", "to",
                "i.1", "XA-TWO",
                "i.2", "2026-11-20 10:00",
                "i.2.zone", "UTC",
                "i.3", "XA/policy\nXB/policy",
                "i.4", "agreed",
                "i.5", "Both look again",
                "t.5", "Обе стороны посмотрят ещё раз",
                "i.6.how", "nil",
                "i.7", "Joint group | XA/policy | 2026-11-30T12:00:00Z",
                "t.7", "Совместная группа | XA/policy | 2026-11-30T12:00:00Z",
                "i.8.how", "nil",
                "i.9", "no",
                "i.10.how", "nil",
                "go", "preview"));
    String path = written(here, bilingual(here), "C10", "", text);
    assertThat(here.get(path).body())
        .contains("<p class=\"said\" lang=\"ru\"><bdi>Обе стороны посмотрят ещё раз</bdi></p>")
        .contains("<p class=\"said\" lang=\"en\"><bdi>Joint group</bdi></p>")
        .contains("<p class=\"said\" lang=\"ru\"><bdi>Совместная группа</bdi></p>");
  }

  private static String bilingual(TestNode.Browser who) {
    String draft = local(who.post("/clarifications", "/drafts/new", Form.of("format", "C4")));
    Form form =
        twoLanguages(
            Form.of(
                "r.XB/policy", "to",
                "i.1", "XA-TWO",
                "i.2", "Decision 1202",
                "t.2", "Решение 1202",
                "i.3", "Traffic seen at a supplier",
                "t.3", "Трафик у поставщика",
                "i.4.how", "nil",
                "i.5", "Are the hosts known to you?\nWho runs them?",
                "t.5", "Известны ли узлы?\nКто ими управляет?",
                "i.6.how", "nil",
                "i.7", "written",
                "i.8.how", "nil",
                "go", "preview"));
    return send(who, local(who.post(draft, draft, form)));
  }

  private static String written(
      TestNode.Browser who, String path, String format, String replied, Form form) {
    Form begun = Form.of("format", format, "conversation", path.replace("/clarifications/", ""));
    begun = replied.isEmpty() ? begun : begun.with("reply", replied);
    String draft = local(who.post(path, "/drafts/new", begun));
    return send(who, local(who.post(draft, draft, form)));
  }

  @Test
  void nobodyButThePartiesLearnsThatItExists() {
    TestNode.Browser here = policy("XA");
    String path = ask(here, "XA-CASE-3");
    TestNode.Browser there = policy("XB");
    until(there, "/clarifications", list -> list.contains("XA-CASE-3"));

    for (String state : new String[] {"XA", "XB"}) {
      TestNode.Browser technical = nodes.person(state, "technical", Role.TECHNICAL_OFFICER);
      assertThat(technical.get(path).statusCode()).isEqualTo(404);
      assertThat(technical.post("/", path + "/answer", Form.of()).statusCode()).isEqualTo(404);
      assertThat(technical.get("/clarifications").body())
          .doesNotContain("XA-CASE-3")
          .doesNotContain(path);
      assertThat(technical.get("/clarifications?q=XA-CASE-3").body()).doesNotContain(path);
      assertThat(technical.get("/").body()).doesNotContain("XA-CASE-3").doesNotContain(path);
    }
    TestNode.Browser administrator = nodes.person("XA", "", Role.ADMINISTRATOR);
    assertThat(administrator.get(path).statusCode()).isEqualTo(404);
    assertThat(administrator.get("/clarifications").statusCode()).isEqualTo(404);
    assertThat(local(there.post(path, path + "/close", Form.of("summary", "Unread"))))
        .as("nothing is carried on that nobody has opened")
        .isEqualTo(path);
    assertThat(there.get(path).body())
        .as("what is not opened is not told")
        .doesNotContain("Are the hosts known to you?");
  }
}
