package org.parley.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.people.Role;
import org.parley.desk.Shelf;
import org.parley.desk.voice.Words;
import org.parley.node.Form;
import org.parley.node.TestNode;
import org.parley.node.people.Cast;

/// What is wrong with an answer, a register, a check, a draft of a scale or the exchange is told in
/// the reader's language.
class ProblemsInWordsTest {

  private static final Pattern CODE = Pattern.compile("IssueCode\\.([A-Z_0-9]+)");

  /// The rooms that answer to the calculator, to registers, to checks, to drafts of scales and to
  /// whoever joins the exchange. The workbench has sentences of its own for what a duty refuses.
  private static final List<String> ROOMS =
      List.of(
          "../desk/src/main/java/org/parley/desk/calculator",
          "../core/src/main/java/org/parley/core/check",
          "../core/src/main/java/org/parley/core/incident",
          "../duties/src/main/java/org/parley/duties/checks",
          "../formats/src/main/java/org/parley/formats/table",
          "../formats/src/main/java/org/parley/formats/veris",
          "../formats/src/main/java/org/parley/formats/parley/fact",
          "../formats/src/main/java/org/parley/formats/parley/incident",
          "../formats/src/main/java/org/parley/formats/parley/scale",
          "../formats/src/main/java/org/parley/formats/parley/cases",
          "../formats/src/main/java/org/parley/formats/library",
          "../formats/src/main/java/org/parley/formats/tree",
          "../formats/src/main/java/org/parley/formats/directory",
          "../desk/src/main/java/org/parley/desk/workbench",
          "../core/src/main/java/org/parley/core/directory",
          "../duties/src/main/java/org/parley/duties/directory",
          "../exchange/src/main/java/org/parley/exchange",
          "../seal/src/main/java/org/parley/seal");

  private static Set<IssueCode> codes() throws IOException {
    Set<IssueCode> codes = new TreeSet<>();
    for (String room : ROOMS) {
      try (Stream<Path> files = Files.walk(Path.of(room))) {
        for (Path file : files.filter(ProblemsInWordsTest::isOfThese).toList()) {
          Matcher code = CODE.matcher(Files.readString(file));
          while (code.find()) {
            codes.add(IssueCode.valueOf(code.group(1)));
          }
        }
      }
    }
    return codes;
  }

  /// What is said and asked about States' offices is refused with words of its own rooms.
  private static boolean isOfThese(Path file) {
    return file.toString().endsWith(".java")
        && !file.toString().matches(".*/core/directory/(campaign|contacts)/.*");
  }

  @Test
  void everyCodeOfTheseRoomsHasWordsInEveryLanguage() throws IOException {
    Set<IssueCode> codes = codes();

    assertThat(codes).hasSizeGreaterThan(30);
    for (String language : List.of("en", "fr", "de", "it", "ru", "es")) {
      Words words = Shelf.open(Shelf.library(Optional.empty()), language).words();
      for (IssueCode code : codes) {
        String key = code.name().toLowerCase(Locale.ROOT).replace('_', '-');
        assertThat(words.knows("page.refused." + key)).as("%s in %s", key, language).isTrue();
      }
    }
  }

  @Test
  void englishKeepsTheMoreExactSentence() {
    Issue issue =
        new Issue(IssueCode.WRONG_TYPE, Place.of("x"), "\"many\" is no number", Optional.of("Two"));

    assertThat(Problem.says(words("en"), issue)).isEqualTo("\"many\" is no number. Two");
    assertThat(Problem.says(words("ru"), issue))
        .isEqualTo("Это не то значение, которое нужно здесь.");
  }

  @Test
  void anEnglishSentenceBeginsLikeOneAndANameInAFileKeepsItsLetters() {
    Issue issue =
        new Issue(IssueCode.WRONG_TYPE, Place.of("x"), "it is none", Optional.of("write one"));
    Issue named =
        new Issue(IssueCode.WRONG_TYPE, Place.of("x"), "sectors is none", Optional.empty());

    assertThat(Problem.says(words("en"), issue)).isEqualTo("It is none. Write one");
    assertThat(Problem.says(words("en"), named)).isEqualTo("sectors is none");
  }

  @Test
  void theCalculatorSaysInRussianWhatIsWrongWithAnAddress() {
    TestNode.Browser browser = TestNode.shared().browser();
    browser.post("/", "/language", Form.of("to", "ru", "back", "/"));

    assertThat(browser.get("/calculator?scale=nobody%2Fnothing%401").body())
        .contains("Этой шкалы или этой её редакции здесь нет.");
  }

  @Test
  void theWorkbenchSaysInRussianWhatIsWrongAndKeepsTheExactSentenceBesideIt() {
    Cast cast = new Cast(TestNode.shared());
    TestNode.Browser browser = cast.browser(cast.account("designer", Role.SCALE_DESIGNER));
    String path =
        browser
            .post("/workbench/new", "/workbench/new", Form.of("title", "Ours", "from", "blank"))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    browser.post("/", "/language", Form.of("to", "ru", "back", "/"));

    String told =
        browser
            .post(
                path,
                path + "/check",
                Form.of("part", "scale.yaml", "text", "scale: xa/wrong\nlevels: [one]\n"))
            .body();

    assertThat(told)
        .contains("Уровни не подходят")
        .contains("lang=\"en\">The scale has 1 levels")
        .contains("P301");
  }

  @Test
  void theExchangeSaysInRussianWhatIsWrongWithACard() {
    Issue issue =
        new Issue(
            IssueCode.FINGERPRINT_DIFFERS,
            Place.of("directory entry XB"),
            "the fingerprint is not the one that was read out",
            Optional.empty());

    assertThat(Problem.of(words("ru"), "card", issue).says()).startsWith("Отпечаток не тот");
  }

  private static Words words(String language) {
    return Shelf.open(Shelf.library(Optional.empty()), language).words();
  }
}
