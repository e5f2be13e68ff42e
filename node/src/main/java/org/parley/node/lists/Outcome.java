package org.parley.node.lists;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.handling.Marking;

/// What became of one deed on several incidents, for the one who did it.
///
/// @param deed the key of the words for it
/// @param back the list that it was done from
public record Outcome(UUID account, String deed, String back, List<Each> each) {

  public Outcome {
    each = List.copyOf(each);
  }

  /// What became of one.
  ///
  /// @param path its page; empty where there is no such incident for the one who asked
  /// @param marking covers the name
  /// @param says why it was refused; empty where it was done
  public record Each(
      String path, String name, Optional<Marking> marking, String says, String code) {

    public boolean isDone() {
      return says.isEmpty();
    }
  }

  public long done() {
    return each.stream().filter(Each::isDone).count();
  }
}
