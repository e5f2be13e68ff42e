package org.parley.seal.proof;

import java.util.Optional;
import org.parley.core.journal.InclusionProof;
import org.parley.core.terms.Octets;

/// A signed document and its place in its party's log.
///
/// @param signed the exact signed bytes
/// @param place empty where the party's log is not at hand
public record LoggedDocument(Octets signed, Optional<Place> place) {

  /// Where a log has it.
  ///
  /// @param entry the exact bytes of the journal entry that names the document
  /// @param proof that the entry is under the side's checkpoint
  public record Place(Octets entry, InclusionProof proof) {}
}
