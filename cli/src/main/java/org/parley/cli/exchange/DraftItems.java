package org.parley.cli.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.format.Format;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.duties.Draft;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads the items of a draft: `3: text`, `3: [one, two]`, `3: NIL`, or `3: {absent: withheld}`.
final class DraftItems {

  private static final String NIL = "NIL";

  private final Optional<Format> format;
  private final Issues issues;

  DraftItems(Optional<Format> format, Issues issues) {
    this.format = format;
    this.issues = issues;
  }

  List<Draft.ItemDraft> read(List<Tree.Entry> entries) {
    List<Draft.ItemDraft> items = new ArrayList<>();
    for (Tree.Entry entry : entries) {
      Optional<Integer> number = number(entry);
      if (number.isPresent() && !(entry.value() instanceof Tree.Nothing)) {
        said(entry).ifPresent(said -> items.add(Draft.ItemDraft.of(number.get(), said)));
      }
    }
    return items;
  }

  private Optional<Integer> number(Tree.Entry entry) {
    if (!entry.key().matches("[1-9][0-9]{0,2}")) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          entry.keyMark().place(),
          "\"%s\" is no item number".formatted(entry.key()),
          "items are numbered as the format numbers them");
      return Optional.empty();
    }
    int number = Integer.parseInt(entry.key());
    if (format.isPresent() && format.get().item(number).isEmpty()) {
      issues.add(
          IssueCode.UNKNOWN_KEY,
          entry.keyMark().place(),
          "%s has no item %d".formatted(format.get().id(), number),
          "`parley exchange form %s` lists its items".formatted(format.get().id().name()));
    }
    return Optional.of(number);
  }

  private Optional<Item.Said> said(Tree.Entry entry) {
    return switch (entry.value()) {
      case Tree.Text text when text.text().equals(NIL) -> Optional.of(new Item.Nil());
      case Tree.Text text -> Optional.of(new Item.Value(List.of(text.text())));
      case Tree.Sequence(List<Tree> parts, _) -> several(parts);
      case Tree.Mapping map -> absent(map);
      case Tree.Nothing _ -> Optional.empty();
    };
  }

  private Optional<Item.Said> several(List<Tree> parts) {
    List<String> texts =
        parts.stream()
            .flatMap(part -> Fields.text(part, "a value", issues).stream())
            .map(Tree.Text::text)
            .toList();
    return texts.isEmpty() ? Optional.empty() : Optional.of(new Item.Value(texts));
  }

  private Optional<Item.Said> absent(Tree.Mapping map) {
    Fields fields = Fields.of(map, "an item that is not said", issues);
    Optional<Tree.Text> word = fields.needText("absent");
    Optional<String> words = fields.text("words").map(Tree.Text::text);
    fields.end();
    Optional<Item.Reason> reason = word.map(Tree.Text::text).flatMap(Item.Reason::parse);
    if (word.isPresent() && reason.isEmpty()) {
      issues.add(
          IssueCode.WRONG_SHAPE,
          word.get().place(),
          "\"%s\" is no reason".formatted(word.get().text()),
          "write not-known-yet, withheld or not-applicable");
    }
    return reason.map(why -> new Item.Absent(why, words));
  }
}
