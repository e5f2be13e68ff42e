package org.parley.desk.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.core.draft.DraftPart;
import org.parley.formats.draft.YamlText;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.YamlScalar;

/// Changes to the levels of a draft: added, moved, taken out, renamed wherever a file names them.
public final class LevelWork {

  private static final Set<String> GRADE_KEYS =
      Set.of("otherwise", "closed", "floor", "set", "level", "gives", "possible");

  private final DraftReading reading;

  public LevelWork(DraftReading reading) {
    this.reading = reading;
  }

  /// The levels as the file names them, mildest first; none where they cannot be read.
  public List<String> names() {
    return list()
        .map(list ->
            list.items().stream()
                .filter(Tree.Text.class::isInstance)
                .map(item -> ((Tree.Text) item).text())
                .toList())
        .orElse(List.of());
  }

  private Optional<Tree.Sequence> list() {
    return reading
        .tree(DraftPart.SCALE)
        .filter(Tree.Mapping.class::isInstance)
        .flatMap(tree -> ((Tree.Mapping) tree).find("levels"))
        .filter(Tree.Sequence.class::isInstance)
        .map(Tree.Sequence.class::cast)
        .filter(list -> list.items().stream().allMatch(Tree.Text.class::isInstance));
  }

  /// The scale with one more level, graver than the one at a place.
  public Optional<String> added(int after, String name) {
    return list()
        .filter(list -> after >= 0 && after < list.items().size())
        .map(list -> {
          YamlText text = scale();
          text.addAfter(list, after, YamlScalar.written(name));
          return text.text();
        });
  }

  /// The scale with a level taken out of the list; what still names it is told when it is read.
  public Optional<String> removed(int place) {
    return list()
        .filter(list -> place >= 0 && place < list.items().size() && list.items().size() > 1)
        .map(list -> {
          YamlText text = scale();
          text.remove(list, place);
          return text.text();
        });
  }

  /// The scale with two neighbouring levels exchanged.
  public Optional<String> exchanged(int place) {
    return list()
        .filter(list -> place >= 0 && place + 1 < list.items().size())
        .map(list -> {
          YamlText text = scale();
          Tree.Text one = (Tree.Text) list.items().get(place);
          Tree.Text other = (Tree.Text) list.items().get(place + 1);
          text.replace(one, other.text());
          text.replace(other, one.text());
          return text.text();
        });
  }

  private YamlText scale() {
    return new YamlText(reading.text(DraftPart.SCALE));
  }

  /// All files in which a level has another name.
  public SortedMap<DraftPart, String> renamed(String from, String to) {
    SortedMap<DraftPart, String> changed = new TreeMap<>();
    for (DraftPart part : reading.texts().keySet()) {
      Optional<Tree> tree = reading.tree(part);
      if (tree.isPresent()) {
        YamlText text = new YamlText(reading.text(part));
        new Renaming(text, from, to, part).walk(tree.get(), "", Map.of());
        String next = text.text();
        if (!next.equals(reading.text(part))) {
          changed.put(part, next);
        }
      }
    }
    return changed;
  }

  /// @param part the file that is changed
  private record Renaming(YamlText text, String from, String to, DraftPart part) {

    /// @param under the key that the node stands under
    /// @param above whether somewhere above stands a key of interest
    void walk(Tree tree, String under, Map<String, Boolean> above) {
      switch (tree) {
        case Tree.Text value -> {
          if (value.text().equals(from) && names(under, above)) {
            text.replace(value, to);
          }
        }
        case Tree.Nothing _ -> {}
        case Tree.Sequence(var items, _) -> items.forEach(item -> walk(item, under, above));
        case Tree.Mapping(var entries, _) -> {
          for (Tree.Entry entry : entries) {
            if (entry.key().equals(from) && names(under, above, entry)) {
              text.replaceKey(entry, to);
            }
            Map<String, Boolean> deeper = new LinkedHashMap<>(above);
            deeper.put(entry.key(), true);
            walk(entry.value(), entry.key(), deeper);
          }
        }
      }
    }

    private boolean names(String under, Map<String, Boolean> above) {
      return GRADE_KEYS.contains(under)
          || under.equals("levels")
          || above.containsKey("cells")
          || (above.containsKey("gives") && part.equals(DraftPart.CASES));
    }

    private boolean names(String under, Map<String, Boolean> above, Tree.Entry entry) {
      return under.equals("ladder")
          || (under.equals("levels") && !part.equals(DraftPart.SCALE))
          || (above.containsKey("cells") && entry.value() instanceof Tree.Text);
    }
  }
}
