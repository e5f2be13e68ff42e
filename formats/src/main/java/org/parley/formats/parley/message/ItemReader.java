package org.parley.formats.parley.message;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.exchange.format.ItemRule;
import org.parley.core.exchange.format.ItemType;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Exact;
import org.parley.formats.parley.Scalars;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads one item of a format.
final class ItemReader {

  private static final int LONGEST_TEXT = 100_000;

  private static final Map<String, ItemRule.Need> NEEDS = needs();

  private final Fields fields;
  private final Issues issues;
  private final Scalars scalars;

  ItemReader(Tree tree, Issues issues) {
    this.fields = Fields.of(tree, "the item", issues);
    this.issues = issues;
    this.scalars = new Scalars(issues);
  }

  Optional<ItemRule> read() {
    Optional<Integer> number =
        fields.needText("number").flatMap(text -> scalars.whole(text, 1, 999));
    Optional<String> key = fields.needText("key").filter(scalars::isKey).map(Tree.Text::text);
    Optional<String> asks = fields.needText("asks").map(Tree.Text::text);
    Optional<ItemType> type = fields.needText("type").flatMap(this::type);
    boolean several = fields.text("several").flatMap(scalars::yesNo).orElse(false);
    Optional<ItemRule.Need> need =
        fields.needText("need").flatMap(text -> scalars.word(text, "need", NEEDS));
    Optional<Tree.Text> nil = fields.text("nil");
    fields.end();
    if (nil.isPresent() && need.filter(each -> each == ItemRule.Need.VALUE).isPresent()) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          nil.get().place(),
          "an item that needs a value cannot be NIL",
          "write `need: word`, or leave out `nil`");
    }
    if (number.isEmpty() || key.isEmpty() || asks.isEmpty() || type.isEmpty() || need.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ItemRule(
            number.get(),
            key.get(),
            asks.get(),
            type.get(),
            several,
            need.get(),
            nil.map(Tree.Text::text)));
  }

  private Optional<ItemType> type(Tree.Text text) {
    return switch (text.text()) {
      case "text" ->
          fields
              .needText("longest")
              .flatMap(each -> scalars.whole(each, 1, LONGEST_TEXT))
              .map(ItemType.Text::new);
      case "choice" -> choice();
      case "number" -> number();
      default -> scalars.word(text, "type", plain());
    };
  }

  private Optional<ItemType> choice() {
    List<String> options = new ArrayList<>();
    for (Tree each : fields.needList("options").orElse(List.of())) {
      Fields.text(each, "the option", issues)
          .filter(scalars::isKey)
          .ifPresent(text -> options.add(text.text()));
    }
    if (options.size() < 2 || new HashSet<>(options).size() < options.size()) {
      issues.add(
          IssueCode.WRONG_SHAPE, fields.place(), "a choice has at least two options, each once");
      return Optional.empty();
    }
    return Optional.of(new ItemType.Choice(options));
  }

  private Optional<ItemType> number() {
    Optional<Exact> least = fields.needText("least").flatMap(scalars::exact);
    Optional<Exact> most = fields.needText("most").flatMap(scalars::exact);
    Optional<String> unit = fields.needText("unit").map(Tree.Text::text);
    return least.isPresent() && most.isPresent() && unit.isPresent()
        ? Optional.of(new ItemType.Number(least.get(), most.get(), unit.get()))
        : Optional.empty();
  }

  private static Map<String, ItemType> plain() {
    Map<String, ItemType> types = new LinkedHashMap<>();
    for (ItemType type :
        List.of(
            new ItemType.Moment(),
            new ItemType.Somebody(),
            new ItemType.Office(),
            new ItemType.Mark(),
            new ItemType.FactLine(),
            new ItemType.YesNo(),
            new ItemType.StatementDigest())) {
      types.put(type.word(), type);
    }
    return types;
  }

  private static Map<String, ItemRule.Need> needs() {
    Map<String, ItemRule.Need> words = new LinkedHashMap<>();
    words.put("value", ItemRule.Need.VALUE);
    words.put("word", ItemRule.Need.WORD);
    words.put("none", ItemRule.Need.NONE);
    return words;
  }
}
