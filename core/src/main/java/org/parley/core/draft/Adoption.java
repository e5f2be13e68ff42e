package org.parley.core.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.UUID;
import org.parley.core.terms.Digest;
import org.parley.core.terms.ScaleId;

/// An edition that the node has made its own: its bytes never change again.
///
/// @param from the day from which the node grades by it
/// @param parts its files, by the digests of their texts
/// @param draft the draft that it was
/// @param deed who adopted it, and when
public record Adoption(
    ScaleId scale,
    String edition,
    LocalDate from,
    SortedMap<DraftPart, Digest> parts,
    DraftId draft,
    Deed deed) {

  public record Deed(UUID by, Instant at) {}

  /// The edition's identity: the digest of its `scale.yaml`.
  public Digest digest() {
    Digest digest = parts.get(DraftPart.SCALE);
    if (digest == null) {
      throw new IllegalStateException("an adopted edition without its scale");
    }
    return digest;
  }
}
