package org.parley.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.parley.core.handling.GradeTable;
import org.parley.core.issue.Checked;
import org.parley.core.response.ResponsePlan;
import org.parley.core.scale.ScaleEdition;
import org.parley.desk.voice.Labels;
import org.parley.desk.voice.ScaleVoice;
import org.parley.desk.voice.Values;
import org.parley.desk.voice.Words;
import org.parley.formats.library.EditionName;
import org.parley.formats.library.FolderSource;
import org.parley.formats.library.Library;
import org.parley.formats.library.PackedSource;

/// The library, opened in one language.
public final class Shelf {

  /// The language that is always complete, and answers where another has no text.
  public static final String ENGLISH = "en";

  private final Library library;
  private final Words words;
  private final Labels facts;
  private final Map<String, ScaleVoice> voices = new ConcurrentHashMap<>();
  private final Map<String, Labels> others = new ConcurrentHashMap<>();
  private final Map<String, StateNames> states = new ConcurrentHashMap<>();

  private final AtomicReference<@Nullable GradeTable> grades = new AtomicReference<>();

  private Shelf(Library library, Words words, Labels facts) {
    this.library = library;
    this.words = words;
    this.facts = facts;
  }

  /// Opens the library that travels inside the program, or that of a folder.
  public static Library library(Optional<Path> folder) {
    return new Library(
        folder
            .<org.parley.formats.library.LibrarySource>map(FolderSource::new)
            .orElseGet(Shelf::packed));
  }

  private static PackedSource packed() {
    try (InputStream in = Shelf.class.getResourceAsStream("/library.packed")) {
      if (in == null) {
        throw new IllegalStateException("the program was built without its library");
      }
      return PackedSource.of(in.readAllBytes());
    } catch (IOException fault) {
      throw new UncheckedIOException("the library inside the program cannot be read", fault);
    }
  }

  /// @param language a language that the library has words for
  public static Shelf open(Library library, String language) {
    Labels words = labels(library, language, "words/%s.yaml");
    Map<String, String> own = new HashMap<>(library.texts("facts/labels/" + language + ".yaml"));
    Map<String, String> english = new HashMap<>(library.texts("facts/labels/" + ENGLISH + ".yaml"));
    for (String list : library.typeLists()) {
      own.putAll(library.texts("types/labels/" + list + "/" + language + ".yaml"));
      english.putAll(library.texts("types/labels/" + list + "/" + ENGLISH + ".yaml"));
    }
    // A fact can name States.
    own.putAll(library.texts("states/labels/" + language + ".yaml"));
    english.putAll(library.texts("states/labels/" + ENGLISH + ".yaml"));
    return new Shelf(library, new Words(language, words), new Labels(own, english));
  }

  private static Labels labels(Library library, String language, String pattern) {
    return new Labels(
        library.texts(pattern.replace("%s", language)),
        library.texts(pattern.replace("%s", ENGLISH)));
  }

  public Library library() {
    return library;
  }

  /// The file of an edition as it stands, whose digest is the edition's identity; empty where it is
  /// not at hand.
  public Optional<byte[]> file(EditionName name) {
    return file("scales/" + name.scale() + "/" + name.edition() + "/scale.yaml");
  }

  /// A file of a scale or plan as it stands, by its name in the library; empty where it is not at
  /// hand.
  public Optional<byte[]> file(String path) {
    Optional<byte[]> kept = library.source().bytes(path);
    if (kept.isPresent()) {
      return kept;
    }
    try (InputStream in = Shelf.class.getResourceAsStream("/library/" + path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException fault) {
      throw new UncheckedIOException("the library inside the program cannot be read", fault);
    }
  }

  public Words words() {
    return words;
  }

  public Labels factLabels() {
    return facts;
  }

  /// An edition as it speaks in this language; one of a file of the user's own speaks with its
  /// keys.
  public ScaleVoice voice(ScaleEdition edition) {
    return voices.computeIfAbsent(
        edition.digest().hex(),
        _ -> {
          EditionName name = new EditionName(edition.heading().id(), edition.heading().edition());
          Labels scale =
              labels(
                  library,
                  words.language(),
                  "scales/" + name.scale() + "/" + name.edition() + "/labels/%s.yaml");
          return ScaleVoice.of(edition, library.catalogue(), words, facts, scale);
        });
  }

  /// The same by its name; empty where the library has no such edition that can be read.
  public Optional<ScaleVoice> voice(EditionName name) {
    return library.editions().contains(name)
            && library.edition(name) instanceof Checked.Sound<ScaleEdition>(ScaleEdition found, _)
        ? Optional.of(voice(found))
        : Optional.empty();
  }

  /// What States are called.
  public StateNames states() {
    return states.computeIfAbsent(
        words.language(),
        language ->
            new StateNames(
                library.states().orThrow(),
                words,
                labels(library, language, "states/labels/%s.yaml")));
  }

  /// The secrecy grades of States, read once.
  public GradeTable grades() {
    GradeTable there = grades.get();
    if (there == null) {
      there = library.grades().orThrow();
      grades.set(there);
    }
    return there;
  }

  /// The texts of the sixteen measures.
  public Labels measureLabels() {
    return others.computeIfAbsent(
        "measures/labels/%s.yaml", pattern -> labels(library, words.language(), pattern));
  }

  /// The facts of the catalogue, without the judgements of any scale.
  public Values values() {
    return new Values(words, facts, Labels.NONE, library.catalogue());
  }

  /// A released fact in words; as it was written where it cannot be read.
  public String fact(String line) {
    return new FactLine(library, values()).told(line).orElse(line);
  }

  /// The formats for statements, their items, what NIL means, and options.
  public Labels messageLabels() {
    return labels(library, words.language(), "messages/labels/%s.yaml");
  }

  public Labels planLabels(ResponsePlan plan) {
    return labels(library, words.language(), "plans/labels/" + plan.name() + "/%s.yaml");
  }
}
