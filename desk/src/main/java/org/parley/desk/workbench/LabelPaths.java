package org.parley.desk.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Rule;
import org.parley.core.scale.ScaleEdition;

/// The names that an edition needs in each language, by their path in a file of labels.
public final class LabelPaths {

  private final SequencedMap<String, String> paths = new LinkedHashMap<>();

  private LabelPaths() {}

  /// By path what the source itself calls the thing, to translate from; in the order of the rule.
  public static SequencedMap<String, String> of(ScaleEdition edition) {
    LabelPaths all = new LabelPaths();
    all.paths.put("title", edition.heading().title());
    edition.levels().mildestFirst().forEach(level -> all.add("levels.", level.name()));
    edition.vocabulary().derived().keySet().forEach(key -> all.add("derived.", key));
    all.judgements(edition);
    edition.vocabulary().criteria().values().forEach(all::criterion);
    edition.around().scope().ifPresent(scope -> all.condition(scope.when()));
    all.rule(edition.rule());
    edition.around().adjustments().forEach(change -> all.condition(change.when()));
    edition
        .around()
        .recurrence()
        .ifPresent(recurrence -> {
          recurrence.unless().ifPresent(all::condition);
          recurrence.meets().ifPresent(all::condition);
        });
    edition.around().clocks().forEach(clock -> all.add("clocks.", clock.report()));
    return all.paths;
  }

  private void add(String section, String key) {
    paths.putIfAbsent(section + key, key);
  }

  private void judgements(ScaleEdition edition) {
    edition
        .vocabulary()
        .judgements()
        .forEach((key, fact) -> {
          String path = "judgements." + key;
          paths.putIfAbsent(path + ".label", key);
          paths.putIfAbsent(path + ".means", key);
          fact.type()
              .optionNames()
              .forEach(option -> paths.putIfAbsent(path + ".options." + option, option));
        });
  }

  private void rule(Rule rule) {
    switch (rule) {
      case Rule.Fixed _, Rule.WeightedMean _, Rule.Score _, Rule.Matrix _ -> {}
      case Rule.Ladder(var rows, _, _) -> rows.forEach(row -> condition(row.when()));
      case Rule.GravestOf(var dimensions, _) ->
          dimensions.forEach((name, part) -> {
            add("dimensions.", name);
            rule(part);
          });
      case Rule.Gate(var gate, _, var open, _) -> {
        condition(gate);
        rule(open);
      }
      case Rule.ByOption(_, var cases, _, _) -> cases.values().forEach(this::rule);
    }
  }

  private void criterion(Criterion criterion) {
    add("criteria.", criterion.name());
    switch (criterion.body()) {
      case Criterion.ByOption _, Criterion.GravestOf _ -> {}
      case Criterion.ByCondition(var options, var when) -> {
        options.forEach(option ->
            paths.putIfAbsent("options." + criterion.name() + "." + option.name(), option.name()));
        when.forEach(this::condition);
      }
      case Criterion.Sum(var addends) -> addends.forEach(addend -> condition(addend.when()));
    }
  }

  private void condition(Condition condition) {
    Optional<String> label = condition.notes().label();
    label.ifPresent(key -> add("conditions.", key));
    List<Condition> parts =
        switch (condition) {
          case Condition.CountOf(var all, _, _, _) -> all;
          case Condition.NoneOf(var all, _) -> all;
          case Condition.Named(_, Condition body, _) -> List.of(body);
          case Condition.Passes _, Condition.Always _ -> List.of();
        };
    parts.forEach(this::condition);
  }
}
