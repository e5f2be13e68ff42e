package org.parley.cli.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Severity;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.format.Format;
import org.parley.core.exchange.format.Formats;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Pap;
import org.parley.core.handling.SecrecyGrade;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.Draft;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;

/// Reads a draft as people write it: a short YAML file with a head and numbered items. All that is
/// wrong with it is told at once, with its place.
final class DraftFile {

  private final Party party;
  private final Formats formats;
  private final Instant now;
  private final DraftSeverity severity;
  private final Issues issues = new Issues();

  /// @param party whose offices send
  /// @param now from when a proposed time given as a duration counts
  /// @param severity reads the block of that name
  DraftFile(Party party, Formats formats, Instant now, DraftSeverity severity) {
    this.severity = severity;
    this.party = party;
    this.formats = formats;
    this.now = now;
  }

  Checked<Draft> read(byte[] bytes, String name) {
    Optional<Draft> draft =
        Trees.readYaml(bytes, name, Limits.DOCUMENT, issues)
            .flatMap(tree -> draft(Fields.of(tree, "the draft", issues)));
    return draft.isPresent() && !issues.hasErrors()
        ? new Checked.Sound<>(draft.get(), issues.list())
        : new Checked.Refused<>(issues.list());
  }

  private Optional<Draft> draft(Fields fields) {
    Optional<Format> format = parsed(fields, "format", this::format, "a format such as C3");
    Optional<Realm> realm =
        fields.has("realm")
            ? parsed(fields, "realm", Realm::parse, "real, or exercise:NAME")
            : Optional.of(new Realm.Real());
    Optional<ConversationId> conversation =
        fields.has("conversation")
            ? parsed(fields, "conversation", ConversationId::parse, "a conversation's id")
            : Optional.empty();
    Optional<OfficeId> from =
        parsed(fields, "from", this::ownOffice, "technical, policy or secretariat");
    List<OfficeId> to = offices(fields, "to");
    List<OfficeId> copy = fields.has("copy") ? offices(fields, "copy") : List.of();
    Optional<Marking> marking = marking(fields);
    String language =
        fields.has("language") ? fields.text("language").map(Tree.Text::text).orElse("en") : "en";
    Ties ties = ties(fields);
    Optional<Severity> block =
        fields.map("severity").flatMap(inside -> severity.read(inside, issues));
    List<Draft.ItemDraft> items =
        new DraftItems(format, issues).read(fields.namedOrBlank("items").orElse(List.of()));
    fields.end();
    if (issues.hasErrors()
        || format.isEmpty()
        || realm.isEmpty()
        || from.isEmpty()
        || marking.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Draft(
            new Draft.Subject(format.get().id(), conversation, realm.get()),
            new Draft.Addresses(from.get(), to, copy),
            Heading.Languages.only(language),
            proposing(ties, format.get()),
            marking.get(),
            items,
            new Draft.Rest(block, List.of())));
  }

  /// The time that the format proposes counts unless the author proposes another.
  private Ties proposing(Ties ties, Format format) {
    return ties.replyBy().isPresent()
        ? ties
        : format.use().replyWithin().map(within -> ties.proposing(now.plus(within))).orElse(ties);
  }

  private Optional<Format> format(String text) {
    return FormatId.parseNumber(text)
        .flatMap(formats::current)
        .or(() -> FormatId.parse(text).flatMap(formats::find));
  }

  private Optional<OfficeId> ownOffice(String text) {
    return OfficeId.parse(party + "/" + text).or(() -> OfficeId.parse(text));
  }

  private List<OfficeId> offices(Fields fields, String key) {
    List<OfficeId> offices = new ArrayList<>();
    for (Tree each : fields.needList(key).orElse(List.of())) {
      Fields.text(each, "an office", issues)
          .flatMap(text -> parse(text, OfficeId::parse, "an office such as XB/technical"))
          .ifPresent(offices::add);
    }
    return offices;
  }

  private Optional<Marking> marking(Fields fields) {
    Optional<Tlp> tlp = parsed(fields, "marking", Tlp::parse, "a level such as TLP:AMBER");
    Optional<Pap> pap =
        fields.has("permissible-actions")
            ? parsed(fields, "permissible-actions", Pap::parse, "a level such as PAP:GREEN")
            : Optional.empty();
    Optional<SecrecyGrade> grade =
        fields.has("secrecy-grade")
            ? fields.text("secrecy-grade").map(words -> new SecrecyGrade(party, words.text()))
            : Optional.empty();
    return tlp.map(level -> {
      Marking marking = pap.map(actions -> Marking.of(level, actions)).orElse(Marking.of(level));
      return grade.map(marking::graded).orElse(marking);
    });
  }

  private Ties ties(Fields fields) {
    Ties ties = Ties.NONE;
    Optional<Ties.Extent> extent =
        fields.has("extent")
            ? parsed(fields, "extent", Ties.Extent::parse, "full, partial or declined")
            : Optional.of(Ties.Extent.FULL);
    if (fields.has("in-reply-to")) {
      Optional<Digest> other =
          parsed(fields, "in-reply-to", DraftFile::digest, "a statement's digest");
      ties =
          other.isPresent() && extent.isPresent()
              ? ties.replyingTo(other.get(), extent.get())
              : ties;
    }
    if (fields.has("supersedes")) {
      Optional<Digest> other =
          parsed(fields, "supersedes", DraftFile::digest, "a statement's digest");
      ties = other.isPresent() ? ties.superseding(other.get()) : ties;
    }
    if (fields.has("reply-by")) {
      Optional<Instant> by =
          parsed(fields, "reply-by", this::moment, "a moment in UTC, or a duration such as PT48H");
      ties = by.isPresent() ? ties.proposing(by.get()) : ties;
    }
    return ties;
  }

  private Optional<Instant> moment(String text) {
    try {
      return Optional.of(
          text.startsWith("P") ? now.plus(Duration.parse(text)) : Instant.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static Optional<Digest> digest(String text) {
    return text.matches("[0-9a-f]{64}") ? Optional.of(new Digest(text)) : Optional.empty();
  }

  private <T> Optional<T> parsed(
      Fields fields, String key, Function<String, Optional<T>> parse, String wanted) {
    return fields.needText(key).flatMap(text -> parse(text, parse, wanted));
  }

  private <T> Optional<T> parse(
      Tree.Text text, Function<String, Optional<T>> parse, String wanted) {
    Optional<T> value = parse.apply(text.text());
    if (value.isEmpty()) {
      issues.add(
          IssueCode.WRONG_SHAPE, text.place(), "\"%s\" is not %s".formatted(text.text(), wanted));
    }
    return value;
  }
}
