package org.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Clip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The pictures of the handbook. Its pages say which they show; the journeys make them, and notice
/// when a page has become another one than its picture: its headings are kept beside it. The pixels
/// are not compared, as typefaces and times differ from machine to machine.
///
/// `-Dparley.pictures=write` makes them anew.
final class HandbookPictures {

  private static final Path HANDBOOK = Path.of("../handbook");
  private static final Path FOLDER = HANDBOOK.resolve("pictures");
  private static final Path HEADINGS = FOLDER.resolve("headings.txt");
  private static final double TALLEST = 1400;

  private HandbookPictures() {}

  /// Looks at a page under the name of its picture; does nothing where the handbook shows none.
  static void look(Page page, String name) {
    if (!isShown(name)) {
      return;
    }
    String headings = headings(page);
    if ("write".equals(System.getProperty("parley.pictures"))) {
      write(page, name, headings);
    }
    assertThat(kept().get(name))
        .as(
            "headings of the page that the handbook's picture %s shows; make it anew with"
                + " -Dparley.pictures=write and look at it",
            name)
        .isEqualTo(headings);
    assertThat(FOLDER.resolve(name + ".png")).isNotEmptyFile();
  }

  private static boolean isShown(String name) {
    try (Stream<Path> pages = Files.list(HANDBOOK)) {
      return pages
          .filter(page -> page.toString().endsWith(".md"))
          .anyMatch(page -> text(page).contains("](pictures/" + name + ".png)"));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /// What the page calls its parts. Numbers change from one run to the next.
  private static String headings(Page page) {
    return page.locator("main h1, main h2").allInnerTexts().stream()
        .map(text -> text.strip().replaceAll("\\s+", " ").replaceAll("[0-9]+", "#"))
        .collect(Collectors.joining(" · "));
  }

  private static Map<String, String> kept() {
    return text(HEADINGS)
        .lines()
        .map(line -> line.split("\t", 2))
        .collect(
            Collectors.toMap(line -> line[0], line -> line[1], (_, last) -> last, TreeMap::new));
  }

  private static void write(Page page, String name, String headings) {
    Map<String, String> all = kept();
    all.put(name, headings);
    double height = ((Number) page.evaluate("document.documentElement.scrollHeight")).doubleValue();
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(FOLDER.resolve(name + ".png"))
            .setFullPage(true)
            .setClip(new Clip(0, 0, page.viewportSize().width, Math.min(height, TALLEST))));
    try {
      Files.writeString(
          HEADINGS,
          all.entrySet().stream()
              .map(each -> each.getKey() + "\t" + each.getValue() + "\n")
              .collect(Collectors.joining()));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
