package org.parley.duties.port;

import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Octets;

/// Carries sealed parcels to other nodes and can read none of them.
public interface Courier {

  Grade grade();

  /// Whether this courier knows a way to the node at all.
  boolean reaches(NodeId to);

  /// Tries once. The world's "no" comes back as [Carried.Failed]; nothing is thrown for it.
  Carried carry(NodeId to, Octets parcel);

  /// How a parcel travels, best first.
  enum Grade {
    /// Straight into the other node, which answers with its receipt.
    DIRECT,
    /// Left with a relay that stores and forwards.
    RELAY,
    /// Carried by hand.
    FOLDER,
    /// By mail: a lower grade, and shown as one.
    MAIL
  }

  /// What came of one try.
  sealed interface Carried {

    /// The other node has it on disk and says so, signed.
    record Delivered(Octets receipt) implements Carried {}

    /// Somebody on the way has taken charge of it; the other node's own receipt comes later.
    ///
    /// @param custody the carrier's signed word for it, if it gives one
    record InCustody(Optional<Octets> custody) implements Carried {}

    /// It did not go.
    ///
    /// @param forGood whether trying the same again is pointless
    /// @param why for a person, without content or names
    record Failed(boolean forGood, String why) implements Carried {}
  }
}
