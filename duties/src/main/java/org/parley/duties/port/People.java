package org.parley.duties.port;

import java.util.function.Function;

/// Who may sign in at this node, and with what. Kept apart from the books, because it holds names
/// and is erased when its people ask for it.
///
/// Changes run one after the other. A change is whole or not at all, and on disk when it returns.
public interface People {

  <T> T change(Function<Register, T> work);

  /// Reads what the last whole change left.
  <T> T look(Function<Register, T> work);
}
