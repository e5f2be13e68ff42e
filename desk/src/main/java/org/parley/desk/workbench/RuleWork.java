package org.parley.desk.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    if (points.size() != options.size()) {
      wrong.put("points", "scores");
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
        .list("rule", "weightedMean")
        .ifPresent(mean -> PartWork.add(text, mean, said.written("key")));
    return true;
  }

  private String scored(boolean set, List<String> options, List<String> points) {
    List<String> scores = new ArrayList<>();
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
    Optional<Tree.Entry> rule = places().entry("rule");
    if (!wrong.isEmpty() || rule.isEmpty()) {
      return false;
    }
    String stretched =
        said.has("stretch") ? ", normalise: {minMax: " + said.get("stretch") + "}" : "";
    String criteria = String.join(", ", form.scoring().stream().map(YamlScalar::written).toList());
    text.put(
        rule.get().value(),
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
