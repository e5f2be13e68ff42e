package org.parley.core.handling;

import java.util.Optional;

/// How far information may go, after the Traffic Light Protocol 2.0 (FIRST, August 2022), mildest
/// first.
///
/// The protocol speaks of a recipient's organisation. Between States that is read as the offices
/// which the recipient's State has in the network, policy and technical.
public enum Tlp {
  /// To anybody.
  CLEAR,
  /// Within the community: all who take part in the network.
  GREEN,
  /// Within the recipient's organisation, and to those it serves, on need to know.
  AMBER,
  /// Within the recipient's organisation only.
  AMBER_STRICT,
  /// To the named recipients only.
  RED;

  /// The level as people write it: `AMBER+STRICT`.
  public String word() {
    return this == AMBER_STRICT ? "AMBER+STRICT" : name();
  }

  /// Reads a level, with or without `TLP:`; `WHITE` is the older name of `CLEAR`.
  public static Optional<Tlp> parse(String text) {
    String word = text.startsWith("TLP:") ? text.substring("TLP:".length()) : text;
    if (word.equals("WHITE")) {
      return Optional.of(CLEAR);
    }
    for (Tlp level : values()) {
      if (level.word().equals(word)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  public boolean isAtLeast(Tlp other) {
    return compareTo(other) >= 0;
  }

  public Tlp or(Tlp other) {
    return isAtLeast(other) ? this : other;
  }
}
