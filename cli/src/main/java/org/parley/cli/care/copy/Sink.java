package org.parley.cli.care.copy;

import java.io.IOException;
import java.io.OutputStream;

/// Where the parts of a copy go, one after the other.
interface Sink {

  /// Writes one part.
  void part(String name, Writing writing) throws IOException, Refusal;

  /// Writes what the part holds; the stream is not closed.
  @FunctionalInterface
  interface Writing {
    void to(OutputStream out) throws IOException, Refusal;
  }
}
