package org.parley.formats.veris;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.formats.tree.Mark;
import org.parley.formats.tree.Tree;

/// A record as its values by field, and the loss report that grows while it is read.
///
/// Fields are named without the brackets of lists and without capitals, so that a value and a list
/// of one value are the same: versions of the schema differ in that. A truth value under a field
/// counts as the value that its key names: `variety: {Theft: true}` says what `variety: [Theft]`
/// says.
final class RecordView {

  private static final int LONGEST_SHOWN = 60;

  private final String document;
  private final int firstLine;
  private final List<Leaf> leaves = new ArrayList<>();
  private final Map<String, List<Leaf>> byField = new HashMap<>();
  private final Set<String> sections = new HashSet<>();
  private final Issues issues = new Issues();

  /// @param firstLine the line of the document in which the record begins
  RecordView(Tree.Mapping record, String document, int firstLine) {
    this.document = document;
    this.firstLine = firstLine;
    flatten("", record);
  }

  private void flatten(String path, Tree tree) {
    switch (tree) {
      case Tree.Mapping(List<Tree.Entry> entries, Mark mark) -> {
        sections.add(key(path));
        if (entries.isEmpty()) {
          add(path, new Leaf(path, "", true, mark));
        }
        for (Tree.Entry entry : entries) {
          flatten(path.isEmpty() ? entry.key() : path + "." + entry.key(), entry.value());
        }
      }
      case Tree.Sequence(List<Tree> items, Mark mark) -> {
        sections.add(key(path));
        if (items.isEmpty()) {
          add(path, new Leaf(path, "", true, mark));
        }
        items.forEach(item -> flatten(path, item));
      }
      case Tree.Text text -> addText(path, text);
      case Tree.Nothing(Mark mark) -> add(path, new Leaf(path, "", true, mark));
    }
  }

  private void addText(String path, Tree.Text text) {
    sections.add(key(path));
    Leaf leaf = new Leaf(path, text.text(), false, text.mark());
    add(path, leaf);
    int dot = path.lastIndexOf('.');
    if (text.kind() == Tree.Kind.TRUTH && dot > 0 && text.text().equals("true")) {
      String named = path.substring(dot + 1);
      Leaf option = leaf.as(path.substring(0, dot), named);
      byField.computeIfAbsent(key(option.path()), _ -> new ArrayList<>()).add(option);
    }
  }

  private void add(String path, Leaf leaf) {
    leaves.add(leaf);
    byField.computeIfAbsent(key(path), _ -> new ArrayList<>()).add(leaf);
  }

  static String key(String path) {
    return path.toLowerCase(Locale.ROOT);
  }

  /// All values of the record.
  List<Leaf> leaves() {
    return leaves;
  }

  /// The values of a field that say something.
  List<Leaf> at(String field) {
    return byField.getOrDefault(field, List.of()).stream().filter(leaf -> !leaf.empty()).toList();
  }

  /// The words of a field, as the mapping writes them.
  Set<String> words(String field) {
    Set<String> words = new HashSet<>();
    at(field).forEach(leaf -> words.add(leaf.word()));
    return words;
  }

  /// Whether the record has the section, with or without content.
  boolean has(String section) {
    return sections.contains(section);
  }

  /// Counts the empty mark of a section as used.
  void useSection(String section) {
    byField.getOrDefault(section, List.of()).stream().filter(Leaf::empty).forEach(Leaf::use);
  }

  /// The only value of a field; where there are several, the first, and the report says so.
  Optional<Leaf> one(String field) {
    List<Leaf> found = at(field);
    if (found.size() > 1) {
      note(
          IssueCode.AMBIGUOUS,
          found.subList(1, found.size()),
          field + " stands " + found.size() + " times; only the first is read");
    }
    return found.stream().findFirst();
  }

  /// Puts a sentence about values into the report; they count as named there.
  void note(IssueCode code, Collection<Leaf> about, String message) {
    about.forEach(Leaf::report);
    Mark first = about.iterator().next().mark();
    issues.add(new Issue(code, place(first.line(), first.column()), message, Optional.empty()));
  }

  void note(IssueCode code, Leaf about, String message) {
    note(code, List.of(about), message);
  }

  /// Puts a sentence about the record as a whole into the report.
  void noteOnRecord(IssueCode code, String message) {
    issues.add(new Issue(code, place(1, 0), message, Optional.empty()));
  }

  private Place place(int line, int column) {
    return place(document, firstLine, line, column);
  }

  /// A place in a record, without the record's text: it may name people.
  static Place place(String document, int firstLine, int line, int column) {
    return new Place(document, firstLine + Math.max(line, 1) - 1, column, Optional.empty());
  }

  /// A value for a message, shortened and without control characters.
  static String shown(Leaf leaf) {
    String clean = leaf.value().strip().replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    return "\""
        + (clean.length() > LONGEST_SHOWN ? clean.substring(0, LONGEST_SHOWN) + "…" : clean)
        + "\"";
  }

  /// The report so far; what was too much to keep is counted in a last note.
  List<Issue> report() {
    List<Issue> all = new ArrayList<>(issues.list());
    if (issues.dropped() > 0) {
      all.add(
          new Issue(
              IssueCode.NOT_UNDERSTOOD,
              place(1, 0),
              issues.dropped() + " more notes on this record are not listed",
              Optional.empty()));
    }
    return List.copyOf(all);
  }
}
