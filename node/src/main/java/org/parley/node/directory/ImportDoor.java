package org.parley.node.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.ContactKind;
import org.parley.core.directory.contacts.ContactSheet;
import org.parley.core.directory.contacts.SheetDeed;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.terms.Party;
import org.parley.formats.contacts.ContactText;
import org.parley.formats.contacts.Offer;
import org.parley.formats.contacts.TeamFiles;
import org.parley.node.forms.Filled;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Reads another directory for one State: what it offers and what would be lost is shown first, and
/// only what is ticked is written down.
@Controller
final class ImportDoor {

  private static final String HERE = DirectoryDoor.ONE + "/import";
  private static final int MOST = 50;

  private final Sheets sheets;
  private final Press press;

  ImportDoor(Sheets sheets, Press press) {
    this.sheets = sheets;
    this.press = press;
  }

  @GetMapping(HERE)
  ResponseEntity<byte[]> form(Visit visit, @PathVariable String state) {
    return page(held(visit, state), Filled.blank(visit.words()), List.of(), 0);
  }

  @PostMapping(HERE)
  ResponseEntity<byte[]> read(
      Visit visit,
      @PathVariable String state,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam MultiValueMap<String, String> all) {
    SheetView view = held(visit, state);
    Filled filled = new Filled(visit.words(), all);
    if (file == null || file.isEmpty()) {
      filled.wrong("file", "page.import.no-file");
      return page(view, filled, List.of(), 0);
    }
    return switch (TeamFiles.read(bytes(file), name(file))) {
      case Checked.Refused<List<Offer>>(List<Issue> issues) -> {
        filled.wrong("file", "page.refused.import-unreadable");
        filled.tell(issues);
        yield page(view, filled, List.of(), 0);
      }
      case Checked.Sound<List<Offer>>(List<Offer> offers, _)
          when !visit.site().exercise() && offers.stream().anyMatch(Offer::exercise) -> {
        filled.wrong("file", "page.refused.realm-mixed");
        yield page(view, filled, List.of(), 0);
      }
      case Checked.Sound<List<Offer>>(List<Offer> offers, _) ->
          offered(visit, view, filled, offers);
    };
  }

  private ResponseEntity<byte[]> offered(
      Visit visit, SheetView view, Filled filled, List<Offer> offers) {
    List<Offer> own =
        offers.stream()
            .filter(each -> OfferView.isOf(each, view.state(), visit.shelf().states()))
            .toList();
    int number = view.sheet().nextNumber();
    List<OfferView> views = new ArrayList<>();
    for (Offer offer : own.subList(0, Math.min(MOST, own.size()))) {
      OfferView shown = OfferView.of(view, offer, number);
      number += shown.before().isEmpty() ? 1 : 0;
      views.add(shown);
    }
    return page(view, filled, views, offers.size() - views.size());
  }

  @PostMapping(HERE + "/take")
  ResponseEntity<byte[]> take(
      Visit visit, @PathVariable String state, @RequestParam MultiValueMap<String, String> all) {
    SheetView view = held(visit, state);
    Filled filled = new Filled(visit.words(), all);
    List<SheetDeed> deeds = new ArrayList<>();
    for (String row : filled.all("take")) {
      if (row.matches("[0-9]{1,3}")) {
        contact(filled, row)
            .ifPresent(each -> deeds.add(new SheetDeed.Put(each, Optional.empty())));
      }
    }
    if (deeds.isEmpty() && filled.problems().isEmpty()) {
      filled.wrong("file", "page.import.nothing-ticked");
    }
    if (filled.problems().isEmpty()) {
      Checked<ContactSheet> result =
          sheets.contacts().run(visit.site().realm(), view.state(), deeds, Sheets.actor(visit));
      if (result instanceof Checked.Refused<ContactSheet>(List<Issue> issues)) {
        filled.tell(issues);
      }
    }
    return filled.problems().isEmpty()
        ? press.see(view.path() + "?done=page.directory.told.imported")
        : page(view, filled, List.of(), 0);
  }

  /// The office of a row, with the kind that was chosen for it.
  private static Optional<Contact> contact(Filled filled, String row) {
    switch (ContactText.read(filled.text("contact-" + row))) {
      case Checked.Sound<Contact>(Contact read, _) -> {
        ContactKind kind = ContactKind.parse(filled.text("kind-" + row)).orElse(read.kind());
        return Optional.of(
            new Contact(
                read.number(),
                kind,
                read.naming(),
                read.reach(),
                read.watch(),
                read.validity(),
                read.deputies()));
      }
      case Checked.Refused<Contact>(List<Issue> issues) -> {
        filled.tell(issues);
        return Optional.empty();
      }
    }
  }

  private ResponseEntity<byte[]> page(
      SheetView view, Filled filled, List<OfferView> offers, int others) {
    return press.page(
        view.visit(),
        filled.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "directory/import",
        view.visit().words().say("page.import.title"),
        Map.of("view", view, "filled", filled, "offers", offers, "others", others));
  }

  private SheetView held(Visit visit, String code) {
    Party state = Sheets.state(visit, code);
    if (!sheets.mayKeep(visit, state)) {
      throw new AbsentException();
    }
    return sheets.view(visit, state);
  }

  private static String name(MultipartFile file) {
    String said = file.getOriginalFilename();
    return said == null || said.isBlank() ? "file" : said.replaceFirst("(?s).*[/\\\\]", "");
  }

  private static byte[] bytes(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
