package org.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people read is in neutral words, and nothing names a machine. */
class WordsTest {
  /** The pages whose duty is to list the words to avoid. */
  private static final String GLOSSARY = "handbook/glossary.md";

  /** The folder whose duty is to know what States are called, and were. */
  private static final String NAMES = "library/states/";

  /** This test's own folder lists the words too. */
  private static final String HERE = "conformance/src/test/java/org/parley/conformance/Wording";

  @Test
  void pagesAndReferenceDataAreInNeutralWords() {
    List<Path> pages =
        Stream.of(ProjectFiles.below("library"), ProjectFiles.below("handbook"), topPages())
            .flatMap(List::stream)
            .filter(file -> !ProjectFiles.relative(file).equals(GLOSSARY))
            .filter(file -> !ProjectFiles.relative(file).startsWith(NAMES))
            .toList();
    List<Untidy> found = new ArrayList<>();
    for (Path page : pages) {
      String text = ProjectFiles.textOrNothing(page);
      found.addAll(Wording.check(ProjectFiles.relative(page), 1, text, Wording.NEUTRAL));
    }

    assertThat(pages).isNotEmpty();
    assertThat(complaints(found, "library|handbook|[A-Z]+\\.md", Wording.NEUTRAL)).isEmpty();
  }

  @Test
  void messagesOfTheProgramAreInNeutralWords() {
    List<Untidy> found = new ArrayList<>();
    for (Path source : ProjectFiles.javaSources("main")) {
      String path = ProjectFiles.relative(source);
      List<Untidy> inFile = new ArrayList<>();
      for (SourceFile.Found text : SourceFile.parse(ProjectFiles.text(source)).strings()) {
        inFile.addAll(Wording.check(path, text.line(), text.name(), Wording.NEUTRAL));
      }
      found.addAll(counted(inFile));
    }

    assertThat(complaints(found, ".*\\.java", Wording.NEUTRAL)).isEmpty();
  }

  @Test
  void nothingNamesAMachineOrARegistry() {
    List<Untidy> found = new ArrayList<>();
    for (Path file : ProjectFiles.below("")) {
      String path = ProjectFiles.relative(file);
      if (!path.startsWith(HERE)) {
        found.addAll(Wording.check(path, 1, ProjectFiles.textOrNothing(file), Wording.LOCAL));
      }
    }

    assertThat(complaints(found, ".*", Wording.LOCAL)).isEmpty();
  }

  private static List<Path> topPages() {
    return ProjectFiles.below("").stream()
        .filter(file -> file.getParent().equals(ProjectFiles.root()))
        .filter(file -> file.toString().endsWith(".md") || file.endsWith("parley"))
        .toList();
  }

  /** The same breaches, each measured by how often its rule is broken in the whole file. */
  private static List<Untidy> counted(List<Untidy> inFile) {
    return inFile.stream()
        .map(one ->
            new Untidy(
                one.path(),
                one.line(),
                one.rule(),
                inFile.stream().filter(other -> other.rule().equals(one.rule())).count(),
                one.what()))
        .toList();
  }

  private static List<String> complaints(
      List<Untidy> found, String paths, List<Wording.Avoided> avoided) {
    Pattern pattern = Pattern.compile("(" + paths + ")(/.*)?");
    return Deviations.read()
        .onlyFor(path -> pattern.matcher(path).matches())
        .complaints(found, avoided.stream().map(Wording::rule).toList());
  }
}
