package org.parley.core.exchange;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// The name of a conversation, drawn at random by who begins it: it tells nobody anything.
public record ConversationId(UUID uuid) implements Comparable<ConversationId> {

  private static final String FORM = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  /// Reads the usual form in lower case; empty where the text has another.
  public static Optional<ConversationId> parse(String text) {
    return text.matches(FORM)
        ? Optional.of(new ConversationId(UUID.fromString(text)))
        : Optional.empty();
  }

  @Override
  public int compareTo(ConversationId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return uuid.toString().toLowerCase(Locale.ROOT);
  }
}
