package org.parley.formats.tree;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.core.issue.Issue;
import org.parley.core.issue.Issues;

/// What reading a text gave, for tests.
record Reading(Optional<Tree> tree, List<Issue> issues) {

  static Reading yaml(String text) {
    return yaml(text.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
  }

  static Reading yaml(byte[] bytes, Limits limits) {
    Issues issues = new Issues();
    return new Reading(Trees.readYaml(bytes, "x.yaml", limits, issues), issues.list());
  }

  static Reading json(String text) {
    return json(text.getBytes(StandardCharsets.UTF_8), Limits.DOCUMENT);
  }

  static Reading json(byte[] bytes, Limits limits) {
    Issues issues = new Issues();
    return new Reading(Trees.readJson(bytes, "x.json", limits, issues), issues.list());
  }

  /// The tree without places: `{a: [b, 'c'], d: -}`.
  String shown() {
    return tree.map(Reading::show).orElse("refused");
  }

  /// All problems in full.
  String told() {
    return issues.stream().map(Issue::toString).collect(Collectors.joining("\n"));
  }

  private static String show(Tree tree) {
    return switch (tree) {
      case Tree.Text(String text, Tree.Kind kind, _) ->
          kind == Tree.Kind.QUOTED ? "'" + text + "'" : text;
      case Tree.Sequence(List<Tree> items, _) ->
          items.stream().map(Reading::show).collect(Collectors.joining(", ", "[", "]"));
      case Tree.Mapping(List<Tree.Entry> entries, _) ->
          entries.stream()
              .map(entry -> entry.key() + ": " + show(entry.value()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Tree.Nothing _ -> "-";
    };
  }
}
