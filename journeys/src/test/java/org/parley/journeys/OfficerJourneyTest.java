package org.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journeys.Chromium.Window;

/// The first minutes of those who walk in through the doors of the demo.
class OfficerJourneyTest {

  @TempDir private static Path data;
  private static Chromium chromium;

  private RunningNode node;

  @BeforeAll
  static void open() {
    chromium = Chromium.open();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  /// Walks in: each door opens once, so every walk has a node of its own.
  private Page walkIn(String who, String language, Window window) throws IOException {
    node = RunningNode.start(data.resolve(who + language), "--exercise", "journey", "--doors");
    Page page = chromium.page(language, window, ColorScheme.LIGHT, true);
    page.navigate(node.door(who));
    page.locator("main form button").click();
    page.waitForURL(url -> !url.contains("/door/"));
    return page;
  }

  @AfterEach
  void stop() {
    if (node != null) {
      node.close();
    }
  }

  private static List<String> barriers(Page page, String name) {
    List<String> found = new ArrayList<>();
    Chromium.picture(page, name);
    Chromium.barriers(page).forEach(barrier -> found.add(name + ": " + barrier));
    if (Chromium.scrollsSideways(page)) {
      found.add(name + ": sticks out sideways");
    }
    return found;
  }

  @Test
  void the_duty_officer_finds_the_story_under_way_and_no_page_has_barriers() throws IOException {
    Page page = walkIn("csirt", "en", Window.DESK);
    List<String> found = barriers(page, "officer-home");
    page.navigate(node.address() + "/incidents");
    assertThat(page.locator("main").innerText())
        .contains("Ransomware at a regional hospital operator")
        .contains("Card payments fail");
    found.addAll(barriers(page, "officer-list"));
    page.getByText("Ransomware at a regional hospital operator").first().click();
    page.waitForURL("**/incidents/**");
    found.addAll(barriers(page, "officer-case"));
    assertThat(found).isEmpty();
  }

  @Test
  void the_operator_reads_and_reports_in_russian_on_a_phone() throws IOException {
    Page page = walkIn("operator", "ru", Window.PHONE);
    List<String> found = barriers(page, "operator-home-ru");
    page.navigate(node.address() + "/incidents");
    found.addAll(barriers(page, "operator-list-ru"));
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ru");
    page.navigate(node.address() + "/report");
    found.addAll(barriers(page, "operator-report-ru"));
    assertThat(found).isEmpty();
  }

  @Test
  void the_administrator_sees_accounts_and_no_incident() throws IOException {
    Page page = walkIn("admin", "en", Window.DESK);
    assertThat(page.navigate(node.address() + "/incidents").status()).isEqualTo(404);
    page.navigate(node.address() + "/accounts");
    assertThat(page.locator("main").innerText()).doesNotContain("Ransomware");
    assertThat(barriers(page, "administrator-accounts")).isEmpty();
  }
}
