package org.parley.core.people;

import java.time.Instant;
import java.util.UUID;
import org.parley.core.terms.Digest;

/// Somebody signed in at one browser.
///
/// @param token the digest of what the browser holds
/// @param made when they signed in
/// @param seen when they were last there, to the minute
public record Session(Digest token, UUID account, Instant made, Instant seen) {}
