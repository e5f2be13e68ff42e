package org.parley.desk.html;

import java.util.ArrayDeque;
import java.util.Deque;
import org.parley.desk.voice.Paint;

/// Colours and weights as classes of a style sheet.
///
/// Painted text carries signs of Unicode's private use area around its words, because it is joined
/// with other text before it is escaped; [#html] turns the signs into tags. Text from outside that
/// holds such signs can at worst be coloured: only the tags named here are ever written, and every
/// one is closed.
public final class HtmlPaint implements Paint {

  private static final char CLOSE = '\uE000';
  private static final char STRONG = '\uE001';
  private static final char FAINT = '\uE002';
  private static final char WARNING = '\uE003';

  /// The steps of colour from calm to alarming, `l0` to `l5`.
  private static final char FIRST_STEP = '\uE010';

  private static final int STEPS = 6;

  /// The step of colour of a level by its place among `count` levels, 0 the mildest: 0 to 5.
  public static int step(int rank, int count) {
    return count < 2 ? 0 : Math.round((float) rank * (STEPS - 1) / (count - 1));
  }

  @Override
  public String level(String text, int rank, int count) {
    return (char) (FIRST_STEP + step(rank, count)) + text + CLOSE;
  }

  @Override
  public String strong(String text) {
    return STRONG + text + CLOSE;
  }

  @Override
  public String faint(String text) {
    return FAINT + text + CLOSE;
  }

  @Override
  public String warning(String text) {
    return WARNING + text + CLOSE;
  }

  /// Painted text as HTML.
  public static String html(String painted) {
    StringBuilder out = new StringBuilder();
    Deque<String> open = new ArrayDeque<>();
    int from = 0;
    for (int at = 0; at < painted.length(); at++) {
      char letter = painted.charAt(at);
      if (letter < CLOSE || letter > FIRST_STEP + STEPS - 1) {
        continue;
      }
      out.append(Html.escaped(painted.substring(from, at)));
      from = at + 1;
      if (letter != CLOSE) {
        open(letter, open, out);
      } else if (!open.isEmpty()) {
        out.append(open.pop());
      }
    }
    out.append(Html.escaped(painted.substring(from)));
    open.forEach(out::append);
    return out.toString();
  }

  private static void open(char sign, Deque<String> open, StringBuilder out) {
    String name =
        switch (sign) {
          case STRONG -> "strong";
          case FAINT -> "faint";
          case WARNING -> "warning";
          default -> "l" + Math.max(0, sign - FIRST_STEP);
        };
    if (name.equals("strong")) {
      out.append("<strong>");
      open.push("</strong>");
    } else {
      out.append("<span class=\"").append(name).append("\">");
      open.push("</span>");
    }
  }
}
