package org.parley.formats.veris;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// One row of the mapping: words, and what they say.
///
/// @param of the values or sections it is about
/// @param with it counts only where the record has one of these sections; empty for always
/// @param without it counts only where the record has none of these sections
/// @param hints what it says about facts
/// @param ambiguous what the report says about the value, if it is ambiguous
/// @param keep why the value is kept and not used, if it is
record Row(
    Set<String> of,
    Set<String> with,
    Set<String> without,
    List<Hint> hints,
    Optional<String> ambiguous,
    Optional<String> keep) {

  private static final Set<String> NO_FACTS =
      Set.of("of", "with", "without", "ambiguous", "keep", "because");

  static Row read(Tree tree, Facts facts) {
    Fields fields = Fields.of(tree, "a row", facts.issues());
    Set<String> of = new HashSet<>(facts.words(fields, "of"));
    Set<String> with = sections(fields, "with", facts);
    Set<String> without = sections(fields, "without", facts);
    Optional<String> ambiguous = fields.text("ambiguous").map(Tree.Text::text);
    Optional<String> keep = fields.text("keep").map(Tree.Text::text);
    fields.text("because");
    List<Hint> hints = new ArrayList<>();
    for (Tree.Entry entry : Fields.entries(tree, "a row", facts.issues()).orElse(List.of())) {
      if (!NO_FACTS.contains(entry.key())) {
        fields.any(entry.key());
        facts.hint(entry).ifPresent(hints::add);
      }
    }
    fields.end();
    return new Row(of, with, without, List.copyOf(hints), ambiguous, keep);
  }

  boolean countsIn(RecordView record) {
    return (with.isEmpty() || with.stream().anyMatch(record::has))
        && without.stream().noneMatch(record::has);
  }

  private static Set<String> sections(Fields fields, String key, Facts facts) {
    return fields.has(key) ? new HashSet<>(facts.words(fields, key)) : Set.of();
  }
}
