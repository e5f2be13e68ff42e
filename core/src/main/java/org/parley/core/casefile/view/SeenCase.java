package org.parley.core.casefile.view;

import org.parley.core.casefile.Casefile;
import org.parley.core.casefile.Said;
import org.parley.core.handling.Marking;
import org.parley.core.people.Relation;

/// A case as one circle of readers may see it. Whatever shows a case takes one of these; only
/// [Sight] makes them.
public final class SeenCase {

  private final Casefile seen;
  private final Relation relation;
  private final int withheld;

  SeenCase(Casefile seen, Relation relation, int withheld) {
    this.seen = seen;
    this.relation = relation;
    this.withheld = withheld;
  }

  /// The case with only what these readers may have; what was left out cannot be told from what was
  /// never there.
  public Casefile what() {
    return seen;
  }

  public Relation relation() {
    return relation;
  }

  /// How many statements that count were left out, so that the level can say on what it rests.
  public int withheld() {
    return withheld;
  }

  /// The marking of whatever is told of the case as a whole, such as its level, which follows from
  /// the facts: as strict as the strictest of those that count.
  public Marking covering() {
    return seen.facts().said().stream()
        .filter(Said::counts)
        .map(seen.marking()::of)
        .reduce(seen.marking().whole(), Marking::with);
  }

  public boolean isWhole() {
    return withheld == 0;
  }
}
