package org.parley.core.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How it stands with a node's keys now.
public enum KeyHealth {
  SOUND,
  /// Others can seal to it now, but not in two days any more.
  RUNNING_OUT,
  /// Nobody can seal to it now.
  NOTHING_TO_SEAL_TO,
  /// Its signing certificates count no more.
  REVOKED;

  private static final Duration SOON = Duration.ofDays(2);

  public static KeyHealth of(NodeRecord node, List<Revocation> revoked, Instant now) {
    boolean gone =
        revoked.stream()
            .anyMatch(each ->
                each.certificates().equals(node.signing().fingerprint())
                    && !now.isBefore(each.from()));
    if (gone) {
      return REVOKED;
    }
    if (node.sealingAt(now).isEmpty()) {
      return NOTHING_TO_SEAL_TO;
    }
    return node.sealingAt(now.plus(SOON)).isEmpty() ? RUNNING_OUT : SOUND;
  }
}
