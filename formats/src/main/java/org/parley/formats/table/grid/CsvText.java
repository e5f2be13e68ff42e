package org.parley.formats.table.grid;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;

/// Decodes the bytes of a CSV file. What is not UTF-8 may be Windows-1252, which nearly any bytes
/// fit: it is taken, and told to be ambiguous.
///
/// @param text the text without a byte order mark
/// @param encoding how it was read
record CsvText(String text, String encoding) {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  static Optional<CsvText> decode(
      byte[] bytes, String document, Optional<String> wish, Issues issues) {
    if (wish.isPresent()) {
      return wished(bytes, document, wish.get(), issues);
    }
    if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)) {
      return strictly(bytes, StandardCharsets.UTF_16).or(() -> refused(document, "UTF-16", issues));
    }
    Optional<CsvText> utf8 = strictly(bytes, StandardCharsets.UTF_8);
    if (utf8.isPresent() || starts(bytes, 0xef, 0xbb, 0xbf)) {
      return utf8.or(() -> refused(document, "UTF-8", issues));
    }
    Optional<CsvText> windows = strictly(bytes, WINDOWS);
    if (windows.isEmpty()) {
      return refused(document, "UTF-8 or Windows-1252", issues);
    }
    issues.add(
        IssueCode.AMBIGUOUS,
        Place.of(document),
        "the file is not UTF-8; it is read as Windows-1252, which may turn letters into others",
        "look at names with accents, or save the file as UTF-8");
    return windows;
  }

  private static Optional<CsvText> wished(
      byte[] bytes, String document, String wish, Issues issues) {
    Charset charset =
        switch (wish.toLowerCase(Locale.ROOT)) {
          case "utf-8" -> StandardCharsets.UTF_8;
          case "utf-16" -> StandardCharsets.UTF_16;
          default -> WINDOWS;
        };
    return strictly(bytes, charset).or(() -> refused(document, wish, issues));
  }

  private static Optional<CsvText> refused(String document, String encoding, Issues issues) {
    issues.add(
        IssueCode.NOT_UTF8,
        Place.of(document),
        "the bytes of the file are no text in " + encoding,
        "save the file as UTF-8");
    return Optional.empty();
  }

  private static Optional<CsvText> strictly(byte[] bytes, Charset charset) {
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      boolean marked = !text.isEmpty() && text.charAt(0) == '\uFEFF';
      return Optional.of(new CsvText(marked ? text.substring(1) : text, charset.name()));
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  private static boolean starts(byte[] bytes, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != with[i]) {
        return false;
      }
    }
    return true;
  }
}
