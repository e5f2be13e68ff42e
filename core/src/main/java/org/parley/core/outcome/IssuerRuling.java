package org.parley.core.outcome;

import java.util.List;
import java.util.Optional;
import org.parley.core.fact.FactKey;
import org.parley.core.scale.Grade;
import org.parley.core.terms.Citation;

/// What the issuer's own rule for the unknown gives, beside the exact set of possible grades.
public sealed interface IssuerRuling {

  /// Nothing that bears on the level is unknown; the rule is not needed.
  record NotNeeded() implements IssuerRuling {}

  /// With the values put in that the issuer lays down. Several grades remain where it lays down
  /// nothing for the rest.
  record Substituted(List<Grade> possible, List<Putting> puttings) implements IssuerRuling {}

  /// What was put in for what.
  ///
  /// @param subject the criterion, quantity or condition
  /// @param put the value put in, as the edition writes it
  record Putting(String subject, String put, Optional<Citation> cite) {}

  /// The issuer accepts no unknown: these facts must be estimated.
  record MustEstimate(List<FactKey> keys, Optional<Citation> cite) implements IssuerRuling {}

  /// These facts may be blank now and are due in the final report; blanks not counting, this is
  /// possible.
  record DueLater(List<Grade> onWhatIsKnown, List<FactKey> keys, Optional<Citation> cite)
      implements IssuerRuling {}

  /// The issuer does not compute while these facts are unknown.
  record NotComputed(List<FactKey> keys, Optional<Citation> cite) implements IssuerRuling {}

  /// The source says nothing about what is not known.
  record Silent(Optional<Citation> cite) implements IssuerRuling {}
}
