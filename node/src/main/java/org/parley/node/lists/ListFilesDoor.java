package org.parley.node.lists;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.parley.core.handling.Marking;
import org.parley.core.people.Action;
import org.parley.desk.pdf.Typefaces;
import org.parley.duties.port.Cases;
import org.parley.formats.casefile.CsvRows;
import org.parley.formats.exchange.JsonBytes;
import org.parley.formats.exchange.MarkingJson;
import org.parley.node.incidents.Listings;
import org.parley.node.incidents.Paths;
import org.parley.node.incidents.Room;
import org.parley.node.incidents.Sent;
import org.parley.node.incidents.page.LevelView;
import org.parley.node.incidents.page.ListPage;
import org.parley.node.incidents.page.ListQuery;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.JsonGenerator;

/// A list as it is asked for, all of it, as a file.
@Controller
final class ListFilesDoor {

  /// The most lines of one file.
  private static final int MOST = 10_000;

  /// The last two are the marking of each line, and that of the file as a whole.
  private static final List<String> COLUMNS =
      List.of(
          "number",
          "title",
          "stage",
          "types",
          "levels",
          "reported",
          "changed",
          "nextDue",
          "marking",
          "fileMarking");

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final Room room;
  private final Listings listings;
  private final Press press;

  ListFilesDoor(Room room, Listings listings, Press press) {
    this.room = room;
    this.listings = listings;
    this.press = press;
  }

  @GetMapping("/incidents.csv")
  ResponseEntity<byte[]> csv(Visit visit, @RequestParam MultiValueMap<String, String> parameters) {
    ListPage page = page(visit, parameters);
    List<List<String>> rows = new ArrayList<>();
    String whole = page.marking().map(Marking::toString).orElse("");
    rows.add(COLUMNS);
    for (Cases.Line line : page.lines()) {
      rows.add(
          List.of(
              page.row(line).number(),
              line.label().title(),
              line.way().stage().word(),
              String.join(" ", line.label().types()),
              page.row(line).level().map(LevelView::words).orElse(""),
              line.way().reported().toString(),
              line.way().changed().toString(),
              line.gauge().due().map(Instant::toString).orElse(""),
              line.marking().toString(),
              whole));
    }
    return Sent.file(
        name(visit) + ".csv", CSV, CsvRows.table(rows).getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/incidents.json")
  ResponseEntity<byte[]> json(Visit visit, @RequestParam MultiValueMap<String, String> parameters) {
    ListPage page = page(visit, parameters);
    return Sent.file(
        name(visit) + ".json",
        MediaType.APPLICATION_JSON,
        JsonBytes.write(
                json -> {
                  json.writeStringProperty("parley", "incident-list/1");
                  json.writeStringProperty("realm", visit.site().realm().word());
                  json.writeStringProperty("asOf", visit.now().toString());
                  json.writeBooleanProperty("whole", page.listed().next().isEmpty());
                  page.marking().ifPresent(marking -> marking(json, marking));
                  json.writeArrayPropertyStart("incidents");
                  page.lines().forEach(line -> line(json, line, page.row(line).number()));
                  json.writeEndArray();
                })
            .toArray());
  }

  /// For print and archives, where the machine has a typeface with all letters.
  @GetMapping("/incidents.pdf")
  ResponseEntity<byte[]> pdf(Visit visit, @RequestParam MultiValueMap<String, String> parameters) {
    ListPage page = page(visit, parameters);
    return Typefaces.find()
        .map(faces ->
            Sent.file(
                name(visit) + ".pdf",
                MediaType.APPLICATION_PDF,
                new ListPdf(visit, page).bytes(faces)))
        .orElseGet(() -> press.see(Paths.ALL + "?" + page.query()));
  }

  private static void line(JsonGenerator json, Cases.Line line, String number) {
    json.writeStartObject();
    json.writeStringProperty("incident", line.key().id().toString());
    json.writeStringProperty("number", number);
    json.writeStringProperty("title", line.label().title());
    json.writeStringProperty("stage", line.way().stage().word());
    JsonBytes.texts(json, "types", line.label().types());
    line.gauge()
        .level()
        .ifPresent(range -> {
          json.writeNumberProperty("mildestRank", range.mildest());
          json.writeNumberProperty("gravestRank", range.gravest());
        });
    json.writeStringProperty("reported", line.way().reported().toString());
    json.writeStringProperty("changed", line.way().changed().toString());
    line.gauge().due().ifPresent(due -> json.writeStringProperty("nextDue", due.toString()));
    json.writeNumberProperty("revisions", line.way().revisions());
    json.writeNumberProperty("besides", line.way().beside());
    marking(json, line.marking());
    json.writeEndObject();
  }

  private static void marking(JsonGenerator json, Marking marking) {
    json.writeName("marking");
    MarkingJson.write(json, marking);
  }

  private ListPage page(Visit visit, MultiValueMap<String, String> parameters) {
    if (room.permissions().relations(Room.actor(visit), Action.EXPORT_INCIDENT).isEmpty()) {
      throw new AbsentException();
    }
    return listings.whole(visit, ListQuery.read(parameters), MOST);
  }

  private static String name(Visit visit) {
    return (visit.site().exercise() ? "EXERCISE-" : "") + "incidents";
  }
}
