package org.parley.core.directory.contacts;

import java.util.Locale;
import java.util.Optional;

/// What an office is to others.
public enum ContactKind {
  /// The policy point of contact.
  POLICY,
  /// The technical point of contact.
  TECHNICAL,
  /// An authority that is competent for the security of networks and systems.
  AUTHORITY,
  /// A body of the national structure that handles incidents, such as a sector's CSIRT.
  HANDLES_INCIDENTS,
  /// The police's own channel, open around the clock; nothing here stands in its place.
  POLICE_CHANNEL;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<ContactKind> parse(String word) {
    for (ContactKind kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /// Whether it is one of the two points of contact of measure 8.
  public boolean isPointOfContact() {
    return this == POLICY || this == TECHNICAL;
  }
}
