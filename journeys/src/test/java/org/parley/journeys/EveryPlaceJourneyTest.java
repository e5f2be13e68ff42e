package org.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /// A way deeper into one thing leads to no new kind of page for long.
  private static final int MOST = 90;

  /// Files, and the way out.
  private static final Pattern NO_PAGE =
      Pattern.compile(
          ".*(\\.(csv|json|jsonl|xlsx|docx|pdf|zip|ics|vcf|txt|md|yaml|js|css|png|svg|woff2)|/feeds/.*"
              + "|/metrics|/health|/try)$");

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
    Collection<String> places = crawl(desk, found);
    desk.context().close();

    Page phone = walkIn(party, login, "ru", Window.PHONE, ColorScheme.DARK);
    String node = node(party);
    places.forEach(place -> {
      phone.navigate(node + place);
      look(phone, place + " on a dark phone", found);
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

  /// @return one place of each kind that the links lead to
  private static Collection<String> crawl(Page page, List<String> found) {
    String node = page.url().replaceFirst("(https?://[^/]+).*", "$1");
    Map<String, String> kinds = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of("/"));
    kinds.put("/", "/");
    while (!open.isEmpty()) {
      String place = open.remove();
      Optional<Integer> status = visit(page, node + place);
      if (status.isEmpty()) {
        kinds.remove(kind(place));
        continue;
      }
      if (status.get() >= 400) {
        found.add(place + " is linked and answers " + status.get());
        continue;
      }
      look(page, place, found);
      for (String way : ways(page, node)) {
        if (kinds.size() < MOST && kinds.putIfAbsent(kind(way), way) == null) {
          open.add(way);
        }
      }
    }
    return kinds.values();
  }

  /// The status of a page; empty where there is a file to take away.
  private static Optional<Integer> visit(Page page, String address) {
    try {
      return Optional.of(page.navigate(address).status());
    } catch (PlaywrightException file) {
      if (String.valueOf(file.getMessage()).contains("Download is starting")) {
        return Optional.empty();
      }
      throw file;
    }
  }

  @SuppressWarnings("unchecked")
  private static List<String> ways(Page page, String node) {
    List<String> all =
        (List<String>)
            page.evaluate(
                "() => [...document.querySelectorAll('a[href]:not([download])')].map(a => a.href)");
    return all.stream()
        .filter(way -> way.startsWith(node + "/"))
        .map(way -> way.substring(node.length()).replaceFirst("#.*", ""))
        .filter(way -> !NO_PAGE.matcher(way.replaceFirst("\\?.*", "")).matches())
        .toList();
  }

  /// A place without what tells one thing from another.
  private static String kind(String place) {
    return place
        .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22,27}", "…")
        .replaceAll("[0-9a-f]{16,}", "…")
        .replaceAll("=[^&]*", "=…")
        .replaceFirst("^/scales/.+", "/scales/…")
        .replaceFirst("^/directory/[^/]+", "/directory/…")
        .replaceAll("[0-9]+", "#");
  }

  private static void look(Page page, String place, List<String> found) {
    // The choice of language opens over what is below it.
    page.evaluate(
        "document.querySelectorAll('details:not(.languages)').forEach(each => each.open = true)");
    Chromium.barriers(page).forEach(barrier -> found.add(place + ": " + barrier));
    if (Chromium.scrollsSideways(page)) {
      found.add(place + ": sticks out sideways");
    }
  }
}
