package org.parley.core.draft;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.directory.OfficeId;

/// A deed that was done, by whom and when.
///
/// @param by the account; names stay with the account
/// @param office for which it acted
public record DraftEvent(
    DraftId id, DraftDeed deed, UUID by, Optional<OfficeId> office, Instant at) {}
