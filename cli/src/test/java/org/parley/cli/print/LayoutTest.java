package org.parley.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.desk.voice.Paint;

class LayoutTest {

  @Test
  void coloursTakeNoWidth() {
    assertThat(Layout.width(new TerminalPaint().level("very high", 4, 6))).isEqualTo(9);
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
    assertThat(Paint.PLAIN.level("critical", 5, 6)).isEqualTo("critical");
    assertThat(Paint.PLAIN.warning("!") + Paint.PLAIN.faint("x") + Paint.PLAIN.strong("y"))
        .isEqualTo("!xy");
  }
}
