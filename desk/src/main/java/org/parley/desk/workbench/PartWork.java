package org.parley.desk.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.parley.core.draft.DraftPart;
import org.parley.formats.draft.YamlText;
import org.parley.formats.tree.Tree;

/// Writes parts that a form tells into a draft's file, each where its like stand, and takes parts
/// out. Whether the file is right then is told when it is read.
public final class PartWork {

  private static final String KEY = "[A-Za-z][A-Za-z0-9-]{0,59}";
  private static final String NUMBER = "-?[0-9]{1,9}(\\.[0-9]{1,9})?";
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
    boolean written = wrong.isEmpty() && write(kind, new PartSaid(said), wrong);
    if (!written && wrong.isEmpty()) {
      wrong.put(kind.fields().getFirst(), "place");
    }
    return wrong.isEmpty() ? new Made.Changed(text.text()) : unfit(wrong);
  }

  /// A shared condition is no question that wants a value.
  private static boolean isAnswered(Map<String, String> said, String field, String value) {
    return value.isEmpty()
        && (field.equals("test") || field.equals("value"))
        && said.getOrDefault("fact", "").startsWith(PartForm.CONDITION);
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
    String form = form(field);
    boolean fits =
        switch (form) {
          case "name" -> value.matches(KEY);
          case "options" -> isOptions(PartSaid.list(value, ",").stream().distinct().toList());
          case "numbers" ->
              PartSaid.list(value, ",").stream().allMatch(each -> each.matches(NUMBER));
          default -> true;
        };
    return fits ? Optional.empty() : Optional.of(form);
  }

  /// How a field that nothing is chosen in is written; its name is the word for what is wrong.
  private static String form(String field) {
    return switch (field) {
      case "key", "report", "option" -> "name";
      case "options" -> "options";
      case "points", "bands", "weight", "empty", "add", "stretch", "atleast", "decimals" ->
          "numbers";
      default -> "";
    };
  }

  private static boolean isOptions(List<String> options) {
    return options.size() > 1 && options.stream().allMatch(each -> each.matches(KEY));
  }

  private boolean write(PartKind kind, PartSaid said, Map<String, String> wrong) {
    RuleWork rule = new RuleWork(form, text, said, wrong);
    return switch (kind) {
      case ROW -> row(said, wrong);
      case CONDITION -> said.isWhole(wrong) && section("conditions", said, wrong, said.row());
      case QUESTION -> question(said);
      case QUANTITY -> quantity(said, wrong);
      case JUDGEMENT -> section("judgements", said, wrong, judgement(said));
      case OPTION -> option(said, wrong);
      case CRITERION -> rule.criterion();
      case ADDEND -> rule.addend();
      case MEAN -> rule.mean();
      case SCORE -> rule.score();
      case MATRIX -> rule.matrix();
      case GATE -> rule.gate();
      case SCOPE -> rule.scope();
      case ADJUSTMENT -> rule.adjustment();
      case RECURRENCE -> rule.recurrence();
      case CLOCK -> rule.clock();
      case SOURCE -> section("sources", said, wrong, said.flow("text", "certainty"));
      case ROLE -> section("roles", said, wrong, said.flow("means"));
      case MEASURE -> section("measures", said, wrong, said.flow("text"));
      case CALL -> inLevel(said, "call", said.flow("role", "within"));
      case STEP -> inLevel(said, "measures", said.written("measure"));
      case DUE -> inLevel(said, "due", said.flow("report", "within", "from"));
      case TYPE_CALL -> inEntry("types", said.get("type"), "call", said.flow("role", "within"));
      case TYPE_STEP -> inEntry("types", said.get("type"), "measures", said.written("measure"));
    };
  }

  private static String judgement(PartSaid said) {
    List<String> options = said.list("options").stream().distinct().toList();
    Map<String, String> rest = new LinkedHashMap<>(said.fields());
    rest.put("baseline", options.getFirst());
    return "{options: ["
        + String.join(", ", options)
        + "], "
        + new PartSaid(rest).flow("baseline", "means", "cite").substring(1);
  }

  /// Adds an entry to a section at the top, or the section where there is none.
  private boolean section(String section, PartSaid said, Map<String, String> wrong, String value) {
    String key = said.get("key");
    if (places.keys(section).contains(key)) {
      wrong.put("key", "taken");
      return false;
    }
    return entry(places, text, section, key, value);
  }

  static boolean entry(PartPlaces places, YamlText text, String section, String key, String value) {
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

  private boolean option(PartSaid said, Map<String, String> wrong) {
    Optional<Tree.Sequence> list = places.list("judgements", said.get("judgement"), "options");
    boolean taken =
        list.stream()
            .flatMap(each -> each.items().stream())
            .anyMatch(each ->
                each instanceof Tree.Text(String name, _, _) && name.equals(said.get("option")));
    if (taken) {
      wrong.put("option", "taken");
    }
    list.filter(_ -> !taken)
        .ifPresent(each -> text.addAfter(each, each.items().size() - 1, said.written("option")));
    return list.isPresent() && !taken;
  }

  private boolean inLevel(PartSaid said, String key, String item) {
    return inEntry("levels", said.get("level"), key, item);
  }

  /// Adds an item to a list of a level or type of the plan, or what of it is not there yet.
  private boolean inEntry(String section, String name, String key, String item) {
    Optional<Tree> there = places.at(section, name);
    Optional<Tree.Mapping> map = places.map(section, name);
    Optional<Tree> list = places.at(section, name, key);
    if (list.isPresent() && list.get() instanceof Tree.Sequence items) {
      add(text, items, item);
    } else if (map.isPresent() && list.isEmpty()) {
      text.addEntry(map.get(), key, "[" + item + "]");
    } else if (there.isEmpty()) {
      return entry(places, text, section, name, "{" + key + ": [" + item + "]}");
    } else {
      return false;
    }
    return true;
  }

  static void add(YamlText text, Tree.Sequence list, String item) {
    if (list.items().isEmpty()) {
      text.put(list, "[" + item + "]");
    } else {
      text.addAfter(list, list.items().size() - 1, item);
    }
  }

  /// One more way to reach a level of the ladder.
  private boolean row(PartSaid said, Map<String, String> wrong) {
    if (!said.isWhole(wrong)) {
      return false;
    }
    String level = said.get("level");
    Optional<Tree> there = places.inRule("ladder", level);
    if (there.isEmpty()) {
      Optional<Tree> ladder = places.inRule("ladder").filter(Tree.Mapping.class::isInstance);
      ladder.ifPresent(map -> text.addEntry((Tree.Mapping) map, level, said.row()));
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
      add(text, list, said.row());
      return true;
    }
    text.putInList(map, "any", said.row());
    return true;
  }

  /// One more question of a condition that is there.
  private boolean question(PartSaid said) {
    Optional<Tree> place = places.at(said.get("place").split("/", -1));
    if (place.isPresent() && place.get() instanceof Tree.Sequence list) {
      add(text, list, said.question());
    } else if (place.isPresent() && place.get() instanceof Tree.Mapping map) {
      text.putInList(map, "all", said.question());
    }
    return place.isPresent();
  }

  private boolean quantity(PartSaid said, Map<String, String> wrong) {
    boolean counts = said.get("by").equals("countOf");
    if (counts == said.has("second")) {
      wrong.put("second", counts ? "idle" : "missing");
      return false;
    }
    String first = said.written("first");
    String value = counts ? first : "[" + first + ", " + said.written("second") + "]";
    return section("derived", said, wrong, "{" + said.get("by") + ": " + value + "}");
  }

  /// Whether the draft's part can have parts added at all.
  public static boolean isFor(DraftPart part) {
    return part.equals(DraftPart.SCALE) || part.equals(DraftPart.PLAN);
  }
}
