package org.parley.formats.tree;

import java.util.Optional;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;

/// Reads a document as a tree. Bad input gives problems, never an exception.
///
/// A tree comes back whenever the document could be read to its end, also where something in it was
/// refused: so that a reader can tell at once what else is wrong. Whether all was well, the issues
/// say.
public final class Trees {

  private Trees() {}

  /// Reads JSON where the name ends in `.json`, else YAML.
  public static Optional<Tree> read(byte[] bytes, String name, Limits limits, Issues issues) {
    return name.endsWith(".json")
        ? readJson(bytes, name, limits, issues)
        : readYaml(bytes, name, limits, issues);
  }

  /// Reads one YAML 1.2 document without anchors, aliases, tags, directives and merge keys.
  public static Optional<Tree> readYaml(byte[] bytes, String name, Limits limits, Issues issues) {
    return decoded(bytes, name, limits, issues)
        .flatMap(document -> new YamlReader(document, limits, issues).read());
  }

  /// Reads one JSON value.
  public static Optional<Tree> readJson(byte[] bytes, String name, Limits limits, Issues issues) {
    return decoded(bytes, name, limits, issues)
        .flatMap(document -> new JsonReader(document, limits, issues).read());
  }

  private static Optional<Document> decoded(
      byte[] bytes, String name, Limits limits, Issues issues) {
    if (bytes.length > limits.bytes()) {
      issues.add(
          IssueCode.DOCUMENT_TOO_LARGE,
          Place.of(name),
          "the document has %d bytes, more than the %d that are read"
              .formatted(bytes.length, limits.bytes()));
      return Optional.empty();
    }
    Optional<Document> document = Document.decode(bytes, name, issues);
    if (document.isPresent() && document.get().text().isBlank()) {
      issues.add(IssueCode.EMPTY_DOCUMENT, Place.of(name), "the document is empty");
      return Optional.empty();
    }
    return document;
  }
}
