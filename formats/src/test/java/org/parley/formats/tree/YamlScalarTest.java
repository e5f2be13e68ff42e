package org.parley.formats.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class YamlScalarTest {

  private static final List<String> TEXTS =
      List.of(
          "plain text",
          "40000",
          "2026-03-02T02:50:00Z",
          "exercise:spring",
          "350000 EUR",
          "no",
          "",
          " ",
          "null",
          "~",
          "- a",
          "a: b",
          "a #b",
          "#a",
          "[a]",
          "{a}",
          "a,b",
          "&a",
          "*a",
          "!a",
          "|",
          ">",
          "%a",
          "@a",
          "`a",
          "'a'",
          "\"a\"",
          "a\nb",
          "a\tb",
          "\u0007",
          "\u0085",
          "\u2028",
          "\uFEFF",
          "caf\u00e9",
          "\uD83D\uDE00",
          "---",
          "...",
          "a:",
          ":a",
          "a\\b",
          "?",
          "trailing ");

  static List<String> texts() {
    return TEXTS;
  }

  @ParameterizedTest
  @MethodSource("texts")
  void whatIsWrittenReadsAsTheSameText(String text) {
    String inList = "[" + YamlScalar.written(text) + ", x]";
    String inMap = "k: " + YamlScalar.written(text) + "\nl: x";

    Tree.Sequence list = (Tree.Sequence) Reading.yaml(inList).tree().orElseThrow();
    Tree.Mapping map = (Tree.Mapping) Reading.yaml(inMap).tree().orElseThrow();
    assertThat(((Tree.Text) list.items().getFirst()).text()).isEqualTo(text);
    assertThat(((Tree.Text) map.find("k").orElseThrow()).text()).isEqualTo(text);
  }
}
