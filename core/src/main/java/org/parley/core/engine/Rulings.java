package org.parley.core.engine;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.engine.block.Block;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Sheet;
import org.parley.core.fact.Stated;
import org.parley.core.outcome.IssuerRuling;
import org.parley.core.outcome.IssuerRuling.Putting;
import org.parley.core.scale.Grade;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.scale.Unknowns;

/// Applies the issuer's own rule for what is not known: first what it puts in, then its policy.
final class Rulings {

  /// More combinations of unknown facts than this are drawn anew each time.
  private static final int MOST_KEPT = 64;

  private static final Stated BLANK = new Stated.NotApplicable("left blank");

  private final CompiledScale scale;
  private final Catalogue catalogue;
  private final LocalDate decidingDay;

  /// Replaced as a whole when one is added: a drawing that two threads make at once is only wasted.
  private volatile Map<Set<FactKey>, CompiledScale> substituted = Map.of();

  /// @param catalogue with the edition's judgements
  Rulings(CompiledScale scale, Catalogue catalogue, LocalDate decidingDay) {
    this.scale = scale;
    this.catalogue = catalogue;
    this.decidingDay = decidingDay;
  }

  IssuerRuling ruling(Sheet sheet) {
    if (scale.possible(sheet).size() < 2) {
      return new IssuerRuling.NotNeeded();
    }
    CompiledScale other = withSubstitutes(sheet);
    List<Grade> possible = other.possible(sheet);
    List<Putting> puttings = other.drawing().substitutes().puttings();
    if (possible.size() < 2) {
      return new IssuerRuling.Substituted(possible, puttings);
    }
    Unknowns unknowns = scale.edition().around().unknowns();
    return switch (unknowns.policy()) {
      case SUBSTITUTE -> new IssuerRuling.Substituted(possible, puttings);
      case ESTIMATE -> new IssuerRuling.MustEstimate(asked(other, sheet), unknowns.cite());
      case LATER ->
          new IssuerRuling.DueLater(
              other.possible(blanked(sheet)), asked(other, sheet), unknowns.cite());
      case REFUSE -> new IssuerRuling.NotComputed(asked(other, sheet), unknowns.cite());
      case SILENT ->
          puttings.isEmpty()
              ? new IssuerRuling.Silent(unknowns.cite())
              : new IssuerRuling.Substituted(possible, puttings);
    };
  }

  private static List<FactKey> asked(CompiledScale scale, Sheet sheet) {
    Set<FactKey> keys = new LinkedHashSet<>();
    scale.questions(sheet).forEach(question -> keys.addAll(question.keys()));
    return List.copyOf(keys);
  }

  private CompiledScale withSubstitutes(Sheet sheet) {
    Set<FactKey> unknown = new HashSet<>(scale.drawing().substitutes().sites());
    unknown.removeIf(key -> !isUnknown(key, sheet));
    if (unknown.isEmpty()) {
      return scale;
    }
    CompiledScale known = substituted.get(unknown);
    if (known != null) {
      return known;
    }
    ScaleEdition edition = scale.edition();
    CompiledScale fresh = CompiledScale.compile(edition, catalogue, decidingDay, unknown).orThrow();
    if (substituted.size() < MOST_KEPT) {
      Map<Set<FactKey>, CompiledScale> more = new HashMap<>(substituted);
      more.put(Set.copyOf(unknown), fresh);
      substituted = Map.copyOf(more);
    }
    return fresh;
  }

  private boolean isUnknown(FactKey key, Sheet sheet) {
    return said(key, sheet).stream().allMatch(Stated.Unknown.class::isInstance);
  }

  private List<Stated> said(FactKey key, Sheet sheet) {
    return catalogue
        .find(key.fact())
        .map(fact -> sheet.possible(key, fact))
        .orElseThrow(() -> new IllegalArgumentException("no fact " + key));
  }

  /// The sheet with every asked fact that is unknown left blank: it does not count.
  private Sheet blanked(Sheet sheet) {
    Map<FactKey, List<Stated>> statements = new HashMap<>();
    for (FactKey key : sheet.keys()) {
      Optional<List<Stated>> stated = sheet.stated(key);
      stated.ifPresent(said -> statements.put(key, said));
    }
    for (Block block : scale.drawing().space().blocks()) {
      for (FactKey key : block.keys()) {
        if (isUnknown(key, sheet)) {
          statements.put(key, List.of(BLANK));
        }
      }
    }
    return new Sheet(statements, sheet.nothingElse());
  }
}
