package org.parley.core.fact;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.terms.Digest;

/// An edition of the fact catalogue: all facts by name, and what the world never allows.
public final class Catalogue {

  private final String edition;
  private final Digest digest;
  private final Map<FactId, Fact> facts;
  private final List<Constraint> constraints;

  public Catalogue(
      String edition, Digest digest, Collection<Fact> facts, List<Constraint> constraints) {
    this.edition = edition;
    this.digest = digest;
    this.facts = new LinkedHashMap<>();
    facts.forEach(fact -> this.facts.put(fact.id(), fact));
    this.constraints = List.copyOf(constraints);
  }

  public String edition() {
    return edition;
  }

  /// The SHA-256 of the file that the catalogue was read from.
  public Digest digest() {
    return digest;
  }

  public Optional<Fact> find(FactId id) {
    return Optional.ofNullable(facts.get(id));
  }

  /// All facts, in the order of the catalogue.
  public Collection<Fact> facts() {
    return facts.values();
  }

  public List<Constraint> constraints() {
    return constraints;
  }

  /// This catalogue with the judgements that a scale declares; they carry the scale's name.
  public Catalogue with(Collection<Fact> judgements) {
    LinkedHashMap<FactId, Fact> all = new LinkedHashMap<>(facts);
    judgements.forEach(fact -> all.put(fact.id(), fact));
    return new Catalogue(edition, digest, all.values(), constraints);
  }
}
