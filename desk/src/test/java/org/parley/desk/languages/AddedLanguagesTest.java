package org.parley.desk.languages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.issue.Issue;
import org.parley.core.issue.Issues;
import org.parley.desk.Shelf;
import org.parley.desk.voice.Labels;
import org.parley.desk.voice.Words;
import org.parley.formats.library.Library;
import org.parley.formats.library.Texts;
import org.parley.formats.parley.Parsed;
import org.parley.formats.tree.Limits;

class AddedLanguagesTest {

  private static final Path EXAMPLE = Path.of("..", "handbook", "words", "pl.yaml");
  private static final Library LIBRARY = Shelf.library(Optional.empty());

  private static final String LEAST =
      """
      language: uk
      words:
        page.language.name: "Українська"
        plural.one: v = 0 and i % 10 = 1 and i % 100 != 11
        plural.few: v = 0 and i % 10 = 2..4 and i % 100 != 12..14
        plural.many: v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9
        plural.other: always
        number.decimal: ","
        number.group: " "
      """;

  @TempDir Path data;

  @Test
  void theExampleForTranslatorsHasNoMistakeAndTellsHowFarItGoes() throws IOException {
    keep("pl.yaml", Files.readString(EXAMPLE));

    AddedLanguages.Found found = AddedLanguages.in(data, LIBRARY);

    assertThat(found.issues()).isEmpty();
    assertThat(found.languages()).extracting(AddedLanguage::tag).containsExactly("pl");
    AddedLanguage polish = found.languages().getFirst();
    // English has one text that is no phrase to translate: which language the file is in.
    int english = LIBRARY.texts("words/en.yaml").size() - 1;
    assertThat(polish.percent())
        .as("%d phrases of %d", polish.texts().size(), english)
        .isEqualTo(polish.texts().size() * 100 / english)
        .isPositive();
  }

  @Test
  void polishCountsByItsOwnRules() throws IOException {
    keep("pl.yaml", Files.readString(EXAMPLE));
    AddedLanguage polish = AddedLanguages.in(data, LIBRARY).languages().getFirst();
    Map<String, String> texts = new HashMap<>();
    polish.texts().forEach((key, text) -> texts.put("words." + key, text));
    Words words = new Words("pl", new Labels(texts, LIBRARY.texts("words/en.yaml")));

    assertThat(Stream.of(0, 1, 2, 5, 12, 21, 22, 112).map(each -> words.count("hour", each)))
        .containsExactly(
            "0 godzin",
            "1 godzina",
            "2 godziny",
            "5 godzin",
            "12 godzin",
            "21 godzin",
            "22 godziny",
            "112 godzin");
    assertThat(words.number(new BigDecimal("12345.5"))).isEqualTo("12\u202F345,5");
  }

  @Test
  void everyMistakeIsToldWithItsLineAndTheRestIsUsed() throws IOException {
    keep(
        "uk.yaml",
        LEAST
            + "  page.skip: \"До змісту\"\n"
            + "  page.nowhere.said: \"Ніде\"\n"
            + "  page.exercise.says: \"Навчання\"\n"
            + "  page.yes: \"так\\a\"\n"
            + "  page.no:\n");

    AddedLanguages.Found found = AddedLanguages.in(data, LIBRARY);

    assertThat(found.issues().stream().map(AddedLanguagesTest::told))
        .containsExactly(
            "uk.yaml:11 P503", "uk.yaml:12 P504", "uk.yaml:13 P505", "uk.yaml:14 P505");
    assertThat(found.languages().getFirst().texts())
        .containsEntry("page.skip", "До змісту")
        .doesNotContainKeys("page.exercise.says", "page.yes", "page.no");
  }

  @Test
  void filesThatCannotBeUsedAreToldTogetherAndOfferNothing() throws IOException {
    keep("fr.yaml", LEAST.replace("uk", "fr"));
    keep("Polish.yaml", LEAST);
    keep("be.yaml", LEAST);
    keep("kk.yaml", "language: kk\nwords:\n  page.language.name: \"Қазақ\"\n");
    keep("ky.yaml", LEAST.replace("uk", "ky").replace("i % 10 = 0 or", "i % 0 = 0 or"));
    keep("tr.yaml", "a: [\n");
    byte[] latin = "language: sr\n# \u00e9".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(data.resolve("words/sr.yaml"), latin);
    Files.write(data.resolve("words/tg.yaml"), new byte[Limits.DOCUMENT.bytes() + 1]);

    AddedLanguages.Found found = AddedLanguages.in(data, LIBRARY);

    assertThat(found.languages()).isEmpty();
    assertThat(found.issues().stream().map(issue -> told(issue).replaceAll(":.*", "")).distinct())
        .containsExactlyInAnyOrder(
            "Polish.yaml",
            "be.yaml",
            "fr.yaml",
            "kk.yaml",
            "ky.yaml",
            "sr.yaml",
            "tg.yaml",
            "tr.yaml");
  }

  @Test
  void aNodeWithoutSuchAFolderHasNoOtherLanguage() {
    assertThat(AddedLanguages.in(data, LIBRARY))
        .isEqualTo(new AddedLanguages.Found(List.of(), List.of()));
  }

  @Test
  void whatWasReadIsWrittenSoThatItReadsTheSame() {
    Map<String, String> texts = Map.of("page.skip", "a \"b\" \\ c\td", "page.yes", "{0}: #");

    byte[] file = new AddedLanguage("pl", texts, 10).file();

    Parsed parsed = Parsed.of(file, "pl.yaml", Limits.DOCUMENT, new Issues()).orElseThrow();
    assertThat(Texts.of(parsed.tree()))
        .containsEntry("words.page.skip", "a \"b\" \\ c\td")
        .containsEntry("words.page.yes", "{0}: #")
        .containsEntry("language", "pl");
    assertThat(new AddedLanguage("pl", texts, 10).percent()).isEqualTo(20);
  }

  private static String told(Issue issue) {
    Path file = Path.of(issue.place().document());
    return file.getFileName() + ":" + issue.place().line() + " " + issue.code().label();
  }

  private void keep(String name, String text) throws IOException {
    Files.createDirectories(data.resolve("words"));
    Files.writeString(data.resolve("words").resolve(name), text);
  }
}
