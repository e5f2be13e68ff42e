package org.parley.formats.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.core.issue.Issue;
import org.parley.core.issue.Issues;

class FieldsTest {
  private final Issues issues = new Issues();

  @Test
  void whatIsAskedForIsGiven() {
    Fields fields = read("{name: x, items: [a, b], inner: {k: v}, own: {p: q}}");

    assertThat(fields.needText("name").map(Tree.Text::text)).contains("x");
    assertThat(fields.needList("items").map(List::size)).contains(2);
    assertThat(fields.needMap("inner").flatMap(inner -> inner.text("k")).map(Tree.Text::text))
        .contains("v");
    assertThat(fields.needNamed("own").map(own -> own.getFirst().key())).contains("p");
    fields.end();
    assertThat(issues.list()).isEmpty();
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    Fields fields = read("{titel: x, items: y, inner: [], name: {}, empty: }");
    fields.needText("title");
    fields.text("name");
    fields.needList("items");
    fields.map("inner");
    fields.text("empty");
    fields.end();

    assertThat(issues.list())
        .extracting(Issue::message)
        .containsExactly(
            "the thing needs the key \"title\"",
            "\"name\" in the thing is one value, and here stands a map",
            "\"items\" in the thing is a list, and here stands text",
            "\"inner\" in the thing is a map, and here stands a list",
            "\"empty\" in the thing is empty",
            "the thing has no key \"titel\"");
    assertThat(issues.list().getLast().remedy()).contains("did you mean \"title\"?");
  }

  @Test
  void whatIsNoMapIsToldOnceAndNothingIsMissingInIt() {
    Fields fields = read("[a]");
    fields.needText("title");
    fields.end();

    assertThat(issues.list())
        .extracting(Issue::message)
        .containsExactly("the thing is a map, and here stands a list");
  }

  @Test
  void aWordThatResemblesNothingIsAnsweredWithAllThatIsKnown() {
    List<String> known = List.of("critical", "high", "low");

    assertThat(Nearest.remedy("hihg", known)).contains("did you mean \"high\"?");
    assertThat(Nearest.remedy("Critical", known)).contains("did you mean \"critical\"?");
    assertThat(Nearest.remedy("banana", known)).contains("known here: critical, high, low");
    assertThat(Nearest.remedy("x".repeat(61), known)).contains("known here: critical, high, low");
  }

  private Fields read(String yaml) {
    return Fields.of(Reading.yaml(yaml).tree().orElseThrow(), "the thing", issues);
  }
}
