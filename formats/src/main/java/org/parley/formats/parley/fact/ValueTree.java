package org.parley.formats.parley.fact;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.parley.core.fact.FactType;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.formats.tree.Tree;

/// Reads nodes of a document as values of facts: scalars, and lists for sets.
public final class ValueTree {

  private ValueTree() {}

  /// Reads one exact value.
  public static Optional<Value> value(FactType type, Tree tree, Issues issues) {
    if (isSet(type)) {
      return set(type, tree, issues);
    }
    return text(type, tree, issues)
        .flatMap(text -> ValueReader.parse(type, text.text(), text.place(), issues));
  }

  /// Reads what a plain scalar or list states; an instant may be given as a day, month or year.
  public static Optional<Stated> stated(FactType type, Tree tree, Issues issues) {
    if (isSet(type)) {
      return set(type, tree, issues).map(Stated.Exactly::new);
    }
    return text(type, tree, issues)
        .flatMap(text -> ValueReader.take(type, text.text()).orTell(text.place(), issues));
  }

  static boolean isSet(FactType type) {
    return type instanceof FactType.Options || type instanceof FactType.Codes;
  }

  private static Optional<Tree.Text> text(FactType type, Tree tree, Issues issues) {
    if (tree instanceof Tree.Text text) {
      return Optional.of(text);
    }
    issues.add(
        IssueCode.WRONG_TYPE,
        tree.place(),
        "%s is needed, and here stands %s".formatted(name(type), tree.shape()),
        tree instanceof Tree.Nothing
            ? "write a value, `{unknown: why}`, or leave out the key"
            : "write one value, `{from: …, to: …}` or `{oneOf: […]}`");
    return Optional.empty();
  }

  private static Optional<Value> set(FactType type, Tree tree, Issues issues) {
    if (!(tree instanceof Tree.Sequence(List<Tree> items, _))) {
      issues.add(
          IssueCode.WRONG_TYPE,
          tree.place(),
          "a list is needed, and here stands %s".formatted(tree.shape()),
          tree instanceof Tree.Text(String text, _, _) && text.length() <= 60
              ? "write [%s]".formatted(text)
              : "write [a, b], or [] for none");
      return Optional.empty();
    }
    long mask = 0;
    TreeSet<String> codes = new TreeSet<>();
    boolean sound = true;
    for (Tree item : items) {
      Optional<Value> one = item(type, item, issues);
      sound &= one.isPresent();
      if (one.isPresent() && one.get() instanceof Value.Options(long bit)) {
        mask |= bit;
      } else if (one.isPresent() && one.get() instanceof Value.Codes(var code)) {
        codes.addAll(code);
      }
    }
    if (!sound) {
      return Optional.empty();
    }
    return Optional.of(
        type instanceof FactType.Codes ? new Value.Codes(codes) : new Value.Options(mask));
  }

  private static Optional<Value> item(FactType type, Tree item, Issues issues) {
    if (item instanceof Tree.Text(String text, _, _)
        && !text.contains(",")
        && !text.startsWith("[")
        && !text.isBlank()) {
      return ValueReader.parse(type, text, item.place(), issues);
    }
    issues.add(
        IssueCode.WRONG_TYPE,
        item.place(),
        "one %s is needed, and here stands something else"
            .formatted(type instanceof FactType.Codes ? "code" : "option"));
    return Optional.empty();
  }

  /// What a value of the type is, for people: "a count".
  public static String name(FactType type) {
    return switch (type) {
      case FactType.YesNo _ -> "yes or no";
      case FactType.Ordered _, FactType.Choice _ -> "one option";
      case FactType.Options _ -> "a list of options";
      case FactType.Count _ -> "a count";
      case FactType.Quantity(String unit, _, _) -> "an amount of " + unit;
      case FactType.Money _ -> "an amount of money";
      case FactType.Duration _ -> "a duration";
      case FactType.Share _ -> "a share";
      case FactType.Instant _ -> "a moment in time";
      case FactType.Codes _ -> "a list of codes";
      case FactType.Group _ -> "a key";
      case FactType.Text _ -> "text";
    };
  }
}
