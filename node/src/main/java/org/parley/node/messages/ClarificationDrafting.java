package org.parley.node.messages;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.clarify.Measure;
import org.parley.core.exchange.clarify.Point;
import org.parley.core.exchange.clarify.Request;
import org.parley.core.exchange.clarify.Spoken;
import org.parley.core.exchange.clarify.Word;
import org.parley.core.exchange.format.Format;
import org.parley.core.exchange.format.ItemRule;
import org.parley.core.handling.Marking;
import org.parley.node.messages.page.DraftFields;
import org.parley.node.web.Visit;

/// Fills in a message from what was typed on the page of a clarification.
///
/// @param spoken what the office can read of the conversation
/// @param format what is written
/// @param typed the page's form
record ClarificationDrafting(
    Visit visit,
    OfficeId office,
    ConversationId conversation,
    List<Spoken> spoken,
    Format format,
    DraftFields typed) {

  /// Rows for measures that the form has.
  private static final int MEASURES = 20;

  /// In which time it is proposed to confirm that a matter is closed.
  private static final Duration TO_CONFIRM = Duration.ofHours(48);

  private static final String LEFT = "not-applicable";
  private static final String UNKNOWN = "not-known-yet";
  private static final String NIL = "nil";
  private static final String HOW = ".how";

  // Answers

  DraftFields answer(Spoken asked) {
    List<Point> points = Request.of(asked, spoken).points();
    List<String> lines = new ArrayList<>();
    List<String> open = new ArrayList<>();
    int answered = 0;
    for (Point point : points) {
      Optional<Word> word = word(point);
      word.ifPresent(each -> lines.add(each.line(point.number())));
      if (word.isEmpty() || isOpen(word.get())) {
        open.add(oneLine(point.text()));
      } else if (word.get() instanceof Word.Answered) {
        answered++;
      }
    }
    Ties.Extent extent =
        answered == points.size()
            ? Ties.Extent.FULL
            : answered == 0 && open.isEmpty() ? Ties.Extent.DECLINED : Ties.Extent.PARTIAL;
    DraftFields fields = said(reply(asked, extent), "answers", lines, UNKNOWN);
    fields = said(fields, "still-open", open, NIL);
    fields = said(fields, "done", one(typed.text("done")), LEFT);
    fields = said(fields, "remarks", one(typed.text("remarks")), "");
    return news(fields, asked);
  }

  private Optional<Word> word(Point point) {
    String field = "p." + point.number();
    String text = oneLine(typed.text(field));
    Optional<Item.Reason> reason = Item.Reason.parse(typed.text(field + HOW));
    if (reason.isPresent()) {
      return Optional.of(new Word.Unanswered(reason.get(), text));
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(new Word.Answered(text));
  }

  private static boolean isOpen(Word word) {
    return word instanceof Word.Unanswered(Item.Reason reason, _)
        && reason == Item.Reason.NOT_KNOWN_YET;
  }

  DraftFields clock(Spoken asked) {
    DraftFields fields = reply(asked, Ties.Extent.PARTIAL);
    fields = said(fields, "answers", List.of(), UNKNOWN);
    fields = said(fields, "still-open", List.of(), UNKNOWN);
    return news(said(fields, "done", List.of(), LEFT), asked);
  }

  DraftFields closed(Spoken closing) {
    DraftFields fields = reply(closing, Ties.Extent.FULL);
    String says = visit.words().say("page.clarification.confirms-closure");
    fields = said(fields, "answers", List.of(says), NIL);
    fields = said(fields, "still-open", List.of(), NIL);
    return said(said(fields, "done", List.of(), LEFT), "next-news", List.of(), NIL);
  }

  /// What is said to a proposed time: the same time, another, or nothing.
  private DraftFields news(DraftFields fields, Spoken asked) {
    String clock = typed.text("clock");
    String field = field("next-news");
    Optional<Instant> proposed = asked.statement().ties().replyBy();
    if (clock.equals("accept") && proposed.isPresent()) {
      return fields.with(field, proposed.get().toString());
    }
    return clock.equals("another") && !typed.text("another").isEmpty()
        ? moment(fields, "next-news", "another")
        : fields.with(field + HOW, UNKNOWN);
  }

  private DraftFields reply(Spoken asked, Ties.Extent extent) {
    DraftFields fields = begin().with("reply", asked.dossier().digest().hex());
    fields = fields.with("extent", extent.word()).with("r." + asked.from(), "to");
    for (OfficeId copy : asked.statement().route().copy()) {
      fields = copy.equals(office) ? fields : fields.with("r." + copy, "copy");
    }
    return fields.with(field("facts") + HOW, NIL).with(field("call-back") + HOW, NIL);
  }

  // Records

  DraftFields record() {
    DraftFields fields = toAll();
    fields = moment(fields, "held-at", "held-at");
    fields = fields.with(field("took-part"), String.join("\n", typed.lines("took-part")));
    fields =
        fields.with(
            field("record-kind"), typed.text("kind").equals("agreed") ? "agreed" : "own-view");
    fields = said(fields, "agreed", typed.lines("agreed"), NIL);
    fields = said(fields, "differing", typed.lines("differing"), NIL);
    fields = said(fields, "measures", measures(), NIL);
    fields =
        typed.text("next-meeting").isEmpty()
            ? fields.with(field("next-meeting") + HOW, NIL)
            : moment(fields, "next-meeting", "next-meeting");
    return fields.with(field("publish"), "no");
  }

  private List<String> measures() {
    List<String> lines = new ArrayList<>();
    for (int row = 1; row <= MEASURES; row++) {
      String what = plain(typed.text("m." + row + ".what"));
      if (!what.isEmpty()) {
        String by = plain(typed.text("m." + row + ".by"));
        lines.add(new Measure(what, plain(typed.text("m." + row + ".who")), day(by)).line());
      }
    }
    return lines;
  }

  /// A moment where it is one in UTC; else as typed, so that nothing is lost.
  private static String day(String by) {
    String text = by.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? by + " 12:00" : by;
    try {
      return Instant.parse(text.replace(' ', 'T') + (text.endsWith("Z") ? "" : ":00Z")).toString();
    } catch (DateTimeParseException _) {
      return by;
    }
  }

  private static String plain(String text) {
    return oneLine(text).replace('|', '/');
  }

  /// The same text word by word; only the office's own reference and wishes are its own.
  DraftFields same(Spoken other) {
    DraftFields fields = toAll();
    for (ItemRule rule : format.items()) {
      Optional<Item> item = other.item(rule.key());
      if (item.isPresent()) {
        fields = said(fields, "i." + rule.number(), item.get().said());
      }
    }
    return fields
        .with("language", other.statement().heading().languages().authentic())
        .with(field("publish"), "no");
  }

  private static DraftFields said(DraftFields fields, String field, Item.Said said) {
    return switch (said) {
      case Item.Value(List<String> texts) -> fields.with(field, String.join("\n", texts));
      case Item.Nil() -> fields.with(field + HOW, NIL);
      case Item.Absent(Item.Reason reason, _) -> fields.with(field + HOW, reason.word());
    };
  }

  // Closure

  DraftFields close() {
    DraftFields fields = toAll().with(field("ended-at") + HOW, NIL);
    fields = fields.with(field("summary"), typed.text("summary"));
    fields = said(fields, "still-open", typed.lines("still-open"), NIL);
    fields = fields.with(field("publish"), "no");
    return typed.text("way").equals("propose")
        ? fields.with(
            "replyBy", visit.now().plus(TO_CONFIRM).truncatedTo(ChronoUnit.MINUTES).toString())
        : fields;
  }

  // What all have in common

  /// In the conversation, in the reader's language, marked no less than what was said in it.
  private DraftFields begin() {
    Marking marking = Marking.all(spoken.stream().map(each -> each.statement().marking()).toList());
    DraftFields fields =
        DraftFields.of(new LinkedHashMap<>(Map.of()))
            .with("format", format.id().toString())
            .with("conversation", conversation.toString())
            .with("language", visit.language())
            .with("tlp", marking.tlp().word());
    fields = marking.pap().isPresent() ? fields.with("pap", marking.pap().get().name()) : fields;
    Optional<String> reference =
        spoken.stream().flatMap(each -> each.text("reference").stream()).findFirst();
    return reference.isPresent()
        ? fields.with(field("reference"), reference.get())
        : fields.with(field("reference") + HOW, NIL);
  }

  /// To every office that speaks or is spoken to; the copy list stays as it was. Where one of them
  /// said something that this can answer, it does.
  private DraftFields toAll() {
    SortedSet<OfficeId> to = new TreeSet<>();
    SortedSet<OfficeId> copy = new TreeSet<>();
    for (Spoken each : spoken) {
      to.add(each.from());
      to.addAll(each.statement().route().to());
      copy.addAll(each.statement().route().copy());
    }
    DraftFields fields = begin();
    for (OfficeId each : copy) {
      fields = each.equals(office) ? fields : fields.with("r." + each, "copy");
    }
    for (OfficeId each : to) {
      fields = each.equals(office) || copy.contains(each) ? fields : fields.with("r." + each, "to");
    }
    Optional<Spoken> answered =
        spoken.reversed().stream()
            .filter(each -> format.use().answers().contains(each.format().id().number()))
            .filter(each -> each.statement().route().to().contains(office))
            .findFirst();
    return answered.isPresent()
        ? fields
            .with("reply", answered.get().dossier().digest().hex())
            .with("extent", extent(answered.get()).word())
        : fields;
  }

  /// Who closes what it has not answered in full gives no further answer, and the ledger says so.
  private Ties.Extent extent(Spoken answered) {
    boolean open =
        format.item("summary").isPresent()
            && Request.of(answered, spoken).replies().stream()
                .filter(reply -> reply.spoken().from().equals(office))
                .noneMatch(reply -> reply.extent() == Ties.Extent.FULL);
    return open ? Ties.Extent.DECLINED : Ties.Extent.FULL;
  }

  private String field(String key) {
    return "i." + format.item(key).orElseThrow().number();
  }

  /// @param otherwise how the item is answered where there is no text; empty where it may be left
  private DraftFields said(DraftFields fields, String key, List<String> lines, String otherwise) {
    String field = field(key);
    if (lines.isEmpty()) {
      return otherwise.isEmpty() ? fields : fields.with(field + HOW, otherwise);
    }
    return fields.with(field, String.join("\n", lines));
  }

  private DraftFields moment(DraftFields fields, String key, String name) {
    return fields
        .with(field(key), typed.text(name))
        .with(field(key) + ".zone", typed.text(name + ".zone"));
  }

  private static List<String> one(String text) {
    return text.isEmpty() ? List.of() : List.of(text);
  }

  /// A value stands on one line of the message.
  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
