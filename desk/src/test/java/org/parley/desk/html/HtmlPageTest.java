package org.parley.desk.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlPageTest {

  @Test
  void what_stands_further_in_is_a_list_within_the_line_above() {
    HtmlPage page = new HtmlPage(3);
    page.heading("Why");
    page.paragraph(2, 4, "· one");
    page.paragraph(4, 4, "of one");
    page.paragraph(2, 4, "· two");
    assertThat(page.html().replace("\n", ""))
        .isEqualTo(
            "<h3>Why</h3><ul class=\"telling\"><li>one<ul class=\"telling\"><li>of"
                + " one</li></ul></li><li>two</li></ul>");
  }

  @Test
  void text_from_outside_stays_text() {
    HtmlPage page = new HtmlPage(2);
    page.line(0, "<script>alert('x')</script> & \"quotes\"");
    page.table(0, List.of(List.of("<b>", "\uE001bold\uE000 </td>")));
    assertThat(page.html())
        .doesNotContain("<script")
        .doesNotContain("<b>")
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;quotes&quot;")
        .contains("<strong>bold</strong> &lt;/td&gt;");
  }

  @Test
  void painted_words_nest_and_are_always_closed() {
    HtmlPaint paint = new HtmlPaint();
    assertThat(HtmlPaint.html(paint.faint("a " + paint.strong("b") + " c")))
        .isEqualTo("<span class=\"faint\">a <strong>b</strong> c</span>");
    assertThat(HtmlPaint.html("\uE001never closed")).isEqualTo("<strong>never closed</strong>");
    assertThat(HtmlPaint.html("closed\uE000 too often\uE000")).isEqualTo("closed too often");
  }

  @Test
  void the_mildest_and_the_gravest_level_have_the_ends_of_the_ramp() {
    HtmlPaint paint = new HtmlPaint();
    assertThat(HtmlPaint.html(paint.level("low", 0, 4))).isEqualTo("<span class=\"l0\">low</span>");
    assertThat(HtmlPaint.html(paint.level("high", 3, 4)))
        .isEqualTo("<span class=\"l5\">high</span>");
    assertThat(HtmlPaint.html(paint.level("only", 0, 1))).contains("class=\"l0\"");
  }
}
