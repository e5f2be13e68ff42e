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
/// @param isWide whether it runs over several lines of the file
public record FormField(
    Section section, String path, String says, Tree.Text at, List<Choice> choices, boolean isWide) {

  private static final int WIDTH = 60;
  private static final int MOST_LINES = 14;

  /// A part of the form.
  public enum Section {
    HEAD,
    THRESHOLDS,
    QUANTITIES,
    SCORES,
    LEVELS_GIVEN,
    CELLS,
    UNKNOWNS,
    JUDGEMENTS,
    CLOCKS,
    SOURCES,
    CITES,
    CALLS,
    MEASURES;

    /// Whether a designer changes it most, so that it stands open.
    public boolean isForemost() {
      return switch (this) {
        case HEAD, THRESHOLDS, SCORES, LEVELS_GIVEN, CELLS, UNKNOWNS, CALLS -> true;
        case QUANTITIES, JUDGEMENTS, CLOCKS, SOURCES, CITES, MEASURES -> false;
      };
    }
  }

  /// @param value as the file writes it
  /// @param says as people read it
  public record Choice(String value, String says) {}

  public String value() {
    return at.text().strip();
  }

  /// Whether it wants a field of several lines; one of a single line would lose line ends.
  public boolean isLong() {
    return isWide || value().contains("\n");
  }

  /// How many lines a field needs that shows it all.
  public int lines() {
    int lines = value().lines().mapToInt(line -> 1 + line.length() / WIDTH).sum();
    return Math.min(MOST_LINES, Math.max(2, lines));
  }

  /// What was typed, as the file would have it: without blanks at its ends, line ends as Unix has
  /// them.
  static String typed(String value) {
    return value.replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  public int line() {
    return at.mark().line();
  }

  /// An id for labels and links, unique on a page.
  public String id() {
    return "v-" + path.replaceAll("[^A-Za-z0-9]", "-") + "-" + at.mark().line();
  }
}
