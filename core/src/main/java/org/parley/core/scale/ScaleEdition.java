package org.parley.core.scale;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.parley.core.fact.Fact;
import org.parley.core.terms.Citation;
import org.parley.core.terms.Digest;

/// A published edition of a national way to grade incidents. Never changes once published.
///
/// @param heading who says what it is, and when it holds
/// @param digest the SHA-256 of its `scale.yaml`: its identity
/// @param levels mildest first
/// @param vocabulary what the rule speaks about
/// @param rule how a grade follows from facts
/// @param around what stands around the rule
public record ScaleEdition(
    Heading heading,
    Digest digest,
    Levels levels,
    Vocabulary vocabulary,
    Rule rule,
    Around around) {

  /// What the rule of an edition speaks about.
  ///
  /// @param sources by key
  /// @param judgements what a named person decides, as facts that carry the scale's name
  /// @param derived named quantities
  /// @param criteria the questions the scale asks
  /// @param rates the rate table under which money in other currencies is converted, if one is
  ///   named
  public record Vocabulary(
      Map<String, Source> sources,
      SequencedMap<String, Fact> judgements,
      SequencedMap<String, Quantity.Named> derived,
      SequencedMap<String, Criterion> criteria,
      Optional<Rates> rates) {}

  /// What stands around the rule: scope before it, adjustments after it, recurrence, unknowns and
  /// reporting clocks.
  public record Around(
      Optional<Scope> scope,
      List<Adjustment> adjustments,
      Optional<Recurrence> recurrence,
      Unknowns unknowns,
      List<Clock> clocks) {}

  /// When it does not hold, the scale does not speak about the incident.
  public record Scope(Condition when, Optional<Citation> cite) {}

  /// A change to the level that the rule gave: at least, or exactly, another.
  public record Adjustment(
      Condition when, Grade.Level level, boolean floor, Optional<Citation> cite) {}

  /// A rate table pinned at load: how many units of each currency one euro buys.
  ///
  /// @param name such as `ecb/2025-06-30`
  public record Rates(String name, Map<String, org.parley.core.terms.Exact> perEuro) {}
}
