package org.parley.duties.port;

import java.util.Optional;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// Exact bytes by their digest: signed statements, receipts, attachments.
public interface Documents {

  /// Keeps these bytes; the same bytes twice are kept once.
  Digest keep(Octets bytes);

  Optional<Octets> find(Digest digest);

  /// Forgets the bytes; their digest stays known, so that [#wasErased] tells an erasure from a
  /// loss.
  void erase(Digest digest);

  boolean wasErased(Digest digest);
}
