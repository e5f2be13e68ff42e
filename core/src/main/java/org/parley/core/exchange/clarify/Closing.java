package org.parley.core.exchange.clarify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What one party said to end the matter.
///
/// @param confirmations replies to it
public record Closing(Spoken spoken, List<Reply> confirmations) {

  public Closing {
    confirmations = List.copyOf(confirmations);
  }

  /// By when the others are asked to confirm; empty where its office closed on its own side.
  public Optional<Instant> confirmBy() {
    return spoken.statement().ties().replyBy();
  }
}
