package org.parley.core.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.parley.core.engine.diagram.Diagram;
import org.parley.core.engine.diagram.Forest;
import org.parley.core.engine.formula.Formula;
import org.parley.core.engine.space.Block;
import org.parley.core.engine.space.Exchange;
import org.parley.core.engine.space.Facts;
import org.parley.core.engine.space.Space;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Sheet;
import org.parley.core.outcome.Step.Range;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Rule;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.Exact;

/// A scale edition made ready: answers exactly which grades are possible on what a sheet says.
public final class CompiledScale {

  private final ScaleEdition edition;
  private final Space space;
  private final int[] first;
  private final Diagram diagram;
  private final List<Verdict> verdicts;
  private final SequencedMap<String, Diagram> dimensions;

  private CompiledScale(
      ScaleEdition edition,
      Space space,
      Diagram diagram,
      SequencedMap<String, Diagram> dimensions,
      List<Verdict> verdicts) {
    this.edition = edition;
    this.space = space;
    this.diagram = diagram;
    this.dimensions = dimensions;
    this.verdicts = verdicts;
    this.first = new int[space.blocks().size() + 1];
    for (int block = 0; block < first.length; block++) {
      first[block] = space.firstVariable(block);
    }
  }

  /// Makes an edition ready.
  ///
  /// @param decidingDay the day whose figures of earlier years count; no matter for editions that
  ///   refer to none
  public static Compiled compile(ScaleEdition edition, Catalogue catalogue, LocalDate decidingDay) {
    List<String> reasons = new ArrayList<>();
    Facts facts = new Facts(catalogue.with(edition.vocabulary().judgements().values()));
    Conditions conditions = new Conditions(facts, decidingDay.getYear(), reasons);
    Set<Formula> asked = new LinkedHashSet<>();
    try {
      Forest sketch = new Forest(new int[0]);
      new RuleDrawing(
              sketch,
              formula -> {
                asked.add(formula);
                return Forest.constant(0);
              },
              conditions,
              edition.levels(),
              reasons)
          .draw(edition);
      if (!reasons.isEmpty()) {
        return outside(reasons);
      }
      Exchange exchange = new Exchange(edition.vocabulary().rates());
      Space space = Space.of(List.copyOf(asked), facts, exchange, reasons);
      return reasons.isEmpty()
          ? new Compiled.Ready(draw(edition, space, conditions))
          : outside(reasons);
    } catch (Forest.TooLarge tooLarge) {
      return outside(List.of("the rule is too intricate: " + tooLarge.getMessage()));
    }
  }

  private static Compiled outside(List<String> reasons) {
    return new Compiled.OutsideFragment(reasons.stream().distinct().toList());
  }

  private static CompiledScale draw(ScaleEdition edition, Space space, Conditions conditions) {
    Forest forest = new Forest(space.sizes());
    RuleDrawing drawing =
        new RuleDrawing(
            forest,
            new ConditionDrawing(forest, space),
            conditions,
            edition.levels(),
            new ArrayList<>());
    Diagram whole = Diagram.of(forest, drawing.draw(edition));
    SequencedMap<String, Diagram> dimensions = new LinkedHashMap<>();
    if (edition.rule() instanceof Rule.GravestOf(var rules, _)) {
      for (Map.Entry<String, Rule> entry : rules.entrySet()) {
        dimensions.put(entry.getKey(), Diagram.of(forest, drawing.draw(entry.getValue())));
      }
    }
    return new CompiledScale(edition, space, whole, dimensions, drawing.verdicts().values());
  }

  public ScaleEdition edition() {
    return edition;
  }

  /// Every grade that some way to fill in the unknown gives: levels mildest first, then
  /// out-of-scope, then unsaid. None where every way ends in a refusal.
  public List<Grade> possible(Sheet sheet) {
    return grades(diagram.values(ways(sheet), first));
  }

  /// The smallest and the largest score that is possible; empty where the rule has no score.
  public Optional<Range> score(Sheet sheet) {
    List<Exact> scores =
        diagram.values(ways(sheet), first).stream()
            .mapToObj(verdicts::get)
            .flatMap(verdict ->
                verdict instanceof Verdict.Graded(_, var score, _)
                    ? score.stream()
                    : Stream.empty())
            .sorted()
            .toList();
    return scores.isEmpty()
        ? Optional.empty()
        : Optional.of(new Range(scores.getFirst(), scores.getLast()));
  }

  /// The criteria whose facts do not apply, where for that no grade is possible.
  public SortedSet<String> refusedBy(Sheet sheet) {
    SortedSet<String> criteria = new TreeSet<>();
    diagram.values(ways(sheet), first).stream()
        .mapToObj(verdicts::get)
        .forEach(verdict -> {
          if (verdict instanceof Verdict.Refused(var names)) {
            criteria.addAll(names);
          }
        });
    return criteria;
  }

  /// For a rule of several dimensions the possible grades of each.
  public SequencedMap<String, List<Grade>> dimensions(Sheet sheet) {
    SequencedMap<String, List<Grade>> possible = new LinkedHashMap<>();
    List<List<BitSet[]>> ways = ways(sheet);
    dimensions.forEach((name, part) -> possible.put(name, grades(part.values(ways, first))));
    return possible;
  }

  private List<List<BitSet[]>> ways(Sheet sheet) {
    List<List<BitSet[]>> ways = new ArrayList<>();
    for (Block block : space.blocks()) {
      ways.add(block.ways(sheet));
    }
    return ways;
  }

  private List<Grade> grades(BitSet values) {
    Set<Grade> seen = new LinkedHashSet<>();
    values.stream()
        .mapToObj(verdicts::get)
        .forEach(verdict -> {
          if (verdict instanceof Verdict.Graded(Grade grade, _, _)) {
            seen.add(grade);
          }
        });
    List<Grade> sorted = new ArrayList<>();
    edition.levels().mildestFirst().stream().filter(seen::contains).forEach(sorted::add);
    List.of(Grade.OUT_OF_SCOPE, Grade.UNSAID).stream().filter(seen::contains).forEach(sorted::add);
    return sorted;
  }
}
