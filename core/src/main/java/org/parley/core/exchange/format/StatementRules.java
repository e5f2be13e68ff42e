package org.parley.core.exchange.format;

import static org.parley.core.issue.IssueCode.ANSWER_DOES_NOT_FIT;
import static org.parley.core.issue.IssueCode.ATTACHMENT_TOO_LARGE;
import static org.parley.core.issue.IssueCode.ATTACHMENT_TWICE;
import static org.parley.core.issue.IssueCode.FORMAT_UNKNOWN;
import static org.parley.core.issue.IssueCode.ITEM_MISSING;
import static org.parley.core.issue.IssueCode.ITEM_UNKNOWN;
import static org.parley.core.issue.IssueCode.ITEM_WRONG;
import static org.parley.core.issue.IssueCode.NIL_REFUSED;
import static org.parley.core.issue.IssueCode.PROPOSED_TIME_TOO_EARLY;
import static org.parley.core.issue.IssueCode.REALM_MIXED;
import static org.parley.core.issue.IssueCode.SENDER_MAY_NOT;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.parley.core.exchange.Attachment;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Statement;
import org.parley.core.issue.Issue;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;

/// Whether a statement fits its format: all that is wrong at once.
public final class StatementRules {

  private final Statement statement;
  private final Issues issues = new Issues();

  private StatementRules(Statement statement) {
    this.statement = statement;
  }

  /// What is wrong with a statement under the formats.
  ///
  /// @param answered the format of the statement it answers, if that is known
  public static List<Issue> check(
      Statement statement, Formats formats, Optional<FormatId> answered) {
    StatementRules rules = new StatementRules(statement);
    rules.times();
    rules.attachments();
    Optional<Format> format = formats.find(statement.heading().format());
    if (format.isEmpty()) {
      rules.issues.add(
          FORMAT_UNKNOWN,
          Place.of("format"),
          String.format(
              Locale.ROOT, "%s is not among the formats known here", statement.heading().format()));
    }
    format.ifPresent(known -> {
      rules.use(known, answered);
      known.items().forEach(rules::item);
      rules.unknownItems(known);
      TranslationRules.check(
          statement.heading().languages(), statement.items(), known, rules.issues);
    });
    return rules.issues.list();
  }

  private void times() {
    statement
        .ties()
        .replyBy()
        .filter(by -> !by.isAfter(statement.heading().created()))
        .ifPresent(by ->
            issues.add(
                PROPOSED_TIME_TOO_EARLY,
                Place.of("replyBy"),
                String.format(
                    Locale.ROOT,
                    "an answer is proposed by %s, which is not after the statement",
                    by),
                "propose a later time, or none"));
  }

  /// Each file once, each small enough to go in one parcel, and not too much of them together.
  private void attachments() {
    Set<Digest> seen = new HashSet<>();
    Set<String> names = new HashSet<>();
    long together = 0;
    for (Attachment each : statement.rest().attachments()) {
      Place place = Place.of("attachment " + each.name());
      together += each.bytes();
      if (each.bytes() < 1 || each.bytes() > Attachment.LARGEST) {
        issues.add(
            ATTACHMENT_TOO_LARGE,
            place,
            String.format(
                Locale.ROOT,
                "it has %,d bytes; a file has one to %,d",
                each.bytes(),
                Attachment.LARGEST),
            "send a smaller file, or say where it can be had");
      }
      boolean newBytes = seen.add(each.digest());
      boolean newName = names.add(each.name().toLowerCase(Locale.ROOT));
      if (!newBytes || !newName) {
        issues.add(
            ATTACHMENT_TWICE, place, "a file of this name, or with these bytes, is there already");
      }
    }
    if (together > Attachment.LARGEST_TOGETHER) {
      issues.add(
          ATTACHMENT_TOO_LARGE,
          Place.of("attachments"),
          String.format(
              Locale.ROOT,
              "together they have %,d bytes; a statement has %,d at the most",
              together,
              Attachment.LARGEST_TOGETHER),
          "send some of them with another statement");
    }
  }

  private void use(Format format, Optional<FormatId> answered) {
    if (!format.use().senders().contains(statement.from().kind())) {
      issues.add(
          SENDER_MAY_NOT,
          Place.of("from"),
          String.format(
              Locale.ROOT,
              "a %s office does not send %s",
              statement.from().kind().word(),
              format.id().name()),
          "let the office send it whose format it is");
    }
    bond(format);
    if (format.use().exerciseOnly() && statement.realm() instanceof Realm.Real) {
      issues.add(REALM_MIXED, Place.of("realm"), format.id().name() + " exists in exercises only");
    }
    Set<Integer> canAnswer = format.use().answers();
    answered
        .filter(other -> statement.ties().inReplyTo().isPresent())
        .filter(other -> !canAnswer.contains(other.number()))
        .ifPresent(other ->
            issues.add(
                ANSWER_DOES_NOT_FIT,
                Place.of("inReplyTo"),
                format.id().name() + " does not answer " + other.name()));
  }

  private void bond(Format format) {
    boolean answers = statement.ties().inReplyTo().isPresent();
    boolean supersedes = statement.ties().supersedes().isPresent();
    if (format.use().bond() == Format.Bond.ANSWER && !answers) {
      issues.add(
          ANSWER_DOES_NOT_FIT,
          Place.of("inReplyTo"),
          String.format(
              Locale.ROOT,
              "%s answers another statement, and here stands none",
              format.id().name()));
    }
    if ((format.use().bond() == Format.Bond.SUCCESSOR) != supersedes) {
      issues.add(
          ANSWER_DOES_NOT_FIT,
          Place.of("supersedes"),
          supersedes
              ? format.id().name() + " corrects or cancels nothing"
              : format.id().name() + " names the statement that it corrects or cancels",
          "use the format for corrections and cancellations");
    }
  }

  private void item(ItemRule rule) {
    Place place = Place.of("item " + rule.number());
    Optional<Item> item = statement.item(rule.number());
    if (item.isEmpty()) {
      if (rule.need() != ItemRule.Need.NONE) {
        issues.add(
            ITEM_MISSING,
            place,
            String.format(Locale.ROOT, "\"%s\" must be said", rule.title()),
            rule.need() == ItemRule.Need.VALUE
                ? "write a value"
                : "write a value, or why it is not said");
      }
      return;
    }
    switch (item.get().said()) {
      case Item.Value(List<String> texts) -> values(rule, place, texts);
      case Item.Nil() -> {
        if (rule.nil().isEmpty()) {
          issues.add(
              NIL_REFUSED, place, String.format(Locale.ROOT, "\"%s\" cannot be NIL", rule.title()));
        }
      }
      case Item.Absent _ -> {
        if (rule.need() == ItemRule.Need.VALUE) {
          issues.add(
              ITEM_MISSING,
              place,
              String.format(Locale.ROOT, "\"%s\" needs a value", rule.title()));
        }
      }
    }
  }

  private void values(ItemRule rule, Place place, List<String> texts) {
    if (texts.size() > 1 && !rule.several()) {
      issues.add(
          ITEM_WRONG, place, String.format(Locale.ROOT, "\"%s\" has one value", rule.title()));
    }
    for (String text : texts) {
      rule.type()
          .wrong(text)
          .ifPresent(wrong -> issues.add(ITEM_WRONG, place, shown(text) + " " + wrong));
    }
  }

  private void unknownItems(Format format) {
    for (Item item : statement.items()) {
      if (format.item(item.number()).isEmpty()) {
        issues.add(
            ITEM_UNKNOWN,
            Place.of("item " + item.number()),
            String.format(Locale.ROOT, "%s has no item %d", format.id(), item.number()));
      }
    }
  }

  private static String shown(String text) {
    return text.length() > 60 ? "\"" + text.substring(0, 60) + "…\"" : "\"" + text + "\"";
  }
}
