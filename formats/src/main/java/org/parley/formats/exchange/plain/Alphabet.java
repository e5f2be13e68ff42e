package org.parley.formats.exchange.plain;

import java.util.Locale;
import java.util.Optional;

/// The characters that a way of sending can carry, and how all others are written with them.
///
/// Both write a blank at an end, and each blank after another, as an escape: so that in the text
/// blanks stand alone, where lines can be broken.
public enum Alphabet {
  /// Everything that can be seen. `\\` is a backslash, `\n` a line end, `\s` a blank, `\_` nothing,
  /// `\{200B}` the character of that number.
  UTF8('\\', "{", "}"),
  /// What an old teleprinter has: capitals, digits and `-?:().,'/+`. A letter stands for the small
  /// one; `=A` is a capital, `=.` a line end, `=-` a blank, `=,` nothing, `=(E9)` the character of
  /// that number.
  ITA2('=', "(", ")");

  private static final String TELEPRINTER = "0123456789-?:().,'/+ ";

  private final char escape;
  private final String open;
  private final String close;

  Alphabet(char escape, String open, String close) {
    this.escape = escape;
    this.open = open;
    this.close = close;
  }

  /// What stands for nothing: put before a text that could be read as something else.
  String nothing() {
    return this == UTF8 ? "\\_" : "=,";
  }

  private char lineEnd() {
    return this == UTF8 ? 'n' : '.';
  }

  private char blank() {
    return this == UTF8 ? 's' : '-';
  }

  String encode(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    int[] codePoints = text.codePoints().toArray();
    for (int index = 0; index < codePoints.length; index++) {
      int each = codePoints[index];
      boolean edge = index == 0 || index == codePoints.length - 1 || codePoints[index - 1] == ' ';
      if (each == ' ' && edge) {
        out.append(escape).append(blank());
      } else if (each == '\n') {
        out.append(escape).append(lineEnd());
      } else {
        encode(each, out);
      }
    }
    return out.toString();
  }

  private void encode(int codePoint, StringBuilder out) {
    switch (this) {
      case UTF8 -> {
        if (codePoint == escape) {
          out.append("\\\\");
        } else if (isSeen(codePoint)) {
          out.appendCodePoint(codePoint);
        } else {
          number(codePoint, out);
        }
      }
      case ITA2 -> {
        if (codePoint >= 'a' && codePoint <= 'z') {
          out.append((char) (codePoint - 'a' + 'A'));
        } else if (codePoint >= 'A' && codePoint <= 'Z') {
          out.append(escape).append((char) codePoint);
        } else if (TELEPRINTER.indexOf(codePoint) >= 0) {
          out.append((char) codePoint);
        } else {
          number(codePoint, out);
        }
      }
    }
  }

  private void number(int codePoint, StringBuilder out) {
    out.append(escape).append(open);
    out.append(Integer.toHexString(codePoint).toUpperCase(Locale.ROOT)).append(close);
  }

  /// Whether a character shows itself, alone and the same everywhere; marks that join others do
  /// not.
  private static boolean isSeen(int codePoint) {
    return codePoint == ' '
        || switch (Character.getType(codePoint)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.SPACE_SEPARATOR,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.NON_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.COMBINING_SPACING_MARK ->
              false;
          default -> true;
        };
  }

  /// The text that was encoded; empty where it cannot have been.
  Optional<String> decode(String encoded) {
    StringBuilder out = new StringBuilder(encoded.length());
    int index = 0;
    while (index < encoded.length()) {
      char each = encoded.charAt(index++);
      if (each != escape) {
        out.append(this == ITA2 ? Character.toLowerCase(each) : each);
        continue;
      }
      if (index >= encoded.length()) {
        return Optional.empty();
      }
      char kind = encoded.charAt(index++);
      if (kind == open.charAt(0)) {
        int end = encoded.indexOf(close, index);
        if (end < 0 || !isNumber(encoded.substring(index, end))) {
          return Optional.empty();
        }
        out.appendCodePoint(Integer.parseInt(encoded.substring(index, end), 16));
        index = end + 1;
      } else if (!escaped(kind, out)) {
        return Optional.empty();
      }
    }
    return Optional.of(out.toString());
  }

  private boolean escaped(char kind, StringBuilder out) {
    if (kind == lineEnd()) {
      out.append('\n');
    } else if (kind == blank()) {
      out.append(' ');
    } else if (this == UTF8 && kind == '\\' || this == ITA2 && kind >= 'A' && kind <= 'Z') {
      out.append(kind);
    } else {
      return kind == nothing().charAt(1);
    }
    return true;
  }

  private static boolean isNumber(String text) {
    return text.matches("[0-9A-Fa-f]{1,6}")
        && Integer.parseInt(text, 16) <= Character.MAX_CODE_POINT
        && Character.getType(Integer.parseInt(text, 16)) != Character.SURROGATE;
  }
}
