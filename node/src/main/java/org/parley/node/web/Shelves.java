package org.parley.node.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.desk.Shelf;
import org.parley.formats.library.Library;

/// The library in every language it speaks, each opened once.
public final class Shelves {

  private final Library library;
  private final List<String> languages;
  private final Map<String, Shelf> open = new ConcurrentHashMap<>();

  public Shelves(Library library) {
    this.library = library;
    this.languages =
        library.languages().stream()
            .sorted(Comparator.comparing(tag -> !tag.equals(Shelf.ENGLISH)))
            .toList();
  }

  public Library library() {
    return library;
  }

  /// All of them, English first.
  public List<String> languages() {
    return languages;
  }

  /// @param language one of [#languages]
  public Shelf in(String language) {
    return open.computeIfAbsent(language, tag -> Shelf.open(library, tag));
  }

  /// How a language calls itself.
  public String ownName(String language) {
    return in(language).words().say("page.language.name");
  }
}
