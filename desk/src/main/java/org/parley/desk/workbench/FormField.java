package org.parley.desk.workbench;

import java.util.List;
import org.parley.formats.tree.Tree;

/// One value of a draft's file that a form can change, by its place in the file.
///
/// @param section which part of the form it stands in
/// @param path keys and places of list items from the top, joined by slashes
/// @param says where it stands, for people
/// @param at the value itself
/// @param choices what can be chosen; empty where anything can be written
public record FormField(
    Section section, String path, String says, Tree.Text at, List<Choice> choices) {

  /// A part of the form.
  public enum Section {
    HEAD,
    THRESHOLDS,
    SCORES,
    LEVELS_GIVEN,
    CELLS,
    UNKNOWNS,
    CLOCKS,
    SOURCES,
    CITES,
    CALLS,
    MEASURES;

    /// Whether a designer changes it most, so that it stands open.
    public boolean isForemost() {
      return switch (this) {
        case HEAD, THRESHOLDS, SCORES, LEVELS_GIVEN, CELLS, UNKNOWNS, CALLS -> true;
        case CLOCKS, SOURCES, CITES, MEASURES -> false;
      };
    }
  }

  /// @param value as the file writes it
  /// @param says as people read it
  public record Choice(String value, String says) {}

  public String value() {
    return at.text();
  }

  public int line() {
    return at.mark().line();
  }

  /// An id for labels and links, unique on a page.
  public String id() {
    return "v-" + path.replaceAll("[^A-Za-z0-9]", "-") + "-" + at.mark().line();
  }
}
