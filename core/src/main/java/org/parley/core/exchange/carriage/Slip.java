package org.parley.core.exchange.carriage;

import java.time.Instant;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;

/// The signed paper on top of each parcel, one per destination: it makes gaps, replays, reordering
/// and mis-delivery visible without telling who else got what.
///
/// @param journey from which node to which, in which realm
/// @param number counted from 1 on each link and realm
/// @param previous the digest of the slip before it on the link; empty on the first
/// @param kind what is enclosed
/// @param enclosed the digest of the enclosed signed bytes
/// @param created by the sender's clock, UTC
public record Slip(
    Journey journey,
    long number,
    Optional<Digest> previous,
    Enclosed kind,
    Digest enclosed,
    Instant created) {

  public Slip {
    if (number < 1 || number == 1 != previous.isEmpty()) {
      throw new IllegalArgumentException(
          "slips count from 1, and all but the first have one before");
    }
  }

  public record Journey(NodeId from, NodeId to, Realm realm) {}
}
