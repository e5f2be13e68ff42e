package org.parley.core.exchange.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.OfficeKind;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Heading.Made;
import org.parley.core.exchange.Item;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Octets;

class TranslationRulesTest {

  private static final Octets SALT = Octets.of(new byte[Item.SALT_BYTES]);
  private static final Format FORMAT =
      new Format(
          new FormatId(1, 1),
          "sample",
          "Sample",
          "What is said of a sample.",
          new Format.Use(
              Set.of(OfficeKind.POLICY),
              Format.Bond.FREE,
              Set.of(),
              false,
              false,
              Optional.empty()),
          List.of(
              rule(1, "reference", new ItemType.Text(40), false),
              rule(2, "what", new ItemType.Text(20), false),
              rule(3, "questions", new ItemType.Text(20), true),
              rule(4, "sector", new ItemType.Choice(List.of("energy")), false)));

  private static ItemRule rule(int number, String key, ItemType type, boolean several) {
    return new ItemRule(
        number, key, key, type, several, ItemRule.Need.NONE, Optional.of("nothing"));
  }

  private static Item item(int number, List<String> texts, Map<String, List<String>> others) {
    return new Item(number, new Item.Value(texts), new TreeMap<>(others), SALT);
  }

  private static Heading.Languages in(String authentic, Map<String, Made> others) {
    return new Heading.Languages(authentic, new TreeMap<>(others));
  }

  private static List<String> told(Heading.Languages languages, Item... items) {
    Issues issues = new Issues();
    TranslationRules.check(languages, List.of(items), FORMAT, issues);
    return issues.list().stream()
        .map(issue -> issue.place().document() + " " + issue.code())
        .toList();
  }

  @Test
  void textsInTwoLanguagesPartForPartAreSound() {
    assertThat(
            told(
                in("en", Map.of("ru", Made.EQUAL)),
                item(1, List.of("XA-1"), Map.of()),
                item(2, List.of("Outage"), Map.of("ru", List.of("Сбой"))),
                item(3, List.of("One?", "Two?"), Map.of("ru", List.of("Раз?", "Два?"))),
                item(4, List.of("energy"), Map.of())))
        .isEmpty();
    assertThat(told(Heading.Languages.only("en"), item(2, List.of("Outage"), Map.of()))).isEmpty();
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    Item nil = new Item(2, new Item.Nil(), new TreeMap<>(Map.of("ru", List.of("Сбой"))), SALT);

    assertThat(
            told(
                in("en", Map.of("ru", Made.PERSON, "en", Made.PERSON)),
                nil,
                item(3, List.of("One?", "Two?"), Map.of("ru", List.of("Слишком длинный вопрос?"))),
                item(4, List.of("energy"), Map.of("ru", List.of("энергия"))),
                item(1, List.of("XA-1"), Map.of("fr", List.of("XA-1")))))
        .containsExactlyInAnyOrder(
            "translations LANGUAGE_TWICE",
            "item 2 in ru TRANSLATION_ALONE",
            "item 3 in ru TRANSLATION_UNFIT",
            "item 3 in ru TRANSLATION_TOO_LONG",
            "item 4 in ru TRANSLATION_UNFIT",
            "item 1 in fr TRANSLATION_UNFIT",
            "item 1 in fr TRANSLATION_UNFIT");
  }

  @Test
  void wordsOfAReasonCanBeTranslatedAndAReasonWithoutWordsCannot() {
    Item words =
        new Item(
            2,
            new Item.Absent(Item.Reason.WITHHELD, Optional.of("later")),
            new TreeMap<>(Map.of("ru", List.of("позже"))),
            SALT);
    Item bare =
        new Item(
            2,
            new Item.Absent(Item.Reason.WITHHELD, Optional.empty()),
            new TreeMap<>(Map.of("ru", List.of("позже"))),
            SALT);

    assertThat(told(in("en", Map.of("ru", Made.PERSON)), words)).isEmpty();
    assertThat(told(in("en", Map.of("ru", Made.PERSON)), bare))
        .containsExactly("item 2 in ru TRANSLATION_ALONE");
  }

  @Test
  void whereBothTextsCountNoFreeTextStandsInOneLanguageOnly() {
    Item first = item(2, List.of("Outage"), Map.of("ru", List.of("Сбой")));
    Item second = item(3, List.of("One?"), Map.of());

    assertThat(told(in("en", Map.of("ru", Made.EQUAL)), first, second))
        .containsExactly("item 3 in ru TRANSLATION_MISSING");
    assertThat(told(in("en", Map.of("ru", Made.PERSON)), first, second)).isEmpty();
  }

  @Test
  void aLanguageInWhichNothingIsSaidIsNotNamed() {
    assertThat(told(in("en", Map.of("ru", Made.MACHINE)), item(2, List.of("Outage"), Map.of())))
        .containsExactly("translations TRANSLATION_MISSING");
  }
}
