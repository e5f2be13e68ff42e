package org.parley.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {

  @Test
  void coloursTakeNoWidth() {
    assertThat(Layout.width(TerminalPaint.coloured().level("very high", 4, 6))).isEqualTo(9);
  }

  @Test
  void aLetterWithASeparateAccentTakesOneColumn() {
    assertThat(Layout.width("e\u0301te\u0301")).isEqualTo(3);
    assertThat(Layout.width("критический")).isEqualTo(11);
  }

  @Test
  void wordsAreNotBroken() {
    assertThat(Layout.wrapped("the service was unavailable", 12))
        .containsExactly("the service", "was", "unavailable");
  }

  @Test
  void columnsStandUnderEachOtherAndTheLastOneIsWrapped() {
    List<String> lines =
        Layout.columns(
            List.of(List.of("a", "one"), List.of("long", "two three four five six seven")), 2, 30);

    assertThat(lines)
        .containsExactly("  a     one", "  long  two three four five six", "        seven");
  }

  @Test
  void plainPaintAddsNothing() {
    assertThat(TerminalPaint.plain().level("critical", 5, 6)).isEqualTo("critical");
    assertThat(
            TerminalPaint.plain().warning("!")
                + TerminalPaint.plain().faint("x")
                + TerminalPaint.plain().strong("y"))
        .isEqualTo("!xy");
  }
}
