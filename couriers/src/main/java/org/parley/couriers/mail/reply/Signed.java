package org.parley.couriers.mail.reply;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.contacts.KeyNote;

/// A signature over a mail, checked against the key that was at hand.
///
/// @param fingerprints of that key, as directories write them, the strongest first; none where no
///   key was at hand
/// @param at the time that the signature names
/// @param from since when the key counts by its own word
/// @param until up to when
record Signed(
    KeyNote.Scheme scheme,
    boolean holds,
    List<String> fingerprints,
    Optional<Instant> at,
    Instant from,
    Instant until) {

  Signed {
    fingerprints = List.copyOf(fingerprints);
  }

  /// No key was at hand.
  static Signed unchecked(KeyNote.Scheme scheme) {
    return new Signed(scheme, false, List.of(), Optional.empty(), Instant.MIN, Instant.MAX);
  }

  /// It does not hold by the key with these fingerprints.
  static Signed broken(KeyNote.Scheme scheme, List<String> fingerprints) {
    return new Signed(scheme, false, fingerprints, Optional.empty(), Instant.MIN, Instant.MAX);
  }

  /// `smime 12AB…`
  String key() {
    return scheme.word() + " " + fingerprints.getFirst();
  }

  /// Whether the key counts by its own word now, and did when it signed.
  boolean covers(Instant now) {
    return covered(now) && at.filter(each -> !covered(each)).isEmpty();
  }

  private boolean covered(Instant moment) {
    return !moment.isBefore(from) && !moment.isAfter(until);
  }
}
