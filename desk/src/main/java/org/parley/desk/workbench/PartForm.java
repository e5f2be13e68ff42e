package org.parley.desk.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.core.draft.DraftPart;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.formats.tree.Tree;

/// The forms that write parts into a draft's file: which there are, and what can be chosen in them.
///
/// @param levels the scale's, mildest first
public record PartForm(DraftReading reading, DraftPart part, FormWords words, List<String> levels) {

  private static final List<String> TESTS =
      List.of("is", "atLeast", "over", "under", "atMost", "includes");
  private static final List<String> MOMENTS = List.of("awareness", "occurrence", "classification");
  private static final List<String> WAYS = List.of("ratio", "product", "span", "countOf");
  private static final Set<String> OPEN =
      Set.of("fact2", "test2", "value2", "within", "means", "second");

  /// What the choice of a shared condition begins with; its key follows.
  static final String CONDITION = "condition/";

  public static PartForm of(DraftReading reading, DraftPart part, FormWords words) {
    return new PartForm(reading, part, words, new LevelWork(reading).names());
  }

  /// The parts that the file has a place for; none where it cannot be read.
  public List<PartKind> kinds() {
    List<PartKind> kinds = new ArrayList<>();
    PartPlaces places = places();
    if (places.top().isEmpty()) {
      return kinds;
    }
    if (part.equals(DraftPart.PLAN)) {
      if (!places.keys("roles").isEmpty() && !levels.isEmpty()) {
        kinds.add(PartKind.CALL);
      }
      if (!places.keys("measures").isEmpty() && !levels.isEmpty()) {
        kinds.add(PartKind.STEP);
      }
      if (!levels.isEmpty()) {
        kinds.add(PartKind.DUE);
      }
      kinds.addAll(List.of(PartKind.ROLE, PartKind.MEASURE));
    } else {
      if (places.at("rule", "ladder").isPresent() && !levels.isEmpty()) {
        kinds.add(PartKind.ROW);
      }
      kinds.addAll(List.of(PartKind.CONDITION, PartKind.QUANTITY, PartKind.JUDGEMENT));
      if (!judgements().isEmpty()) {
        kinds.add(PartKind.OPTION);
      }
    }
    kinds.add(PartKind.SOURCE);
    return kinds;
  }

  PartPlaces places() {
    return new PartPlaces(reading.tree(part));
  }

  /// Whether a field can be left empty.
  public static boolean isOpen(PartKind kind, String field) {
    return OPEN.contains(field) && !(field.equals("within") && kind == PartKind.DUE);
  }

  /// What can be chosen in a field; empty where anything can be written.
  public List<FormField.Choice> choices(String field) {
    return switch (field) {
      case "level" -> levels.stream().map(each -> choice(each, words.level(each))).toList();
      case "fact", "fact2" -> asked();
      case "first", "second" -> facts(List.of("derived"));
      case "by" -> words.choices(named("page.bench.by.", WAYS.toArray(String[]::new)));
      case "measure" -> places().keys("measures").stream().map(each -> choice(each, each)).toList();
      case "test", "test2" -> TESTS.stream().map(each -> choice(each, words.key(each))).toList();
      case "cite" -> places().keys("sources").stream().map(each -> choice(each, each)).toList();
      case "role" -> places().keys("roles").stream().map(each -> choice(each, each)).toList();
      case "judgement" -> judgements().stream().map(each -> choice(each, words.key(each))).toList();
      case "certainty" ->
          words.choices(
              named("certainty.", "official", "secondary", "unconfirmed", "interpretation"));
      case "from" -> words.choices(named("page.bench.moment.", MOMENTS.toArray(String[]::new)));
      default -> List.of();
    };
  }

  private static FormField.Choice choice(String value, String says) {
    return new FormField.Choice(value, says);
  }

  private static Map<String, String> named(String section, String... values) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String value : values) {
      all.put(value, section + value);
    }
    return all;
  }

  /// Judgements whose options can be added to.
  private List<String> judgements() {
    return places().keys("judgements").stream()
        .filter(key ->
            places()
                .at("judgements", key, "options")
                .filter(tree -> tree instanceof Tree.Sequence list && !list.items().isEmpty())
                .isPresent())
        .toList();
  }

  /// What a row can ask about: the draft's own conditions, judgements and quantities, then the
  /// catalogue by name.
  private List<FormField.Choice> asked() {
    List<FormField.Choice> all = new ArrayList<>();
    places()
        .keys("conditions")
        .forEach(key ->
            all.add(
                choice(
                    CONDITION + key,
                    words.key("conditions") + " › " + words.condition(key).orElse(key))));
    all.addAll(facts(List.of("judgements", "derived")));
    return all;
  }

  private List<FormField.Choice> facts(List<String> sections) {
    List<FormField.Choice> all = new ArrayList<>();
    for (String section : sections) {
      places().keys(section).forEach(key -> all.add(choice(key, words.key(key))));
    }
    List<FormField.Choice> known = new ArrayList<>();
    for (Fact fact : reading.catalogue().facts()) {
      String key = FactKey.of(fact.id()).toString();
      known.add(choice(key, words.key(key)));
    }
    known.sort(java.util.Comparator.comparing(FormField.Choice::says));
    all.addAll(known);
    return all;
  }

  /// Parts that can be taken out, each with its place in the file.
  public List<FormField.Choice> removable() {
    List<FormField.Choice> all = new ArrayList<>();
    List<String> lines = reading.text(part).lines().toList();
    for (PartPlaces.Found found : places().removable()) {
      int line = found.line();
      String text = line <= lines.size() ? lines.get(line - 1).strip() : "";
      String at = found.level().isEmpty() ? "" : words.level(found.level()) + " › ";
      all.add(choice(found.path(), line + ": " + at + shortened(text)));
    }
    return all;
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= 70
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 69)) + "…";
  }
}
