package org.parley.core.engine.drawing;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.fact.FactKey;
import org.parley.core.outcome.IssuerRuling.Putting;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Criterion;
import org.parley.core.scale.Quantity;
import org.parley.core.terms.Citation;

/// What the issuer tells to put in for what is not known, put in for certain facts, and notes of
/// where that was done.
public final class Substitutes {

  private final Set<FactKey> unknown;
  private final Set<FactKey> sites = new LinkedHashSet<>();
  private final Set<Putting> puttings = new LinkedHashSet<>();
  private boolean changesQuantities;

  /// @param unknown the facts that count as not known; none to put in nothing
  public Substitutes(Set<FactKey> unknown) {
    this.unknown = Set.copyOf(unknown);
  }

  /// The facts for which, were they unknown, something would be put in.
  public Set<FactKey> sites() {
    return Set.copyOf(sites);
  }

  /// What was put in, in the order of the rule.
  public List<Putting> puttings() {
    return List.copyOf(puttings);
  }

  /// Whether the edition tells to use one quantity instead of another.
  public boolean changesQuantities() {
    return changesQuantities;
  }

  /// What counts for a criterion, if none of its facts is known and the issuer lays something down.
  Optional<Criterion.Substitute> instead(Criterion criterion, Collection<FactKey> keys) {
    if (criterion.whenUnknown().isEmpty()) {
      return Optional.empty();
    }
    sites.addAll(keys);
    if (!unknown.containsAll(keys)) {
      return Optional.empty();
    }
    Criterion.Substitute put = criterion.whenUnknown().get();
    put(criterion.name(), put.option().orElseGet(() -> put.score().toString()), put.cite());
    return Optional.of(put);
  }

  /// The quantity that counts: the one that is used instead, as long as a fact is not known and the
  /// issuer names another.
  Quantity instead(Quantity quantity) {
    if (!(quantity instanceof Quantity.Named(String name, Quantity body, var whenUnknown))
        || whenUnknown.isEmpty()) {
      return quantity;
    }
    Quantity other = whenUnknown.get().quantity();
    changesQuantities = true;
    sites.addAll(body.keys());
    if (!isUnknown(body.keys())) {
      return quantity;
    }
    put(name, text(other), whenUnknown.get().cite());
    return instead(other);
  }

  /// Whether a condition counts as holding, if a fact of it is not known and the issuer says so.
  Optional<Boolean> instead(Condition.Passes condition, Quantity quantity, List<FactKey> keys) {
    if (condition.whenUnknown().isEmpty()) {
      return Optional.empty();
    }
    sites.addAll(keys);
    if (!isUnknown(keys)) {
      return Optional.empty();
    }
    boolean holds = condition.whenUnknown().get().holds();
    put(
        condition.notes().label().orElseGet(() -> text(quantity)),
        holds ? "yes" : "no",
        condition.whenUnknown().get().cite());
    return Optional.of(holds);
  }

  private boolean isUnknown(List<FactKey> keys) {
    return keys.stream().anyMatch(unknown::contains);
  }

  private void put(String subject, String value, Optional<Citation> cite) {
    puttings.add(new Putting(subject, value, cite));
  }

  private static String text(Quantity quantity) {
    return quantity instanceof Quantity.Named(String name, _, _)
        ? name
        : String.join(", ", quantity.keys().stream().map(FactKey::toString).toList());
  }
}
