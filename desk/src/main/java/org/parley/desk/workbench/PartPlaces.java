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

  /// Keys of the format under which several questions stand.
  private static final List<String> JOINS = List.of("any", "all", "none", "countOf");

  /// @param path keys and places of list items from the top, joined by slashes
  /// @param level the level that it belongs to; empty for others
  record Found(String path, int line, String level) {}

  Optional<Tree.Mapping> top() {
    return tree.filter(Tree.Mapping.class::isInstance).map(Tree.Mapping.class::cast);
  }

  Optional<Tree> at(String... keys) {
    Optional<Tree> here = tree;
    for (String key : keys) {
      here = here.flatMap(each -> below(each, key));
    }
    return here;
  }

  private static Optional<Tree> below(Tree tree, String key) {
    return switch (tree) {
      case Tree.Mapping map -> map.find(key);
      case Tree.Sequence(var items, _) when key.matches("[0-9]{1,4}") ->
          items.stream().skip(Integer.parseInt(key)).findFirst();
      case Tree.Sequence _, Tree.Text _, Tree.Nothing _ -> Optional.empty();
    };
  }

  /// Where the rule stands that gives the levels: behind a gate, what holds where it is open.
  private List<String> rule() {
    List<String> path = new ArrayList<>(List.of("rule"));
    while (at(path.toArray(String[]::new)).flatMap(each -> below(each, "open")).isPresent()) {
      path.add("open");
    }
    return path;
  }

  /// What stands under these keys in the rule that gives the levels.
  Optional<Tree> inRule(String... keys) {
    List<String> path = rule();
    path.addAll(List.of(keys));
    return at(path.toArray(String[]::new));
  }

  /// Lists of questions anywhere in the file, and conditions that a question can be added to.
  List<Found> conditions() {
    List<Found> all = new ArrayList<>();
    for (String section : List.of("rule", "conditions", "criteria", "scope", "adjust")) {
      at(section).ifPresent(tree -> joined(all, section, tree));
    }
    map("conditions")
        .ifPresent(
            map -> map.entries().forEach(each -> alone(all, "conditions/" + each.key(), each)));
    return all;
  }

  private static void alone(List<Found> all, String path, Tree.Entry entry) {
    if (entry.value() instanceof Tree.Mapping map
        && JOINS.stream().noneMatch(join -> map.find(join).isPresent())) {
      all.add(new Found(path, entry.keyMark().line(), ""));
    }
  }

  private static void joined(List<Found> all, String path, Tree tree) {
    switch (tree) {
      case Tree.Mapping(var entries, _) ->
          entries.forEach(each -> {
            String here = path + "/" + each.key();
            if (JOINS.contains(each.key()) && each.value() instanceof Tree.Sequence) {
              all.add(new Found(here, each.keyMark().line(), ""));
            }
            joined(all, here, each.value());
          });
      case Tree.Sequence(var items, _) -> {
        for (int at = 0; at < items.size(); at++) {
          joined(all, path + "/" + at, items.get(at));
        }
      }
      case Tree.Text _, Tree.Nothing _ -> {}
    }
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
    for (Found list : conditions()) {
      if (at(list.path().split("/", -1)).orElseThrow() instanceof Tree.Sequence(var items, _)
          && items.size() > 1) {
        for (int at = 0; at < items.size(); at++) {
          String path = list.path() + "/" + at;
          all.add(new Found(path, items.get(at).mark().line(), level(path)));
        }
      }
    }
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

  /// The level of the ladder that a path leads through.
  private static String level(String path) {
    List<String> steps = List.of(path.split("/", -1));
    int ladder = steps.indexOf("ladder");
    return ladder < 0 ? "" : steps.get(ladder + 1);
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
