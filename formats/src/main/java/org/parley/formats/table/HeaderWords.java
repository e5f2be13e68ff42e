package org.parley.formats.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Fact;
import org.parley.core.issue.Issues;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;

/// The words that registers use, in six languages: for columns, for yes and no, for nothing.
final class HeaderWords {

  private static final String FILE = "headers.yaml";

  private final Map<String, Set<String>> namesOfFacts = new HashMap<>();
  private final Map<String, Set<String>> lists = new HashMap<>();

  private HeaderWords() {}

  /// @param texts the labels of facts by path, one map per language: `facts.downtime.label`
  static HeaderWords of(Catalogue catalogue, List<Map<String, String>> texts) {
    HeaderWords words = new HeaderWords();
    Issues issues = new Issues();
    Fields file = Fields.of(shipped(issues), "the words of headers", issues);
    for (Tree.Entry entry : file.needNamed("facts").orElse(List.of())) {
      words.namesOfFacts.put(entry.key(), words(entry.value(), issues));
    }
    for (String key : List.of("id", "currency", "unknown", "empty", "unclear", "yes", "no")) {
      words.lists.put(key, file.needAny(key).map(list -> words(list, issues)).orElse(Set.of()));
    }
    file.end();
    if (issues.hasErrors()) {
      throw new IllegalStateException(issues.list().toString());
    }
    for (Fact fact : catalogue.facts()) {
      Set<String> names =
          words.namesOfFacts.computeIfAbsent(fact.id().text(), _ -> new HashSet<>());
      names.add(plain(fact.id().text()));
      texts.forEach(language -> {
        String label = language.get("facts." + fact.id() + ".label");
        if (label != null) {
          names.add(plain(label));
        }
      });
    }
    return words;
  }

  private static Tree shipped(Issues issues) {
    try (InputStream in = HeaderWords.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the words of headers are not in the program");
      }
      return Trees.readYaml(in.readAllBytes(), FILE, Limits.DOCUMENT, issues)
          .orElseThrow(() -> new IllegalStateException(issues.list().toString()));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static Set<String> words(Tree list, Issues issues) {
    Set<String> words = new HashSet<>();
    for (Tree item : Fields.list(list, "a list of words", issues).orElse(List.of())) {
      Fields.text(item, "a word", issues).ifPresent(text -> words.add(plain(text.text())));
    }
    return words;
  }

  /// A text as it is compared: words apart, without capitals, accents and punctuation. A text of
  /// punctuation alone stays itself.
  static String plain(String text) {
    String bare =
        Normalizer.normalize(text.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " "), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
    return bare.isEmpty() ? text.strip() : bare;
  }

  boolean is(String list, String text) {
    return lists.getOrDefault(list, Set.of()).contains(plain(text));
  }

  /// How well a header names a fact: 3 in its words, 2 with words besides, 0 not.
  int fit(String header, Fact fact) {
    String plain = plain(header);
    List<String> tokens = List.of(plain.split(" ", -1));
    int best = 0;
    for (String name : namesOfFacts.getOrDefault(fact.id().text(), Set.of())) {
      if (name.equals(plain)) {
        return 3;
      }
      List<String> needed = new ArrayList<>(List.of(name.split(" ", -1)));
      boolean inside = name.length() > 2 && new HashSet<>(tokens).containsAll(needed);
      best = Math.max(best, inside ? 2 : 0);
    }
    return best;
  }

  /// How many letters of the header the longest name of the fact in it has, to choose between
  /// facts.
  int length(String header, Fact fact) {
    Set<String> tokens = new HashSet<>(List.of(plain(header).split(" ", -1)));
    return namesOfFacts.getOrDefault(fact.id().text(), Set.of()).stream()
        .filter(name -> tokens.containsAll(List.of(name.split(" ", -1))))
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }
}
