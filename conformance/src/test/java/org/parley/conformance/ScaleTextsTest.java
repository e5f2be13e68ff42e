package org.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Rule;
import org.parley.core.scale.ScaleEdition;
import org.parley.formats.library.EditionName;
import org.parley.formats.library.FolderSource;
import org.parley.formats.library.Library;

/** Every name that a scale uses has a text, and every text is of a name that the scale uses. */
class ScaleTextsTest {
  private static final Library LIBRARY = new Library(new FolderSource(Path.of("..", "library")));

  private final Set<String> needed = new TreeSet<>();

  /** Conditions with a name that is not shown where they carry a label of their own. */
  private final Set<String> allowed = new TreeSet<>();

  static Stream<EditionName> editions() {
    return LIBRARY.editions().stream();
  }

  @ParameterizedTest
  @MethodSource("editions")
  void aScaleHasTheTextsItNeedsAndNoOthers(EditionName name) {
    ScaleEdition edition = LIBRARY.edition(name).orThrow();
    needed.addAll(Set.of("language", "title"));
    edition.levels().mildestFirst().forEach(level -> needed.add("levels." + level.name()));
    edition.vocabulary().derived().keySet().forEach(key -> needed.add("derived." + key));
    edition.around().clocks().forEach(clock -> needed.add("clocks." + clock.report()));
    edition
        .vocabulary()
        .judgements()
        .forEach((key, fact) -> {
          needed.addAll(Set.of("judgements." + key + ".label", "judgements." + key + ".means"));
          fact.type()
              .optionNames()
              .forEach(option -> needed.add("judgements." + key + ".options." + option));
        });
    edition.vocabulary().criteria().values().forEach(this::criterion);
    edition.around().scope().ifPresent(scope -> condition(scope.when()));
    edition.around().adjustments().forEach(change -> condition(change.when()));
    edition
        .around()
        .recurrence()
        .ifPresent(recurrence -> {
          recurrence.unless().ifPresent(this::condition);
          recurrence.meets().ifPresent(this::condition);
        });
    rule(edition.rule());

    Set<String> texts =
        LIBRARY.texts("scales/" + name.scale() + "/" + name.edition() + "/labels/en.yaml").keySet();
    assertThat(texts).as("texts of %s", name).containsAll(needed);
    needed.addAll(allowed);
    assertThat(texts).as("texts left over of %s", name).isSubsetOf(needed);
  }

  private void rule(Rule rule) {
    switch (rule) {
      case Rule.Fixed _, Rule.WeightedMean _, Rule.Score _, Rule.Matrix _ -> {}
      case Rule.Ladder(var rows, _, _) -> rows.forEach(row -> condition(row.when()));
      case Rule.GravestOf(var dimensions, _) ->
          dimensions.forEach((name, part) -> {
            needed.add("dimensions." + name);
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
    needed.add("criteria." + criterion.name());
    switch (criterion.body()) {
      case Criterion.ByOption _, Criterion.GravestOf _ -> {}
      case Criterion.ByCondition(var options, var when) -> {
        options.forEach(option -> needed.add("options." + criterion.name() + "." + option.name()));
        when.forEach(this::condition);
      }
      case Criterion.Sum(var addends) -> addends.forEach(addend -> condition(addend.when()));
    }
  }

  private void condition(Condition condition) {
    condition.notes().label().ifPresent(label -> needed.add("conditions." + label));
    List<Condition> parts =
        switch (condition) {
          case Condition.CountOf(var all, _, _, _) -> all;
          case Condition.NoneOf(var all, _) -> all;
          case Condition.Named(String name, Condition body, _) -> {
            allowed.add("conditions." + name);
            yield List.of(body);
          }
          case Condition.Passes _, Condition.Always _ -> List.of();
        };
    parts.forEach(this::condition);
  }
}
