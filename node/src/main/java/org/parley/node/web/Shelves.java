package org.parley.node.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.desk.Shelf;
import org.parley.formats.library.Library;

/// The library in every language it speaks, each opened once.
public final class Shelves {

  private final Library library;
  private final List<String> languages;
  private final Set<String> added;
  private final Map<String, Set<String>> onlyEnglish = new ConcurrentHashMap<>();
  private final Map<String, Shelf> open = new ConcurrentHashMap<>();

  /// @param added languages that the operator added, which may be silent here and there
  public Shelves(Library library, Set<String> added) {
    this.library = library;
    this.added = Set.copyOf(added);
    this.languages =
        library.languages().stream()
            .sorted(
                Comparator.comparing((String tag) -> !tag.equals(Shelf.ENGLISH))
                    .thenComparing(added::contains))
            .toList();
  }

  public Library library() {
    return library;
  }

  /// All of them, English first.
  public List<String> languages() {
    return languages;
  }

  /// Those that the operator added, in their order.
  public List<String> added() {
    return languages.stream().filter(added::contains).toList();
  }

  /// The texts that a language lacks and English says, as they stand in a page; none in the
  /// languages of the program.
  Set<String> onlyEnglish(String language) {
    return added.contains(language)
        ? onlyEnglish.computeIfAbsent(language, this::lacking)
        : Set.of();
  }

  private Set<String> lacking(String language) {
    Set<String> lacking = new HashSet<>();
    List<String> files = new ArrayList<>(List.of("words/", "facts/labels/", "measures/labels/"));
    library.typeLists().forEach(list -> files.add("types/labels/" + list + "/"));
    for (String file : files) {
      Set<String> own = library.texts(file + language + ".yaml").keySet();
      library
          .texts(file + Shelf.ENGLISH + ".yaml")
          .forEach((key, text) -> {
            if (!own.contains(key) && text.indexOf('{') < 0) {
              lacking.add(inPage(text));
            }
          });
    }
    return lacking;
  }

  private static String inPage(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
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
