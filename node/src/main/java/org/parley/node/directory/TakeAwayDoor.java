package org.parley.node.directory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.parley.core.terms.Octets;
import org.parley.desk.Shelf;
import org.parley.desk.StateNames;
import org.parley.formats.contacts.OfficeTable;
import org.parley.formats.contacts.SpreadsheetFile;
import org.parley.formats.contacts.TeamProfile;
import org.parley.formats.contacts.TeamRecords;
import org.parley.formats.contacts.VCards;
import org.parley.node.web.AbsentException;
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
            exercise(visit),
            view.sheet().changed().or(view.sheet()::confirmed).orElseGet(visit::now));
    return sent(
        visit,
        view.state() + "-rfc2350.txt",
        MediaType.parseMediaType("text/plain;charset=utf-8"),
        Octets.of(text));
  }

  /// The whole directory as other directories keep theirs.
  @GetMapping("/directory.{form}.json")
  ResponseEntity<byte[]> records(Visit visit, @PathVariable String form) {
    return records(visit, form, sheets.all(visit), "");
  }

  @GetMapping(DirectoryDoor.ONE + "/{form}.json")
  ResponseEntity<byte[]> records(
      Visit visit, @PathVariable String state, @PathVariable String form) {
    SheetView view = sheets.view(visit, Sheets.state(visit, state));
    return records(visit, form, List.of(view), view.state() + "-");
  }

  private ResponseEntity<byte[]> records(
      Visit visit, String word, List<SheetView> views, String before) {
    TeamRecords.Form form = TeamRecords.Form.parse(word).orElseThrow(AbsentException::new);
    StateNames english = shelves.in(Shelf.ENGLISH).states();
    List<TeamRecords.Named> named =
        views.stream()
            .map(SheetView::shown)
            .map(view -> new TeamRecords.Named(view.sheet(), english.of(view.state())))
            .toList();
    return sent(
        visit,
        before + form.word() + ".json",
        MediaType.APPLICATION_JSON,
        TeamRecords.of(form, named, exercise(visit)));
  }

  /// What marks an exercise, in English and in capitals as in names of files; empty in the world.
  private String exercise(Visit visit) {
    return visit.site().exercise()
        ? shelves.in(Shelf.ENGLISH).words().say("page.exercise.word").toUpperCase(Locale.ROOT)
        : "";
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
