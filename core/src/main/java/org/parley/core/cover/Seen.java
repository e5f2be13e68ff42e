package org.parley.core.cover;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Value;
import org.parley.core.outcome.Step;
import org.parley.core.plain.PlainEvaluator;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Notes;
import org.parley.core.scale.Rule;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.WorkedCase;
import org.parley.core.terms.Exact;

/// What the worked cases of an edition come close to.
///
/// @param edition with each bound a test of its own
/// @param catalogue with the edition's judgements
public record Seen(ScaleEdition edition, Catalogue catalogue, List<WorkedCase> cases) {

  /// The place of a threshold that every rule of an edition shares.
  public static final String EVERYWHERE = "";

  /// Whether a case stands on this side of the threshold and, where it must, is decided by it: were
  /// the test to come out the other way, grade or score would be another.
  public boolean has(Threshold threshold, Threshold.Side side) {
    return cases.stream()
        .filter(worked -> worked.incidents().size() == 1)
        .map(worked -> worked.incidents().getFirst())
        .filter(told -> isRuledBy(threshold.where(), told))
        .filter(told -> threshold.side(told.sheet(), catalogue).filter(side::equals).isPresent())
        .anyMatch(told ->
            !threshold.decides(side)
                || !ruled(threshold, true, told).equals(ruled(threshold, false, told)));
  }

  /// The scores of all cases in which everything is known.
  public Set<Exact> scores() {
    Set<Exact> scores = new TreeSet<>();
    for (WorkedCase worked : cases) {
      WorkedCase.Told told = worked.incidents().getFirst();
      new PlainEvaluator(edition, catalogue, day(told))
          .trace(told.sheet())
          .score()
          .filter(Step.Range::isOne)
          .ifPresent(score -> scores.add(score.low()));
    }
    return scores;
  }

  private LocalDate day(WorkedCase.Told told) {
    return told.aware().atZone(edition.heading().validity().zone()).toLocalDate();
  }

  /// The rules that an edition chooses from; one that serves several options counts once.
  public static Map<String, Rule> rules(ScaleEdition edition, Catalogue catalogue) {
    if (!(edition.rule() instanceof Rule.ByOption(FactKey key, var cases, _, _))) {
      return Map.of(EVERYWHERE, edition.rule());
    }
    List<String> options = catalogue.find(key.fact()).orElseThrow().type().optionNames();
    Map<Rule, String> names = new LinkedHashMap<>();
    cases.forEach((place, rule) -> names.putIfAbsent(rule, options.get(place)));
    Map<String, Rule> rules = new LinkedHashMap<>();
    names.forEach((rule, name) -> rules.put(name, rule));
    return rules;
  }

  private boolean isRuledBy(String where, WorkedCase.Told told) {
    return where.equals(EVERYWHERE)
        || (edition.rule() instanceof Rule.ByOption(FactKey key, var cases, _, _)
            && told.sheet().possible(key, catalogue.find(key.fact()).orElseThrow()).getFirst()
                instanceof Stated.Exactly(Value.Option(int place))
            && Objects.equals(rules(edition, catalogue).get(where), cases.get(place)));
  }

  /// What the plain evaluator gives if the test comes out as told, whatever the facts.
  private List<Object> ruled(Threshold threshold, boolean holds, WorkedCase.Told told) {
    Rewriting forced =
        new Rewriting(test ->
            bare(test).equals(threshold.test()) ? new Condition.Always(holds, Notes.NONE) : test);
    Step.Gave gave =
        new PlainEvaluator(forced.of(edition), catalogue, day(told)).trace(told.sheet());
    return List.of(gave.possible(), gave.score());
  }

  /// A test without its notes: the same test has other notes in other places.
  public static Condition.Passes bare(Condition.Passes test) {
    return new Condition.Passes(test.quantity(), test.test(), test.whenUnknown(), Notes.NONE);
  }
}
