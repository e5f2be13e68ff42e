package org.parley.core.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.terms.Octets;

/// A key that a device keeps for an account; the node has its public half.
///
/// @param id the key's own id
/// @param account whose it is
/// @param registration what the device said when it made the key, in CBOR; the public half is in it
/// @param counter how often the device says it was used; one that goes back is a copy
/// @param label what its owner calls it
/// @param made when it was registered
/// @param used when it was last used
public record Passkey(
    Octets id,
    UUID account,
    Octets registration,
    long counter,
    String label,
    Instant made,
    Optional<Instant> used) {

  public Passkey used(long count, Instant at) {
    return new Passkey(id, account, registration, count, label, made, Optional.of(at));
  }
}
