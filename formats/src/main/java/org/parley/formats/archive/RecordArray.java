package org.parley.formats.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Takes a JSON array of records apart without reading the records, so that each keeps its own
/// bytes and one that is damaged costs only itself.
public final class RecordArray {

  private final byte[] bytes;
  private int at;
  private int line = 1;

  private RecordArray(byte[] bytes) {
    this.bytes = bytes;
  }

  /// One record of an array.
  ///
  /// @param bytes the record as it stands in the file
  /// @param line the line in which it begins
  public record Element(byte[] bytes, int line) {}

  /// The records in their order; empty where the bytes are no array that ends.
  public static Optional<List<Element>> of(byte[] bytes) {
    return new RecordArray(bytes).elements();
  }

  private Optional<List<Element>> elements() {
    skipBlank();
    if (!isAt('[')) {
      return Optional.empty();
    }
    step();
    List<Element> elements = new ArrayList<>();
    skipBlank();
    while (!isAt(']')) {
      int first = at;
      int begins = line;
      if (!skipElement()) {
        return Optional.empty();
      }
      elements.add(new Element(trimmed(first, at), begins));
      if (isAt(',')) {
        step();
        skipBlank();
      }
    }
    step();
    skipBlank();
    return at == bytes.length ? Optional.of(elements) : Optional.empty();
  }

  /// Goes to the comma or bracket that ends the element; false where there is none, or no element.
  private boolean skipElement() {
    int first = at;
    int depth = 0;
    boolean quoted = false;
    for (; at < bytes.length; step()) {
      byte each = bytes[at];
      if (quoted) {
        quoted = each != '"';
        if (each == '\\') {
          step();
        }
      } else if (depth == 0 && (each == ',' || each == ']')) {
        return at > first;
      } else if (each == '"') {
        quoted = true;
      } else if (each == '{' || each == '[') {
        depth++;
      } else if (each == '}' || each == ']') {
        depth--;
      }
    }
    return false;
  }

  private byte[] trimmed(int from, int to) {
    int end = to;
    while (end > from && isBlank(bytes[end - 1])) {
      end--;
    }
    return Arrays.copyOfRange(bytes, from, end);
  }

  private void skipBlank() {
    while (at < bytes.length && isBlank(bytes[at])) {
      step();
    }
  }

  private boolean isAt(char sign) {
    return at < bytes.length && bytes[at] == sign;
  }

  private void step() {
    if (at < bytes.length) {
      line += bytes[at] == '\n' ? 1 : 0;
      at++;
    }
  }

  private static boolean isBlank(byte each) {
    return each == ' ' || each == '\t' || each == '\n' || each == '\r';
  }
}
