package org.parley.formats.tree;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;

/// A text with the name its reader knows it by; it finds lines again when a problem is told.
public final class Document {

  /// A longer line is not repeated in a problem: a hostile file must not fill the memory.
  private static final int LONGEST_LINE_SHOWN = 4096;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String name;
  private final String text;

  private Document(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /// A document of which only the name is at hand; its places carry no line of text.
  public static Document named(String name) {
    return new Document(name, "");
  }

  public static Document of(String name, String text) {
    return new Document(name, text);
  }

  /// Decodes bytes as strict UTF-8; a byte order mark at the start is dropped.
  public static Optional<Document> decode(byte[] bytes, String name, Issues issues) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    // The fast way replaces what is wrong; only where a replacement stands is the slow way needed.
    if (text.indexOf('\uFFFD') >= 0 && !strictly(bytes, name, issues)) {
      return Optional.empty();
    }
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return Optional.of(new Document(name, marked ? text.substring(1) : text));
  }

  private static boolean strictly(byte[] bytes, String name, Issues issues) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (!result.isError()) {
      return true;
    }
    String before = out.flip().toString();
    if (before.indexOf(BYTE_ORDER_MARK) == 0) {
      before = before.substring(1);
    }
    issues.add(
        IssueCode.NOT_UTF8,
        new Document(name, before).at(before.length()).place(),
        "byte %d (0x%02X) is not UTF-8".formatted(in.position() + 1, bytes[in.position()]),
        "save the file as UTF-8");
    return false;
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /// The document as a whole.
  public Mark whole() {
    return new Mark(this, 0, 0);
  }

  /// The spot before the character at this index of the text.
  Mark at(int index) {
    int line = 1;
    int start = 0;
    for (int next = endOfLine(0); next < index; next = endOfLine(start)) {
      start = startAfter(next);
      line++;
    }
    return new Mark(this, line, Math.max(0, index - start) + 1);
  }

  /// The end of the text.
  Mark end() {
    return at(text.stripTrailing().length());
  }

  Place place(int line, int column) {
    return new Place(name, line, column, line(line));
  }

  private Optional<String> line(int wanted) {
    if (wanted < 1 || text.isEmpty()) {
      return Optional.empty();
    }
    int start = 0;
    for (int line = 1; line < wanted; line++) {
      int end = endOfLine(start);
      if (end == text.length()) {
        return Optional.empty();
      }
      start = startAfter(end);
    }
    int end = endOfLine(start);
    return end - start > LONGEST_LINE_SHOWN
        ? Optional.empty()
        : Optional.of(text.substring(start, end));
  }

  private int endOfLine(int from) {
    int index = from;
    while (index < text.length() && text.charAt(index) != '\n' && text.charAt(index) != '\r') {
      index++;
    }
    return index;
  }

  private int startAfter(int end) {
    return text.startsWith("\r\n", end) ? end + 2 : end + 1;
  }
}
