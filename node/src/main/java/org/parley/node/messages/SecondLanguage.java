package org.parley.node.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.format.Format;
import org.parley.core.exchange.format.ItemRule;
import org.parley.core.exchange.format.TranslationRules;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Octets;
import org.parley.duties.Draft;
import org.parley.node.messages.page.DraftFields;
import org.parley.node.web.Problem;
import org.parley.node.web.Visit;

/// The second language of a draft, as it was filled in: which it is, what its texts are worth, and
/// the texts. What stands beside nothing is told, and never dropped without a word.
final class SecondLanguage {

  private static final String SECOND = "second";

  private final Visit visit;
  private final DraftFields fields;
  private final List<Problem> problems = new ArrayList<>();

  SecondLanguage(Visit visit, DraftFields fields) {
    this.visit = visit;
    this.fields = fields;
  }

  List<Problem> problems() {
    return problems;
  }

  /// The language chosen, if one was.
  static Optional<String> tag(DraftFields fields) {
    return Optional.of(fields.text(SECOND)).filter(Heading.Languages::isTag);
  }

  private Heading.Made made() {
    return switch (fields.text("made")) {
      case "equal" -> Heading.Made.EQUAL;
      case "machine" -> Heading.Made.MACHINE;
      default -> Heading.Made.PERSON;
    };
  }

  Heading.Languages languages(String authentic) {
    TreeMap<String, Heading.Made> translations = new TreeMap<>();
    tag(fields).ifPresent(language -> translations.put(language, made()));
    return new Heading.Languages(authentic, translations);
  }

  /// An item with what was written beside it; empty where nothing is said under it.
  Optional<Draft.ItemDraft> item(ItemRule rule, Optional<Item.Said> said) {
    List<String> texts = texts(rule);
    if (!texts.isEmpty() && tag(fields).isEmpty() && problems.isEmpty()) {
      problems.add(new Problem(SECOND, visit.words().say("page.wrong.second"), ""));
    }
    if (!texts.isEmpty() && said.isEmpty()) {
      problems.add(
          new Problem(
              "t-" + rule.number(),
              visit.words().say("page.refused.translation-alone"),
              IssueCode.TRANSLATION_ALONE.label()));
    }
    Map<String, List<String>> translations =
        texts.isEmpty()
            ? Map.of()
            : tag(fields).map(language -> Map.of(language, texts)).orElse(Map.of());
    return said.map(each -> new Draft.ItemDraft(rule.number(), each, new TreeMap<>(translations)));
  }

  private List<String> texts(ItemRule rule) {
    String typed = fields.text("t." + rule.number());
    if (typed.isEmpty()) {
      return List.of();
    }
    return rule.several()
        ? typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()
        : List.of(typed);
  }

  /// Tells what is wrong with the translations alone, where the message cannot be tried as a whole.
  void check(Heading.Languages languages, List<Draft.ItemDraft> items, Format format) {
    Octets salt = Octets.of(new byte[Item.SALT_BYTES]);
    Issues issues = new Issues();
    TranslationRules.check(
        languages,
        items.stream()
            .map(each -> new Item(each.number(), each.said(), each.translations(), salt))
            .toList(),
        format,
        issues);
    for (Issue issue : issues.list()) {
      problems.add(ConversationDoor.problem(visit, field(issue), issue));
    }
  }

  /// The field that a place in a statement means.
  static String field(Issue issue) {
    String place = issue.place().document();
    if (place.matches("item [0-9]+ in .*")) {
      return "t-" + place.replaceAll("item ([0-9]+) in .*", "$1");
    }
    if (place.startsWith("item ")) {
      return "i-" + place.substring("item ".length());
    }
    if (place.startsWith("recipient") || place.matches("[A-Za-z-]+/[a-z]+")) {
      return "recipients";
    }
    return switch (place) {
      case "marking" -> "tlp";
      case "replyBy" -> "replyBy";
      case "translations" -> SECOND;
      default -> "";
    };
  }
}
