package org.parley.core.classify;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.parley.core.engine.CompiledScale;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Sheet;
import org.parley.core.outcome.Classification;
import org.parley.core.outcome.Flip;
import org.parley.core.outcome.IssuerRuling;
import org.parley.core.outcome.OpenQuestion;
import org.parley.core.outcome.Outcome;
import org.parley.core.outcome.Step;
import org.parley.core.plain.PlainEvaluator;
import org.parley.core.scale.Grade;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.Citation;
import org.parley.core.terms.Exact;

/// Classifies incidents on one scale edition, for one deciding day's reference figures.
public final class Classifier {

  private final ScaleEdition edition;
  private final Catalogue catalogue;
  private final CompiledScale compiled;
  private final PlainEvaluator plain;

  /// @param day the deciding day in the issuer's zone; it chooses yearly reference figures
  public Classifier(ScaleEdition edition, Catalogue catalogue, LocalDate day) {
    this.edition = edition;
    this.catalogue = catalogue;
    this.compiled = CompiledScale.compile(edition, catalogue, day).orThrow();
    this.plain = new PlainEvaluator(edition, catalogue, day);
  }

  /// What the edition says of what is known.
  public Classification classify(Sheet sheet) {
    Step.Gave trace = plain.trace(sheet);
    Outcome outcome = outcome(sheet, trace);
    IssuerRuling ruling = new IssuerRuling.NotNeeded();
    return new Classification(
        edition,
        catalogue.digest(),
        outcome,
        compiled.dimensions(sheet),
        ruling,
        trace,
        Sources.unsure(edition, trace, outcome));
  }

  /// Only the possible grades, for those who need no reasons.
  public List<Grade> possible(Sheet sheet) {
    return compiled.possible(sheet);
  }

  /// Every change to one fact alone that would change the possible grades.
  public List<Flip> flips(Sheet sheet) {
    return List.of();
  }

  private Outcome outcome(Sheet sheet, Step.Gave trace) {
    List<Grade> possible = compiled.possible(sheet);
    if (possible.isEmpty()) {
      return new Outcome.Refused(List.copyOf(compiled.refusedBy(sheet)));
    }
    if (possible.size() > 1) {
      List<OpenQuestion> questions = List.of();
      return new Outcome.Bounded(possible, questions);
    }
    return switch (possible.getFirst()) {
      case Grade.Level level -> new Outcome.Settled(level, score(sheet));
      case Grade.OutOfScope out -> new Outcome.OutOfScope(citeOf(out, trace));
      case Grade.Unsaid unsaid -> new Outcome.Unsaid(citeOf(unsaid, trace));
    };
  }

  private Optional<Exact> score(Sheet sheet) {
    return compiled.score(sheet).filter(Step.Range::isOne).map(Step.Range::low);
  }

  /// The source of the innermost step that gave the grade.
  private static Optional<Citation> citeOf(Grade grade, Step.Gave trace) {
    for (Step part : trace.parts()) {
      if (part instanceof Step.Gave gave && gave.possible().contains(grade)) {
        return citeOf(grade, gave).or(gave::cite);
      }
    }
    return trace.cite();
  }
}
