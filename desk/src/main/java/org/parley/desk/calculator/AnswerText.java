package org.parley.desk.calculator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.parley.core.fact.FactType;
import org.parley.formats.tree.Document;
import org.parley.formats.tree.Mark;
import org.parley.formats.tree.Tree;

/// An answer as one line of text, as permalinks carry it: `30000`, `30000..50000`, `2000..`,
/// `criminal|hacktivist`, `[personal,financial]`, `n/a`.
///
/// Within these signs values are written as in incident files.
final class AnswerText {

  static final String NOT_APPLICABLE = "n/a";
  private static final String RANGE = "..";

  private AnswerText() {}

  /// The answer as the part of an incident file that says the same.
  static Tree tree(FactType type, String text, String name) {
    Mark mark = Document.named(name).whole();
    if (text.equals(NOT_APPLICABLE)) {
      return mapping(mark, entry("notApplicable", text(NOT_APPLICABLE, mark), mark));
    }
    if (type instanceof FactType.Text || type instanceof FactType.Group) {
      return text(text, mark);
    }
    if (text.startsWith("[") && text.endsWith("]")) {
      return items(text.substring(1, text.length() - 1), ",", mark);
    }
    int range = text.indexOf(RANGE);
    if (range >= 0) {
      List<Tree.Entry> ends = new ArrayList<>();
      end("from", text.substring(0, range), ends, mark);
      end("to", text.substring(range + RANGE.length()), ends, mark);
      return new Tree.Mapping(ends, mark);
    }
    if (text.indexOf('|') >= 0) {
      return mapping(mark, entry("oneOf", items(text, "\\|", mark), mark));
    }
    return text(text, mark);
  }

  private static Tree items(String text, String separator, Mark mark) {
    List<Tree> items =
        text.isBlank()
            ? List.of()
            : Arrays.stream(text.split(separator, -1))
                .<Tree>map(each -> text(each.strip(), mark))
                .toList();
    return new Tree.Sequence(items, mark);
  }

  private static void end(String key, String text, List<Tree.Entry> ends, Mark mark) {
    if (!text.isEmpty()) {
      ends.add(entry(key, text(text, mark), mark));
    }
  }

  private static Tree mapping(Mark mark, Tree.Entry entry) {
    return new Tree.Mapping(List.of(entry), mark);
  }

  private static Tree.Entry entry(String key, Tree value, Mark mark) {
    return new Tree.Entry(key, mark, value);
  }

  private static Tree text(String text, Mark mark) {
    return new Tree.Text(text, Tree.Kind.QUOTED, mark);
  }

  /// The answer from one end to another; an end that is left out is empty.
  static String range(String from, String to) {
    return from + RANGE + to;
  }
}
