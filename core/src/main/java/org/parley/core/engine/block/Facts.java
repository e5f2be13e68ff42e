package org.parley.core.engine.block;

import java.util.List;
import java.util.Optional;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Constraint;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactKey;

/// The facts that a scale may speak about, judgements of its own among them.
public record Facts(Catalogue catalogue) {

  /// The fact of a key, if the catalogue has it and lets it be stated so.
  public Optional<Fact> find(FactKey key) {
    return catalogue.find(key.fact()).filter(fact -> fact.allows(key));
  }

  public Known known(FactKey key) {
    Fact fact = find(key).orElseThrow();
    return new Known(key.about(fact.id()), fact);
  }

  public List<Constraint> constraints() {
    return catalogue.constraints();
  }

  /// The keys that the world never allows to be larger than the given one.
  public List<FactKey> neverAbove(FactKey larger) {
    return constraints().stream()
        .filter(constraint -> constraint.larger().equals(larger.fact()))
        .map(constraint -> larger.about(constraint.smaller()))
        .filter(key -> find(key).isPresent())
        .toList();
  }

  /// The keys that the world never allows to be smaller than the given one.
  public List<FactKey> neverBelow(FactKey smaller) {
    return constraints().stream()
        .filter(constraint -> constraint.smaller().equals(smaller.fact()))
        .map(constraint -> smaller.about(constraint.larger()))
        .filter(key -> find(key).isPresent())
        .toList();
  }
}
