package org.parley.simulator.world;

/// What all parts of one run share.
///
/// @param dice of the part that holds this
public record Surroundings(
    Plan plan,
    Timeline timeline,
    Dice dice,
    Weather weather,
    Directory directory,
    Notebook notebook) {

  /// The same for another part, with dice of its own.
  public Surroundings apart() {
    return new Surroundings(plan, timeline, dice.apart(), weather, directory, notebook);
  }
}
