package org.parley.core.directory;

import java.time.Instant;
import org.parley.core.terms.Octets;

/// The public keys that others seal to for a period, usually a week; the private halves are
/// destroyed some time after it.
///
/// @param period the period's name, such as `2026-W47`
/// @param ecdh P-256, as SubjectPublicKeyInfo in DER
/// @param mlKem ML-KEM-768, as SubjectPublicKeyInfo in DER
/// @param from first instant at which others may seal to them
/// @param until first instant at which they may not any more
public record SealingKeys(String period, Octets ecdh, Octets mlKem, Instant from, Instant until) {

  public boolean coverAt(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }
}
