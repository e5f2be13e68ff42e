package org.parley.core.exchange.format;

import static org.parley.core.issue.IssueCode.LANGUAGE_TWICE;
import static org.parley.core.issue.IssueCode.TRANSLATION_ALONE;
import static org.parley.core.issue.IssueCode.TRANSLATION_MISSING;
import static org.parley.core.issue.IssueCode.TRANSLATION_TOO_LONG;
import static org.parley.core.issue.IssueCode.TRANSLATION_UNFIT;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Item;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;

/// Whether the texts in other languages fit those that they stand beside: all that is wrong at
/// once, under `item 3 in ru`, and under `translations` what is wrong with a language as a whole.
public final class TranslationRules {

  private final Heading.Languages languages;
  private final Format format;
  private final Issues issues;

  private TranslationRules(Heading.Languages languages, Format format, Issues issues) {
    this.languages = languages;
    this.format = format;
    this.issues = issues;
  }

  public static void check(
      Heading.Languages languages, List<Item> items, Format format, Issues issues) {
    TranslationRules rules = new TranslationRules(languages, format, issues);
    languages.translations().keySet().forEach(language -> rules.language(language, items));
    items.forEach(rules::item);
  }

  private void language(String language, List<Item> items) {
    Place place = Place.of("translations");
    if (language.equals(languages.authentic())) {
      issues.add(
          LANGUAGE_TWICE,
          place,
          String.format(Locale.ROOT, "%s is the authentic language already", language),
          "choose another second language, or none");
    } else if (items.stream().noneMatch(item -> item.translations().containsKey(language))) {
      issues.add(
          TRANSLATION_MISSING,
          place,
          String.format(Locale.ROOT, "nothing is said in %s", language),
          "translate an item, or choose no second language");
    }
  }

  private void item(Item item) {
    Optional<ItemRule> rule = format.item(item.number());
    item.translations()
        .forEach((language, texts) -> {
          Place place = Place.of("item " + item.number() + " in " + language);
          named(language, place);
          original(item, place);
          rule.ifPresent(each -> type(each, place));
          parts(item, texts, place);
          rule.filter(ItemRule::isTranslatable)
              .ifPresent(each -> texts.forEach(text -> text(each, text, place)));
        });
    boolean alone =
        item.said() instanceof Item.Value && rule.filter(ItemRule::isTranslatable).isPresent();
    for (String language : alone ? languages.equal() : List.<String>of()) {
      if (!item.translations().containsKey(language)) {
        issues.add(
            TRANSLATION_MISSING,
            Place.of("item " + item.number() + " in " + language),
            "both texts count equally, and this item stands in one language only",
            "write it in the second language too");
      }
    }
  }

  private void named(String language, Place place) {
    if (!languages.translations().containsKey(language)) {
      boolean authentic = language.equals(languages.authentic());
      issues.add(
          authentic ? LANGUAGE_TWICE : TRANSLATION_UNFIT,
          place,
          String.format(
              Locale.ROOT,
              authentic
                  ? "%s is the authentic language already"
                  : "the heading does not name %s among its languages",
              language));
    }
  }

  private void original(Item item, Place place) {
    boolean original =
        switch (item.said()) {
          case Item.Value _ -> true;
          case Item.Nil _ -> false;
          case Item.Absent(_, Optional<String> words) -> words.isPresent();
        };
    if (!original) {
      issues.add(
          TRANSLATION_ALONE,
          place,
          "a translation stands beside nothing",
          "write the item in the authentic language too, or take the translation away");
    }
  }

  private void type(ItemRule rule, Place place) {
    if (!rule.isTranslatable()) {
      issues.add(
          TRANSLATION_UNFIT,
          place,
          String.format(Locale.ROOT, "\"%s\" reads the same in every language", rule.title()));
    }
  }

  /// A part of a translation is found beside its original by its place alone.
  private void parts(Item item, List<String> texts, Place place) {
    if (item.said() instanceof Item.Value(List<String> said) && said.size() != texts.size()) {
      issues.add(
          TRANSLATION_UNFIT,
          place,
          String.format(
              Locale.ROOT,
              "the item has %d parts, and its translation %d",
              said.size(),
              texts.size()),
          "translate line by line");
    }
  }

  private void text(ItemRule rule, String text, Place place) {
    rule.type()
        .wrong(text)
        .ifPresent(wrong -> {
          IssueCode code = text.isBlank() ? TRANSLATION_UNFIT : TRANSLATION_TOO_LONG;
          issues.add(code, place, "the translation " + wrong, "shorten it");
        });
  }
}
