package org.parley.cli.care.copy;

import java.io.IOException;
import java.io.InputStream;

/// A copy to be read: its parts in their order, the list of contents last. It can be read more than
/// once.
interface Parts {

  void each(Taking taking) throws IOException, Refusal;

  /// Takes one part; the stream is not closed.
  @FunctionalInterface
  interface Taking {
    void take(String name, InputStream in) throws IOException, Refusal;
  }
}
