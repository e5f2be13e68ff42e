package org.parley.core.people;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// Something small that a person keeps at a node for itself. It opens nothing: what a view or a
/// feed shows is asked anew each time.
///
/// @param account whose it is; nobody else's page shows it
/// @param name tells it from others of its kind; may be empty where there is only one
/// @param text what is kept, as the kind has it
public record Keepsake(UUID account, Kind kind, String name, String text, Instant at) {

  /// What is kept.
  public enum Kind {
    /// A list as it was asked for: the query of its address, under a name.
    VIEW,
    /// The scales on which a person reads incidents beside the own one.
    SCALES,
    /// The calendar of a person: the digest of the secret in its address stands as the name.
    FEED,
    /// That a page for newcomers was read and put away.
    READ;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String toString() {
    return "Keepsake[" + kind.word() + "]";
  }
}
