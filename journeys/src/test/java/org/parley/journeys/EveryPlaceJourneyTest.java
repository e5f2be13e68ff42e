package org.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.journeys.Chromium.Window;

/// Wherever the links of the pages lead somebody of the demo: one page of each kind, with all that
/// can be unfolded unfolded, on a light desk in English and on a dark phone in Russian.
class EveryPlaceJourneyTest {

  @TempDir private static Path data;
  private static Chromium chromium;
  private static RunningNode demo;

  @BeforeAll
  static void open() throws IOException {
    chromium = Chromium.open();
    demo = RunningNode.start(data.resolve("demo"), "--demo");
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

  @ParameterizedTest
  @CsvSource({
    "XA, operator",
    "XA, csirt",
    "XA, policy",
    "XA, admin",
    "secretariat, desk",
    "secretariat, admin"
  })
  void no_place_has_barriers_or_sticks_out(String party, String login) {
    List<String> found = new ArrayList<>();
    Page desk = walkIn(party, login, "en", Window.DESK, ColorScheme.LIGHT);
    Collection<String> places = Places.crawl(desk, found);
    desk.context().close();

    Page phone = walkIn(party, login, "ru", Window.PHONE, ColorScheme.DARK);
    String node = node(party);
    places.forEach(place -> {
      phone.navigate(node + place);
      Places.look(phone, place + " on a dark phone", found);
    });
    phone.context().close();
    System.out.println(party + " " + login + ": " + places.size() + " kinds of page");
    assertThat(places).hasSizeGreaterThan(5);
    assertThat(found).isEmpty();
  }

  private static String node(String party) {
    return demo.said(Pattern.compile("\\s+" + party + "\\s+(http://\\S+)/"));
  }

  /// Presses a button of the page of what to try, for whoever it is.
  private static Page walkIn(
      String party, String login, String language, Window window, ColorScheme colours) {
    Page page = chromium.page(language, window, colours, true);
    page.navigate(node(party) + "/try");
    page.evaluate(
        "login => { const form = document.querySelector(\"form[action='/try/be']\");"
            + " form.querySelector('[name=who]').value = login;"
            + " form.querySelector('[name=to]').value = '/'; }",
        login);
    page.locator("form[action='/try/be'] button").first().click();
    page.waitForURL(url -> !url.contains("/try"));
    return page;
  }
}
