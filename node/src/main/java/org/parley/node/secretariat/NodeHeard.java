package org.parley.node.secretariat;

import java.time.Instant;
import java.util.Optional;
import org.parley.core.directory.NodeId;

/// When another node was last heard here, and what waits for it.
///
/// @param name of the party, in the reader's language
/// @param heard when the last parcel of it was taken in, by this node's clock; empty where none was
/// @param stated the time in the newest sheet that its party has signed, by that party's clock
/// @param waiting how many parcels of ours it has not receipted
/// @param since when the longest waiting of them was made
/// @param tries how often that one was tried
public record NodeHeard(
    NodeId node,
    String name,
    Optional<Instant> heard,
    Optional<Instant> stated,
    int waiting,
    Optional<Instant> since,
    int tries) {}
