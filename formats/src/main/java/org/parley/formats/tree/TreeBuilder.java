package org.parley.formats.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;

/// Puts a tree together from what a parser meets, and keeps the limits and the rules about keys.
final class TreeBuilder {

  private final Limits limits;
  private final Issues issues;
  private final Deque<Open> open = new ArrayDeque<>();
  private @Nullable Tree root;
  private int values;

  TreeBuilder(Limits limits, Issues issues) {
    this.limits = limits;
    this.issues = issues;
  }

  Optional<Tree> root() {
    return Optional.ofNullable(root);
  }

  /// Begins a map. False where a limit was passed: reading must stop then.
  boolean openMapping(Mark mark) {
    return push(new OpenMapping(mark));
  }

  /// Begins a list. False where a limit was passed.
  boolean openSequence(Mark mark) {
    return push(new OpenSequence(mark));
  }

  private boolean push(Open begun) {
    if (open.size() >= limits.depth()) {
      issues.add(
          IssueCode.TOO_DEEP,
          begun.mark().place(),
          "maps and lists lie more than %d deep in each other".formatted(limits.depth()));
      return false;
    }
    open.push(begun);
    return true;
  }

  /// Ends the map or list begun last. False where a limit was passed.
  boolean close() {
    return add(open.pop().closed());
  }

  /// Adds a value, or in a map the next key. False where a limit was passed.
  boolean add(Tree node) {
    Open into = open.peek();
    if (into instanceof OpenMapping mapping && mapping.wantsKey()) {
      mapping.key(node, issues);
      return true;
    }
    if (++values > limits.values()) {
      issues.add(
          IssueCode.DOCUMENT_TOO_LARGE,
          node.place(),
          "the document has more than %d values".formatted(limits.values()));
      return false;
    }
    switch (into) {
      case null -> root = node;
      case OpenMapping mapping -> mapping.value(node);
      case OpenSequence sequence -> sequence.items.add(node);
    }
    return true;
  }

  private sealed interface Open {
    Mark mark();

    Tree closed();
  }

  private record OpenSequence(Mark mark, List<Tree> items) implements Open {
    OpenSequence(Mark mark) {
      this(mark, new ArrayList<>());
    }

    @Override
    public Tree closed() {
      return new Tree.Sequence(items, mark);
    }
  }

  private static final class OpenMapping implements Open {
    /// Up to so many keys are compared one by one, which is quicker than a table.
    private static final int FEW = 8;

    private final Mark mark;
    private final List<Tree.Entry> entries = new ArrayList<>();
    private final Map<String, Mark> seen = new HashMap<>();
    private Optional<Tree.Text> key = Optional.empty();
    private boolean wantsKey = true;

    OpenMapping(Mark mark) {
      this.mark = mark;
    }

    @Override
    public Mark mark() {
      return mark;
    }

    boolean wantsKey() {
      return wantsKey;
    }

    /// Takes a key; where it cannot be one, its value will be dropped.
    void key(Tree node, Issues issues) {
      wantsKey = false;
      key = Optional.empty();
      if (!(node instanceof Tree.Text text)) {
        issues.add(
            IssueCode.WRONG_SHAPE,
            node.place(),
            "a key is a word, not " + node.shape(),
            "put quotes around text that begins with a bracket, a brace or a question mark");
        return;
      }
      Optional<Mark> before = find(text.text());
      if (before.isPresent()) {
        issues.add(
            IssueCode.DUPLICATE_KEY,
            node.place(),
            "the key \"%s\" stands twice, first at %s".formatted(text.text(), before.get().brief()),
            "keep one of the two");
        return;
      }
      key = Optional.of(text);
    }

    void value(Tree node) {
      wantsKey = true;
      key.ifPresent(word -> {
        entries.add(new Tree.Entry(word.text(), word.mark(), node));
        if (entries.size() > FEW) {
          remember();
        }
      });
    }

    private void remember() {
      if (seen.isEmpty()) {
        entries.forEach(entry -> seen.put(entry.key(), entry.keyMark()));
      } else {
        seen.put(entries.getLast().key(), entries.getLast().keyMark());
      }
    }

    private Optional<Mark> find(String word) {
      if (entries.size() > FEW) {
        return Optional.ofNullable(seen.get(word));
      }
      return entries.stream()
          .filter(entry -> entry.key().equals(word))
          .map(Tree.Entry::keyMark)
          .findFirst();
    }

    @Override
    public Tree closed() {
      return new Tree.Mapping(entries, mark);
    }
  }
}
