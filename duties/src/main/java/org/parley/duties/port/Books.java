package org.parley.duties.port;

import java.util.function.Function;

/// One node's durable record.
///
/// Changes run one after the other. A change is whole or not at all: when [#change] returns, all of
/// it is forced to disk; when it throws, nothing of it happened. A disk that fails is an
/// [UnreachableException].
public interface Books {

  <T> T change(Function<Book, T> work);

  /// Reads what the last whole change left.
  <T> T look(Function<Book, T> work);
}
