package org.parley.formats.parley.scale;

import java.util.Optional;
import org.parley.core.scale.Condition;
import org.parley.core.scale.Notes;
import org.parley.core.terms.Citation;

/// Gives a condition the source that stands beside it rather than in it.
final class Cited {

  private Cited() {}

  /// The condition with this source, unless it names one itself.
  static Condition by(Optional<Citation> cite, Condition condition) {
    if (cite.isEmpty() || condition.notes().cite().isPresent()) {
      return condition;
    }
    Notes notes = new Notes(cite, condition.notes().label());
    return switch (condition) {
      case Condition.Passes(var quantity, var test, var whenUnknown, _) ->
          new Condition.Passes(quantity, test, whenUnknown, notes);
      case Condition.CountOf(var conditions, int atLeast, var wording, _) ->
          new Condition.CountOf(conditions, atLeast, wording, notes);
      case Condition.NoneOf(var conditions, _) -> new Condition.NoneOf(conditions, notes);
      case Condition.Named(String name, Condition body, _) ->
          new Condition.Named(name, body, notes);
      case Condition.Always(boolean holds, _) -> new Condition.Always(holds, notes);
    };
  }
}
