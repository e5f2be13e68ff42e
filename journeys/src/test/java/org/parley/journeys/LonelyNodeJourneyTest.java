package org.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.journeys.Chromium.Window;

/// A node in no network, soon after it was set up: little to see, much refused, and texts of every
/// length. On a light desk in English and on a dark phone in Russian.
class LonelyNodeJourneyTest {

  private static final String LONG = "Unaufhaltsamkeitsprüfungsverfahren".repeat(5);

  @TempDir private static Path data;
  private static Chromium chromium;
  private static RunningNode node;

  @BeforeAll
  static void open() throws IOException {
    chromium = Chromium.open();
    node = RunningNode.start(data.resolve("lonely"), "--exercise", "lonely", "--doors");
  }

  @AfterAll
  static void close() {
    if (node != null) {
      node.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  /// Each door opens once, so the same window becomes a phone afterwards.
  @ParameterizedTest
  @CsvSource({
    "operator, /report/file /incidents?q=nothing",
    "csirt, /incidents?q=nothing /registers /workbench/new /report/file",
    "policy, /incidents?q=nothing /checks /campaigns",
    "admin, /exchange /accounts"
  })
  void no_place_has_barriers_or_sticks_out(String who, String more) {
    List<String> found = new ArrayList<>();
    Page page = chromium.page("en", Window.DESK, ColorScheme.LIGHT, true);
    page.navigate(node.door(who));
    page.locator("main form button").click();
    page.waitForURL(url -> !url.contains("/door/"));
    if (who.equals("operator")) {
      report(page, found);
    }
    Set<String> places = new LinkedHashSet<>(Places.crawl(page, found));
    places.addAll(List.of(more.split(" ")));
    places.add("/nowhere");
    becomeAPhone(page);
    for (String place : places) {
      page.navigate(node.address() + place);
      Places.look(page, place + " on a dark phone", found);
    }
    page.context().close();
    System.out.println(who + ": " + places.size() + " kinds of page");
    assertThat(found).isEmpty();
  }

  /// A report that is refused for what is missing, then one of long words.
  private static void report(Page page, List<String> found) {
    page.navigate(node.address() + "/report");
    page.evaluate("document.querySelector('#title').required = false");
    page.locator("#words").fill("<b>" + LONG.repeat(8));
    page.locator("form[action='/report'] .actions button").click();
    page.waitForLoadState();
    assertThat(page.locator("[role=alert]").count()).isEqualTo(1);
    Places.look(page, "a refused report", found);
    page.locator("#title").fill(LONG);
    page.locator("form[action='/report'] .actions button").click();
    page.waitForURL("**/incidents/**");
    Places.look(page, "a report of long words", found);
  }

  private static void becomeAPhone(Page page) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    page.setViewportSize(390, 844);
    page.navigate(node.address() + "/");
    page.locator("details.languages summary").click();
    page.locator("details.languages button[value=ru]").click();
    page.waitForLoadState();
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ru");
  }
}
