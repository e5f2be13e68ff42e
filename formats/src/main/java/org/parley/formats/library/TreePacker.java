package org.parley.formats.library;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.formats.tree.Mark;
import org.parley.formats.tree.Tree;

/// Writes trees as compact bytes. Every string stands once, in a table shared by all trees of a
/// packed library.
final class TreePacker {

  static final int SEQUENCE = 10;
  static final int MAPPING = 11;
  static final int NOTHING = 12;

  private final Map<String, Integer> strings = new LinkedHashMap<>();

  byte[] pack(Tree tree) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(tree, out);
    return out.toByteArray();
  }

  /// The strings met so far, each at its number.
  Iterable<String> strings() {
    return strings.keySet();
  }

  int count() {
    return strings.size();
  }

  private void write(Tree tree, ByteArrayOutputStream out) {
    switch (tree) {
      case Tree.Text(String text, Tree.Kind kind, Mark mark) -> {
        out.write(kind.ordinal());
        mark(mark, out);
        number(string(text), out);
      }
      case Tree.Sequence(var items, Mark mark) -> {
        out.write(SEQUENCE);
        mark(mark, out);
        number(items.size(), out);
        items.forEach(item -> write(item, out));
      }
      case Tree.Mapping(var entries, Mark mark) -> {
        out.write(MAPPING);
        mark(mark, out);
        number(entries.size(), out);
        for (Tree.Entry entry : entries) {
          number(string(entry.key()), out);
          mark(entry.keyMark(), out);
          write(entry.value(), out);
        }
      }
      case Tree.Nothing(Mark mark) -> {
        out.write(NOTHING);
        mark(mark, out);
      }
    }
  }

  private int string(String text) {
    return strings.computeIfAbsent(text, _ -> strings.size());
  }

  private static void mark(Mark mark, ByteArrayOutputStream out) {
    number(mark.line(), out);
    number(mark.column(), out);
  }

  /// Seven bits a byte, the lowest first; the top bit says that more follow.
  static void number(int value, ByteArrayOutputStream out) {
    int rest = value;
    while (rest > 0x7f) {
      out.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
