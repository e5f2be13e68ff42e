package org.parley.core.draft;

import java.util.Optional;
import java.util.UUID;

/// The name of a draft at this node, drawn at random. It never leaves the node.
public record DraftId(UUID uuid) {

  private static final String FORM = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  /// Reads the usual form in lower case; empty where the text has another.
  public static Optional<DraftId> parse(String text) {
    return text.matches(FORM) ? Optional.of(new DraftId(UUID.fromString(text))) : Optional.empty();
  }

  @Override
  public String toString() {
    return uuid.toString();
  }
}
