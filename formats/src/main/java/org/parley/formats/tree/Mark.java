package org.parley.formats.tree;

import org.parley.core.issue.Place;

/// A spot in a document, cheap enough to be kept for every node.
///
/// @param line counted from 1; 0 where the whole document is meant
/// @param column counted from 1, in the units of the document
public record Mark(Document document, int line, int column) {

  /// The spot as problems name it, with its line of text.
  public Place place() {
    return document.place(line, column);
  }

  /// Line and column alone, for "first at 3:5".
  public String brief() {
    Place place = place();
    return place.line() + ":" + place.column();
  }
}
