package org.parley.desk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.core.fact.Fact;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Realm;
import org.parley.desk.Shelf;
import org.parley.formats.library.Library;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;

class ReportFormTest {

  private static final Library LIBRARY = Shelf.library(Optional.of(Path.of("../library")));

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "de", "it", "ru", "es"})
  void theFormCanBeReadAsItIsAndWithEveryLineUncommented(String language) {
    String form = ReportForm.text(Shelf.open(LIBRARY, language), new Realm.Exercise("trial"));
    String filled = form.replaceAll("(?m)^( *)# ([A-Za-z0-9/]+): $", "$1$2: 1");

    assertThat(keys(form)).containsExactly("realm", "title", "marking", "facts");
    Tree.Mapping facts = (Tree.Mapping) ((Tree.Mapping) read(filled)).find("facts").orElseThrow();
    assertThat(facts.entries())
        .extracting(Tree.Entry::key)
        .containsExactlyElementsOf(
            LIBRARY.catalogue().facts().stream().map(Fact::id).map(Object::toString).toList());
    assertThat(form.lines()).allMatch(line -> line.length() <= 110);
  }

  private static List<String> keys(String text) {
    return ((Tree.Mapping) read(text)).entries().stream().map(Tree.Entry::key).toList();
  }

  private static Tree read(String text) {
    Issues issues = new Issues();
    Optional<Tree> tree =
        Trees.read(text.getBytes(StandardCharsets.UTF_8), "report.yaml", Limits.DOCUMENT, issues);
    assertThat(issues.list()).isEmpty();
    return tree.orElseThrow();
  }
}
