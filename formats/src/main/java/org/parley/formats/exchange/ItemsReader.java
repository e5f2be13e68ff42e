package org.parley.formats.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Statement;
import org.parley.core.terms.Octets;
import org.parley.formats.tree.Tree;

/// Reads the numbered items of a statement.
final class ItemsReader {

  private static final int MOST_TEXTS = 500;
  private static final int LONGEST_REASON = 4000;

  private final Typed statement;

  ItemsReader(Typed statement) {
    this.statement = statement;
  }

  /// Empty where something was wrong, which is told.
  Optional<List<Item>> read() {
    if (!statement.has("items")) {
      statement.refuse("a statement has \"items\", be it an empty list");
      return Optional.empty();
    }
    List<Item> items = new ArrayList<>();
    Set<Integer> numbers = new HashSet<>();
    List<Typed> entries = statement.maps("items", Statement.MOST_ITEMS);
    for (Typed each : entries) {
      Optional<Item> item = item(each);
      item.filter(one -> !numbers.add(one.number()))
          .ifPresent(one -> each.refuse("item %d stands twice".formatted(one.number())));
      item.ifPresent(items::add);
    }
    return items.size() == entries.size() && numbers.size() == items.size()
        ? Optional.of(items)
        : Optional.empty();
  }

  private static Optional<Item> item(Typed typed) {
    Optional<Integer> number = typed.whole("number", 1, 999).map(Long::intValue);
    Optional<Item.Said> said = said(typed);
    Optional<SortedMap<String, List<String>>> translations = translations(typed);
    Optional<Octets> salt = salt(typed);
    typed.end();
    return number.isPresent() && said.isPresent() && translations.isPresent() && salt.isPresent()
        ? Optional.of(new Item(number.get(), said.get(), translations.get(), salt.get()))
        : Optional.empty();
  }

  private static Optional<Item.Said> said(Typed typed) {
    long ways =
        List.of("value", "nil", "absent").stream().filter(key -> typed.fields().has(key)).count();
    if (ways != 1) {
      typed.refuse("an item has one of \"value\", \"nil\" and \"absent\"");
      return Optional.empty();
    }
    if (typed.has("value")) {
      return typed.fields().any("value").flatMap(tree -> texts(typed, tree)).map(Item.Value::new);
    }
    if (typed.has("nil")) {
      return typed.fields().any("nil").flatMap(tree -> nil(typed, tree));
    }
    Optional<Item.Reason> reason =
        typed.as("absent", "reason: not-known-yet, withheld or not-applicable", Item.Reason::parse);
    Optional<String> words = typed.maybeText("words", LONGEST_REASON);
    return reason.map(why -> new Item.Absent(why, words));
  }

  private static Optional<Item.Said> nil(Typed typed, Tree tree) {
    if (tree instanceof Tree.Text(String text, Tree.Kind kind, _)
        && kind == Tree.Kind.TRUTH
        && text.equals("true")) {
      return Optional.of(new Item.Nil());
    }
    typed.wrong(tree, "nil", "is not true");
    return Optional.empty();
  }

  /// One text, or a list of several.
  private static Optional<List<String>> texts(Typed typed, Tree tree) {
    if (tree instanceof Tree.Sequence(List<Tree> items, _)) {
      if (items.size() < 2) {
        typed.refuse("a list of values has at least two");
        return Optional.empty();
      }
      return typed.strings(items, "value", MOST_TEXTS, StatementReader.LONGEST);
    }
    return typed.strings(List.of(tree), "value", 1, StatementReader.LONGEST);
  }

  private static Optional<SortedMap<String, List<String>>> translations(Typed typed) {
    SortedMap<String, List<String>> translations = new TreeMap<>();
    Optional<List<Tree.Entry>> entries = typed.fields().named("translations");
    for (Tree.Entry entry : entries.orElse(List.of())) {
      Optional<String> language = HeadReader.tag(entry.key());
      Optional<List<String>> texts = texts(typed, entry.value());
      if (language.isEmpty()) {
        typed.wrong(entry.value(), entry.key(), "stands under no language tag such as fr");
      }
      if (language.isEmpty() || texts.isEmpty()) {
        return Optional.empty();
      }
      translations.put(language.get(), texts.get());
    }
    boolean blank = entries.isPresent() && translations.isEmpty();
    if (blank) {
      typed.refuse("\"translations\" without any is left out");
    }
    return blank ? Optional.empty() : Optional.of(translations);
  }

  static Optional<Octets> salt(Typed typed) {
    Optional<Octets> salt = typed.octets("salt");
    if (salt.filter(each -> each.size() != Item.SALT_BYTES).isPresent()) {
      typed.refuse("a salt has %d bytes".formatted(Item.SALT_BYTES));
      return Optional.empty();
    }
    return salt;
  }
}
