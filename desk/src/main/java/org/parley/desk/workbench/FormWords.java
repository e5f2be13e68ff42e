package org.parley.desk.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.TypeList;
import org.parley.desk.Shelf;
import org.parley.desk.voice.Labels;
import org.parley.desk.voice.Words;
import org.parley.formats.tree.Tree;

/// How a form calls the keys of a draft's file, in one language.
///
/// @param names the draft's own names
public record FormWords(Shelf shelf, Labels names) {

  private static final String TYPES = "rsit";

  public static FormWords of(Shelf shelf, DraftReading reading) {
    return new FormWords(
        shelf, new Labels(reading.labels(shelf.words().language()), reading.labels(Shelf.ENGLISH)));
  }

  Words words() {
    return shelf.words();
  }

  /// A level, as people read it.
  public String level(String name) {
    return names.find("levels." + name).orElse(name);
  }

  /// What a key stands for: a level, a criterion, a quantity, a fact, a word of the format.
  String key(String key) {
    for (String section : List.of("levels.", "criteria.", "derived.", "dimensions.")) {
      Optional<String> found = names.find(section + key);
      if (found.isPresent()) {
        return found.get();
      }
    }
    Optional<String> judged = names.find("judgements." + key + ".label");
    if (judged.isPresent()) {
      return judged.get();
    }
    Optional<FactKey> fact =
        FactKey.parse(key)
            .filter(each -> shelf.library().catalogue().find(each.fact()).isPresent());
    if (fact.isPresent()) {
      return shelf.values().name(fact.get());
    }
    String word = "page.bench.key." + key.toLowerCase(java.util.Locale.ROOT);
    return words().knows(word) ? words().say(word) : key;
  }

  /// Whether a key names a fact of the catalogue or a judgement of the file.
  boolean isFact(String key, Tree file) {
    return fact(key).isPresent() || !judged(key, file).isEmpty();
  }

  private Optional<Fact> fact(String key) {
    return FactKey.parse(key).flatMap(each -> shelf.library().catalogue().find(each.fact()));
  }

  /// What a fact or judgement can be; none where it is no choice.
  List<FormField.Choice> options(String key, Tree file) {
    List<FormField.Choice> choices = new ArrayList<>();
    Optional<Fact> fact = fact(key).filter(each -> !each.type().optionNames().isEmpty());
    if (fact.isPresent()) {
      List<String> options = fact.get().type().optionNames();
      FactKey asked = FactKey.parse(key).orElseThrow();
      for (int place = 0; place < options.size(); place++) {
        choices.add(new FormField.Choice(options.get(place), shelf.values().option(asked, place)));
      }
      return choices;
    }
    for (String option : judged(key, file)) {
      String path = "judgements." + key + ".options." + option;
      choices.add(new FormField.Choice(option, names.find(path).orElse(option)));
    }
    return choices;
  }

  /// The options of a judgement that the file declares.
  private static List<String> judged(String key, Tree file) {
    Tree here = file;
    for (String step : List.of("judgements", key, "options")) {
      if (!(here instanceof Tree.Mapping map) || map.find(step).isEmpty()) {
        return List.of();
      }
      here = map.find(step).get();
    }
    return here instanceof Tree.Sequence(var items, _)
        ? items.stream()
            .filter(Tree.Text.class::isInstance)
            .map(item -> ((Tree.Text) item).text())
            .toList()
        : List.of();
  }

  /// An option of a criterion, as people read it.
  String option(String criterion, String option, Tree file) {
    String fact = criterion;
    if (file instanceof Tree.Mapping top
        && top.find("criteria").orElse(top) instanceof Tree.Mapping all
        && all.find(criterion).orElse(top) instanceof Tree.Mapping one
        && one.find("fact").or(() -> one.find("gravestOf")).orElse(top)
            instanceof Tree.Text(String asked, _, _)) {
      fact = asked;
    }
    return names.find("options." + criterion + "." + option).orElse(said(fact, option, file));
  }

  private String said(String fact, String option, Tree file) {
    return options(fact, file).stream()
        .filter(each -> each.value().equals(option))
        .map(FormField.Choice::says)
        .findFirst()
        .orElse(option);
  }

  /// The classes of incident and their types, as a plan names them.
  List<FormField.Choice> types() {
    List<FormField.Choice> all = new ArrayList<>();
    TypeList list = shelf.library().typeList(TYPES);
    List<String> classes = list.classes().stream().map(TypeList.TypeClass::key).toList();
    for (TypeList.TypeClass each : list.classes()) {
      String name = shelf.factLabels().find("classes." + each.key()).orElse(each.key());
      all.add(new FormField.Choice(each.key(), name));
      for (TypeList.Type type : each.types()) {
        if (!classes.contains(type.key())) {
          String says = shelf.factLabels().find("types." + type.key()).orElse(type.key());
          all.add(new FormField.Choice(type.key(), name + " › " + says));
        }
      }
    }
    return all;
  }

  /// What a condition is labelled with.
  Optional<String> condition(String label) {
    return names.find("conditions." + label);
  }

  /// The words that a choice of the format can be.
  List<FormField.Choice> choices(Map<String, String> keys) {
    return keys.entrySet().stream()
        .map(each -> new FormField.Choice(each.getKey(), words().say(each.getValue())))
        .toList();
  }
}
