package org.parley.duties.port;

import java.time.Instant;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// What was taken in, so that it is taken in once.
public interface Inbox {

  void add(Received received);

  Optional<Received> byParcel(Digest parcel);

  /// A parcel sealed anew carries the same slip.
  Optional<Received> bySlip(Digest slip);

  /// @param receipt the exact signed bytes that were, or will be, sent back
  record Received(Digest parcel, Digest slip, NodeId from, Instant at, Octets receipt) {}
}
