package org.parley.core.exchange;

import org.parley.core.terms.Digest;

/// A file that belongs to a statement and travels beside it.
///
/// @param name a plain file name, without folders, at most 200 characters
/// @param bytes its length
/// @param digest of its plain bytes
public record Attachment(String name, long bytes, Digest digest) {

  /// The most bytes of one: signed, sealed and written in text it stays below the 10 MiB that
  /// couriers take.
  public static final int LARGEST = 5 << 20;

  /// The most bytes of all that belong to one statement.
  public static final int LARGEST_TOGETHER = 20 << 20;

  public Attachment {
    if (!isName(name) || bytes < 0) {
      throw new IllegalArgumentException("an attachment has a plain file name and a length");
    }
  }

  /// Whether this can be the name of an attachment: no folder, no control or invisible character.
  public static boolean isName(String text) {
    return !text.isBlank()
        && text.length() <= 200
        && !text.startsWith(".")
        && text.codePoints().noneMatch(Attachment::isForbidden);
  }

  private static boolean isForbidden(int codePoint) {
    return "/\\:*?\"<>|".indexOf(codePoint) >= 0
        || switch (Character.getType(codePoint)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.UNASSIGNED ->
              true;
          default -> false;
        };
  }
}
