package org.parley.core.classify;

import java.time.LocalDate;
import java.util.List;
import org.parley.core.engine.CompiledScale;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Sheet;
import org.parley.core.outcome.Classification;
import org.parley.core.outcome.Flip;
import org.parley.core.outcome.IssuerRuling;
import org.parley.core.outcome.Outcome;
import org.parley.core.outcome.Step;
import org.parley.core.outcome.Trace;
import org.parley.core.plain.PlainEvaluator;
import org.parley.core.scale.Grade;
import org.parley.core.scale.ScaleEdition;

/// Classifies incidents on one scale edition, for one deciding day's reference figures.
public final class Classifier {

  private final ScaleEdition edition;
  private final Catalogue catalogue;
  private final LocalDate day;
  private final CompiledScale compiled;
  private final PlainEvaluator plain;

  /// @param day the deciding day in the issuer's zone; it chooses yearly reference figures
  public Classifier(ScaleEdition edition, Catalogue catalogue, LocalDate day) {
    this.edition = edition;
    this.catalogue = catalogue;
    this.day = day;
    this.compiled = CompiledScale.compile(edition, catalogue, day).orThrow();
    this.plain = new PlainEvaluator(edition, catalogue, day);
  }

  /// What the edition says of what is known. The reasons are the engine's own where it has them,
  /// else the plain evaluator's.
  public Classification classify(Sheet sheet) {
    Step.Gave trace = compiled.reasons(sheet).orElseGet(() -> plain.trace(sheet));
    Outcome outcome = compiled.outcome(sheet);
    IssuerRuling ruling = compiled.ruling(sheet);
    return new Classification(
        edition,
        catalogue.digest(),
        outcome,
        compiled.dimensions(sheet),
        ruling,
        new Trace(trace, sheet),
        Sources.unsure(edition, trace, outcome, day));
  }

  /// Only the possible grades, for those who need no reasons.
  public List<Grade> possible(Sheet sheet) {
    return compiled.possible(sheet);
  }

  /// Every change to one fact alone that would change the possible grades.
  public List<Flip> flips(Sheet sheet) {
    return compiled.flips(sheet);
  }
}
