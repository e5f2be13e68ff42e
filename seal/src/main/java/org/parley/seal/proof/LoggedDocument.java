package org.parley.seal.proof;

import org.parley.core.journal.InclusionProof;
import org.parley.core.terms.Octets;

/// A signed document and its place in its party's log.
///
/// @param signed the exact signed bytes
/// @param entry the exact bytes of the journal entry that names it
/// @param proof that the entry is under the side's checkpoint
public record LoggedDocument(Octets signed, Octets entry, InclusionProof proof) {}
