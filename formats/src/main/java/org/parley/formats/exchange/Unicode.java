package org.parley.formats.exchange;

import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.formats.tree.Tree;

/// Refuses halves of characters: JSON can write them, and nothing can keep them.
final class Unicode {

  private Unicode() {}

  static void check(Tree tree, Issues issues) {
    switch (tree) {
      case Tree.Text(String text, _, _) -> check(text, tree, issues);
      case Tree.Sequence(var items, _) -> items.forEach(item -> check(item, issues));
      case Tree.Mapping(var entries, _) ->
          entries.forEach(entry -> {
            check(entry.key(), tree, issues);
            check(entry.value(), issues);
          });
      case Tree.Nothing _ -> {}
    }
  }

  private static void check(String text, Tree at, Issues issues) {
    if (!isWhole(text)) {
      issues.add(
          IssueCode.NOT_UNICODE, at.place(), "a text holds half a character, a lone surrogate");
    }
  }

  /// Whether the text has no unpaired surrogate.
  static boolean isWhole(String text) {
    for (int index = 0; index < text.length(); index++) {
      char each = text.charAt(index);
      if (Character.isHighSurrogate(each)
          && index + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(index + 1))) {
        index++;
      } else if (Character.isSurrogate(each)) {
        return false;
      }
    }
    return true;
  }
}
