package org.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journeys.Chromium.Window;

/// The ten steps of the demo, as somebody takes them who has just started it: one network for all,
/// one step after the other.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoJourneyTest {

  private static final Path COMMANDS = Path.of("../cli/target/parley/parley-cli.jar");

  @TempDir private static Path data;
  private static Chromium chromium;
  private static RunningNode demo;
  private static Page desk;
  private static final List<String> FOUND = new ArrayList<>();

  @BeforeAll
  static void open() throws IOException {
    chromium = Chromium.open();
    demo = RunningNode.start(data.resolve("demo"), "--demo");
    desk = chromium.page("en", Window.DESK, ColorScheme.LIGHT, true);
  }

  @AfterAll
  static void close() {
    if (demo != null) {
      demo.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  /// Where a node of the demo listens, as the terminal says it.
  private static String at(String party) {
    return demo.said(Pattern.compile("\\s+" + party + "\\s+(http://\\S+)/"));
  }

  /// Takes a step at a node: presses its button for the person at that place of the step.
  private static void take(Page page, String party, int step) {
    page.navigate(at(party) + "/try");
    page.locator("#step-" + step + " form button").first().click();
    page.waitForURL(url -> !url.contains("/try"));
  }

  private static void look(Page page, String name) {
    Chromium.picture(page, "demo-" + name);
    Chromium.barriers(page).forEach(barrier -> FOUND.add(name + ": " + barrier));
    if (Chromium.scrollsSideways(page)) {
      FOUND.add(name + ": sticks out sideways");
    }
  }

  private static void noBarriers() {
    List<String> found = List.copyOf(FOUND);
    FOUND.clear();
    assertThat(found).isEmpty();
  }

  /// Loads the page anew until it says this: messages need some seconds on their way.
  private static void until(Page page, String text) {
    for (int tries = 0; tries < 60; tries++) {
      if (page.locator("main").innerText().contains(text)) {
        return;
      }
      page.waitForTimeout(500);
      page.reload();
    }
    throw new AssertionError("\"" + text + "\" never came:\n" + page.locator("main").innerText());
  }

  /// Opens what comes until the page says this.
  private static void openUntil(Page page, String text) {
    Locator open = page.locator("form[action$='/open'] button");
    for (int tries = 0; tries < 60; tries++) {
      if (open.count() > 0) {
        open.first().click();
        page.waitForLoadState();
      }
      if (page.locator("main").innerText().contains(text)) {
        return;
      }
      page.waitForTimeout(500);
      page.reload();
    }
    throw new AssertionError("\"" + text + "\" never came:\n" + page.locator("main").innerText());
  }

  @Test
  @Order(1)
  void anOperatorReportsAndGetsANumber() {
    desk.navigate(at("XA") + "/try");
    look(desk, "try");
    take(desk, "XA", 1);
    look(desk, "1-report");
    desk.locator("#title").fill("Nobody can sign in at our portal");
    desk.locator("#words").fill("Since seven this morning every sign-in is refused.");
    desk.locator("form[action='/report'] button").click();
    desk.waitForURL("**/incidents/**");
    assertThat(desk.locator("h1").innerText()).contains("EX-").contains("Nobody can sign in");
    noBarriers();
  }

  @Test
  @Order(2)
  void oneAnswerNarrowsTheLevelAndSomebodyIsCalled() {
    take(desk, "XA", 2);
    look(desk, "2-level");
    assertThat(desk.locator("#level").innerText()).contains("Serious · Severe");
    assertThat(desk.locator("#called").innerText()).contains("within");
    desk.locator("#level input[type=text], #level input[inputmode]").first().fill("40000");
    desk.locator("#level form button").first().click();
    desk.waitForLoadState();
    assertThat(desk.locator("#level").innerText()).contains("This question decides next");
    assertThat(desk.locator("#level").locator("tbody tr").first().innerText()).startsWith("5");
    noBarriers();
  }

  @Test
  @Order(4)
  void theOtherScaleGradesTheSameFacts() {
    take(desk, "XA", 4);
    desk.locator(".choose-scales input[value^='es/rd-43-2021']").first().check();
    desk.locator(".choose-scales form button").click();
    desk.locator("#why-0").waitFor();
    assertThat(desk.locator("main").innerText()).contains("es/rd-43-2021");
    look(desk, "4-scales");
    noBarriers();
  }

  private static void fillNotice(Page page) {
    page.locator("input[name='r.XB/technical'][value=to]").check();
    page.locator("input[name='r.XC/technical'][value=to]").check();
    page.locator("input[name='i.5']").first().check();
    page.locator("[name='i.3.how']").selectOption("not-known-yet");
    page.locator("[name='i.4']").fill("A hospital operator cannot work; more follows.");
    page.locator("[name='i.6']").fill("Laboratory");
    page.locator("[name='i.7']").fill("health");
    page.locator("[name='i.8.how']").selectOption("nil");
    page.locator("[name='i.9']").selectOption("steady");
    page.locator("[name='i.10']").fill("Cut off from the net.");
    page.locator("[name='i.11'][value=take-note]").check();
    page.locator("[name='i.13.how']").selectOption("nil");
  }

  private static void preview(Page page) {
    page.locator("button[value=preview]").click();
    page.waitForURL("**/preview");
  }

  private static void send(Page page) {
    page.locator("form[action$='/send'] button").click();
    page.waitForURL(url -> !url.contains("/drafts/"));
  }

  @Test
  @Order(5)
  void chosenFactsAreSentAndASecrecyGradeAboveTheCeilingIsRefused() {
    take(desk, "XA", 5);
    desk.locator("main form .actions button").click();
    fillNotice(desk);
    look(desk, "5-draft");
    preview(desk);
    assertThat(desk.locator("main").innerText()).contains("XB/csirt").contains("XC/csirt");
    look(desk, "5-preview");
    send(desk);
    until(desk, "delivered");

    take(desk, "XA", 5);
    desk.locator("main form .actions button").click();
    fillNotice(desk);
    desk.locator("details:has(#grade) summary").click();
    desk.locator("#grade").fill("XA SECRET");
    preview(desk);
    assertThat(desk.locator("#pointer").count()).isEqualTo(1);
    look(desk, "5-refused");
    noBarriers();
  }

  @Test
  @Order(6)
  void theNoticeIsAcknowledgedAndAnsweredInPartInRussianOnAPhone() {
    Page phone = chromium.page("ru", Window.PHONE, ColorScheme.LIGHT, true);
    phone.navigate(at("XB") + "/try");
    look(phone, "try-phone-ru");
    take(phone, "XB", 6);
    phone.locator("form[action$='/open'] button").click();
    phone.locator("form[action$='/acknowledge'] button").click();
    phone.waitForLoadState();
    look(phone, "6-acknowledged-phone-ru");
    phone.locator("form:has(input[value^='C5']) button").first().click();
    phone.waitForURL("**/drafts/**");
    assertThat(phone.locator("#language").inputValue()).isEqualTo("ru");
    phone.locator("#extent").selectOption("partial");
    phone.locator("[name='i.2']").fill("Приняли к сведению. Следы ищем.");
    for (int item : List.of(3, 4, 5, 6, 8)) {
      phone.locator("[name='i." + item + ".how']").selectOption("nil");
    }
    look(phone, "6-answer-phone-ru");
    preview(phone);
    send(phone);
    desk.navigate(at("XA") + phone.url().replaceFirst("https?://[^/]+", ""));
    until(desk, "answered in part");
    noBarriers();
    phone.context().close();
  }

  @Test
  @Order(7)
  void aClarificationIsAnsweredRecordedInTwoTextsAndClosed() {
    take(desk, "XA", 7);
    until(desk, "Open and read");
    desk.locator("form[action$='/open'] button").click();
    until(desk, "third confidence-building measure");
    desk.locator("details:has(form[action$='/answer']) > summary").first().click();
    desk.locator("textarea[name='p.1']").fill("Yes, both.");
    desk.locator("select[name='p.2.how']").selectOption("not-known-yet");
    desk.locator("form[action$='/answer'] input[value=accept]").check();
    look(desk, "7-answering");
    desk.locator("form[action$='/answer'] .actions button").click();
    send(desk);
    record(desk, at("XA"), "agreed", "Both machines were cleaned.");

    Page birch = chromium.page("en", Window.DESK, ColorScheme.LIGHT, true);
    take(birch, "XB", 7);
    String path = birch.url();
    openUntil(birch, "Both machines were cleaned.");
    record(birch, at("XB"), "own-view", "One machine was cleaned.");
    birch.navigate(path);
    assertThat(birch.locator("main").innerText())
        .contains("Both machines were cleaned.")
        .contains("One machine was cleaned.");
    birch.locator("details:has(form[action$='/close']) > summary").click();
    birch.locator("form[action$='/close'] input[value=alone]").check();
    birch.locator("#close-summary").fill("Nothing more is asked.");
    birch.locator("form[action$='/close'] .actions button").click();
    send(birch);
    birch.navigate(path);
    assertThat(birch.locator("main").innerText()).contains("Nothing more is asked.");
    look(birch, "7-two-texts");
    noBarriers();
    birch.context().close();
  }

  private static void record(Page page, String node, String kind, String agreed) {
    String path = page.url().replaceFirst("https?://[^/]+", "").replaceFirst("\\?.*", "");
    page.navigate(node + path.replace("/messages/", "/clarifications/"));
    page.locator("details:has(form[action$='/record']) > summary").first().click();
    page.locator("form[action$='/record'] input[value=" + kind + "]").check();
    page.locator("form[action$='/record'] [name='held-at']").fill("2026-11-20 10:00");
    page.locator("#record-agreed").fill(agreed);
    page.locator("form[action$='/record'] .actions button").click();
    page.waitForURL("**/preview");
    send(page);
  }

  @Test
  @Order(8)
  void aCheckIsAnsweredAndTheSecretariatCannotReadWhatWaits() {
    take(desk, "XA", 8);
    until(desk, "C2");
    desk.locator("tr:has-text('C2') a").first().click();
    desk.locator("form[action$='/open'] button").click();
    Locator item = desk.locator("main").getByText(Pattern.compile("^[a-z0-9]{4}-[a-z0-9]{4}$"));
    String word = item.first().innerText();
    desk.locator("a[href^='/checks/answer/']").click();
    desk.locator("[name=word]").fill(word);
    look(desk, "8-answer");
    desk.locator("main form .actions button").click();
    desk.waitForURL("**/messages/**");

    take(desk, "secretariat", 8);
    until(desk, "1 of 2");
    look(desk, "8-ledger");
    desk.navigate(at("secretariat") + "/custody");
    until(desk, "XC/csirt");
    look(desk, "8-custody");
    desk.locator("tr:has-text('XC/csirt') a").first().click();
    assertThat(desk.locator("h1").innerText()).isEqualTo("Sealed: not for you");
    assertThat(desk.locator("main").innerText()).contains("do not open it");
    look(desk, "8-sealed");
    noBarriers();
  }

  @Test
  @Order(9)
  void theProofHoldsUntilOneByteIsChanged() throws IOException, InterruptedException {
    desk.navigate(at("XA") + "/try");
    List<String> lines = desk.locator("#step-9 pre").innerText().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(run(lines.get(0))).contains("verify.sh");
    assertThat(run(lines.get(1))).contains("All that was checked holds.");
    run(lines.get(2));
    assertThat(run(lines.get(3))).contains("REFUSED: statement").doesNotContain("All that was");
    assertThat(desk.locator("#step-10").innerText()).contains("./parley serve");
    assertThat(chromium.complaints()).filteredOn(said -> !said.contains("422")).isEmpty();
  }

  /// Types a command of the page, as in Parley's folder, and says what the terminal shows.
  private static String run(String command) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String program = "'" + java + "' -jar '" + COMMANDS.toAbsolutePath().normalize() + "'";
    Process process =
        new ProcessBuilder("sh", "-c", command.replace("./parley", program))
            .directory(data.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said;
  }
}
