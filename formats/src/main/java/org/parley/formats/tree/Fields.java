package org.parley.formats.tree;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;

/// A map being read key by key, so that a reader tells all that is wrong with it at once.
///
/// Every key that is asked for counts as known; [#end()] tells which keys of the document nobody
/// asked for. What is missing or has the wrong shape is told when it is asked for, once.
public final class Fields {

  private final Optional<Tree.Mapping> mapping;
  private final Mark mark;
  private final String what;
  private final Issues issues;
  private final Set<String> known = new LinkedHashSet<>();

  private Fields(Optional<Tree.Mapping> mapping, Mark mark, String what, Issues issues) {
    this.mapping = mapping;
    this.mark = mark;
    this.what = what;
    this.issues = issues;
  }

  /// Begins to read a map.
  ///
  /// @param what what the map is, for messages: `the scale`, `criterion actor`
  public static Fields of(Tree tree, String what, Issues issues) {
    if (tree instanceof Tree.Mapping mapping) {
      return new Fields(Optional.of(mapping), mapping.mark(), what, issues);
    }
    issues.add(
        IssueCode.WRONG_SHAPE,
        tree.place(),
        "%s is a map, and here stands %s".formatted(what, tree.shape()),
        "write `key: value` pairs");
    return new Fields(Optional.empty(), tree.mark(), what, issues);
  }

  /// Where the map begins.
  public Place place() {
    return mark.place();
  }

  public Mark mark() {
    return mark;
  }

  public Issues issues() {
    return issues;
  }

  /// What the map is, as it was named.
  public String what() {
    return what;
  }

  public boolean has(String key) {
    known.add(key);
    return mapping.flatMap(map -> map.find(key)).isPresent();
  }

  /// Whatever stands under the key; an empty value is told and counts as absent.
  public Optional<Tree> any(String key) {
    known.add(key);
    Optional<Tree> value = mapping.flatMap(map -> map.find(key));
    if (value.isPresent() && value.get() instanceof Tree.Nothing nothing) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          nothing.place(),
          "\"%s\" in %s is empty".formatted(key, what),
          "write a value, or leave out the key");
      return Optional.empty();
    }
    return value;
  }

  public Optional<Tree> needAny(String key) {
    needed(key);
    return any(key);
  }

  public Optional<Tree.Text> text(String key) {
    return any(key).flatMap(value -> text(value, "\"%s\" in %s".formatted(key, what), issues));
  }

  public Optional<Tree.Text> needText(String key) {
    needed(key);
    return text(key);
  }

  public Optional<List<Tree>> list(String key) {
    return any(key).flatMap(value -> list(value, "\"%s\" in %s".formatted(key, what), issues));
  }

  public Optional<List<Tree>> needList(String key) {
    needed(key);
    return list(key);
  }

  /// The entries of the map under the key, whose own keys are names that the author chose.
  public Optional<List<Tree.Entry>> named(String key) {
    return any(key).flatMap(value -> entries(value, "\"%s\" in %s".formatted(key, what), issues));
  }

  /// As [#named(String)], where nothing after the key means a map without entries: a section of a
  /// form that nobody has filled yet.
  public Optional<List<Tree.Entry>> namedOrBlank(String key) {
    boolean blank =
        mapping.flatMap(map -> map.find(key)).filter(Tree.Nothing.class::isInstance).isPresent();
    known.add(key);
    return blank ? Optional.of(List.of()) : named(key);
  }

  public Optional<List<Tree.Entry>> needNamed(String key) {
    needed(key);
    return named(key);
  }

  /// The map under the key, to be read key by key in its turn.
  public Optional<Fields> map(String key) {
    return any(key)
        .map(value -> of(value, "\"%s\" in %s".formatted(key, what), issues))
        .filter(fields -> fields.mapping.isPresent());
  }

  public Optional<Fields> needMap(String key) {
    needed(key);
    return map(key);
  }

  private void needed(String key) {
    if (mapping.isPresent() && !has(key)) {
      issues.add(IssueCode.MISSING_KEY, place(), "%s needs the key \"%s\"".formatted(what, key));
    }
  }

  /// What to tell somebody whose map has none of the keys of which it needs one.
  public String oneOf(List<String> keys) {
    return mapping.stream()
        .flatMap(map -> map.entries().stream())
        .flatMap(entry -> Nearest.to(entry.key(), keys).stream())
        .findFirst()
        .map("did you mean \"%s\"?"::formatted)
        .orElse("write one of " + String.join(", ", keys));
  }

  /// The entries that nobody asked for.
  public List<Tree.Entry> unasked() {
    return mapping.stream()
        .flatMap(map -> map.entries().stream())
        .filter(entry -> !known.contains(entry.key()))
        .toList();
  }

  /// Tells the keys that nobody asked for.
  public void end() {
    mapping.ifPresent(map -> {
      for (Tree.Entry entry : map.entries()) {
        if (!known.contains(entry.key())) {
          issues.add(
              new Issue(
                  IssueCode.UNKNOWN_KEY,
                  entry.keyMark().place(),
                  "%s has no key \"%s\"".formatted(what, entry.key()),
                  Nearest.remedy(entry.key(), known)));
        }
      }
    });
  }

  /// The scalar, or a problem.
  public static Optional<Tree.Text> text(Tree tree, String what, Issues issues) {
    if (tree instanceof Tree.Text text) {
      return Optional.of(text);
    }
    issues.add(
        IssueCode.WRONG_SHAPE,
        tree.place(),
        "%s is one value, and here stands %s".formatted(what, tree.shape()));
    return Optional.empty();
  }

  /// The items of a list, or a problem.
  public static Optional<List<Tree>> list(Tree tree, String what, Issues issues) {
    if (tree instanceof Tree.Sequence(List<Tree> items, _)) {
      return Optional.of(items);
    }
    issues.add(
        IssueCode.WRONG_SHAPE,
        tree.place(),
        "%s is a list, and here stands %s".formatted(what, tree.shape()),
        "write `[a, b]`, or one item per line after a hyphen");
    return Optional.empty();
  }

  /// The entries of a map, or a problem.
  public static Optional<List<Tree.Entry>> entries(Tree tree, String what, Issues issues) {
    if (tree instanceof Tree.Mapping(List<Tree.Entry> entries, _)) {
      return Optional.of(entries);
    }
    issues.add(
        IssueCode.WRONG_SHAPE,
        tree.place(),
        "%s is a map, and here stands %s".formatted(what, tree.shape()),
        "write `key: value` pairs");
    return Optional.empty();
  }
}
