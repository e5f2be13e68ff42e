package org.parley.node.directory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.parley.core.terms.Octets;
import org.parley.desk.Shelf;
import org.parley.formats.contacts.OfficeTable;
import org.parley.formats.contacts.SpreadsheetFile;
import org.parley.formats.contacts.TeamProfile;
import org.parley.formats.contacts.VCards;
import org.parley.node.web.Shelves;
import org.parley.node.web.Visit;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The directory as files to take away. In an exercise each file says so in its name.
@Controller
final class TakeAwayDoor {

  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final Sheets sheets;
  private final Shelves shelves;

  TakeAwayDoor(Sheets sheets, Shelves shelves) {
    this.sheets = sheets;
    this.shelves = shelves;
  }

  @GetMapping("/directory.csv")
  ResponseEntity<byte[]> csv(Visit visit) {
    return sent(
        visit,
        "directory.csv",
        MediaType.parseMediaType("text/csv;charset=utf-8"),
        Octets.of(OfficeTable.csv(kept(visit))));
  }

  @GetMapping("/directory.xlsx")
  ResponseEntity<byte[]> xlsx(Visit visit) {
    return sent(
        visit,
        "directory.xlsx",
        XLSX,
        SpreadsheetFile.of("directory", OfficeTable.rows(kept(visit))));
  }

  @GetMapping(DirectoryDoor.ONE + "/contacts.vcf")
  ResponseEntity<byte[]> cards(Visit visit, @PathVariable String state) {
    SheetView view = sheets.shown(visit, Sheets.state(visit, state));
    VCards.Wording wording =
        new VCards.Wording(
            view.name(),
            visit.site().exercise() ? visit.words().say("page.exercise.word") : "",
            contact -> String.join("; ", view.hours(contact)) + " " + view.zone(contact),
            visit.words().say(view.word().says()),
            visit.now());
    return sent(
        visit,
        view.state() + "-contacts.vcf",
        MediaType.parseMediaType("text/vcard;charset=utf-8"),
        Octets.of(VCards.of(view.sheet(), wording)));
  }

  @GetMapping(DirectoryDoor.ONE + "/rfc2350.txt")
  ResponseEntity<byte[]> profile(Visit visit, @PathVariable String state) {
    SheetView view = sheets.shown(visit, Sheets.state(visit, state));
    Shelf english = shelves.in(Shelf.ENGLISH);
    String text =
        TeamProfile.of(
            view.sheet(),
            english.states().of(view.state()),
            english.words().say(view.word().says()),
            visit.site().exercise() ? english.words().say("page.exercise.word") : "",
            view.sheet().changed().or(view.sheet()::confirmed).orElseGet(visit::now));
    return sent(
        visit,
        view.state() + "-rfc2350.txt",
        MediaType.parseMediaType("text/plain;charset=utf-8"),
        Octets.of(text));
  }

  private List<OfficeTable.Sourced> kept(Visit visit) {
    String marks = visit.site().exercise() ? OfficeTable.EXERCISE : "";
    return sheets.all(visit).stream()
        .map(SheetView::shown)
        .map(view ->
            new OfficeTable.Sourced(
                view.sheet(), marks + view.word().name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static ResponseEntity<byte[]> sent(
      Visit visit, String name, MediaType type, Octets bytes) {
    String file = visit.site().exercise() ? "EXERCISE-" + name : name;
    return ResponseEntity.ok()
        .contentType(type)
        .headers(headers -> {
          headers.setContentDisposition(
              ContentDisposition.attachment().filename(file, StandardCharsets.UTF_8).build());
          headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        })
        .body(bytes.toArray());
  }
}
