package org.parley.node.web;

import java.util.Set;
import org.parley.core.people.Permissions;

/// Makes the frame of each page.
public final class Frames {

  private final Shelves shelves;
  private final Assets assets;
  private final Permissions permissions;

  public Frames(Shelves shelves, Assets assets, Permissions permissions) {
    this.shelves = shelves;
    this.assets = assets;
    this.permissions = permissions;
  }

  /// The texts that a language lacks and English says; none in the languages of the program.
  Set<String> onlyEnglish(String language) {
    return shelves.onlyEnglish(language);
  }

  Frame of(Visit visit, String title) {
    return new Frame(
        visit,
        title,
        visit.site().languages().stream()
            .map(tag -> new Frame.Language(tag, shelves.ownName(tag)))
            .toList(),
        assets,
        permissions);
  }
}
