package org.parley.desk.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.desk.workbench.formula.Formula;
import org.parley.formats.draft.YamlText;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.YamlScalar;

/// Writes into a scale what scores, and what stands around its rule: scope, adjustments,
/// recurrence, clocks.
///
/// @param wrong gets what is wrong, by field
record RuleWork(PartForm form, YamlText text, PartSaid said, Map<String, String> wrong) {

  private PartPlaces places() {
    return form.places();
  }

  /// A criterion that scores the options of a fact or judgement; a weighted mean counts it too.
  boolean criterion() {
    List<String> options = form.optionsOf(said.get("asked"));
    List<String> points = said.list("points");
    boolean set = form.isSet(said.get("asked"));
    if (said.has("points") && points.size() != options.size()) {
      wrong.put("points", "scores");
    }
    if (!said.has("points") && (set || said.has("weight"))) {
      wrong.put("points", "missing");
    }
    if (set != said.has("empty")) {
      wrong.put("empty", set ? "missing" : "idle");
    }
    if (places().keys("criteria").contains(said.get("key"))) {
      wrong.put("key", "taken");
    }
    if (!wrong.isEmpty() || !entry("criteria", said.get("key"), scored(set, options, points))) {
      return false;
    }
    places()
        .inRule("weightedMean")
        .filter(_ -> said.has("points"))
        .ifPresent(mean -> PartWork.add(text, (Tree.Sequence) mean, said.written("key")));
    return true;
  }

  private String scored(boolean set, List<String> options, List<String> points) {
    List<String> scores = new ArrayList<>();
    if (!said.has("points")) {
      return "{fact: " + said.written("asked") + said.cited();
    }
    for (int at = 0; at < options.size(); at++) {
      scores.add(YamlScalar.written(options.get(at)) + ": " + points.get(at));
    }
    String weight = said.has("weight") ? "weight: " + said.get("weight") + ", " : "";
    String empty = set ? ", empty: {score: " + said.get("empty") + said.cited() : "";
    return "{"
        + weight
        + (set ? "gravestOf: " : "fact: ")
        + said.written("asked")
        + ", scores: {"
        + String.join(", ", scores)
        + "}"
        + empty
        + said.cited();
  }

  /// One more circumstance of a criterion by sum, or the first of a new one.
  boolean addend() {
    if (!said.isWhole(wrong)) {
      return false;
    }
    String key = said.get("key");
    String item = "{add: " + said.get("add") + ", when: " + said.condition() + said.cited();
    Optional<Tree.Sequence> sum = places().list("criteria", key, "sum");
    if (sum.isPresent()) {
      PartWork.add(text, sum.get(), item);
      return true;
    }
    if (places().keys("criteria").contains(key)) {
      wrong.put("key", "taken");
      return false;
    }
    return entry("criteria", key, "{sum: [" + item + "]" + said.cited());
  }

  /// A weighted mean of all criteria that score, in the place of the rule.
  boolean mean() {
    if (said.list("bands").size() != form.levels().size()) {
      wrong.put("bands", "bands");
    }
    Optional<Tree> rule = places().inRule();
    if (!wrong.isEmpty() || rule.isEmpty()) {
      return false;
    }
    String stretched =
        said.has("stretch") ? ", normalise: {minMax: " + said.get("stretch") + "}" : "";
    String criteria = String.join(", ", form.scoring().stream().map(YamlScalar::written).toList());
    text.put(
        rule.get(),
        "{weightedMean: ["
            + criteria
            + "]"
            + stretched
            + ", bands: ["
            + String.join(", ", said.list("bands"))
            + "]"
            + said.cited());
    return true;
  }

  /// A score that is computed from criteria: changed where the rule is one, else in the place of
  /// the rule.
  boolean score() {
    Optional<Formula> formula = Formula.typed(said.get("formula"));
    if (formula.isEmpty()) {
      wrong.put("formula", "formula");
    } else if (!places().keys("criteria").containsAll(formula.get().criteria())) {
      wrong.put("formula", "criteria");
    }
    if (said.list("bands").size() != form.levels().size()) {
      wrong.put("bands", "bands");
    }
    if (said.has("decimals") && !said.get("decimals").matches("[0-6]")) {
      wrong.put("decimals", "numbers");
    }
    Optional<Tree> rule = places().inRule();
    if (!wrong.isEmpty() || rule.isEmpty()) {
      return false;
    }
    String bands = "[" + String.join(", ", said.list("bands")) + "]";
    if (places().inRule("score").isPresent() && rule.get() instanceof Tree.Mapping map) {
      in(map, "score", "formula", formula.get().yaml());
      in(map, "bands", "bands", bands);
      in(map, "shown", "decimals", "{decimals: " + said.get("decimals") + "}");
      in(map, "cite", "cite", said.written("cite"));
      return true;
    }
    String shown = said.has("decimals") ? ", shown: {decimals: " + said.get("decimals") + "}" : "";
    text.put(
        rule.get(), "{score: " + formula.get().yaml() + ", bands: " + bands + shown + said.cited());
    return true;
  }

  /// Changes an entry of the rule, where another value was typed than it has.
  private void in(Tree.Mapping rule, String key, String field, String yaml) {
    if (said.get(field).equals(form.present(PartKind.SCORE, field)) || !said.has(field)) {
      return;
    }
    rule.find(key)
        .ifPresentOrElse(value -> text.put(value, yaml), () -> text.addEntry(rule, key, yaml));
  }

  /// A table of two or three criteria in the place of the rule; all of its cells say nothing yet.
  boolean matrix() {
    List<String> axes = new ArrayList<>();
    for (String field : List.of("layer", "down", "across")) {
      if (axes.contains(said.get(field))) {
        wrong.put(field, "taken");
      } else if (said.has(field)) {
        axes.add(said.get(field));
      }
    }
    Optional<Tree> rule = places().inRule();
    if (!wrong.isEmpty() || rule.isEmpty()) {
      return false;
    }
    criteria(axes.stream().filter(axis -> !places().keys("criteria").contains(axis)).toList());
    String indent = text.indent(rule.get());
    String written = String.join(", ", axes.stream().map(YamlScalar::written).toList());
    text.put(
        rule.get(),
        (text.isFlow(rule.get()) ? "\n" + indent : "")
            + "matrix: ["
            + written
            + "]\n"
            + indent
            + "cite: "
            + said.written("cite")
            + "\n"
            + indent
            + "cells:"
            + cells(axes, indent + "  "));
    return true;
  }

  /// Criteria of the same names as the facts and judgements that they ask about.
  private void criteria(List<String> fresh) {
    if (fresh.isEmpty()) {
      return;
    }
    Optional<Tree.Mapping> there = places().map("criteria");
    if (there.isPresent()) {
      fresh.forEach(axis -> text.addEntry(there.get(), axis, criterion(axis)));
    } else {
      List<String> lines =
          fresh.stream().map(axis -> YamlScalar.written(axis) + ": " + criterion(axis)).toList();
      text.append("criteria:\n  " + String.join("\n  ", lines));
    }
  }

  private String criterion(String axis) {
    return "{fact: " + YamlScalar.written(axis) + said.cited();
  }

  private String cells(List<String> axes, String indent) {
    StringBuilder lines = new StringBuilder();
    for (String option : form.tableOptions(axes.getFirst())) {
      lines.append("\n").append(indent).append(YamlScalar.written(option)).append(":");
      lines.append(
          axes.size() == 1 ? " unsaid" : cells(axes.subList(1, axes.size()), indent + "  "));
    }
    return lines.toString();
  }

  /// A gate before the rule that is there.
  boolean gate() {
    boolean whole = said.isWhole(wrong);
    Optional<Tree> rule = places().at("rule");
    if (whole && rule.isPresent() && rule.get() instanceof Tree.Mapping map) {
      text.putUnder(
          map,
          List.of("gate: " + said.condition(), "closed: " + said.written("closed")),
          "open",
          "cite: " + said.written("cite"));
    }
    return whole && rule.isPresent();
  }

  /// For which incidents the scale speaks at all.
  boolean scope() {
    boolean whole = said.isWhole(wrong);
    if (whole) {
      text.append("scope: {when: " + said.condition() + said.cited());
    }
    return whole;
  }

  /// What is done to the level that the rule gave.
  boolean adjustment() {
    return said.isWhole(wrong)
        && item(
            "adjust",
            "{when: "
                + said.condition()
                + ", "
                + said.get("how")
                + ": "
                + said.written("level")
                + said.cited());
  }

  /// When several incidents count as one.
  boolean recurrence() {
    text.append(
        "recurrence: {within: "
            + said.written("period")
            + ", sameBy: "
            + said.written("same")
            + ", atLeast: "
            + said.written("count")
            + said.cited());
    return true;
  }

  /// A report that is due at a level and all graver ones.
  boolean clock() {
    int lowest = form.levels().indexOf(said.get("lowest"));
    List<String> levels = form.levels().subList(lowest, form.levels().size());
    return item(
        "clocks",
        "{report: "
            + said.written("report")
            + ", levels: ["
            + String.join(", ", levels.stream().map(YamlScalar::written).toList())
            + "], within: "
            + said.written("within")
            + ", from: "
            + said.written("from")
            + said.cited());
  }

  private boolean entry(String section, String key, String value) {
    return PartWork.entry(places(), text, section, key, value);
  }

  /// Adds an item to a list at the top, or the list where there is none.
  private boolean item(String section, String item) {
    Optional<Tree.Entry> there = places().entry(section);
    if (there.isEmpty()) {
      text.append(section + ":\n  - " + item);
    } else if (there.get().value() instanceof Tree.Nothing) {
      text.addLines(there.get(), "  - " + item);
    } else if (there.get().value() instanceof Tree.Sequence list) {
      PartWork.add(text, list, item);
    } else {
      return false;
    }
    return true;
  }
}
