package org.parley.formats.archive;

import java.io.IOException;

/// Where the lines of an archive run go.
public interface Sink {

  /// Takes the line about one record; without its end.
  void write(String line) throws IOException;

  /// Takes the JSON line about one rejected record; without its end.
  void reject(String line) throws IOException;

  /// Told after each line of the archive, when everything about it has been handed over.
  void at(Checkpoint checkpoint) throws IOException;
}
