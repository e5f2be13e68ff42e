package org.parley.node.api;

import java.util.stream.Stream;
import org.parley.core.casefile.view.SeenCase;
import org.parley.core.terms.Octets;
import org.parley.formats.casefile.CaseJson;
import org.parley.formats.parley.fact.KnownFacts;

/// An incident as one reader sees it at one moment: its bytes, and a name for them. The name is
/// made of those bytes alone, so that a change of what is withheld does not show in it.
record Version(Octets text) {

  static Version of(SeenCase seen, KnownFacts facts) {
    return new Version(new CaseJson(facts).write(seen));
  }

  /// The beginning of the SHA-256.
  String name() {
    return text.digest().hex().substring(0, 32);
  }

  /// As HTTP writes it.
  String tag() {
    return "\"" + name() + "\"";
  }

  /// Whether a header such as If-None-Match names it.
  boolean isIn(String header) {
    return Stream.of(header.split(",")).map(String::strip).anyMatch(tag()::equals);
  }
}
