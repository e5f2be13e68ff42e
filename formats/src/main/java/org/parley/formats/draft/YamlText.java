package org.parley.formats.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.formats.tree.Mark;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.YamlScalar;

/// A YAML text that is changed in places: what is not changed stays as it is, with its comments and
/// its order.
///
/// The places are those of the tree that was read from this very text. Changes are collected and
/// made together by [#text]; two changes of one place are a defect of the caller.
public final class YamlText {

  private final Spans spans;
  private final List<Patch> patches = new ArrayList<>();

  private record Patch(int from, int to, String with) {}

  /// @param text with line ends as Unix has them
  public YamlText(String text) {
    this.spans = new Spans(text);
  }

  /// The text with all changes.
  public String text() {
    StringBuilder out = new StringBuilder(spans.text());
    patches.stream()
        .sorted(Comparator.comparingInt(Patch::from).thenComparingInt(Patch::to).reversed())
        .forEach(patch -> out.replace(patch.from(), patch.to(), patch.with()));
    return out.toString();
  }

  /// Whether a scalar stands on one line, so that another can be put in its place.
  public boolean canReplace(Tree.Text scalar) {
    return spans.scalar(scalar.mark(), scalar.text()).isPresent();
  }

  /// Puts another scalar in the place of one; one in quotes stays in quotes.
  public boolean replace(Tree.Text scalar, String value) {
    return replace(scalar.mark(), scalar.text(), value);
  }

  /// Whether a scalar runs over several lines and another can be put in its place all the same.
  ///
  /// @param inBrackets whether it stands inside brackets, where plain text does not show its end
  public boolean canReplaceLines(Tree.Text scalar, boolean inBrackets) {
    if (scalar.text().isBlank() || canReplace(scalar)) {
      return false;
    }
    int from = spans.at(scalar.mark());
    String span = spans.text().substring(from, spans.end(scalar));
    boolean block = span.startsWith("|") || span.startsWith(">");
    return spans.isQuoted(from) || (!inBrackets && (block || !span.contains("#")));
  }

  /// Puts another text in the place of one that runs over several lines: in quotes where it stood
  /// in quotes, else as a block of lines.
  public void replaceLines(Tree.Text scalar, String value) {
    int from = spans.at(scalar.mark());
    boolean quoted = spans.isQuoted(from) || !YamlScalar.isShown(value);
    String with =
        quoted
            ? YamlScalar.quoted(value)
            : YamlScalar.block(value, spans.indent(spans.startOfLine(from)) + 2);
    patches.add(new Patch(from, spans.end(scalar), with));
  }

  /// Puts another key in the place of one.
  public boolean replaceKey(Tree.Entry entry, String key) {
    return replace(entry.keyMark(), entry.key(), key);
  }

  private boolean replace(Mark mark, String before, String value) {
    Optional<Spans.Span> span = spans.scalar(mark, before);
    span.ifPresent(found -> {
      boolean quoted = spans.isQuoted(found.from());
      patches.add(
          new Patch(
              found.from(),
              found.to(),
              quoted ? YamlScalar.quoted(value) : YamlScalar.written(value)));
    });
    return span.isPresent();
  }

  /// Adds an item behind another of a list.
  ///
  /// @param item as YAML, on one line
  public void addAfter(Tree.Sequence list, int place, String item) {
    Tree before = list.items().get(place);
    int end = spans.end(before);
    if (spans.isFlow(list.mark())) {
      patches.add(new Patch(end, end, ", " + item));
    } else {
      int line = spans.endOfLine(end);
      patches.add(new Patch(line, line, "\n" + spans.dash(before.mark()) + item));
    }
  }

  /// Takes an item out of a list that has others.
  public void remove(Tree.Sequence list, int place) {
    List<Tree> items = list.items();
    if (spans.isFlow(list.mark())) {
      int from = place == 0 ? spans.at(items.get(0).mark()) : spans.end(items.get(place - 1));
      int to = place == 0 ? spans.at(items.get(1).mark()) : spans.end(items.get(place));
      patches.add(new Patch(from, to, ""));
    } else {
      removeLines(spans.at(items.get(place).mark()), spans.end(items.get(place)));
    }
  }

  /// Takes an entry out of a map that has others.
  public void remove(Tree.Mapping map, int place) {
    List<Tree.Entry> entries = map.entries();
    Tree.Entry entry = entries.get(place);
    if (spans.isFlow(map.mark())) {
      int from = place == 0 ? spans.at(entry.keyMark()) : spans.end(entries.get(place - 1).value());
      int to = place == 0 ? spans.at(entries.get(1).keyMark()) : spans.end(entry.value());
      patches.add(new Patch(from, to, ""));
    } else {
      removeLines(spans.at(entry.keyMark()), spans.end(entry));
    }
  }

  private void removeLines(int from, int to) {
    int start = spans.startOfLine(from);
    int end = Math.min(spans.text().length(), spans.endOfLine(to) + 1);
    patches.add(new Patch(start, end, ""));
  }

  /// Adds an entry at the end of a map.
  ///
  /// @param value as YAML, on one line
  public void addEntry(Tree.Mapping map, String key, String value) {
    String entry = YamlScalar.written(key) + ": " + value;
    List<Tree.Entry> entries = map.entries();
    if (spans.isFlow(map.mark())) {
      if (entries.isEmpty()) {
        int inside = spans.at(map.mark()) + 1;
        patches.add(new Patch(inside, inside, entry));
      } else {
        int end = spans.end(entries.getLast());
        patches.add(new Patch(end, end, ", " + entry));
      }
      return;
    }
    int indent = spans.column(entries.getFirst().keyMark());
    int line = spans.endOfLine(spans.end(entries.getLast()));
    patches.add(new Patch(line, line, "\n" + " ".repeat(indent) + entry));
  }

  /// Adds lines at the end of the value of an entry at the top: another item of a list, say.
  public void addLines(Tree.Entry entry, String lines) {
    int line = spans.endOfLine(spans.end(entry));
    patches.add(new Patch(line, line, "\n" + lines));
  }

  /// What stands before the items of a list, one to a line: blanks and the hyphen.
  public String dash(Tree.Sequence list) {
    return spans.isFlow(list.mark()) ? "" : spans.dash(list.items().getFirst().mark());
  }

  /// Whether a list or map is written in brackets.
  public boolean isFlow(Tree tree) {
    return spans.isFlow(tree.mark());
  }

  /// Puts a map into a list under a key, with another item behind it; the map keeps its lines and
  /// comments.
  ///
  /// @param item as YAML, on one line
  public void putInList(Tree.Mapping map, String key, String item) {
    int from = spans.at(map.mark());
    int end = spans.end(map);
    String before = spans.text().substring(from, end);
    if (spans.isFlow(map.mark())) {
      patches.add(new Patch(from, end, "{" + key + ": [" + before + ", " + item + "]}"));
      return;
    }
    String indent = " ".repeat(spans.column(map.entries().getFirst().keyMark()));
    String deeper = before.replace("\n", "\n    ");
    String list = key + ":\n" + indent + "  - " + deeper + "\n" + indent + "  - " + item;
    patches.add(new Patch(from, end, list));
  }

  /// Puts a map under a key of a new one, with entries before and one behind; the map keeps its
  /// lines and comments.
  ///
  /// @param before entries as YAML, each on one line
  public void putUnder(Tree.Mapping map, List<String> before, String key, String behind) {
    int from = spans.at(map.mark());
    int end = spans.end(map);
    String there = spans.text().substring(from, end);
    if (spans.isFlow(map.mark())) {
      String entries = String.join(", ", before);
      patches.add(
          new Patch(from, end, "{" + entries + ", " + key + ": " + there + ", " + behind + "}"));
      return;
    }
    String indent = indent(map);
    String entries = String.join("\n" + indent, before);
    String deeper = "\n" + indent + "  " + there.replace("\n", "\n  ");
    patches.add(
        new Patch(
            from, end, entries + "\n" + indent + key + ":" + deeper + "\n" + indent + behind));
  }

  /// The blanks before the entries of a map.
  public String indent(Tree tree) {
    return tree instanceof Tree.Mapping map && !map.entries().isEmpty() && !isFlow(tree)
        ? " ".repeat(spans.column(map.entries().getFirst().keyMark()))
        : "  ";
  }

  /// Puts a text in the place of a whole value that stands on one line.
  public void put(Tree value, String yaml) {
    patches.add(new Patch(spans.at(value.mark()), spans.end(value), yaml));
  }

  /// Adds lines at the end of the text.
  public void append(String lines) {
    String text = spans.text();
    int end = text.length();
    boolean ended = text.isEmpty() || text.endsWith("\n");
    patches.add(new Patch(end, end, (ended ? "" : "\n") + lines + "\n"));
  }
}
