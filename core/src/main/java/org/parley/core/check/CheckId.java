package org.parley.core.check;

import java.util.Optional;
import java.util.UUID;

/// Which communication check; random, so that it tells nothing.
public record CheckId(UUID uuid) {

  public static Optional<CheckId> parse(String text) {
    try {
      UUID uuid = UUID.fromString(text);
      return uuid.toString().equals(text) ? Optional.of(new CheckId(uuid)) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return uuid.toString();
  }
}
