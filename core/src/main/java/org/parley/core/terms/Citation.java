package org.parley.core.terms;

import java.util.Optional;

/// A pointer into the sources that an edition declares: the key of a source and, if said, the place
/// within it.
///
/// @param source a key under `sources:` of the same file
/// @param detail free text after the first slash, such as an article or a row
public record Citation(String source, Optional<String> detail) {

  /// Reads `source` or `source/detail`.
  public static Citation parse(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new Citation(text, Optional.empty())
        : new Citation(text.substring(0, slash), Optional.of(text.substring(slash + 1)));
  }

  @Override
  public String toString() {
    return detail.map(more -> source + "/" + more).orElse(source);
  }
}
