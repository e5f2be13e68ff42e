package org.parley.desk.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.formats.draft.YamlText;
import org.parley.formats.tree.Tree;

/// Where the parts stand that forms add and take out.
///
/// @param tree of the file; empty where it cannot be parsed
record PartPlaces(Optional<Tree> tree) {

  /// The sections whose entries have names, of a scale and of a plan.
  private static final List<String> NAMED =
      List.of(
          "conditions",
          "derived",
          "judgements",
          "criteria",
          "sources",
          "roles",
          "measures",
          "types");

  /// @param path keys and places of list items from the top, joined by slashes
  /// @param level the level that it belongs to; empty for others
  record Found(String path, int line, String level) {}

  Optional<Tree.Mapping> top() {
    return tree.filter(Tree.Mapping.class::isInstance).map(Tree.Mapping.class::cast);
  }

  Optional<Tree> at(String... keys) {
    Optional<Tree> here = tree;
    for (String key : keys) {
      here =
          here.flatMap(each -> each instanceof Tree.Mapping map ? map.find(key) : Optional.empty());
    }
    return here;
  }

  Optional<Tree.Mapping> map(String... keys) {
    return at(keys).filter(Tree.Mapping.class::isInstance).map(Tree.Mapping.class::cast);
  }

  Optional<Tree.Sequence> list(String... keys) {
    return at(keys).filter(Tree.Sequence.class::isInstance).map(Tree.Sequence.class::cast);
  }

  /// The keys of a section at the top.
  List<String> keys(String section) {
    return map(section)
        .map(map -> map.entries().stream().map(Tree.Entry::key).toList())
        .orElse(List.of());
  }

  Optional<Tree.Entry> entry(String key) {
    return top()
        .flatMap(map -> map.entries().stream().filter(each -> each.key().equals(key)).findFirst());
  }

  /// What can be taken out: items and entries that have others beside them.
  List<Found> removable() {
    List<Found> all = new ArrayList<>();
    map("rule", "ladder")
        .ifPresent(
            ladder -> ladder.entries().forEach(row -> items(all, "rule/ladder", row, "any")));
    for (String section : List.of("levels", "types")) {
      map(section)
          .ifPresent(entries ->
              entries
                  .entries()
                  .forEach(each -> {
                    items(all, section, each, "call");
                    items(all, section, each, "due");
                    items(all, section, each, "measures");
                  }));
    }
    map("criteria")
        .ifPresent(each -> each.entries().forEach(one -> items(all, "criteria", one, "sum")));
    for (String section : NAMED) {
      map(section)
          .filter(map -> map.entries().size() > 1)
          .ifPresent(map ->
              map.entries()
                  .forEach(each ->
                      all.add(new Found(section + "/" + each.key(), each.keyMark().line(), ""))));
    }
    around(all);
    return all;
  }

  /// What stands around the rule, whole or, of a list, each by itself.
  private void around(List<Found> all) {
    for (String section : List.of("scope", "adjust", "recurrence", "clocks")) {
      entry(section)
          .ifPresent(entry -> {
            if (entry.value() instanceof Tree.Sequence(var items, _) && items.size() > 1) {
              for (int at = 0; at < items.size(); at++) {
                all.add(new Found(section + "/" + at, items.get(at).mark().line(), ""));
              }
            } else {
              all.add(new Found(section, entry.keyMark().line(), ""));
            }
          });
    }
  }

  private static void items(List<Found> all, String above, Tree.Entry row, String key) {
    if (row.value() instanceof Tree.Mapping map
        && map.find(key).orElse(map) instanceof Tree.Sequence(var items, _)
        && items.size() > 1) {
      for (int at = 0; at < items.size(); at++) {
        String path = above + "/" + row.key() + "/" + key + "/" + at;
        all.add(new Found(path, items.get(at).mark().line(), row.key()));
      }
    }
  }

  /// Takes out what stands at a path that can be.
  boolean remove(YamlText text, String path) {
    if (removable().stream().noneMatch(each -> each.path().equals(path))) {
      return false;
    }
    int last = path.lastIndexOf('/');
    String name = path.substring(last + 1);
    Tree holder = (last < 0 ? tree : at(path.substring(0, last).split("/", -1))).orElseThrow();
    if (holder instanceof Tree.Sequence list) {
      text.remove(list, Integer.parseInt(name));
    } else if (holder instanceof Tree.Mapping map) {
      List<String> keys = map.entries().stream().map(Tree.Entry::key).toList();
      text.remove(map, keys.indexOf(name));
      if (path.startsWith("criteria/")) {
        uncount(text, name);
      }
    }
    return true;
  }

  /// A criterion that is not there any more is not counted in a mean of several.
  private void uncount(YamlText text, String name) {
    list("rule", "weightedMean")
        .filter(mean -> mean.items().size() > 1)
        .ifPresent(mean -> {
          for (int at = 0; at < mean.items().size(); at++) {
            if (mean.items().get(at) instanceof Tree.Text(String each, _, _) && each.equals(name)) {
              text.remove(mean, at);
            }
          }
        });
  }
}
