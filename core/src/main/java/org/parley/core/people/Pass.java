package org.parley.core.people;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.terms.Digest;

/// A link that works once.
///
/// @param token the digest of what the link holds
/// @param account whom it is for
/// @param until when it stops working
/// @param used when it was used
public record Pass(
    Digest token, UUID account, Purpose purpose, Instant until, Optional<Instant> used) {

  public enum Purpose {
    /// To choose what one signs in with.
    INVITATION,
    /// To sign in at once; in exercises only.
    DOOR;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean works(Purpose wanted, Instant now) {
    return purpose == wanted && used.isEmpty() && now.isBefore(until);
  }
}
