package org.parley.formats.parley.fact;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.parley.core.fact.Catalogue;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactId;
import org.parley.core.terms.ScaleId;
import org.parley.formats.tree.Nearest;

/// The facts that a file may speak about: those of the catalogue, and the judgements of the scales
/// at hand.
public final class KnownFacts {

  private final Catalogue catalogue;
  private final Function<ScaleId, Optional<Collection<Fact>>> judgements;

  private KnownFacts(
      Catalogue catalogue, Function<ScaleId, Optional<Collection<Fact>>> judgements) {
    this.catalogue = catalogue;
    this.judgements = judgements;
  }

  /// The facts of a catalogue alone.
  public static KnownFacts of(Catalogue catalogue) {
    return new KnownFacts(catalogue, _ -> Optional.empty());
  }

  /// @param judgements what a scale asks a named person for; empty for a scale that is not at hand
  public static KnownFacts of(
      Catalogue catalogue, Function<ScaleId, Optional<Collection<Fact>>> judgements) {
    return new KnownFacts(catalogue, judgements);
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public Optional<Fact> find(FactId id) {
    Optional<Fact> plain = catalogue.find(id);
    return plain.isPresent()
        ? plain
        : ofItsScale(id).stream().filter(fact -> fact.id().equals(id)).findFirst();
  }

  /// What to tell somebody who wrote a name that is no fact.
  public Optional<String> meant(String name) {
    Optional<ScaleId> scale = scale(name);
    if (scale.isEmpty()) {
      return Nearest.remedy(name, names(catalogue.facts()));
    }
    return judgements
        .apply(scale.get())
        .map(own -> Nearest.remedy(name, names(own)))
        .orElseGet(() -> Optional.of("no scale %s is at hand".formatted(scale.get())));
  }

  private static List<String> names(Collection<Fact> some) {
    return some.stream().map(fact -> fact.id().text()).toList();
  }

  private static Optional<ScaleId> scale(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? Optional.empty() : ScaleId.parse(name.substring(0, colon));
  }

  private Collection<Fact> ofItsScale(FactId id) {
    return scale(id.text()).flatMap(judgements).orElse(List.of());
  }
}
