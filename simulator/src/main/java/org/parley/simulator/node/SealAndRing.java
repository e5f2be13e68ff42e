package org.parley.simulator.node;

import org.parley.duties.port.KeyRing;
import org.parley.duties.port.Seal;

/// A node's keys: the identity it signs with, and the ring of weekly keys it opens with.
public record SealAndRing(Seal seal, KeyRing ring) {}
