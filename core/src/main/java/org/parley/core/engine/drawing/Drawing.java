package org.parley.core.engine.drawing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.parley.core.engine.block.Exchange;
import org.parley.core.engine.block.Facts;
import org.parley.core.engine.diagram.Diagram;
import org.parley.core.engine.diagram.Forest;
import org.parley.core.engine.formula.Atom;
import org.parley.core.engine.formula.Formula;
import org.parley.core.engine.space.Space;
import org.parley.core.fact.Catalogue;
import org.parley.core.outcome.Region;
import org.parley.core.scale.Rule;
import org.parley.core.scale.ScaleEdition;

/// An edition drawn: the space of its facts, and its rule as diagrams over that space.
///
/// @param space what the edition can tell apart
/// @param verdicts from cells to numbers of verdicts
/// @param grades from cells to numbers of grades
/// @param dimensions for a rule of several dimensions each on its own, as grades
/// @param terms what the numbers mean
/// @param written the tests on numbers as the edition writes them
/// @param substitutes what was put in for what is not known
public record Drawing(
    Space space,
    Diagram verdicts,
    Diagram grades,
    SequencedMap<String, Diagram> dimensions,
    List<Verdict> terms,
    Map<Atom, Region.Claim> written,
    Substitutes substitutes) {

  /// Draws an edition.
  ///
  /// @param substitutes what is put in for what is not known
  /// @param reasons takes the reasons where that cannot be done exactly; the drawing is then of no
  ///   use
  public static Drawing of(
      ScaleEdition edition,
      Catalogue catalogue,
      LocalDate decidingDay,
      Substitutes substitutes,
      List<String> reasons) {
    Facts facts = new Facts(catalogue.with(edition.vocabulary().judgements().values()));
    Conditions conditions = new Conditions(facts, decidingDay, substitutes, reasons);
    Set<Formula> asked = asked(edition, conditions, reasons);
    Exchange exchange = new Exchange(edition.vocabulary().rates());
    Space space =
        reasons.isEmpty()
            ? Space.of(List.copyOf(asked), facts, exchange, reasons)
            : Space.of(List.of(), facts, exchange, new ArrayList<>());
    if (!reasons.isEmpty()) {
      return new Drawing(
          space,
          Diagram.NONE,
          Diagram.NONE,
          new LinkedHashMap<>(),
          List.of(),
          Map.of(),
          substitutes);
    }
    return drawn(edition, space, conditions);
  }

  /// A test as the edition writes it, passed or not.
  public Region.Claim claim(Atom atom, boolean passes) {
    Region.Claim found = written.get(atom);
    if (found == null) {
      throw new IllegalArgumentException("not written in the edition: " + atom);
    }
    return new Region.Claim(found.quantity(), found.test(), passes);
  }

  /// All conditions of the edition in the order in which the rule asks them: drawn in a sketch that
  /// only takes note of them.
  private static Set<Formula> asked(
      ScaleEdition edition, Conditions conditions, List<String> reasons) {
    Set<Formula> asked = new LinkedHashSet<>();
    RuleDrawing sketch =
        new RuleDrawing(
            new Forest(new int[0]),
            formula -> {
              asked.add(formula);
              return Forest.constant(0);
            },
            conditions,
            edition.levels(),
            reasons);
    sketch.draw(edition);
    return asked;
  }

  private static Drawing drawn(ScaleEdition edition, Space space, Conditions conditions) {
    Forest forest = new Forest(space.sizes());
    RuleDrawing drawing =
        new RuleDrawing(
            forest,
            new ConditionDrawing(forest, space),
            conditions,
            edition.levels(),
            new ArrayList<>());
    GradeCodes codes = new GradeCodes(edition.levels());
    int whole = drawing.draw(edition);
    SequencedMap<String, Diagram> dimensions = new LinkedHashMap<>();
    if (edition.rule() instanceof Rule.GravestOf(var rules, _)) {
      for (Map.Entry<String, Rule> entry : rules.entrySet()) {
        int one = drawing.draw(entry.getValue());
        dimensions.put(entry.getKey(), graded(forest, one, drawing, codes));
      }
    }
    return new Drawing(
        space,
        Diagram.of(forest, whole),
        graded(forest, whole, drawing, codes),
        dimensions,
        drawing.verdicts().values(),
        conditions.written(),
        conditions.substitutes());
  }

  private static Diagram graded(
      Forest forest, int reference, RuleDrawing drawing, GradeCodes codes) {
    return Diagram.of(
        forest, forest.map(reference, number -> codes.of(drawing.verdicts().at(number))));
  }
}
