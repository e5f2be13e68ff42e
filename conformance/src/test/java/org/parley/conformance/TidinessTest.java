package org.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules themselves, on sources planted to break them. */
class TidinessTest {
  @Test
  void aTidySourceIsLeftAlone() {
    assertThat(Tidiness.check("A.java", "record A(int a, int b) {\n  void f() {}\n}\n")).isEmpty();
  }

  @Test
  void aFileMayHave400Lines() {
    assertThat(rules("class A {}\n" + "\n".repeat(399))).isEmpty();
    assertThat(rules("class A {}\n" + "\n".repeat(400))).containsExactly("file-lines");
  }

  @Test
  void aMethodMayHave40Lines() {
    assertThat(rules("class A {\n  /** Not counted. */\n  void f() {" + "\n".repeat(39) + "}\n}"))
        .isEmpty();
    assertThat(rules("class A {\n  void f() {" + "\n".repeat(40) + "}\n}"))
        .containsExactly("method-lines");
    assertThat(rules("class A {\n  static {" + "\n".repeat(40) + "}\n}"))
        .containsExactly("method-lines");
  }

  @Test
  void aConstructorOrRecordMayHaveSevenParameters() {
    String seven = "int a, int b, int c, int d, int e, int f, int g";
    assertThat(rules("record A(" + seven + ") {}")).isEmpty();
    assertThat(rules("record A(" + seven + ", int h) { static int x; }"))
        .containsExactly("constructor-parameters");
    assertThat(rules("class A { A(" + seven + ") {} }")).isEmpty();
    assertThat(rules("class A { A(" + seven + ", int h) {} }"))
        .containsExactly("constructor-parameters");
  }

  @Test
  void aLineMayHave120Characters() {
    assertThat(rules("// " + "é".repeat(117) + "\nclass A {}")).isEmpty();
    assertThat(rules("// " + "é".repeat(118) + "\nclass A {}")).containsExactly("line-characters");
  }

  @Test
  void aNameThatSaysNothingIsFoundWhereverItIs() {
    assertThat(rules("class A { interface B { enum ColourUtils {} } }"))
        .containsExactly("empty-name");
    assertThat(rules("class ParserImpl {}")).containsExactly("empty-name");
    assertThat(rules("class Database {}")).isEmpty();
  }

  @Test
  void aDeviationMustBeExactAndNeeded() {
    Deviations list = Deviations.parse("# why\nA.java | method-lines | 50 | a table of cases\n");

    assertThat(list.complaints(List.of(untidy(50)), List.of("method-lines"))).isEmpty();
    assertThat(list.complaints(List.of(untidy(51)), List.of("method-lines"))).hasSize(1);
    assertThat(list.complaints(List.of(untidy(49)), List.of("method-lines")))
        .singleElement()
        .asString()
        .contains("lower it");
    assertThat(list.complaints(List.of(), List.of("method-lines"))).hasSize(1);
  }

  @Test
  void aDeviationWithoutReasonIsRefused() {
    assertThatThrownBy(() -> Deviations.parse("A.java | method-lines | 50 | \n"))
        .hasMessageContaining("reason");
  }

  private static Untidy untidy(long lines) {
    return new Untidy("A.java", 1, "method-lines", lines, "f");
  }

  private static List<String> rules(String text) {
    return Tidiness.check("A.java", text).stream().map(Untidy::rule).toList();
  }
}
