package org.parley.node.messages;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Attachment;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.clarify.Spoken;
import org.parley.core.exchange.format.ItemRule;
import org.parley.core.exchange.format.ItemType;
import org.parley.core.terms.Realm;
import org.parley.desk.Shelf;
import org.parley.desk.note.NoteVerbale;
import org.parley.desk.voice.Words;
import org.parley.node.messages.page.MessageSpeech;
import org.parley.node.messages.page.NotePage;
import org.parley.node.web.Shelves;
import org.parley.node.web.Times;

/// Writes a note verbale of a statement: the courtesies of diplomacy around its numbered items, in
/// its authentic language and beside it in another.
final class NoteText {

  private static final String ENGLISH = "en";
  private static final int TIMES = 3;

  private final PostRoom.Desk desk;
  private final Shelves shelves;
  private final KeptNote note;
  private final Spoken spoken;
  private final List<Tongue> tongues = new ArrayList<>();
  private final List<NoteVerbale.Row> rows = new ArrayList<>();

  private NoteText(PostRoom.Desk desk, Shelves shelves, KeptNote note, Spoken spoken) {
    this.desk = desk;
    this.shelves = shelves;
    this.note = note;
    this.spoken = spoken;
    String authentic = spoken.statement().heading().languages().authentic();
    tongues.add(tongue(authentic));
    note.second().filter(each -> !each.equals(authentic)).map(this::tongue).ifPresent(tongues::add);
  }

  /// One language of the note; its frame is in English where the library does not speak it.
  private record Tongue(String language, Shelf shelf, MessageSpeech speech) {
    Words words() {
      return shelf.words();
    }
  }

  private Tongue tongue(String language) {
    Shelf shelf = shelves.in(shelves.languages().contains(language) ? language : ENGLISH);
    return new Tongue(language, shelf, new MessageSpeech(shelf, desk.home().formats()));
  }

  static NoteVerbale of(PostRoom.Desk desk, Shelves shelves, KeptNote note, Spoken spoken) {
    return new NoteText(desk, shelves, note, spoken).written();
  }

  private NoteVerbale written() {
    Statement statement = spoken.statement();
    boolean ours = statement.from().equals(desk.office());
    row(true, each -> each.words().say("page.note.title"));
    row(false, each -> opening(each, ours));
    row(
        true,
        each ->
            each.speech().format(spoken.format())
                + ", "
                + each.words().say("page.message.number", statement.heading().number()));
    statement.items().forEach(this::item);
    files(statement.rest().attachments());
    statement
        .ties()
        .replyBy()
        .ifPresent(
            by -> row(false, each -> each.words().say("page.note.reply-by", moment(each, by))));
    if (ours) {
      row(false, each -> each.words().say("page.note.closing", from(each), to(each)));
    }
    row(false, each -> moment(each, statement.heading().created()));
    row(false, each -> each.words().say("page.note.to", names(each, statement.route().to())));
    if (!statement.route().copy().isEmpty()) {
      row(false, each -> each.words().say("page.note.copy", names(each, statement.route().copy())));
    }
    return new NoteVerbale(
        note.number(desk.realm()),
        exercise(),
        statement.marking().toString(),
        columns(),
        rows,
        foot());
  }

  private void item(Item item) {
    Optional<ItemRule> rule = spoken.format().item(item.number());
    row(true, each -> item.number() + ". " + rule.map(each.speech()::title).orElse(""));
    rows.add(
        new NoteVerbale.Row(false, tongues.stream().map(each -> text(each, item, rule)).toList()));
  }

  /// What goes with it, by name, length and digest: paper carries no files, and shows which.
  private void files(List<Attachment> attachments) {
    if (!attachments.isEmpty()) {
      row(true, each -> each.words().say("page.attachment.title"));
    }
    for (Attachment file : attachments) {
      row(
          false,
          each ->
              "%s · %s B · SHA-256 %s"
                  .formatted(
                      file.name(),
                      each.words().number(BigDecimal.valueOf(file.bytes())),
                      file.digest().hex()));
    }
  }

  private String opening(Tongue each, boolean ours) {
    return ours
        ? each.words().say("page.note.opening", from(each), to(each))
        : each.words()
            .say(
                "page.note.received",
                name(each, desk.office()),
                name(each, spoken.from()),
                moment(each, spoken.statement().heading().created()));
  }

  private String from(Tongue each) {
    return each.words()
        .say(
            "page.note.from." + spoken.from().kind().word(),
            each.shelf().states().bare(spoken.from().party()));
  }

  private String to(Tongue each) {
    return spoken.statement().route().to().stream()
        .map(office ->
            each.words()
                .say(
                    "page.note.to." + office.kind().word(),
                    each.shelf().states().bare(office.party())))
        .collect(Collectors.joining(", "));
  }

  private static String name(Tongue each, OfficeId office) {
    return each.shelf().states().bare(office.party())
        + ", "
        + each.words().say("page.office." + office.kind().word());
  }

  private static String names(Tongue each, List<OfficeId> offices) {
    return offices.stream().map(office -> name(each, office)).collect(Collectors.joining("; "));
  }

  private static String moment(Tongue each, Instant at) {
    return new Times(each.words(), java.time.ZoneOffset.UTC).utc(at);
  }

  private String text(Tongue each, Item item, Optional<ItemRule> rule) {
    return switch (item.said()) {
      case Item.Nil() -> "NIL – " + rule.map(each.speech()::nil).orElse("");
      case Item.Absent(Item.Reason reason, Optional<String> words) ->
          each.words().say("page.absent." + reason.word())
              + words.map(more -> ": " + more).orElse("");
      case Item.Value(List<String> texts) -> {
        boolean authentic = each == tongues.getFirst();
        boolean free = NotePage.isFree(rule);
        yield String.join(
            "\n",
            authentic || !free
                ? texts.stream().map(text -> value(each, text, rule)).toList()
                : translated(each, item));
      }
    };
  }

  private static String value(Tongue each, String text, Optional<ItemRule> rule) {
    if (ItemType.isMoment(text)) {
      return moment(each, Instant.parse(text));
    }
    return each.speech().said(rule, text);
  }

  private List<String> translated(Tongue each, Item item) {
    List<String> texts = note.translation(item);
    return texts.isEmpty() ? List.of(each.words().say("page.note.untranslated")) : texts;
  }

  private void row(boolean strong, Function<Tongue, String> text) {
    rows.add(new NoteVerbale.Row(strong, tongues.stream().map(text).toList()));
  }

  private List<NoteVerbale.Column> columns() {
    List<NoteVerbale.Column> columns = new ArrayList<>();
    for (Tongue each : tongues) {
      String status =
          each == tongues.getFirst()
              ? each.speech().authentic()
              : each.speech().worth(note.made(spoken.statement()));
      columns.add(
          new NoteVerbale.Column(
              each.language(), each.words().say("page.language.name") + " – " + status));
    }
    return columns;
  }

  /// Said in English always, and in the note's own language where that is another.
  private Optional<String> exercise() {
    if (!(desk.realm() instanceof Realm.Exercise)) {
      return Optional.empty();
    }
    return Optional.of(
        List.of(tongue(ENGLISH), tongues.getFirst()).stream()
            .map(each -> each.words().say("page.exercise.word").toUpperCase(Locale.ROOT))
            .distinct()
            .map(word -> String.join(" ", java.util.Collections.nCopies(TIMES, word)))
            .collect(Collectors.joining(" · ")));
  }

  private List<String> foot() {
    Tongue first = tongues.getFirst();
    boolean equal = tongues.size() > 1 && note.made(spoken.statement()) == Heading.Made.EQUAL;
    String counts =
        columns().stream()
            .limit(equal ? 2 : 1)
            .map(NoteVerbale.Column::status)
            .collect(Collectors.joining("; "));
    return List.of(
        first.words().say("page.note.foot", counts),
        first.words().say("page.note.digest", spoken.dossier().digest().hex()));
  }
}
