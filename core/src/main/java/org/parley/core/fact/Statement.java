package org.parley.core.fact;

import java.util.List;
import java.util.Optional;

/// What is said about one fact, and who says so.
///
/// @param key what it is about
/// @param stated what is said
/// @param origin who says so, on what ground
public record Statement(FactKey key, Stated stated, Origin origin) {

  /// Where a statement comes from.
  ///
  /// @param source the document, field or cell, such as `row 12, column Hours`
  /// @param asOf when it held, as an ISO 8601 instant
  /// @param by who states it
  /// @param confidence in the speaker's words
  /// @param releasableTo codes of the States that may be told; empty for no decision made
  public record Origin(
      Optional<String> source,
      Optional<String> asOf,
      Optional<String> by,
      Optional<String> confidence,
      List<String> releasableTo) {

    public static final Origin NONE =
        new Origin(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public static Origin from(String source) {
      return new Origin(
          Optional.of(source), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }
  }
}
