package org.parley.core.directory;

import java.time.Instant;
import org.parley.core.terms.Digest;

/// From when on a pair of signing certificates counts no more.
///
/// @param certificates their fingerprint
/// @param reason for people, without names
public record Revocation(Digest certificates, Instant from, String reason) {}
