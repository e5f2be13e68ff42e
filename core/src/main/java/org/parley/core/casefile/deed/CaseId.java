package org.parley.core.casefile.deed;

import java.util.Optional;
import java.util.UUID;

/// The name of an incident at this node, drawn at random by whoever opens it, so that a report sent
/// twice is one incident. It never leaves the State.
public record CaseId(UUID uuid) implements Comparable<CaseId> {

  private static final String FORM = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  /// Reads the usual form in lower case; empty where the text has another.
  public static Optional<CaseId> parse(String text) {
    return text.matches(FORM) ? Optional.of(new CaseId(UUID.fromString(text))) : Optional.empty();
  }

  @Override
  public int compareTo(CaseId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return uuid.toString();
  }
}
