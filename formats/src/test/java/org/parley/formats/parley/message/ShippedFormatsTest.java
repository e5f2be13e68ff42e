package org.parley.formats.parley.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.format.Format;
import org.parley.core.exchange.format.Formats;
import org.parley.core.exchange.format.ItemRule;
import org.parley.core.exchange.format.ItemType;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.formats.library.FolderSource;
import org.parley.formats.library.Library;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;

class ShippedFormatsTest {

  private final Library library = new Library(new FolderSource(Path.of("..", "library")));
  private final Formats formats = library.formats();

  @Test
  void theFamilyIsC1ToC13AndC90() {
    assertThat(formats.newest())
        .extracting(format -> format.id().number())
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 90);
  }

  @Test
  void everyFileIsNamedAfterItsFormatAndEdition() {
    for (String name : library.messages()) {
      FormatId id = library.message(name).orThrow().id();
      assertThat(name).isEqualTo("c" + id.number() + "-" + id.edition());
    }
  }

  @Test
  void theRequestsSayOnWhatTheyRestAndProposeAClock() {
    assertThat(formats.newest())
        .filteredOn(format -> format.use().request())
        .extracting(format -> format.id().number())
        .containsExactly(4, 6, 9);
    assertThat(formats.newest())
        .filteredOn(format -> format.use().request())
        .allSatisfy(format -> {
          ItemRule basis = format.item(Format.LEGAL_BASIS).orElseThrow();
          assertThat(basis.need()).isEqualTo(ItemRule.Need.VALUE);
          assertThat(format.use().replyWithin()).isPresent();
        });
  }

  @Test
  void correctionsAreTheOnlySuccessorsAndEveryAnswerableFormatExists() {
    for (Format format : formats.newest()) {
      boolean succeeds = format.use().bond() == Format.Bond.SUCCESSOR;
      assertThat(succeeds).isEqualTo(format.id().number() == 13);
      assertThat(format.use().answers()).allMatch(number -> formats.current(number).isPresent());
    }
  }

  @Test
  void oneKeyAsksTheSameEverywhere() {
    Map<String, String> asked = new HashMap<>();
    for (Format format : formats.all()) {
      for (ItemRule item : format.items()) {
        String question = item.title() + item.type() + item.several();
        assertThat(asked.merge(item.key(), question, (first, _) -> first))
            .as("%s in %s", item.key(), format.id())
            .isEqualTo(question);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "de", "it", "ru", "es"})
  void everyLanguageNamesEveryFormatItemNilAndOptionAndNothingElse(String language) {
    Map<String, String> texts = library.texts("messages/labels/" + language + ".yaml");
    Set<String> wanted = new TreeSet<>(Set.of("language"));
    for (Format format : formats.all()) {
      wanted.add("formats." + format.key() + ".label");
      wanted.add("formats." + format.key() + ".means");
      format.items().forEach(item -> wanted.addAll(keys(item)));
    }

    assertThat(texts.keySet()).isEqualTo(wanted);
    assertThat(texts.get("language")).isEqualTo(language);
    assertThat(texts.values()).noneMatch(String::isBlank);
  }

  @Test
  void theEnglishLabelsSayWhatTheFormatsSay() {
    Map<String, String> texts = library.texts("messages/labels/en.yaml");
    for (Format format : formats.all()) {
      assertThat(texts.get("formats." + format.key() + ".label")).isEqualTo(format.title());
      assertThat(texts.get("formats." + format.key() + ".means")).isEqualTo(format.meant());
      for (ItemRule item : format.items()) {
        assertThat(texts.get("items." + item.key() + ".label")).isEqualTo(item.title());
        item.nil()
            .ifPresent(nil -> assertThat(texts.get("items." + item.key() + ".nil")).isEqualTo(nil));
      }
    }
  }

  private static List<String> keys(ItemRule item) {
    Set<String> keys = new HashSet<>(Set.of("items." + item.key() + ".label"));
    item.nil().ifPresent(_ -> keys.add("items." + item.key() + ".nil"));
    if (item.type() instanceof ItemType.Choice(List<String> options)) {
      options.forEach(option -> keys.add("options." + option));
    }
    return List.copyOf(keys);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format: C4        | format: D4         | WRONG_TYPE",
        "format: C4        | format: C100       | WRONG_TYPE",
        "authority: draft  | authority: adopted | UNKNOWN_OPTION",
        "key: legal-basis  | key: basis         | MISSING_KEY",
        "PT48H             | P2W                | WRONG_TYPE",
        "- number: 2       | - number: 1        | DUPLICATE_KEY",
        "need: word        | need: maybe        | UNKNOWN_OPTION",
        "type: party       | type: people       | UNKNOWN_OPTION",
        "stands: alone     | stands: aside      | UNKNOWN_OPTION",
        "from: [policy,    | from: [poliy,      | UNKNOWN_OPTION",
        "longest: 200      | longest: none      | WRONG_TYPE",
        "means:            | meens:             | UNKNOWN_KEY",
      })
  void aDamagedFormatIsRefusedByName(String from, String to, IssueCode code) {
    byte[] bytes = library.source().bytes("messages/c4-1.yaml").orElseThrow();
    String text = new String(bytes, StandardCharsets.UTF_8);
    assertThat(text).contains(from);

    Checked<Format> read = FormatReader.read(tree(text.replace(from, to)));

    assertThat(read).isInstanceOf(Checked.Refused.class);
    assertThat(read.issues()).extracting(Issue::code).contains(code);
  }

  @Test
  void allProblemsOfAFormatAreToldAtOnce() {
    Checked<Format> read =
        FormatReader.read(tree("format: X\nedition: 0\nkey: A B\nitems: [{number: 0}]\n"));

    assertThat(read.issues()).hasSizeGreaterThan(8);
  }

  private static Tree tree(String yaml) {
    Issues issues = new Issues();
    Tree tree =
        Trees.readYaml(yaml.getBytes(StandardCharsets.UTF_8), "c4-1.yaml", Limits.DOCUMENT, issues)
            .orElseThrow();
    assertThat(issues.list()).isEmpty();
    return tree;
  }
}
