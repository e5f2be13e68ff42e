package org.parley.desk.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.core.draft.DraftPart;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.FactType;
import org.parley.desk.workbench.formula.Formula;
import org.parley.formats.tree.Tree;

/// The forms that write parts into a draft's file: which there are, and what can be chosen in them.
///
/// @param levels the scale's, mildest first
public record PartForm(DraftReading reading, DraftPart part, FormWords words, List<String> levels) {

  private static final List<String> TESTS =
      List.of("is", "atLeast", "over", "under", "atMost", "includes");
  private static final List<String> MOMENTS = List.of("awareness", "occurrence", "classification");
  private static final List<String> JOINED = List.of("all", "any", "countOf");
  private static final List<String> WAYS = List.of("ratio", "product", "span", "countOf");
  private static final Set<String> OPEN =
      Set.of(
          "within",
          "means",
          "second",
          "weight",
          "empty",
          "stretch",
          "points",
          "decimals",
          "layer",
          "joined",
          "atleast");

  /// What the choice of a shared condition begins with; its key follows.
  static final String CONDITION = "condition/";

  public static PartForm of(DraftReading reading, DraftPart part, FormWords words) {
    return new PartForm(reading, part, words, new LevelWork(reading).names());
  }

  /// The parts that the file has a place for; none where it cannot be read.
  public List<PartKind> kinds() {
    if (places().top().isEmpty()) {
      return List.of();
    }
    List<PartKind> kinds = new ArrayList<>(part.equals(DraftPart.PLAN) ? ofPlan() : ofScale());
    kinds.add(PartKind.SOURCE);
    return kinds;
  }

  private List<PartKind> ofPlan() {
    List<PartKind> kinds = new ArrayList<>();
    boolean graded = !levels.isEmpty();
    if (!places().keys("roles").isEmpty()) {
      kinds.addAll(
          graded ? List.of(PartKind.CALL, PartKind.TYPE_CALL) : List.of(PartKind.TYPE_CALL));
    }
    if (!places().keys("measures").isEmpty()) {
      kinds.addAll(
          graded ? List.of(PartKind.STEP, PartKind.TYPE_STEP) : List.of(PartKind.TYPE_STEP));
    }
    if (graded) {
      kinds.add(PartKind.DUE);
    }
    kinds.addAll(List.of(PartKind.ROLE, PartKind.MEASURE));
    return kinds;
  }

  private List<PartKind> ofScale() {
    PartPlaces places = places();
    List<PartKind> kinds = new ArrayList<>();
    if (places.inRule("ladder").isPresent() && !levels.isEmpty()) {
      kinds.add(PartKind.ROW);
    }
    kinds.add(PartKind.CONDITION);
    if (!places.conditions().isEmpty()) {
      kinds.add(PartKind.QUESTION);
    }
    kinds.addAll(List.of(PartKind.QUANTITY, PartKind.JUDGEMENT));
    if (!judgements().isEmpty()) {
      kinds.add(PartKind.OPTION);
    }
    kinds.addAll(List.of(PartKind.CRITERION, PartKind.ADDEND));
    if (places.inRule().isPresent() && !levels.isEmpty()) {
      ofRule(kinds);
    }
    if (places.entry("scope").isEmpty()) {
      kinds.add(PartKind.SCOPE);
    }
    if (!levels.isEmpty()) {
      kinds.add(PartKind.ADJUSTMENT);
    }
    if (places.entry("recurrence").isEmpty()) {
      kinds.add(PartKind.RECURRENCE);
    }
    if (!levels.isEmpty()) {
      kinds.add(PartKind.CLOCK);
    }
    return kinds;
  }

  private void ofRule(List<PartKind> kinds) {
    PartPlaces places = places();
    if (!scoring().isEmpty() && places.inRule("weightedMean").isEmpty()) {
      kinds.add(PartKind.MEAN);
    }
    if (!places.keys("criteria").isEmpty()) {
      kinds.add(PartKind.SCORE);
    }
    if (places.inRule("matrix").isEmpty() && tabled().size() > 1) {
      kinds.add(PartKind.MATRIX);
    }
    if (places.at("rule", "gate").isEmpty()) {
      kinds.add(PartKind.GATE);
    }
  }

  /// What stands in the file already, to be changed by the form that would write it.
  public String present(PartKind kind, String field) {
    if (kind != PartKind.SCORE) {
      return "";
    }
    return switch (field) {
      case "formula" ->
          places().inRule("score").flatMap(Formula::of).map(Formula::shown).orElse("");
      case "bands" ->
          places()
              .inRule("score")
              .flatMap(_ -> places().inRule("bands"))
              .map(PartForm::listed)
              .orElse("");
      case "decimals" -> text(places().inRule("shown", "decimals"));
      case "cite" -> text(places().inRule("score").flatMap(_ -> places().inRule("cite")));
      default -> "";
    };
  }

  static String text(Optional<Tree> tree) {
    return tree.map(each -> each instanceof Tree.Text(String word, _, _) ? word : "").orElse("");
  }

  private static String listed(Tree tree) {
    return tree instanceof Tree.Sequence(var items, _)
        ? String.join(", ", items.stream().map(each -> text(Optional.of(each))).toList())
        : "";
  }

  PartPlaces places() {
    return new PartPlaces(reading.tree(part));
  }

  /// Whether a field can be left empty.
  public static boolean isOpen(PartKind kind, String field) {
    boolean due = kind == PartKind.DUE || kind == PartKind.CLOCK;
    boolean further = field.matches("(fact|test|value)[2-9]");
    boolean cited = field.equals("cite") && kind == PartKind.QUESTION;
    return further || cited || OPEN.contains(field) && !(field.equals("within") && due);
  }

  /// The word for a field: further questions are called alike.
  public static String word(String field) {
    return field.matches("(fact|test|value)[3-9]")
        ? field.substring(0, field.length() - 1) + "-more"
        : field;
  }

  /// What can be chosen in a field; empty where anything can be written.
  public List<FormField.Choice> choices(String field) {
    return switch (field.replaceFirst("[2-9]$", "")) {
      case "level", "lowest" ->
          levels.stream().map(each -> choice(each, words.level(each))).toList();
      case "fact" -> asked();
      case "joined" -> words.choices(named("page.bench.joined.", JOINED.toArray(String[]::new)));
      case "place" -> joinable();
      case "down", "across", "layer" -> tabled();
      case "closed" -> given();
      case "first", "second" -> facts(List.of("derived"));
      case "asked" -> optioned();
      case "same" -> grouping();
      case "how" -> List.of(choice("floor", words.key("floor")), choice("set", words.key("set")));
      case "type" -> words.types();
      case "by" -> words.choices(named("page.bench.by.", WAYS.toArray(String[]::new)));
      case "measure" -> places().keys("measures").stream().map(each -> choice(each, each)).toList();
      case "test" -> TESTS.stream().map(each -> choice(each, words.key(each))).toList();
      case "cite" -> sources();
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

  /// The criteria that a weighted mean can count: all but those by sum.
  List<String> scoring() {
    return places().keys("criteria").stream()
        .filter(key -> places().at("criteria", key, "sum").isEmpty())
        .toList();
  }

  /// What a fact or judgement can be, as the file writes it, mildest first where it has an order.
  List<String> optionsOf(String key) {
    return places()
        .tree()
        .map(file -> words.options(key, file).stream().map(FormField.Choice::value).toList())
        .orElse(List.of());
  }

  /// Whether a fact is a set, of which several options can hold at once.
  boolean isSet(String key) {
    return FactKey.parse(key)
        .flatMap(each -> reading.catalogue().find(each.fact()))
        .filter(fact -> fact.type() instanceof FactType.Options)
        .isPresent();
  }

  /// The sources, and the place in one that the rule's score cites now.
  private List<FormField.Choice> sources() {
    String cited = present(PartKind.SCORE, "cite");
    return Stream.concat(places().keys("sources").stream(), Stream.of(cited))
        .filter(each -> !each.isEmpty())
        .distinct()
        .map(each -> choice(each, each))
        .toList();
  }

  /// What can be scored, with the options that want a score.
  private List<FormField.Choice> optioned() {
    return facts(List.of("judgements")).stream()
        .filter(each -> !optionsOf(each.value()).isEmpty())
        .map(each -> {
          List<String> options = optionsOf(each.value());
          String all = shortened(String.join(", ", options));
          return choice(each.value(), each.says() + " (" + options.size() + ": " + all + ")");
        })
        .toList();
  }

  /// What several incidents can share.
  private List<FormField.Choice> grouping() {
    return reading.catalogue().facts().stream()
        .filter(fact -> fact.type() instanceof FactType.Group)
        .map(fact -> FactKey.of(fact.id()).toString())
        .map(key -> choice(key, words.key(key)))
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

  /// Criteria by option, and the facts and judgements that are a choice: what a table can be made
  /// of.
  private List<FormField.Choice> tabled() {
    List<FormField.Choice> all = new ArrayList<>();
    places().keys("criteria").stream()
        .filter(key -> !tableOptions(key).isEmpty())
        .forEach(key -> all.add(choice(key, words.key("criteria") + " › " + words.key(key))));
    optioned().stream()
        .filter(each -> !isSet(each.value()) && !places().keys("criteria").contains(each.value()))
        .forEach(all::add);
    return all;
  }

  /// The options of a criterion, or else of a fact or judgement.
  List<String> tableOptions(String key) {
    Optional<Tree.Mapping> criterion = places().map("criteria", key);
    if (criterion.isEmpty()) {
      return optionsOf(key);
    }
    String asked =
        text(
            places()
                .at("criteria", key, "fact")
                .or(() -> places().at("criteria", key, "gravestOf")));
    return places()
        .list("criteria", key, "options")
        .map(list -> list.items().stream().map(each -> text(Optional.of(each))).toList())
        .orElseGet(() -> optionsOf(asked));
  }

  /// Levels, and what can be said in their place.
  private List<FormField.Choice> given() {
    List<FormField.Choice> all = new ArrayList<>();
    levels.forEach(each -> all.add(choice(each, words.level(each))));
    all.addAll(words.choices(Map.of("out-of-scope", "outcome.out-of-scope")));
    return all;
  }

  /// Parts that can be taken out, each with its place in the file.
  public List<FormField.Choice> removable() {
    return told(places().removable());
  }

  /// Conditions that a question can be added to.
  private List<FormField.Choice> joinable() {
    return told(places().conditions());
  }

  private List<FormField.Choice> told(List<PartPlaces.Found> places) {
    List<FormField.Choice> all = new ArrayList<>();
    List<String> lines = reading.text(part).lines().toList();
    for (PartPlaces.Found found : places) {
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
