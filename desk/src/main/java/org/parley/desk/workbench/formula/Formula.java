package org.parley.desk.workbench.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.YamlScalar;

/// How a score is computed from criteria: `min(4, basic + adjustment) * identification`.
///
/// The file holds the same as nested maps in one line. A minus needs blanks around it, because
/// names have hyphens.
public sealed interface Formula {

  /// A criterion or a number, as it is written.
  record Leaf(String word) implements Formula {
    boolean isNumber() {
      return word.matches(NUMBER);
    }
  }

  /// @param verb `sum`, `product`, `max` or `min`
  record Of(String verb, List<Formula> parts) implements Formula {
    public Of {
      parts = List.copyOf(parts);
    }
  }

  /// The deepest that a formula may be nested.
  int DEEPEST = 20;

  String NUMBER = "-?[0-9]{1,9}(\\.[0-9]{1,9})?";
  String NAME = "[A-Za-z][A-Za-z0-9-]{0,59}";

  /// Reads what was typed; empty where it is no formula.
  static Optional<Formula> typed(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher =
        Pattern.compile("\\s*(" + NAME + "|[0-9]+(?:\\.[0-9]+)?|[-+*×·(),])\\s*").matcher(text);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      words.add(matcher.group(1));
      end = matcher.end();
    }
    return end == text.length() && !words.isEmpty() ? new Reading(words).whole() : Optional.empty();
  }

  /// Reads what a file holds; empty where it is something else.
  static Optional<Formula> of(Tree tree) {
    return of(tree, 0);
  }

  private static Optional<Formula> of(Tree tree, int depth) {
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    if (tree instanceof Tree.Text(String word, _, _)) {
      return word.matches(NUMBER) || word.matches(NAME)
          ? Optional.of(new Leaf(word))
          : Optional.empty();
    }
    if (tree instanceof Tree.Mapping(var entries, _)
        && entries.size() == 1
        && Set.of("sum", "product", "max", "min").contains(entries.getFirst().key())
        && entries.getFirst().value() instanceof Tree.Sequence(var items, _)) {
      List<Formula> parts = items.stream().flatMap(item -> of(item, depth + 1).stream()).toList();
      return parts.size() == items.size() && !parts.isEmpty()
          ? Optional.of(new Of(entries.getFirst().key(), parts))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /// The names of criteria in it.
  default Set<String> criteria() {
    return switch (this) {
      case Leaf leaf -> leaf.isNumber() ? Set.of() : Set.of(leaf.word());
      case Of(_, List<Formula> parts) ->
          parts.stream()
              .flatMap(part -> part.criteria().stream())
              .collect(Collectors.toCollection(TreeSet::new));
    };
  }

  /// As a file holds it, in one line.
  default String yaml() {
    return switch (this) {
      case Leaf leaf -> leaf.isNumber() ? leaf.word() : YamlScalar.written(leaf.word());
      case Of(String verb, List<Formula> parts) ->
          parts.stream()
              .map(Formula::yaml)
              .collect(Collectors.joining(", ", "{" + verb + ": [", "]}"));
    };
  }

  /// As people write it.
  default String shown() {
    return switch (this) {
      case Leaf(String word) -> word;
      case Of(String verb, List<Formula> parts) ->
          switch (verb) {
            case "sum" -> joined(parts, " + ", false);
            case "product" -> joined(parts, " * ", true);
            default -> verb + "(" + joined(parts, ", ", false) + ")";
          };
    };
  }

  private static String joined(List<Formula> parts, String by, boolean tight) {
    return parts.stream()
        .map(part -> tight && isSum(part) ? "(" + part.shown() + ")" : part.shown())
        .collect(Collectors.joining(by));
  }

  private static boolean isSum(Formula part) {
    return part instanceof Of(String verb, _) && verb.equals("sum");
  }

  /// Reads words from the left.
  final class Reading {
    private final List<String> words;
    private int at;
    private int depth;

    private Reading(List<String> words) {
      this.words = words;
    }

    private Optional<Formula> whole() {
      Optional<Formula> all = sum();
      return at == words.size() ? all : Optional.empty();
    }

    private boolean take(String word) {
      boolean there = at < words.size() && words.get(at).equals(word);
      at += there ? 1 : 0;
      return there;
    }

    private Optional<Formula> sum() {
      List<Formula> parts = new ArrayList<>();
      boolean minus = false;
      do {
        Optional<Formula> part = product();
        if (part.isEmpty()) {
          return part;
        }
        parts.add(minus ? new Of("product", List.of(new Leaf("-1"), part.get())) : part.get());
        minus = at < words.size() && words.get(at).equals("-");
      } while (take("+") || take("-"));
      return Optional.of(parts.size() == 1 ? parts.getFirst() : new Of("sum", parts));
    }

    private Optional<Formula> product() {
      List<Formula> parts = new ArrayList<>();
      do {
        Optional<Formula> part = factor();
        if (part.isEmpty()) {
          return part;
        }
        parts.add(part.get());
      } while (take("*") || take("×") || take("·"));
      return Optional.of(parts.size() == 1 ? parts.getFirst() : new Of("product", parts));
    }

    private Optional<Formula> factor() {
      if (at >= words.size() || depth > DEEPEST) {
        return Optional.empty();
      }
      boolean minus = take("-");
      String word = at < words.size() ? words.get(at++) : "";
      if (minus) {
        return word.matches(NUMBER) ? Optional.of(new Leaf("-" + word)) : Optional.empty();
      }
      if (word.equals("(")) {
        depth++;
        Optional<Formula> inside = sum();
        depth--;
        return take(")") ? inside : Optional.empty();
      }
      if ((word.equals("min") || word.equals("max")) && take("(")) {
        return listed(word);
      }
      return word.matches(NUMBER) || word.matches(NAME)
          ? Optional.of(new Leaf(word))
          : Optional.empty();
    }

    private Optional<Formula> listed(String verb) {
      List<Formula> parts = new ArrayList<>();
      depth++;
      do {
        Optional<Formula> part = sum();
        if (part.isEmpty()) {
          return part;
        }
        parts.add(part.get());
      } while (take(","));
      depth--;
      return take(")") ? Optional.of(new Of(verb, parts)) : Optional.empty();
    }
  }
}
