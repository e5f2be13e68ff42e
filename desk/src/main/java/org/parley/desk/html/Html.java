package org.parley.desk.html;

/// Text made safe for HTML.
final class Html {

  private Html() {}

  /// The text as it can stand between tags and in quoted attributes.
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      switch (letter) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(letter);
      }
    }
    return out.toString();
  }
}
