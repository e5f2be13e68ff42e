package org.parley.formats.parley.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.core.fact.Correspondence;
import org.parley.core.fact.TypeList;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issues;
import org.parley.formats.parley.Golden;
import org.parley.formats.parley.Parsed;
import org.parley.formats.tree.Limits;

class CorrespondenceReaderTest {

  private static TypeList list(String name, String... types) {
    List<TypeList.Type> all =
        List.of(types).stream().map(type -> new TypeList.Type(type, "A type.")).toList();
    return new TypeList(name, "1", name, "Nobody", List.of(new TypeList.TypeClass("all", all)));
  }

  private static Checked<Correspondence> read(String lines) {
    Issues issues = new Issues();
    String text = "from: mine\nto: theirs\nlines:\n" + lines;
    Parsed file =
        Parsed.of(text.getBytes(StandardCharsets.UTF_8), "x.yaml", Limits.DOCUMENT, issues)
            .orElseThrow(() -> new IllegalStateException(Golden.told(issues.list())));
    return CorrespondenceReader.read(
        file.tree(), list("mine", "flood", "fire"), list("theirs", "water", "heat"));
  }

  @Test
  void eachTypeHasOneLine() {
    Correspondence read =
        read("""
          - {type: flood, relation: exact, to: [water], why: The same.}
          - {type: fire, relation: none, to: [], why: Not known there.}
        """)
            .orThrow();

    assertThat(read.lines())
        .containsExactly(
            new Correspondence.Line(
                "flood", Correspondence.Relation.EXACT, List.of("water"), "The same."),
            new Correspondence.Line(
                "fire", Correspondence.Relation.NONE, List.of(), "Not known there."));
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    String told =
        Golden.told(
            read("""
              - {type: flood, relation: same, to: [water], why: The same.}
              - {type: flood, relation: exact, to: [watr], why: The same.}
              - {type: flood, relation: none, to: [heat], why: The same.}
              - {type: smoke, relation: exact, to: [heat]}
            """)
                .issues());

    assertThat(told)
        .contains("is no relation")
        .contains("theirs has no type \"watr\"")
        .contains("mine has no type \"smoke\"")
        .contains("\"flood\" has a line already")
        .contains("\"to\" is empty where the relation is none")
        .contains("no line says how \"fire\" reads")
        .contains("why");
  }
}
