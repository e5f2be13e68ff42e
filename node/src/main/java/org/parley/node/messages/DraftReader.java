package org.parley.node.messages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Severity;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.format.Format;
import org.parley.core.exchange.format.ItemRule;
import org.parley.core.exchange.format.ItemType;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Pap;
import org.parley.core.handling.SecrecyGrade;
import org.parley.core.handling.Tlp;
import org.parley.core.terms.Digest;
import org.parley.duties.Draft;
import org.parley.node.attachments.DraftFiles;
import org.parley.node.messages.page.DraftFields;
import org.parley.node.web.Problem;
import org.parley.node.web.Visit;

/// Makes a draft of what was filled in; what cannot be taken is told beside its field.
final class DraftReader {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final Visit visit;
  private final PostRoom.Desk desk;
  private final DraftFields fields;
  private final Format format;
  private final SecondLanguage second;
  private final List<Problem> problems = new ArrayList<>();

  DraftReader(Visit visit, PostRoom.Desk desk, DraftFields fields, Format format) {
    this.visit = visit;
    this.desk = desk;
    this.fields = fields;
    this.format = format;
    this.second = new SecondLanguage(visit, fields);
  }

  /// All that was found: what keeps the draft from being read, and what stands in a second language
  /// beside nothing.
  List<Problem> problems() {
    return Stream.concat(problems.stream(), second.problems().stream()).toList();
  }

  /// The format that a draft is of.
  static Optional<Format> format(PostRoom.Desk desk, DraftFields fields) {
    String text = fields.text("format");
    return FormatId.parse(text)
        .flatMap(desk.home().formats()::find)
        .or(() -> FormatId.parseNumber(text).flatMap(desk.home().formats()::current));
  }

  /// @param severity reads the severity block from the released facts
  Optional<Draft> read(SeverityBlock severity) {
    List<OfficeId> to = offices("to");
    List<OfficeId> copy = offices("copy");
    if (to.isEmpty()) {
      wrong("recipients", "page.wrong.recipients");
    }
    Marking marking = marking();
    List<Draft.ItemDraft> items = new ArrayList<>();
    for (ItemRule rule : format.items()) {
      second.item(rule, said(rule)).ifPresent(items::add);
    }
    Ties ties = ties();
    String language = fields.text("language");
    Heading.Languages languages =
        second.languages(Heading.Languages.isTag(language) ? language : visit.language());
    Optional<Severity> block = severity.read(fields, problems);
    if (!problems.isEmpty()) {
      second.check(languages, items, format);
      return Optional.empty();
    }
    return Optional.of(
        new Draft(
            new Draft.Subject(
                format.id(), ConversationId.parse(fields.text("conversation")), desk.realm()),
            new Draft.Addresses(desk.office(), to, copy),
            languages,
            ties,
            marking,
            items,
            new Draft.Rest(block, new DraftFiles(desk.station().books()).open(fields))));
  }

  private List<OfficeId> offices(String how) {
    return fields.all().entrySet().stream()
        .filter(each -> each.getKey().startsWith("r.") && each.getValue().contains(how))
        .flatMap(each -> OfficeId.parse(each.getKey().substring(2)).stream())
        .filter(office -> !office.equals(desk.office()))
        .toList();
  }

  private Marking marking() {
    Tlp tlp = Tlp.parse(fields.text("tlp")).orElse(Tlp.RED);
    Optional<Pap> pap = Pap.parse(fields.text("pap"));
    SortedSet<SecrecyGrade> grades = new TreeSet<>();
    String grade = fields.text("grade");
    if (grade.length() > Marking.LONGEST) {
      wrong("grade", "page.wrong.text");
    } else if (!grade.isEmpty()) {
      grades.add(new SecrecyGrade(desk.office().party(), grade));
    }
    return new Marking(tlp, pap, grades, new TreeSet<>());
  }

  private Optional<Item.Said> said(ItemRule rule) {
    String field = "i." + rule.number();
    String how = fields.text(field + ".how");
    if (how.equals("nil")) {
      return Optional.of(new Item.Nil());
    }
    Optional<Item.Reason> reason = Item.Reason.parse(how);
    if (reason.isPresent()) {
      return Optional.of(new Item.Absent(reason.get(), Optional.empty()));
    }
    List<String> texts = texts(rule, field);
    return texts.isEmpty() ? Optional.empty() : Optional.of(new Item.Value(texts));
  }

  private List<String> texts(ItemRule rule, String field) {
    if (rule.several()) {
      return fields.lines(field);
    }
    String text = fields.text(field);
    if (text.isEmpty()) {
      return List.of();
    }
    return rule.type() instanceof ItemType.Moment
        ? moment(field).stream().map(Instant::toString).toList()
        : List.of(text);
  }

  private Ties ties() {
    Ties ties = Ties.NONE;
    Optional<Digest> reply = digest("reply");
    if (reply.isPresent()) {
      ties =
          ties.replyingTo(
              reply.get(), Ties.Extent.parse(fields.text("extent")).orElse(Ties.Extent.FULL));
    }
    Optional<Digest> supersedes = digest("supersedes");
    if (supersedes.isPresent()) {
      ties = ties.superseding(supersedes.get());
    }
    Optional<Instant> by =
        moment("replyBy")
            .or(() ->
                fields.text("replyBy").isEmpty() && !fields.has("noReplyBy")
                    ? format.use().replyWithin().map(desk.station().now()::plus)
                    : Optional.empty());
    return by.isPresent() ? ties.proposing(by.get()) : ties;
  }

  private Optional<Digest> digest(String name) {
    return Optional.of(fields.text(name))
        .filter(text -> text.matches("[0-9a-f]{64}"))
        .map(Digest::new);
  }

  /// A moment as the page's forms take it, in the zone that the form says.
  private Optional<Instant> moment(String name) {
    String text = fields.text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (text.endsWith("Z")) {
        return Optional.of(Instant.parse(text));
      }
      ZoneId zone = fields.is(name + ".zone", "UTC") ? ZoneOffset.UTC : visit.zone();
      return Optional.of(
          LocalDateTime.parse(text.replace('T', ' '), MINUTE).atZone(zone).toInstant());
    } catch (DateTimeException _) {
      wrong(name, "page.wrong.moment");
      return Optional.empty();
    }
  }

  private void wrong(String field, String key) {
    problems.add(new Problem(anchor(field), visit.words().say(key), ""));
  }

  /// The id of a field on the page.
  static String anchor(String field) {
    return field.replaceAll("[^A-Za-z0-9]", "-");
  }
}
