package org.parley.formats.parley;

import java.util.Optional;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Digest;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;

/// A file that was parsed and not yet understood.
///
/// @param tree what it holds
/// @param digest the SHA-256 of its bytes
public record Parsed(Tree tree, Digest digest) {

  /// Parses bytes as JSON where the name ends in `.json`, else as YAML.
  public static Optional<Parsed> of(byte[] bytes, String name, Limits limits, Issues issues) {
    return Trees.read(bytes, name, limits, issues).map(tree -> new Parsed(tree, Digest.of(bytes)));
  }
}
