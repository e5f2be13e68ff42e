package org.parley.formats.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.parley.core.directory.OfficeId;
import org.parley.core.draft.DraftDeed;
import org.parley.core.draft.DraftEvent;
import org.parley.core.draft.DraftId;
import org.parley.core.draft.DraftPart;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.formats.exchange.JsonBytes;
import org.parley.formats.exchange.Typed;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Tree;
import tools.jackson.core.JsonGenerator;

/// What was done with a draft, as bytes for the books: one JSON object for each event.
public final class DraftEvents {

  private static final String KIND = "draft-event";

  private DraftEvents() {}

  public static Octets write(DraftEvent event) {
    return JsonBytes.write(json -> {
      json.writeStringProperty("parley", KIND + "/1");
      json.writeStringProperty("draft", event.id().toString());
      json.writeStringProperty("recorded", event.at().toString());
      json.writeStringProperty("by", event.by().toString());
      event.office().ifPresent(office -> json.writeStringProperty("office", office.toString()));
      deed(json, event.deed());
    });
  }

  private static void deed(JsonGenerator json, DraftDeed deed) {
    switch (deed) {
      case DraftDeed.Begin(String title, var from, var parts) -> {
        word(json, "begin");
        json.writeStringProperty("title", title);
        from.ifPresent(edition -> json.writeStringProperty("copyOf", edition));
        parts(json, parts);
      }
      case DraftDeed.Save(DraftPart part, Digest text, var was) -> {
        word(json, "save");
        json.writeStringProperty("part", part.name());
        json.writeStringProperty("text", text.hex());
        was.ifPresent(digest -> json.writeStringProperty("was", digest.hex()));
      }
      case DraftDeed.Restore(DraftPart part, int step) -> {
        word(json, "restore");
        json.writeStringProperty("part", part.name());
        json.writeNumberProperty("step", step);
      }
      case DraftDeed.Discard() -> word(json, "discard");
      case DraftDeed.TakeUp() -> word(json, "take-up");
      case DraftDeed.Propose(LocalDate from) -> {
        word(json, "propose");
        json.writeStringProperty("from", from.toString());
      }
      case DraftDeed.GiveBack(String why) -> {
        word(json, "give-back");
        if (!why.isBlank()) {
          json.writeStringProperty("why", why);
        }
      }
      case DraftDeed.Adopt(LocalDate from) -> {
        word(json, "adopt");
        json.writeStringProperty("from", from.toString());
      }
    }
  }

  private static void word(JsonGenerator json, String word) {
    json.writeStringProperty("deed", word);
  }

  static void parts(JsonGenerator json, Map<DraftPart, Digest> parts) {
    json.writeArrayPropertyStart("parts");
    new TreeMap<>(parts)
        .forEach((part, text) -> {
          json.writeStartObject();
          json.writeStringProperty("part", part.name());
          json.writeStringProperty("text", text.hex());
          json.writeEndObject();
        });
    json.writeEndArray();
  }

  /// Reads an event that was written by [#write]; refused where the bytes are anything else.
  public static Checked<DraftEvent> read(Octets bytes) {
    Issues issues = new Issues();
    Optional<DraftEvent> event =
        JsonBytes.tree(bytes, KIND, JsonBytes.SIGNED, issues).flatMap(tree -> event(tree, issues));
    return Verdict.of(event, issues);
  }

  private static Optional<DraftEvent> event(Tree tree, Issues issues) {
    Typed typed = JsonBytes.typed(tree, KIND, issues);
    Optional<DraftId> id = typed.as("draft", "UUID in lower case", DraftId::parse);
    Optional<Instant> at = typed.moment("recorded");
    Optional<UUID> by = typed.as("by", "UUID", DraftEvents::account);
    Optional<OfficeId> office = typed.maybe("office", "office", OfficeId::parse);
    Optional<DraftDeed> deed = typed.text("deed", 20).flatMap(word -> deed(typed, word));
    typed.end();
    return id.isPresent() && at.isPresent() && by.isPresent() && deed.isPresent()
        ? Optional.of(new DraftEvent(id.get(), deed.get(), by.get(), office, at.get()))
        : Optional.empty();
  }

  private static Optional<DraftDeed> deed(Typed typed, String word) {
    return switch (word) {
      case "begin" -> {
        Optional<String> title = typed.text("title", 200);
        Optional<String> from = typed.maybeText("copyOf", 200);
        Map<DraftPart, Digest> parts = parts(typed);
        yield title.map(text -> new DraftDeed.Begin(text, from, parts));
      }
      case "save" -> {
        Optional<DraftPart> part = part(typed);
        Optional<Digest> text = typed.digest("text");
        Optional<Digest> was = typed.maybeDigest("was");
        yield part.flatMap(file -> text.map(digest -> new DraftDeed.Save(file, digest, was)));
      }
      case "restore" -> {
        Optional<DraftPart> part = part(typed);
        Optional<Long> step = typed.whole("step", 1, 1_000_000);
        yield part.flatMap(
            file -> step.map(number -> new DraftDeed.Restore(file, Math.toIntExact(number))));
      }
      case "discard" -> Optional.of(new DraftDeed.Discard());
      case "take-up" -> Optional.of(new DraftDeed.TakeUp());
      case "propose" -> day(typed).map(DraftDeed.Propose::new);
      case "give-back" ->
          Optional.of(new DraftDeed.GiveBack(typed.maybeText("why", 2_000).orElse("")));
      case "adopt" -> day(typed).map(DraftDeed.Adopt::new);
      default -> {
        typed
            .issues()
            .add(
                IssueCode.UNKNOWN_OPTION,
                typed.fields().place(),
                "there is no deed \"" + word + "\"");
        yield Optional.empty();
      }
    };
  }

  private static Optional<DraftPart> part(Typed typed) {
    return typed.as("part", "file of a draft", DraftPart::parse);
  }

  static Optional<LocalDate> day(Typed typed) {
    return typed.as("from", "day such as 2026-11-22", DraftEvents::parseDay);
  }

  static Map<DraftPart, Digest> parts(Typed typed) {
    Map<DraftPart, Digest> parts = new TreeMap<>();
    for (Typed each : typed.maps("parts", 200)) {
      Optional<DraftPart> part = part(each);
      Optional<Digest> text = each.digest("text");
      each.end();
      part.ifPresent(file -> text.ifPresent(digest -> parts.put(file, digest)));
    }
    return parts;
  }

  static Optional<UUID> account(String text) {
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  private static Optional<LocalDate> parseDay(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (java.time.DateTimeException wrong) {
      return Optional.empty();
    }
  }
}
