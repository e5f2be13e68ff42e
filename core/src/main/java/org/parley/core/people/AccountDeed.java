package org.parley.core.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Something done to or by an account, without names: what an auditor reads.
///
/// @param actor who did it; empty for whoever held a link or a set-up code
/// @param what the word for it, such as `signed-in`
/// @param account the account concerned
public record AccountDeed(Instant at, Optional<UUID> actor, String what, UUID account) {}
