package org.parley.core.fact;

import java.util.Optional;

/// One question of the catalogue that an incident can be asked.
///
/// @param id its name
/// @param group the group it is shown under
/// @param type what a stated value looks like
/// @param baseline the value that "nothing happened" stands for; empty for free context, which then
///   stays unknown
/// @param reach what else than the plain, actual fact can be stated
/// @param together how several incidents are joined
/// @param means the definition, in own words, in English
public record Fact(
    FactId id,
    String group,
    FactType type,
    Optional<Value> baseline,
    Reach reach,
    Together together,
    String means) {

  /// What a fact can be stated for besides what happened everywhere.
  ///
  /// @param potential also for what the incident could have caused
  /// @param regional also limited to a region
  public record Reach(boolean potential, boolean regional) {

    public static final Reach PLAIN = new Reach(false, false);
  }

  /// Whether a statement with this key may be made.
  public boolean allows(FactKey key) {
    return key.fact().equals(id)
        && (reach.regional() || key.region().isEmpty())
        && (reach.potential() || key.mode() == Mode.ACTUAL);
  }
}
