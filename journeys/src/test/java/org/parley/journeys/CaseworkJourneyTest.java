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

/// The pages on which officers work: in the dark, at 400 % zoom, by keyboard alone, without
/// scripts.
class CaseworkJourneyTest {

  private static final String STORY = "Ransomware at a regional hospital operator";

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

  @AfterEach
  void stop() {
    if (node != null) {
      node.close();
    }
  }

  private Page walkIn(String who, Window window, ColorScheme colours, boolean scripts)
      throws IOException {
    node =
        RunningNode.start(data.resolve(who + window + scripts), "--exercise", "journey", "--doors");
    Page page = chromium.page("en", window, colours, scripts);
    page.navigate(node.door(who));
    page.locator("main form button").click();
    page.waitForURL(url -> !url.contains("/door/"));
    return page;
  }

  /// The path of the case that the story is about.
  private String story(Page page) {
    page.navigate(node.address() + "/incidents?q=hospital");
    return page.locator(".incidents a").first().getAttribute("href");
  }

  private List<String> pages(Page page) {
    String story = story(page);
    List<String> pages =
        new ArrayList<>(
            List.of("/", "/first-hour", "/incidents", "/incidents?q=nothing+is+called+so"));
    pages.addAll(List.of("/registers", "/incidents/together", "/account/calendar"));
    pages.addAll(List.of(story, story + "/scales", story + "/summary", story + "/more"));
    return pages;
  }

  @Test
  void officerPagesHaveNoBarriersInTheDark() throws IOException {
    Page page = walkIn("csirt", Window.DESK, ColorScheme.DARK, true);
    List<String> found = new ArrayList<>();
    for (String path : pages(page)) {
      page.navigate(node.address() + path);
      Chromium.barriers(page).forEach(barrier -> found.add(path + ": " + barrier));
    }
    Chromium.picture(page, "casework-dark");
    assertThat(found).isEmpty();
  }

  @Test
  void nothingSticksOutAtFourHundredPercentNotEvenLongWords() throws IOException {
    Page page = walkIn("csirt", Window.ZOOMED, ColorScheme.LIGHT, true);
    List<String> pages = pages(page);
    page.navigate(node.address() + pages.get(7));
    page.locator("#title summary").click();
    page.locator("#title-line").fill("W".repeat(150));
    page.locator("#title button").click();
    List<String> found = new ArrayList<>();
    for (String path : pages) {
      page.navigate(node.address() + path);
      if (Chromium.scrollsSideways(page)) {
        found.add(path);
      }
    }
    Chromium.picture(page, "casework-zoomed");
    assertThat(found).isEmpty();
  }

  /// Moves the focus on until it stands on what has this text.
  private static void tabTo(Page page, String text) {
    for (int steps = 0; steps < 120; steps++) {
      page.keyboard().press("Tab");
      if (page.locator(":focus").count() > 0
          && String.valueOf(page.locator(":focus").textContent()).contains(text)) {
        return;
      }
    }
    throw new AssertionError("the keyboard does not reach " + text);
  }

  @Test
  void anOfficerChoosesScalesAndRenamesACaseByKeyboardAndWithoutScripts() throws IOException {
    Page page = walkIn("csirt", Window.DESK, ColorScheme.LIGHT, false);
    String story = story(page);
    page.navigate(node.address() + story);
    tabTo(page, "Give it another title");
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    page.keyboard().press("End");
    page.keyboard().type(", renamed");
    page.keyboard().press("Enter");
    page.waitForURL("**done=title**");
    assertThat(page.locator("h1").innerText()).contains(STORY + ", renamed");

    page.navigate(node.address() + story + "/scales");
    page.locator(".choose-scales input[type=checkbox]").first().focus();
    page.keyboard().press("Space");
    tabTo(page, "Show these");
    page.keyboard().press("Enter");
    page.locator("#why-0").waitFor();
    assertThat(page.locator("#why-0").count()).isEqualTo(1);
  }
}
