package org.parley.node.lists;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.core.handling.Marking;
import org.parley.desk.pdf.PdfPages;
import org.parley.desk.pdf.Typefaces;
import org.parley.desk.voice.Words;
import org.parley.duties.port.Cases;
import org.parley.node.incidents.page.LevelView;
import org.parley.node.incidents.page.ListPage;
import org.parley.node.web.Visit;

/// A list of incidents as pages for print and archives: each with its number, title and types, and
/// below it where it stands.
record ListPdf(Visit visit, ListPage page) {

  byte[] bytes(Typefaces faces) {
    Words words = visit.words();
    String exercise =
        visit.site().exercise() ? words.say("page.exercise.word").toUpperCase(Locale.ROOT) : "";
    String title = words.say("page.incidents.title");
    String marking = page.marking().map(Marking::toString).orElse("");
    String taken = visit.taken();
    PdfPages.Marks marks =
        new PdfPages.Marks(
            joined(exercise, marking), joined(marking, title, moment(visit.now())), exercise);
    PdfPages pages = new PdfPages(title, words.language(), marks, faces.regular(), faces.bold());
    pages.said(title, true, false);
    visit.authority().ifPresent(authority -> pages.said(authority, false, false));
    pages.said(taken, false, false);
    page.marking()
        .ifPresent(all -> pages.said(words.say("page.incidents.covers", all), false, false));
    page.lines().forEach(line -> line(pages, line));
    if (page.lines().isEmpty()) {
      pages.said(words.say("page.incidents.none-found"), false, false);
    }
    return pages.bytes();
  }

  private void line(PdfPages pages, Cases.Line line) {
    ListPage.Row row = page.row(line);
    pages.sideBySide(List.of(row.number() + "  " + row.title()), true);
    pages.said(joined(line.marking().toString(), row.types()), false, false);
    pages.sideBySide(List.of(row.level().map(LevelView::words).orElse("–"), row.stage()), false);
    pages.sideBySide(
        List.of(
            named("page.incidents.due", row.due().map(this::moment).orElse("–")),
            named("page.incidents.changed", moment(line.way().changed()))),
        false);
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
  }

  private String named(String key, String value) {
    return visit.words().say(key) + ": " + value;
  }

  private String moment(Instant at) {
    return visit.times().utc(at);
  }
}
