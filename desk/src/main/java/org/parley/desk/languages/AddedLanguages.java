package org.parley.desk.languages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.desk.Shelf;
import org.parley.formats.library.Library;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;

/// Reads the languages in the folder `words` of a node's data: one file `<tag>.yaml` each.
///
/// A text that does not fit is left out and told, and English stands in its place; a file that
/// cannot be read whole, or lacks what every page needs, is left out. No mistake of a translator
/// keeps a node from starting.
public final class AddedLanguages {

  public static final String FOLDER = "words";

  private static final int MOST_FILES = 20;
  private static final int LONGEST_TEXT = 2_000;
  private static final String WORDS = "words.";
  private static final Pattern NAME =
      Pattern.compile("([a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})\\.yaml");
  private static final Pattern GAP = Pattern.compile("\\{[0-9]\\}");
  private static final String RANGE = "[0-9]{1,9}(\\.\\.[0-9]{1,9})?";
  private static final String RELATION =
      "(always|never|[niv]( % [1-9][0-9]{0,8})? !?= " + RANGE + "(," + RANGE + ")*)";
  private static final Pattern RULE =
      Pattern.compile(RELATION + "((?: and | or )" + RELATION + ")*");

  /// Without these no page can be made in a language.
  private static final List<String> NEEDED =
      List.of(
          "page.language.name",
          "plural.one",
          "plural.few",
          "plural.many",
          "plural.other",
          "number.decimal",
          "number.group");

  /// @param languages what can be chosen
  /// @param issues all that is wrong with the files, each with its file and line
  public record Found(List<AddedLanguage> languages, List<Issue> issues) {
    public Found {
      languages = List.copyOf(languages);
      issues = List.copyOf(issues);
    }
  }

  private final Issues issues = new Issues();
  private final List<AddedLanguage> languages = new ArrayList<>();
  private final Map<String, String> english;
  private final Set<String> spoken;

  private AddedLanguages(Library library) {
    this.spoken = Set.copyOf(library.languages());
    this.english =
        library.texts("words/" + Shelf.ENGLISH + ".yaml").entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(WORDS))
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().substring(WORDS.length()), Map.Entry::getValue));
  }

  /// @param data the folder of the node's files; it may hold no folder of words
  /// @param library with the languages of the program
  public static Found in(Path data, Library library) {
    AddedLanguages reader = new AddedLanguages(library);
    Path folder = data.resolve(FOLDER);
    if (Files.isDirectory(folder)) {
      reader.folder(folder);
    }
    return new Found(reader.languages, reader.issues.list());
  }

  private void folder(Path folder) {
    try (Stream<Path> there = Files.list(folder)) {
      List<Path> files = there.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
      if (files.size() > MOST_FILES) {
        wrong(
            Place.of(folder.toString()), "more than " + MOST_FILES + " files; the first are read");
      }
      files.stream().limit(MOST_FILES).forEach(this::file);
    } catch (IOException fault) {
      unreadable(folder);
    }
  }

  private void file(Path file) {
    var name = NAME.matcher(String.valueOf(file.getFileName()));
    Place place = Place.of(file.toString());
    if (!name.matches()) {
      wrong(place, "a file of words is named after its language, such as pl.yaml");
    } else if (spoken.contains(name.group(1))) {
      wrong(place, "the program itself speaks this language, so the file is not used");
    } else {
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(Limits.DOCUMENT.bytes() + 1);
        int before = issues.list().size();
        Trees.readYaml(bytes, file.toString(), Limits.DOCUMENT, issues)
            .filter(tree -> issues.list().size() == before)
            .ifPresent(tree -> language(name.group(1), tree));
      } catch (IOException fault) {
        unreadable(file);
      }
    }
  }

  private void unreadable(Path file) {
    issues.add(
        IssueCode.SETTINGS_UNREADABLE,
        Place.of(file.toString()),
        "this cannot be read",
        "Let the node's user read it, or take it away.");
  }

  private void wrong(Place place, String message) {
    issues.add(
        IssueCode.LANGUAGE_FILE_UNFIT,
        place,
        message,
        "handbook/translations.md says how words are kept.");
  }

  private void language(String tag, Tree tree) {
    if (!(tree instanceof Tree.Mapping top)
        || !(top.find("language").orElse(tree) instanceof Tree.Text said)
        || !said.text().equals(tag)
        || !(top.find("words").orElse(tree) instanceof Tree.Mapping words)
        || words == top) {
      wrong(tree.place(), "the file says \"language: " + tag + "\" and then has its words");
      return;
    }
    Map<String, String> texts =
        words.entries().stream()
            .filter(this::fits)
            .collect(
                Collectors.toMap(Tree.Entry::key, entry -> ((Tree.Text) entry.value()).text()));
    List<String> missing = NEEDED.stream().filter(key -> !texts.containsKey(key)).toList();
    if (missing.isEmpty()) {
      languages.add(new AddedLanguage(tag, texts, english.size()));
    } else {
      wrong(
          words.place(),
          "no page can be made without these, so the language is not offered: "
              + String.join(", ", missing));
    }
  }

  private boolean fits(Tree.Entry entry) {
    String original = english.get(entry.key());
    if (original == null) {
      issues.add(
          IssueCode.LANGUAGE_FILE_KEY,
          entry.keyMark().place(),
          "\"%s\" is said nowhere".formatted(entry.key()),
          "Take it away, or look for its new name in the newest English file.");
      return false;
    }
    if (!(entry.value() instanceof Tree.Text text) || text.text().isEmpty()) {
      wrong(entry.value().place(), "\"%s\" has no text".formatted(entry.key()));
      return false;
    }
    String says = text.text();
    boolean rule = entry.key().startsWith("plural.");
    if (says.length() > LONGEST_TEXT || says.chars().anyMatch(AddedLanguages::forbidden)) {
      wrong(text.place(), "too long, or with characters that no text has");
      return false;
    }
    if (rule && !RULE.matcher(says).matches()) {
      wrong(text.place(), "no rule of the CLDR, such as: v = 0 and i % 10 = 2..4");
      return false;
    }
    if (!gaps(original).equals(gaps(says))) {
      issues.add(
          IssueCode.LANGUAGE_FILE_GAPS,
          text.place(),
          "English has the gaps %s, this text %s".formatted(gaps(original), gaps(says)),
          "Fill the same gaps, in any order.");
      return false;
    }
    return true;
  }

  private static boolean forbidden(int letter) {
    return Character.isISOControl(letter)
        || (letter >= 0x202A && letter <= 0x202E)
        || (letter >= 0xFDD0 && letter <= 0xFDEF);
  }

  private static Set<String> gaps(String text) {
    return GAP.matcher(text)
        .results()
        .map(result -> result.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
