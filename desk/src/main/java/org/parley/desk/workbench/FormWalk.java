package org.parley.desk.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.formats.draft.YamlText;
import org.parley.formats.tree.Tree;

/// Walks through a draft's file and finds what a form can change.
final class FormWalk {

  private static final Set<String> BOUNDS =
      Set.of(
          "over",
          "atLeast",
          "under",
          "atMost",
          "is",
          "share",
          "includes",
          "within",
          "overLowest",
          "atLeastLowest",
          "overHighest",
          "atLeastHighest");
  private static final Set<String> SCORES = Set.of("weight", "scores", "score", "add", "bands");
  private static final Set<String> GRADES = Set.of("otherwise", "closed", "floor", "set", "level");
  private static final Set<String> SILENT = Set.of("any", "all", "rule", "ladder", "criteria");

  private final YamlText text;
  private final Tree top;
  private final FormWords words;
  private final List<FormField> fields = new ArrayList<>();
  private List<FormField.Choice> levels = List.of();
  private List<String> axes = List.of();

  FormWalk(YamlText text, Tree top, FormWords words) {
    this.text = text;
    this.top = top;
    this.words = words;
  }

  /// Where the walk stands.
  ///
  /// @param path keys and places from the top
  /// @param says the same for people
  /// @param last the last key that was no place of a list item
  /// @param above the key above that
  /// @param inBrackets whether a list or map above it is written in brackets
  private record Spot(String path, String says, String last, String above, boolean inBrackets) {

    static final Spot TOP = new Spot("", "", "", "", false);

    /// How many axes of a matrix lie above; below zero outside of one.
    int cells() {
      List<String> steps = List.of(path.split("/", -1));
      return steps.lastIndexOf("cells") < 0 ? -1 : steps.size() - 1 - steps.lastIndexOf("cells");
    }

    Spot key(String key, String name) {
      return new Spot(path.isEmpty() ? key : path + "/" + key, with(name), key, last, inBrackets);
    }

    Spot item(int place, String name) {
      return new Spot(path + "/" + place, with(name), last, above, inBrackets);
    }

    Spot in(boolean brackets) {
      return new Spot(path, says, last, above, inBrackets || brackets);
    }

    private String with(String name) {
      return name.isEmpty() ? says : says.isEmpty() ? name : says + " › " + name;
    }
  }

  List<FormField> scale() {
    if (top instanceof Tree.Mapping map) {
      levels = levels(map);
      for (Tree.Entry entry : map.entries()) {
        Spot spot = Spot.TOP.key(entry.key(), name(entry.key()));
        switch (entry.key()) {
          case "levels" -> {}
          case "derived" -> walk(entry.value(), spot, FormField.Section.QUANTITIES);
          case "judgements" -> walk(entry.value(), spot, FormField.Section.JUDGEMENTS);
          case "unknowns" -> walk(entry.value(), spot, FormField.Section.UNKNOWNS);
          case "clocks" -> walk(entry.value(), spot, FormField.Section.CLOCKS);
          case "sources" -> walk(entry.value(), spot, FormField.Section.SOURCES);
          case "rule", "conditions", "criteria", "scope", "adjust", "recurrence" ->
              walk(entry.value(), spot, FormField.Section.THRESHOLDS);
          default -> walk(entry.value(), spot, FormField.Section.HEAD);
        }
      }
    }
    return fields;
  }

  List<FormField> plan() {
    if (top instanceof Tree.Mapping map) {
      for (Tree.Entry entry : map.entries()) {
        Spot spot = Spot.TOP.key(entry.key(), name(entry.key()));
        switch (entry.key()) {
          case "levels", "types" -> walk(entry.value(), spot, FormField.Section.CALLS);
          case "measures", "roles" -> walk(entry.value(), spot, FormField.Section.MEASURES);
          case "sources" -> walk(entry.value(), spot, FormField.Section.SOURCES);
          default -> walk(entry.value(), spot, FormField.Section.HEAD);
        }
      }
    }
    return fields;
  }

  private List<FormField.Choice> levels(Tree.Mapping map) {
    List<FormField.Choice> choices = new ArrayList<>();
    if (map.find("levels").orElse(map) instanceof Tree.Sequence(var items, _)) {
      for (Tree item : items) {
        if (item instanceof Tree.Text(String name, _, _)) {
          choices.add(new FormField.Choice(name, words.level(name)));
        }
      }
    }
    choices.addAll(
        words.choices(ordered("out-of-scope", "outcome.out-of-scope", "unsaid", "outcome.unsaid")));
    return choices;
  }

  private String name(String key) {
    return SILENT.contains(key) ? "" : words.key(key);
  }

  private void walk(Tree tree, Spot above, FormField.Section section) {
    boolean holds = tree instanceof Tree.Mapping || tree instanceof Tree.Sequence;
    Spot spot = above.in(holds && text.isFlow(tree));
    switch (tree) {
      case Tree.Text value -> field(value, spot, section);
      case Tree.Nothing _ -> {}
      case Tree.Mapping(var entries, _) when isCell(entries, spot) ->
          cell(entries.getFirst(), spot);
      case Tree.Mapping(var entries, _) -> {
        axes(entries);
        for (Tree.Entry entry : entries) {
          walk(entry.value(), next(spot, entry), within(section, entry.key()));
        }
      }
      case Tree.Sequence(var items, _) -> {
        for (int place = 0; place < items.size(); place++) {
          Tree item = items.get(place);
          walk(item, spot.item(place, itemName(item, place, items.size())), section);
        }
      }
    }
  }

  private Spot next(Spot spot, Tree.Entry entry) {
    int depth = spot.cells();
    return spot.key(
        entry.key(),
        depth >= 0 && depth < axes.size()
            ? words.option(axes.get(depth), entry.key(), top)
            : name(entry.key()));
  }

  /// What the cells of a matrix lie between.
  private void axes(List<Tree.Entry> entries) {
    for (Tree.Entry entry : entries) {
      if (entry.key().equals("matrix") && entry.value() instanceof Tree.Sequence(var items, _)) {
        axes = items.stream().map(each -> PartForm.text(Optional.of(each))).toList();
      }
    }
  }

  /// Whether a map is what a single cell says, with a source of its own.
  private boolean isCell(List<Tree.Entry> entries, Spot spot) {
    return !axes.isEmpty()
        && spot.cells() == axes.size()
        && entries.size() == 1
        && entries.getFirst().value() instanceof Tree.Text;
  }

  private void cell(Tree.Entry entry, Spot spot) {
    Tree.Text level = new Tree.Text(entry.key(), Tree.Kind.PLAIN, entry.keyMark());
    field(level, spot.key(DraftForm.LEVEL, ""), FormField.Section.CELLS);
    field(
        (Tree.Text) entry.value(),
        spot.key(DraftForm.SOURCE, name("cite")),
        FormField.Section.CELLS);
  }

  /// What an item of a list is called: by its label where it has one, else by its number.
  private String itemName(Tree item, int place, int count) {
    if (item instanceof Tree.Mapping map) {
      for (String key : List.of("as", "role", "report")) {
        if (map.find(key).orElse(map) instanceof Tree.Text(String label, _, _)) {
          return words.condition(label).orElse(label);
        }
      }
    }
    return count == 1 ? "" : "(" + (place + 1) + ")";
  }

  private static FormField.Section within(FormField.Section section, String key) {
    if (key.equals("cite")) {
      return FormField.Section.CITES;
    }
    boolean rule = section == FormField.Section.THRESHOLDS;
    if (key.equals("whenUnknown") || key.equals("whenNotApplicable")) {
      return FormField.Section.UNKNOWNS;
    }
    if (rule && key.equals("cells")) {
      return FormField.Section.CELLS;
    }
    if (rule && SCORES.contains(key)) {
      return FormField.Section.SCORES;
    }
    return rule && GRADES.contains(key) ? FormField.Section.LEVELS_GIVEN : section;
  }

  private void field(Tree.Text value, Spot spot, FormField.Section section) {
    boolean wide = text.canReplaceLines(value, spot.inBrackets());
    if (isFor(section, spot) && (wide || text.canReplace(value))) {
      fields.add(
          new FormField(section, spot.path(), spot.says(), value, choices(section, spot), wide));
    }
  }

  private boolean isFor(FormField.Section section, Spot spot) {
    return switch (section) {
      case THRESHOLDS -> BOUNDS.contains(spot.last()) || words.isFact(spot.last(), top);
      case CALLS -> Set.of("role", "within", "report", "from", "regime").contains(spot.last());
      case JUDGEMENTS -> Set.of("means", "baseline").contains(spot.last());
      case CLOCKS -> Set.of("within", "from").contains(spot.last());
      case QUANTITIES -> !spot.last().equals("mode");
      case HEAD, SCORES, LEVELS_GIVEN, CELLS, UNKNOWNS, SOURCES, CITES, MEASURES -> true;
    };
  }

  private List<FormField.Choice> choices(FormField.Section section, Spot spot) {
    if (spot.last().equals(DraftForm.SOURCE)) {
      return List.of();
    }
    if (section == FormField.Section.CELLS || section == FormField.Section.LEVELS_GIVEN) {
      return levels;
    }
    if (section == FormField.Section.THRESHOLDS) {
      List<FormField.Choice> own = words.options(spot.last(), top);
      return own.isEmpty() ? words.options(spot.above(), top) : own;
    }
    return spot.last().equals("baseline") ? words.options(spot.above(), top) : named(spot.last());
  }

  /// What the values of keys of the format can be.
  private List<FormField.Choice> named(String key) {
    return switch (key) {
      case "policy" ->
          words.choices(
              ordered(
                  "substitute", "page.bench.policy.substitute",
                  "estimate", "page.bench.policy.estimate",
                  "later", "page.bench.policy.later",
                  "refuse", "page.bench.policy.refuse",
                  "silent", "page.bench.policy.silent"));
      case "certainty" ->
          words.choices(
              ordered(
                  "official", "certainty.official",
                  "secondary", "certainty.secondary",
                  "unconfirmed", "certainty.unconfirmed",
                  "interpretation", "certainty.interpretation"));
      case "authority" ->
          words.choices(
              ordered(
                  "issuer", "authority.issuer",
                  "transcription", "authority.transcription",
                  "draft", "authority.draft"));
      case "unit" ->
          words.choices(
              ordered(
                  "incident", "assessed.incident",
                  "entity", "assessed.entity",
                  "service", "assessed.service",
                  "country", "assessed.country"));
      default -> List.of();
    };
  }

  private static Map<String, String> ordered(String... pairs) {
    Map<String, String> all = new LinkedHashMap<>();
    for (int at = 0; at < pairs.length; at += 2) {
      all.put(pairs[at], pairs[at + 1]);
    }
    return all;
  }
}
