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
import org.parley.desk.Shelf;
import org.parley.desk.voice.Words;
import org.parley.node.Form;
import org.parley.node.TestNode;

/// What is wrong with an answer, a register or a check is told in the reader's language.
class ProblemsInWordsTest {

  private static final Pattern CODE = Pattern.compile("IssueCode\\.([A-Z_0-9]+)");

  /// The rooms that answer to the calculator, to registers and to checks.
  private static final List<String> ROOMS =
      List.of(
          "../desk/src/main/java/org/parley/desk/calculator",
          "../core/src/main/java/org/parley/core/check",
          "../core/src/main/java/org/parley/core/incident",
          "../duties/src/main/java/org/parley/duties/checks",
          "../formats/src/main/java/org/parley/formats/table",
          "../formats/src/main/java/org/parley/formats/veris",
          "../formats/src/main/java/org/parley/formats/parley/fact",
          "../formats/src/main/java/org/parley/formats/parley/incident");

  private static Set<IssueCode> codes() throws IOException {
    Set<IssueCode> codes = new TreeSet<>();
    for (String room : ROOMS) {
      try (Stream<Path> files = Files.walk(Path.of(room))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          Matcher code = CODE.matcher(Files.readString(file));
          while (code.find()) {
            codes.add(IssueCode.valueOf(code.group(1)));
          }
        }
      }
    }
    return codes;
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
  void theCalculatorSaysInRussianWhatIsWrongWithAnAddress() {
    TestNode.Browser browser = TestNode.shared().browser();
    browser.post("/", "/language", Form.of("to", "ru", "back", "/"));

    assertThat(browser.get("/calculator?scale=nobody%2Fnothing%401").body())
        .contains("Этой шкалы или этой её редакции здесь нет.");
  }

  private static Words words(String language) {
    return Shelf.open(Shelf.library(Optional.empty()), language).words();
  }
}
