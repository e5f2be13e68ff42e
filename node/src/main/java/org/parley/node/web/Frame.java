package org.parley.node.web;

import java.util.List;
import org.parley.desk.voice.Words;

/// What the layout needs: the visit, the page's title, the languages and the files that it names.
///
/// @param languages the languages to choose from
/// @param assets where styles and scripts lie
public record Frame(Visit visit, String title, List<Language> languages, Assets assets) {

  public Frame {
    languages = List.copyOf(languages);
  }

  /// @param tag BCP 47
  /// @param name how the language calls itself
  public record Language(String tag, String name) {}

  public Words words() {
    return visit.words();
  }
}
