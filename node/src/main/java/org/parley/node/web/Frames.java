package org.parley.node.web;

/// Makes the frame of each page.
public final class Frames {

  private final Shelves shelves;
  private final Assets assets;

  public Frames(Shelves shelves, Assets assets) {
    this.shelves = shelves;
    this.assets = assets;
  }

  Frame of(Visit visit, String title) {
    return new Frame(
        visit,
        title,
        visit.site().languages().stream()
            .map(tag -> new Frame.Language(tag, shelves.ownName(tag)))
            .toList(),
        assets);
  }
}
