package org.parley.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The places that the links of a node's pages lead to, and what is found wrong at them.
final class Places {

  /// A way deeper into one thing leads to no new kind of page for long.
  private static final int MOST = 90;

  /// Files, and the way out.
  private static final Pattern NO_PAGE =
      Pattern.compile(
          ".*(\\.(csv|json|jsonl|xlsx|docx|pdf|zip|ics|vcf|txt|md|yaml|js|css|png|svg|woff2)|/feeds/.*"
              + "|/metrics|/health|/try)$");

  private Places() {}

  /// @return one place of each kind that the links lead to
  static Collection<String> crawl(Page page, List<String> found) {
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

  /// Looks at a page with all that can be unfolded unfolded.
  static void look(Page page, String place, List<String> found) {
    // The choice of language opens over what is below it.
    page.evaluate(
        "document.querySelectorAll('details:not(.languages)').forEach(each => each.open = true)");
    Chromium.barriers(page).forEach(barrier -> found.add(place + ": " + barrier));
    if (Chromium.scrollsSideways(page)) {
      found.add(place + ": sticks out sideways");
    }
  }
}
