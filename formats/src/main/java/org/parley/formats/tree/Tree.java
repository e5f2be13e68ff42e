package org.parley.formats.tree;

import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Place;

/// A document, or a part of it, whose every node knows where it stands.
///
/// Scalars stay text until a reader asks for a number, a date or a name; what was written without
/// quotes or as a JSON number is only remembered.
public sealed interface Tree {

  /// Where the node begins.
  Mark mark();

  /// Where the node begins, with the offending line; for problems, not for every node.
  default Place place() {
    return mark().place();
  }

  /// What the node is, for people: "a list".
  default String shape() {
    return switch (this) {
      case Text _ -> "text";
      case Sequence _ -> "a list";
      case Mapping _ -> "a map";
      case Nothing _ -> "nothing";
    };
  }

  /// A scalar.
  record Text(String text, Kind kind, Mark mark) implements Tree {}

  /// How a scalar was written.
  enum Kind {
    /// In YAML without quotes.
    PLAIN,
    /// In quotes, or as a YAML block.
    QUOTED,
    /// As a JSON number.
    NUMBER,
    /// As JSON `true` or `false`.
    TRUTH
  }

  /// Items in their order.
  record Sequence(List<Tree> items, Mark mark) implements Tree {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /// Keys with their values in the order of the document; no key stands twice.
  record Mapping(List<Entry> entries, Mark mark) implements Tree {
    public Mapping {
      entries = List.copyOf(entries);
    }

    public Optional<Tree> find(String key) {
      for (Entry entry : entries) {
        if (entry.key().equals(key)) {
          return Optional.of(entry.value());
        }
      }
      return Optional.empty();
    }
  }

  /// A key with its value.
  record Entry(String key, Mark keyMark, Tree value) {}

  /// Nothing where a value could stand: JSON `null`, or in YAML an empty value, `null` or `~`.
  record Nothing(Mark mark) implements Tree {}
}
