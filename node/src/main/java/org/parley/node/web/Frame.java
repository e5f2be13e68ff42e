package org.parley.node.web;

import java.util.List;
import org.parley.core.people.Action;
import org.parley.core.people.Permissions;
import org.parley.desk.voice.Words;

/// What the layout needs: the visit, the page's title, the languages and the files that it names.
///
/// @param languages the languages to choose from
/// @param assets where styles and scripts lie
/// @param permissions so that no link is shown that leads nowhere
public record Frame(
    Visit visit, String title, List<Language> languages, Assets assets, Permissions permissions) {

  public Frame {
    languages = List.copyOf(languages);
  }

  /// @param tag BCP 47
  /// @param name how the language calls itself
  public record Language(String tag, String name) {}

  /// Whether the viewer may do this to anything at all.
  public boolean may(Action action) {
    return visit
        .viewer()
        .filter(viewer -> !permissions.relations(viewer.actor(), action).isEmpty())
        .isPresent();
  }

  public Words words() {
    return visit.words();
  }
}
