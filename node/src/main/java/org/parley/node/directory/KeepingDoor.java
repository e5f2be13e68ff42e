package org.parley.node.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.core.directory.contacts.ContactSheet;
import org.parley.core.directory.contacts.Nomination;
import org.parley.core.directory.contacts.Registration;
import org.parley.core.directory.contacts.SheetDeed;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.node.forms.Filled;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Notes by what a State's offices were named and registered, and takes struck-out offices in
/// again.
@Controller
final class KeepingDoor {

  private static final int LARGEST_DOCUMENT = 5 << 20;

  private final Sheets sheets;
  private final DirectoryDoor pages;
  private final Press press;

  KeepingDoor(Sheets sheets, DirectoryDoor pages, Press press) {
    this.sheets = sheets;
    this.pages = pages;
    this.press = press;
  }

  @PostMapping(DirectoryDoor.ONE + "/put-back")
  ResponseEntity<byte[]> putBack(
      Visit visit, @PathVariable String state, @RequestParam MultiValueMap<String, String> all) {
    Filled filled = new Filled(visit.words(), all);
    String number = filled.text("number");
    int which = number.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(number) : 0;
    return done(visit, state, filled, new SheetDeed.PutBack(which), "page.directory.told.put-back");
  }

  @PostMapping(DirectoryDoor.ONE + "/registration")
  ResponseEntity<byte[]> register(
      Visit visit, @PathVariable String state, @RequestParam MultiValueMap<String, String> all) {
    Filled filled = new Filled(visit.words(), all);
    LocalDate day = day(filled, "registered");
    return done(
        visit,
        state,
        filled,
        new SheetDeed.Register(new Registration(filled.text("reference"), day)),
        "page.directory.told.registered");
  }

  @PostMapping(DirectoryDoor.ONE + "/nomination")
  ResponseEntity<byte[]> nominate(
      Visit visit,
      @PathVariable String state,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam MultiValueMap<String, String> all) {
    Filled filled = new Filled(visit.words(), all);
    LocalDate day = day(filled, "day");
    Optional<MultipartFile> given = Optional.ofNullable(file).filter(each -> !each.isEmpty());
    if (given.filter(each -> each.getSize() > LARGEST_DOCUMENT).isPresent()) {
      filled.wrong("file", "page.refused.file-too-large");
    }
    boolean keep = mayKeep(visit, state) && filled.problems().isEmpty();
    Optional<Nomination.Filed> filed =
        given.filter(_ -> keep).map(each -> sheets.contacts().file(name(each), bytes(each)));
    Nomination nomination =
        new Nomination(filled.text("authority"), filled.text("document"), day, filed);
    return done(
        visit, state, filled, new SheetDeed.Nominate(nomination), "page.directory.told.nominated");
  }

  /// The document by which offices were named: to be saved, never shown as a page.
  @GetMapping(DirectoryDoor.ONE + "/nomination/document")
  ResponseEntity<byte[]> document(Visit visit, @PathVariable String state) {
    Nomination.Filed filed =
        sheets
            .view(visit, Sheets.state(visit, state))
            .sheet()
            .nomination()
            .flatMap(Nomination::file)
            .orElseThrow(AbsentException::new);
    Octets bytes = sheets.contacts().document(filed).orElseThrow(AbsentException::new);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .headers(headers ->
            headers.setContentDisposition(
                ContentDisposition.attachment()
                    .filename(filed.name(), StandardCharsets.UTF_8)
                    .build()))
        .body(bytes.toArray());
  }

  private ResponseEntity<byte[]> done(
      Visit visit, String code, Filled filled, SheetDeed deed, String told) {
    Party state = Sheets.state(visit, code);
    if (!sheets.mayKeep(visit, state)) {
      throw new AbsentException();
    }
    if (filled.problems().isEmpty()) {
      Checked<ContactSheet> result =
          sheets.contacts().run(visit.site().realm(), state, List.of(deed), Sheets.actor(visit));
      if (result instanceof Checked.Refused<ContactSheet>(List<Issue> issues)) {
        filled.tell(issues);
      }
    }
    return filled.problems().isEmpty()
        ? press.see("/directory/" + state + "?done=" + told)
        : pages.page(visit, sheets.view(visit, state), filled, Optional.empty());
  }

  private boolean mayKeep(Visit visit, String code) {
    return sheets.mayKeep(visit, Sheets.state(visit, code));
  }

  private static LocalDate day(Filled filled, String field) {
    Optional<LocalDate> day = filled.day(field);
    if (day.isEmpty() && filled.at(field).isEmpty()) {
      filled.wrong(field, "page.refused.day-unfit");
    }
    return day.orElse(LocalDate.EPOCH);
  }

  /// The last part of whatever the browser says: a name and never a path.
  private static String name(MultipartFile file) {
    String said = file.getOriginalFilename();
    String name = said == null ? "" : said.replaceFirst("(?s).*[/\\\\]", "").strip();
    return name.isEmpty() ? "document" : name.length() > 200 ? name.substring(0, 200) : name;
  }

  private static Octets bytes(MultipartFile file) {
    try {
      return Octets.of(file.getBytes());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
