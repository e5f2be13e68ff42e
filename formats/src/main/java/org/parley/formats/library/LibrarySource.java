package org.parley.formats.library;

import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Issues;
import org.parley.formats.parley.Parsed;

/// Where library files come from. Names are paths below `library/`, with forward slashes.
public interface LibrarySource {

  /// All names, sorted.
  List<String> names();

  /// The bytes of a file that is kept as it is; empty where there is no such file, or only its tree
  /// is kept.
  Optional<byte[]> bytes(String name);

  /// A YAML or JSON file as a tree; empty where there is no such file or it cannot be parsed, which
  /// is told.
  Optional<Parsed> parsed(String name, Issues issues);

  /// Another number whenever files were added while the program ran.
  default int generation() {
    return 0;
  }
}
