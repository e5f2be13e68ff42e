package org.parley.desk.workbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.parley.core.draft.DraftPart;
import org.parley.formats.draft.YamlText;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.YamlScalar;

/// Writes parts that a form tells into a draft's file, each where its like stand, and takes parts
/// out. Whether the file is right then is told when it is read.
public final class PartWork {

  private static final String KEY = "[A-Za-z][A-Za-z0-9-]{0,59}";
  private static final int LONGEST = 2000;

  private final PartForm form;
  private final PartPlaces places;
  private final YamlText text;

  /// What came of a form.
  public sealed interface Made {

    /// @param text the whole file
    record Changed(String text) implements Made {}

    /// @param wrong by field which word says what is wrong
    record Unfit(SequencedMap<String, String> wrong) implements Made {}
  }

  public PartWork(PartForm form) {
    this.form = form;
    this.places = form.places();
    this.text = new YamlText(form.reading().text(form.part()));
  }

  /// The file without a part that can be taken out.
  public Made without(String path) {
    return places.remove(text, path)
        ? new Made.Changed(text.text())
        : unfit(Map.of("path", "choice"));
  }

  /// The file with one more part.
  ///
  /// @param typed by field; a field that is not there is empty
  public Made with(PartKind kind, Map<String, String> typed) {
    if (!form.kinds().contains(kind)) {
      return unfit(Map.of(kind.fields().getFirst(), "place"));
    }
    Map<String, String> said = new LinkedHashMap<>();
    SequencedMap<String, String> wrong = new LinkedHashMap<>();
    for (String field : kind.fields()) {
      String value = typed.getOrDefault(field, "").strip();
      said.put(field, value);
      check(kind, field, value)
          .filter(_ -> !isAnswered(said, field, value))
          .ifPresent(why -> wrong.put(field, why));
    }
    boolean written = wrong.isEmpty() && write(kind, said, wrong);
    if (!written && wrong.isEmpty()) {
      wrong.put(kind.fields().getFirst(), "place");
    }
    return wrong.isEmpty() ? new Made.Changed(text.text()) : unfit(wrong);
  }

  /// A shared condition is no question that wants a value.
  private static boolean isAnswered(Map<String, String> said, String field, String value) {
    return value.isEmpty()
        && (field.equals("test") || field.equals("value"))
        && get(said, "fact").startsWith(PartForm.CONDITION);
  }

  private static Made unfit(Map<String, String> wrong) {
    return new Made.Unfit(new LinkedHashMap<>(wrong));
  }

  private Optional<String> check(PartKind kind, String field, String value) {
    if (value.isEmpty()) {
      return PartForm.isOpen(kind, field) ? Optional.empty() : Optional.of("missing");
    }
    if (value.length() > LONGEST) {
      return Optional.of("long");
    }
    List<FormField.Choice> choices = form.choices(field);
    if (!choices.isEmpty()) {
      return choices.stream().anyMatch(each -> each.value().equals(value))
          ? Optional.empty()
          : Optional.of("choice");
    }
    boolean named =
        switch (field) {
          case "key", "report", "option" -> value.matches(KEY);
          case "options" ->
              options(value).size() > 1 && options(value).stream().allMatch(o -> o.matches(KEY));
          default -> true;
        };
    return named ? Optional.empty() : Optional.of(field.equals("options") ? "options" : "name");
  }

  private static List<String> options(String value) {
    return Arrays.stream(value.split(",", -1)).map(String::strip).distinct().toList();
  }

  private boolean write(PartKind kind, Map<String, String> said, Map<String, String> wrong) {
    return switch (kind) {
      case ROW -> row(said, wrong);
      case CONDITION -> isWhole(said, wrong) && section("conditions", said, wrong, row(said));
      case QUANTITY -> quantity(said, wrong);
      case JUDGEMENT -> section("judgements", said, wrong, judgement(said));
      case OPTION -> option(said, wrong);
      case SOURCE -> section("sources", said, wrong, flow(said, "text", "certainty"));
      case ROLE -> section("roles", said, wrong, flow(said, "means"));
      case MEASURE -> section("measures", said, wrong, flow(said, "text"));
      case CALL -> inLevel(said, "call", flow(said, "role", "within"));
      case STEP -> inLevel(said, "measures", YamlScalar.written(get(said, "measure")));
      case DUE -> inLevel(said, "due", flow(said, "report", "within", "from"));
    };
  }

  private static String get(Map<String, String> said, String field) {
    return said.getOrDefault(field, "");
  }

  /// A map in one line; fields that were left empty are left out.
  private static String flow(Map<String, String> said, String... fields) {
    List<String> pairs = new ArrayList<>();
    for (String field : fields) {
      if (!get(said, field).isEmpty()) {
        pairs.add(field + ": " + YamlScalar.written(get(said, field)));
      }
    }
    return "{" + String.join(", ", pairs) + "}";
  }

  private static String judgement(Map<String, String> said) {
    List<String> options = options(get(said, "options"));
    Map<String, String> rest = new LinkedHashMap<>(said);
    rest.put("baseline", options.getFirst());
    return "{options: ["
        + String.join(", ", options)
        + "], "
        + flow(rest, "baseline", "means", "cite").substring(1);
  }

  /// Adds an entry to a section at the top, or the section where there is none.
  private boolean section(
      String section, Map<String, String> said, Map<String, String> wrong, String value) {
    String key = get(said, "key");
    if (places.keys(section).contains(key)) {
      wrong.put("key", "taken");
      return false;
    }
    Optional<Tree.Entry> there = places.entry(section);
    Optional<Tree.Mapping> map = places.map(section);
    if (map.isPresent()) {
      text.addEntry(map.get(), key, value);
    } else if (there.isPresent() && there.get().value() instanceof Tree.Nothing) {
      text.addLines(there.get(), "  " + key + ": " + value);
    } else if (there.isEmpty()) {
      text.append(section + ":\n  " + key + ": " + value);
    } else {
      return false;
    }
    return true;
  }

  private boolean option(Map<String, String> said, Map<String, String> wrong) {
    Optional<Tree.Sequence> list = places.list("judgements", get(said, "judgement"), "options");
    boolean taken =
        list.stream()
            .flatMap(each -> each.items().stream())
            .anyMatch(each ->
                each instanceof Tree.Text(String name, _, _) && name.equals(get(said, "option")));
    if (taken) {
      wrong.put("option", "taken");
    }
    list.filter(_ -> !taken)
        .ifPresent(each ->
            text.addAfter(each, each.items().size() - 1, YamlScalar.written(get(said, "option"))));
    return list.isPresent() && !taken;
  }

  /// Adds an item to a list of a level of the plan, or the level or the list where there is none.
  private boolean inLevel(Map<String, String> said, String key, String item) {
    String level = get(said, "level");
    Optional<Tree> there = places.at("levels", level);
    Optional<Tree.Mapping> map = places.map("levels", level);
    Optional<Tree> list = places.at("levels", level, key);
    if (list.isPresent() && list.get() instanceof Tree.Sequence items) {
      add(items, item);
    } else if (map.isPresent() && list.isEmpty()) {
      text.addEntry(map.get(), key, "[" + item + "]");
    } else if (there.isEmpty() && places.map("levels").isPresent()) {
      text.addEntry(places.map("levels").get(), level, "{" + key + ": [" + item + "]}");
    } else if (places.entry("levels").isEmpty()) {
      text.append("levels:\n  " + level + ": {" + key + ": [" + item + "]}");
    } else {
      return false;
    }
    return true;
  }

  private void add(Tree.Sequence list, String item) {
    if (list.items().isEmpty()) {
      text.put(list, "[" + item + "]");
    } else {
      text.addAfter(list, list.items().size() - 1, item);
    }
  }

  /// One more way to reach a level of the ladder.
  private boolean row(Map<String, String> said, Map<String, String> wrong) {
    if (!isWhole(said, wrong)) {
      return false;
    }
    String level = get(said, "level");
    Optional<Tree> there = places.at("rule", "ladder", level);
    String row = row(said);
    if (there.isEmpty()) {
      Optional<Tree.Mapping> ladder = places.map("rule", "ladder");
      ladder.ifPresent(map -> text.addEntry(map, level, row));
      return ladder.isPresent();
    }
    if (!(there.get() instanceof Tree.Mapping map)) {
      return false;
    }
    if (map.find("always").isPresent()) {
      wrong.put("level", "always");
      return false;
    }
    Optional<Tree> any = map.find("any");
    if (any.isPresent() && any.get() instanceof Tree.Sequence list) {
      add(list, row);
      return true;
    }
    text.putInList(map, "any", row);
    return true;
  }

  /// Whether the second question is asked wholly or not at all.
  private static boolean isWhole(Map<String, String> said, Map<String, String> wrong) {
    String second = get(said, "fact2");
    boolean asks = !second.isEmpty() && !second.startsWith(PartForm.CONDITION);
    for (String field : List.of("test2", "value2")) {
      if (asks == get(said, field).isEmpty()) {
        wrong.put(field, asks ? "missing" : "idle");
      }
    }
    return wrong.isEmpty();
  }

  private boolean quantity(Map<String, String> said, Map<String, String> wrong) {
    boolean counts = get(said, "by").equals("countOf");
    if (counts != get(said, "second").isEmpty()) {
      wrong.put("second", counts ? "idle" : "missing");
      return false;
    }
    String first = YamlScalar.written(get(said, "first"));
    String value =
        counts ? first : "[" + first + ", " + YamlScalar.written(get(said, "second")) + "]";
    return section("derived", said, wrong, "{" + get(said, "by") + ": " + value + "}");
  }

  private static String row(Map<String, String> said) {
    String cite = ", cite: " + YamlScalar.written(get(said, "cite")) + "}";
    String first = test(said, "");
    return get(said, "fact2").isEmpty()
        ? "{" + first + cite
        : "{all: [{" + first + "}, {" + test(said, "2") + "}]" + cite;
  }

  private static String test(Map<String, String> said, String which) {
    String fact = get(said, "fact" + which);
    if (fact.startsWith(PartForm.CONDITION)) {
      return "condition: " + YamlScalar.written(fact.substring(PartForm.CONDITION.length()));
    }
    String test = get(said, "test" + which);
    String value = YamlScalar.written(get(said, "value" + which));
    return YamlScalar.written(fact)
        + ": "
        + (test.equals("is") ? value : "{" + test + ": " + value + "}");
  }

  /// Whether the draft's part can have parts added at all.
  public static boolean isFor(DraftPart part) {
    return part.equals(DraftPart.SCALE) || part.equals(DraftPart.PLAN);
  }
}
