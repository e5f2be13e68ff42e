package org.parley.core.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.core.engine.diagram.Forest;
import org.parley.core.engine.drawing.Drawing;
import org.parley.core.engine.drawing.GradeCodes;
import org.parley.core.engine.drawing.Substitutes;
import org.parley.core.engine.drawing.Verdict;
import org.parley.core.engine.pocket.PocketScale;
import org.parley.core.engine.reason.Reasons;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.outcome.Flip;
import org.parley.core.outcome.IssuerRuling;
import org.parley.core.outcome.OpenQuestion;
import org.parley.core.outcome.Outcome;
import org.parley.core.outcome.Step;
import org.parley.core.outcome.Step.Range;
import org.parley.core.scale.Grade;
import org.parley.core.scale.Quantity;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.Citation;
import org.parley.core.terms.Exact;

/// A scale edition made ready: answers exactly which grades are possible on what a sheet says.
/// Immutable, and safe for use by several threads.
public final class CompiledScale {

  private final ScaleEdition edition;
  private final Drawing drawing;
  private final GradeCodes codes;
  private final Rulings rulings;
  private final Refusals refusals;
  private final Catalogue catalogue;
  private final LocalDate decidingDay;

  /// Two threads may both make it; they make the same.
  private volatile @Nullable Quick quick;

  /// Like [#quick].
  private volatile @Nullable Reasons reasons;

  private CompiledScale(
      ScaleEdition edition, Catalogue catalogue, LocalDate decidingDay, Drawing drawing) {
    this.edition = edition;
    this.drawing = drawing;
    this.codes = new GradeCodes(edition.levels());
    Catalogue all = catalogue.with(edition.vocabulary().judgements().values());
    this.rulings = new Rulings(this, all, decidingDay);
    this.refusals = new Refusals(edition, all);
    this.catalogue = all;
    this.decidingDay = decidingDay;
  }

  /// Makes an edition ready.
  ///
  /// @param decidingDay the day whose figures of earlier years count; no matter for editions that
  ///   refer to none
  public static Compiled compile(ScaleEdition edition, Catalogue catalogue, LocalDate decidingDay) {
    Compiled compiled = compile(edition, catalogue, decidingDay, Set.of());
    if (compiled instanceof Compiled.Ready(CompiledScale scale)
        && scale.drawing.substitutes().changesQuantities()) {
      // Another quantity may couple other facts: that too must lie within the fragment.
      Compiled other =
          compile(edition, catalogue, decidingDay, scale.drawing.substitutes().sites());
      return other instanceof Compiled.OutsideFragment ? other : compiled;
    }
    return compiled;
  }

  /// Makes an edition ready with what its issuer puts in for facts that are not known.
  static Compiled compile(
      ScaleEdition edition, Catalogue catalogue, LocalDate decidingDay, Set<FactKey> unknown) {
    List<String> reasons = new ArrayList<>();
    try {
      Drawing drawing =
          Drawing.of(edition, catalogue, decidingDay, new Substitutes(unknown), reasons);
      if (reasons.isEmpty()) {
        return new Compiled.Ready(new CompiledScale(edition, catalogue, decidingDay, drawing));
      }
    } catch (Forest.TooLarge tooLarge) {
      reasons.add("the rule is too intricate: " + tooLarge.getMessage());
    }
    return new Compiled.OutsideFragment(reasons.stream().distinct().toList());
  }

  public ScaleEdition edition() {
    return edition;
  }

  Drawing drawing() {
    return drawing;
  }

  /// What the scale says of the sheet, with the questions that are still open.
  public Outcome outcome(Sheet sheet) {
    Outcome quickly = quick().settled(sheet);
    return quickly == null ? outcomeAtLength(sheet) : quickly;
  }

  /// The same without any quick way.
  Outcome outcomeAtLength(Sheet sheet) {
    Look look = look(sheet);
    List<Grade> possible = codes.grades(look.grades());
    if (possible.isEmpty()) {
      return new Outcome.Refused(refusals.on(sheet));
    }
    if (possible.size() > 1) {
      return new Outcome.Bounded(possible, questions(sheet));
    }
    return switch (possible.getFirst()) {
      case Grade.Level level ->
          new Outcome.Settled(level, score(look).filter(Range::isOne).map(Range::low));
      case Grade.OutOfScope _ -> new Outcome.OutOfScope(cite(look));
      case Grade.Unsaid _ -> new Outcome.Unsaid(cite(look));
    };
  }

  /// Every grade that some way to fill in the unknown gives: levels mildest first, then
  /// out-of-scope, then unsaid. None where every way ends in a refusal.
  public List<Grade> possible(Sheet sheet) {
    List<Grade> quickly = quick().possible(sheet);
    return quickly == null ? possibleAtLength(sheet) : quickly;
  }

  /// The same without any quick way.
  List<Grade> possibleAtLength(Sheet sheet) {
    return codes.grades(look(sheet).grades());
  }

  /// Whether the deciding day makes no difference: no figure of an earlier year counts.
  public boolean isForAnyDay() {
    return drawing.written().values().stream().noneMatch(claim -> dependsOnDay(claim.quantity()));
  }

  private static boolean dependsOnDay(Quantity quantity) {
    return quantity instanceof Quantity.Named(_, Quantity body, _)
        ? dependsOnDay(body)
        : quantity instanceof Quantity.ShareOfReference;
  }

  /// The scale in its pocket form: grades quickly where everything is known.
  public PocketScale pocket() {
    return quick().pocket();
  }

  /// The scale for facts as bytes; empty where its rule is too large for a table and no mean. Made
  /// anew at each call.
  public Optional<CodedScale> coded() {
    return quick().coded();
  }

  /// Made when first asked for: who classifies one incident never needs it.
  private Quick quick() {
    Quick made = quick;
    if (made == null) {
      made = new Quick(drawing, codes);
      quick = made;
    }
    return made;
  }

  /// The smallest and the largest score that is possible; empty where the rule has no score.
  public Optional<Range> score(Sheet sheet) {
    return score(look(sheet));
  }

  /// What is not known and could still move the grade, the most telling first.
  public List<OpenQuestion> questions(Sheet sheet) {
    return new Inquiry(drawing, codes, sheet).questions();
  }

  /// The changes to one known fact alone that would change the possible grades.
  public List<Flip> flips(Sheet sheet) {
    List<Flip> quickly = flipsQuickly(sheet);
    return quickly == null ? flipsAtLength(sheet) : quickly;
  }

  /// The same in the quick way; null where the sheet asks for the long one.
  @Nullable List<Flip> flipsQuickly(Sheet sheet) {
    return quick().flips(sheet);
  }

  /// The same without any quick way.
  List<Flip> flipsAtLength(Sheet sheet) {
    return new Inquiry(drawing, codes, sheet).flips();
  }

  /// The reasons: every step of the rule with what was seen, in the order of the rule. Empty where
  /// the rule looks at something that is not known exactly.
  public Optional<Step.Gave> reasons(Sheet sheet) {
    Reasons made = reasons;
    if (made == null) {
      made = Reasons.of(edition, catalogue, decidingDay);
      reasons = made;
    }
    return Optional.ofNullable(made.on(sheet));
  }

  /// What the issuer's own rule for the unknown gives.
  public IssuerRuling ruling(Sheet sheet) {
    return rulings.ruling(sheet);
  }

  /// For a rule of several dimensions the possible grades of each.
  public SequencedMap<String, List<Grade>> dimensions(Sheet sheet) {
    SequencedMap<String, List<Grade>> possible = new LinkedHashMap<>();
    if (drawing.dimensions().isEmpty()) {
      return possible;
    }
    Look look = look(sheet);
    drawing
        .dimensions()
        .forEach((name, part) -> possible.put(name, codes.grades(look.through(part))));
    return possible;
  }

  private Look look(Sheet sheet) {
    return new Look(drawing, sheet);
  }

  private Optional<Range> score(Look look) {
    List<Exact> scores = graded(look).flatMap(one -> one.score().stream()).sorted().toList();
    return scores.isEmpty()
        ? Optional.empty()
        : Optional.of(new Range(scores.getFirst(), scores.getLast()));
  }

  private Optional<Citation> cite(Look look) {
    return graded(look).flatMap(one -> one.cite().stream()).findFirst();
  }

  private Stream<Verdict.Graded> graded(Look look) {
    return look.verdicts().filter(Verdict.Graded.class::isInstance).map(Verdict.Graded.class::cast);
  }
}
