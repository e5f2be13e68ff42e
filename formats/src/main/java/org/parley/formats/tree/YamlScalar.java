package org.parley.formats.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Writes a text as a YAML scalar that reads as the same text, in quotes where it needs them.
public final class YamlScalar {

  /// Texts that need no quotes: begun by a letter or digit, without a sign that means something.
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9](?:(?:[A-Za-z0-9 ._/+-]|:(?=\\w))*[A-Za-z0-9._/+-])?");

  private static final Set<String> NOTHING = Set.of("null", "Null", "NULL");

  /// How wide lines of a block are, in characters.
  private static final int WIDTH = 100;

  private YamlScalar() {}

  public static String written(String text) {
    boolean plain = PLAIN.matcher(text).matches() && !NOTHING.contains(text);
    return plain ? text : quoted(text);
  }

  /// The text in double quotes.
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(point -> {
          switch (point) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\t' -> out.append("\\t");
            case '\r' -> out.append("\\r");
            default -> {
              if (isShown(point)) {
                out.appendCodePoint(point);
              } else if (point <= 0xFFFF) {
                out.append("\\u%04X".formatted(point));
              } else {
                out.append("\\U%08X".formatted(point));
              }
            }
          }
        });
    return out.append('"').toString();
  }

  /// The text as a block of lines: its own lines where it has several, else wrapped and read as
  /// one.
  ///
  /// @param value not blank, without blanks at its ends, and shown as it is
  /// @param indent how far in the lines stand
  public static String block(String value, int indent) {
    String margin = " ".repeat(indent);
    boolean several = value.contains("\n");
    StringBuilder out = new StringBuilder(several ? "|-" : ">-");
    List<String> lines =
        several ? value.lines().toList() : wrapped(value, Math.max(40, WIDTH - indent));
    lines.forEach(line -> out.append('\n').append(line.isEmpty() ? "" : margin).append(line));
    return out.toString();
  }

  /// Broken only at single blanks, so that the lines read as the same text again.
  private static List<String> wrapped(String value, int width) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    int last = -1;
    for (int at = 1; at < value.length() - 1; at++) {
      boolean single =
          value.charAt(at) == ' ' && value.charAt(at - 1) != ' ' && value.charAt(at + 1) != ' ';
      if (single && at - start > width && last > start) {
        lines.add(value.substring(start, last));
        start = last + 1;
      }
      last = single ? at : last;
    }
    lines.add(value.substring(start));
    return lines;
  }

  /// Whether every sign of a text is shown as it is, line ends among them.
  public static boolean isShown(String text) {
    return text.codePoints().allMatch(point -> point == '\n' || isShown(point));
  }

  private static boolean isShown(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          false;
      default -> true;
    };
  }
}
