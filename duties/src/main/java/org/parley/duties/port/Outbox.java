package org.parley.duties.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;

/// Parcels that have not been receipted yet.
public interface Outbox {

  /// Puts a parcel in, due at once. The same parcel twice is there once.
  default void add(Parcel parcel) {
    add(parcel, 0);
  }

  /// The same for one that stands for another, which was tried so often.
  void add(Parcel parcel, int tries);

  /// What is due, the longest waiting first.
  List<Waiting> due(Instant now, int atMost);

  /// All that waits for a node, due or not, in the order put in.
  List<Waiting> waitingFor(NodeId to);

  Optional<Waiting> find(Digest parcel);

  /// Notes a try and when the next is due.
  void tried(Digest parcel, Instant next, String whatCame);

  /// The other node has it: it leaves the outbox.
  void done(Digest parcel);

  /// @param parcel the digest of the sealed bytes
  /// @param slip the digest of the dispatch slip inside, by which receipts name it
  record Parcel(
      Digest parcel, Digest slip, Realm realm, NodeId to, Octets sealed, Instant created) {}

  /// @param tries how often it was tried
  /// @param lastCame what came of the last try, for a person
  record Waiting(Parcel parcel, int tries, Instant next, Optional<String> lastCame) {}
}
