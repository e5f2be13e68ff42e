package org.parley.core.directory.states;

import java.util.List;
import java.util.Optional;
import org.parley.core.terms.Party;

/// All States that reference data knows, by code.
public record States(String edition, List<StateEntry> list) {

  public States {
    list = List.copyOf(list);
  }

  public Optional<StateEntry> find(Party code) {
    return list.stream().filter(each -> each.code().equals(code)).findFirst();
  }

  /// Whether the code belongs to no State of the world: one of ISO's free codes `XA` to `XZ`.
  public static boolean isFictitious(Party code) {
    return code.code().matches("X[A-Z]");
  }
}
