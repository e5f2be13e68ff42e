package org.parley.core.exchange.ledger;

import java.time.Instant;
import java.util.Optional;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.carriage.OutsideReply;

/// One thing that happened to a statement on its way to one recipient.
///
/// @param at when this node recorded it, UTC
/// @param by the office that did it, or whose node or carrier did
/// @param claimed when it happened by the other side's clock, where the other side says so
/// @param reason in words, where there is one
/// @param outside where it rests on no receipt: what an officer here took down
public record Step(
    Standing standing,
    Instant at,
    OfficeId by,
    Optional<Instant> claimed,
    Optional<String> reason,
    Optional<OutsideReply> outside) {

  public static Step of(Standing standing, Instant at, OfficeId by) {
    return new Step(standing, at, by, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public Step because(String why) {
    return new Step(standing, at, by, claimed, Optional.of(why), outside);
  }
}
