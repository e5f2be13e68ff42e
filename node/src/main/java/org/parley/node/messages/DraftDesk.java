package org.parley.node.messages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.Standing;
import org.parley.core.exchange.format.Format;
import org.parley.core.people.Action;
import org.parley.core.people.Relation;
import org.parley.desk.voice.ScaleVoice;
import org.parley.duties.port.messages.Drafts;
import org.parley.node.attachments.Attaching;
import org.parley.node.messages.page.DraftFields;
import org.parley.node.messages.page.DraftPage;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Problem;
import org.parley.node.web.Shelves;
import org.parley.node.web.Visit;
import org.springframework.stereotype.Component;

/// The drafts of an office: found, kept, and what their pages need.
@Component
final class DraftDesk {

  private static final int LABEL = 160;

  private final PostRoom room;
  private final FromIncident incidents;
  private final Shelves shelves;

  DraftDesk(PostRoom room, FromIncident incidents, Shelves shelves) {
    this.room = room;
    this.incidents = incidents;
    this.shelves = shelves;
  }

  PostRoom room() {
    return room;
  }

  Shelves shelves() {
    return shelves;
  }

  FromIncident incidents() {
    return incidents;
  }

  /// A draft of the visitor's office, open.
  record Open(PostRoom.Desk desk, Drafts.Draft draft, DraftFields fields, Format format) {

    String path() {
      return "/drafts/" + draft.id();
    }

    Open with(DraftFields other) {
      return new Open(desk, draft, other, format);
    }
  }

  /// The draft; what is another office's does not exist.
  Open need(Visit visit, String id) {
    PostRoom.Desk desk = room.need(visit);
    if (!room.allows(desk, Action.WRITE_MESSAGE, Relation.OFFICE)) {
      throw new AbsentException();
    }
    Drafts.Draft draft =
        uuid(id)
            .flatMap(name ->
                desk.station()
                    .books()
                    .look(book -> book.drafts().find(desk.realm(), desk.office(), name)))
            .orElseThrow(AbsentException::new);
    DraftFields fields = DraftFields.read(draft.content());
    return new Open(
        desk, draft, fields, DraftReader.format(desk, fields).orElseThrow(AbsentException::new));
  }

  private static Optional<UUID> uuid(String id) {
    return id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(UUID.fromString(id))
        : Optional.empty();
  }

  /// Keeps a draft as it stands now.
  Drafts.Draft keep(PostRoom.Desk desk, UUID id, Format format, DraftFields fields) {
    Drafts.Draft draft =
        new Drafts.Draft(
            id,
            desk.realm(),
            desk.office(),
            desk.station().now(),
            label(format, fields),
            fields.written());
    desk.station()
        .books()
        .change(book -> {
          book.drafts().keep(draft);
          return id;
        });
    return draft;
  }

  private static String label(Format format, DraftFields fields) {
    String words =
        format.items().stream()
            .map(rule -> fields.text("i." + rule.number()))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("…");
    String label = format.id().name() + " · " + words.lines().findFirst().orElse("…");
    return label.length() > LABEL ? label.substring(0, LABEL) : label;
  }

  SeverityBlock severity(Open open) {
    return new SeverityBlock(
        shelves.library(), open.desk(), open.format(), incidents.incidents().house().scale());
  }

  DraftPage page(Visit visit, Open open, List<Problem> problems, boolean pointer) {
    Optional<SeenCase> seen = incidents.find(visit, open.fields().text("incident"));
    return new DraftPage(
        open.draft().id(),
        open.format(),
        open.fields(),
        new DraftPage.Choices(
            offices(open.desk()),
            seen.map(incidents::facts).orElse(List.of()),
            seen.map(Attaching::offers).orElse(List.of()),
            levels(visit, open),
            open.desk().home().settings().ceiling().most(),
            SecondLanguage.tag(open.fields())
                .filter(shelves.languages()::contains)
                .map(shelves::ownName)
                .orElse("")),
        problems,
        pointer,
        Mail.speech(visit, open.desk()));
  }

  /// To whom the office can write: every office that some node of the directory receives for.
  static List<OfficeId> offices(PostRoom.Desk desk) {
    return desk
        .station()
        .books()
        .look(desk.home().directory()::directory)
        .standings()
        .values()
        .stream()
        .map(Standing::entry)
        .flatMap(entry ->
            entry.nodes().stream()
                .flatMap(node -> node.serves().stream())
                .map(kind -> new OfficeId(entry.party(), kind)))
        .filter(office -> !office.equals(desk.office()))
        .distinct()
        .sorted()
        .toList();
  }

  private Map<String, String> levels(Visit visit, Open open) {
    Map<String, String> levels = new LinkedHashMap<>();
    SeverityBlock block = severity(open);
    if (block.item().isPresent()) {
      block
          .edition()
          .ifPresent(edition -> {
            ScaleVoice voice = visit.shelf().voice(edition);
            edition
                .levels()
                .mildestFirst()
                .forEach(level -> levels.put(level.word(), voice.phrases().grade(level)));
          });
    }
    return levels;
  }
}
