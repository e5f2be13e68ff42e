package org.parley.core.fact;

import java.util.Optional;

/// The name of a fact: `downtime`, or with the namespace of the only issuer that asks for it:
/// `es/incidentTypes`, `us/cisa-nciss:functionalImpact`.
public record FactId(String text) implements Comparable<FactId> {

  private static final String NAME = "[a-z][A-Za-z0-9]{0,59}";
  private static final String ISSUER = "[a-z][a-z0-9-]{1,19}";
  private static final String SCALE = ISSUER + "/[a-z0-9][a-z0-9.-]{0,39}";
  private static final String FORM = "(" + ISSUER + "/|" + SCALE + ":)?" + NAME;

  public static Optional<FactId> parse(String text) {
    return text.length() <= 140 && text.matches(FORM)
        ? Optional.of(new FactId(text))
        : Optional.empty();
  }

  /// Whether the text can be the name of a fact without a namespace.
  public static boolean isPlainName(String text) {
    return text.matches(NAME);
  }

  @Override
  public int compareTo(FactId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
