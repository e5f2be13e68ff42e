package org.parley.formats.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.formats.tree.Mark;
import org.parley.formats.tree.Tree;

/// Where the parts of a YAML text begin and end.
final class Spans {

  private final String text;
  private final List<Integer> lines = new ArrayList<>(List.of(0));

  /// From the first character to behind the last.
  record Span(int from, int to) {}

  Spans(String text) {
    this.text = text;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      lines.add(at + 1);
    }
  }

  String text() {
    return text;
  }

  /// The place of a mark; columns count characters and not halves of them.
  int at(Mark mark) {
    int start = lines.get(Math.min(mark.line(), lines.size()) - 1);
    int end = endOfLine(start);
    int columns = Math.min(mark.column() - 1, text.codePointCount(start, end));
    return text.offsetByCodePoints(start, columns);
  }

  /// How many blanks stand before a mark, if it begins its line.
  int column(Mark mark) {
    return mark.column() - 1;
  }

  int startOfLine(int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  /// The end of the line that holds this place, before its line end.
  int endOfLine(int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  boolean isFlow(Mark mark) {
    int at = at(mark);
    return at < text.length() && (text.charAt(at) == '[' || text.charAt(at) == '{');
  }

  boolean isQuoted(int at) {
    return text.charAt(at) == '"' || text.charAt(at) == '\'';
  }

  /// The span of a scalar that stands on one line.
  Optional<Span> scalar(Mark mark, String value) {
    int from = at(mark);
    if (from >= text.length()) {
      return Optional.empty();
    }
    int to =
        isQuoted(from)
            ? quotedEnd(from)
            : text.startsWith(value, from) && !value.isEmpty() ? from + value.length() : -1;
    return to < 0 || to > endOfLine(from) ? Optional.empty() : Optional.of(new Span(from, to));
  }

  private int quotedEnd(int from) {
    char quote = text.charAt(from);
    for (int at = from + 1; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (quote == '"' && sign == '\\') {
        at++;
      } else if (sign == quote) {
        boolean twice = quote == '\'' && at + 1 < text.length() && text.charAt(at + 1) == quote;
        if (!twice) {
          return at + 1;
        }
        at++;
      }
    }
    return text.length();
  }

  /// The place behind a node.
  int end(Tree node) {
    return switch (node) {
      case Tree.Text(String value, _, Mark mark) -> textEnd(mark, value);
      case Tree.Nothing(Mark mark) -> nothingEnd(at(mark));
      case Tree.Mapping(var entries, Mark mark) ->
          isFlow(mark) || entries.isEmpty() ? flowEnd(at(mark)) : end(entries.getLast());
      case Tree.Sequence(var items, Mark mark) ->
          isFlow(mark) || items.isEmpty() ? flowEnd(at(mark)) : end(items.getLast());
    };
  }

  /// The place behind an entry; where its value is nothing, behind its key and colon.
  int end(Tree.Entry entry) {
    int key = at(entry.keyMark());
    return Math.max(end(entry.value()), Math.min(endOfLine(key), key + entry.key().length() + 1));
  }

  /// Nothing may be written as `null` or `~`.
  private int nothingEnd(int at) {
    int end = at;
    while (end < text.length()
        && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '~')) {
      end++;
    }
    return end;
  }

  private int textEnd(Mark mark, String value) {
    int from = at(mark);
    Optional<Span> span = scalar(mark, value);
    if (span.isPresent()) {
      return span.get().to();
    }
    if (from < text.length() && isQuoted(from)) {
      return quotedEnd(from);
    }
    // A block, or plain text over several lines: all lines that stand further in than its key.
    int indent = indent(startOfLine(from));
    int end = endOfLine(from);
    for (int next = end + 1; next < text.length(); next = endOfLine(next) + 1) {
      boolean blank = text.substring(next, endOfLine(next)).isBlank();
      if (!blank && indent(next) <= indent) {
        return end;
      }
      end = blank ? end : endOfLine(next);
    }
    return end;
  }

  /// How far in a line begins, behind blanks and hyphens.
  int indent(int startOfLine) {
    int at = startOfLine;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '-')) {
      at++;
    }
    return at - startOfLine;
  }

  private int flowEnd(int from) {
    int depth = 0;
    for (int at = from; at < text.length(); at++) {
      char sign = text.charAt(at);
      boolean begins = at == from || " ,[{:\n".indexOf(text.charAt(at - 1)) >= 0;
      if ((sign == '"' || sign == '\'') && begins) {
        at = quotedEnd(at) - 1;
      } else if (sign == '#' && begins) {
        at = endOfLine(at) - 1;
      } else if (sign == '[' || sign == '{') {
        depth++;
      } else if (sign == ']' || sign == '}') {
        depth--;
        if (depth == 0) {
          return at + 1;
        }
      }
    }
    return Math.min(text.length(), from);
  }

  /// What stands before an item of a list, one to a line: blanks and the hyphen.
  String dash(Mark item) {
    int at = at(item);
    return text.substring(startOfLine(at), at);
  }
}
