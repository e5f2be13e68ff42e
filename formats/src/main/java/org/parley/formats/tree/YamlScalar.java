package org.parley.formats.tree;

import java.util.Set;
import java.util.regex.Pattern;

/// Writes a text as a YAML scalar that reads as the same text, in quotes where it needs them.
public final class YamlScalar {

  /// Texts that need no quotes: begun by a letter or digit, without a sign that means something.
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9](?:(?:[A-Za-z0-9 ._/+-]|:(?=\\w))*[A-Za-z0-9._/+-])?");

  private static final Set<String> NOTHING = Set.of("null", "Null", "NULL");

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
