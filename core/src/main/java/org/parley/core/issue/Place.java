package org.parley.core.issue;

import java.util.Optional;

/// Where something stands in a document.
///
/// @param document the name of the document as its reader knows it: a file name, an archive line, a
///   cell's sheet
/// @param line counted from 1; 0 where the whole document is meant
/// @param column counted from 1 in characters; 0 where the whole line is meant
/// @param text the offending line as it stands, if the reader kept it
public record Place(String document, int line, int column, Optional<String> text) {

  public static Place of(String document) {
    return new Place(document, 0, 0, Optional.empty());
  }

  @Override
  public String toString() {
    return line == 0
        ? document
        : column == 0 ? document + ":" + line : document + ":" + line + ":" + column;
  }
}
