package org.parley.core.directory.contacts;

import java.time.LocalDate;
import java.util.Optional;
import org.parley.core.terms.Digest;

/// By what a State has named its offices to the others.
///
/// @param authority who named them, such as a foreign ministry
/// @param document what it is called, such as the number of a note verbale
/// @param day of the document
/// @param file the document itself, where it is kept here
public record Nomination(String authority, String document, LocalDate day, Optional<Filed> file) {

  /// A file by the digest of its bytes.
  public record Filed(String name, Digest digest) {}
}
