package org.parley.node.attachments;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.core.exchange.Attachment;
import org.parley.core.terms.Digest;

/// A file that was put to a draft, as the draft remembers it.
///
/// @param document under which its bytes are kept for this draft alone
public record DraftFile(Attachment named, Digest document) {

  private static final Pattern LINE =
      Pattern.compile("([0-9a-f]{64}) ([0-9a-f]{64}) ([0-9]+) (.+)");

  String line() {
    return document.hex() + " " + named.digest().hex() + " " + named.bytes() + " " + named.name();
  }

  static Optional<DraftFile> parse(String line) {
    Matcher parts = LINE.matcher(line);
    return parts.matches()
        ? Optional.of(
            new DraftFile(
                new Attachment(
                    parts.group(4), Long.parseLong(parts.group(3)), new Digest(parts.group(2))),
                new Digest(parts.group(1))))
        : Optional.empty();
  }
}
