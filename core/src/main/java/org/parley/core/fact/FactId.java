package org.parley.core.fact;

import java.util.Optional;

/// The name of a fact: `downtime`, or with the namespace of the only issuer that asks for it:
/// `es/incidentTypes`, `us/cisa-nciss:functionalImpact`.
///
/// A class and not a record, because it keeps the plain key of its fact: whoever gets names from
/// one catalogue also gets the same keys, and tells them apart at a glance.
public final class FactId implements Comparable<FactId> {

  private static final String NAME = "[a-z][A-Za-z0-9]{0,59}";
  private static final String ISSUER = "[a-z][a-z0-9-]{1,19}";
  private static final String SCALE = ISSUER + "/[a-z0-9][a-z0-9.-]{0,39}";
  private static final String FORM = "(" + ISSUER + "/|" + SCALE + ":)?" + NAME;

  private final String text;
  private final FactKey key;

  private FactId(String text) {
    this.text = text;
    this.key = FactKey.plain(this);
  }

  /// A name that was found to be one before.
  public static FactId known(String text) {
    return new FactId(text);
  }

  public static Optional<FactId> parse(String text) {
    return text.length() <= 140 && text.matches(FORM)
        ? Optional.of(new FactId(text))
        : Optional.empty();
  }

  /// Whether the text can be the name of a fact without a namespace.
  public static boolean isPlainName(String text) {
    return text.matches(NAME);
  }

  public String text() {
    return text;
  }

  /// The key of what happened, everywhere.
  FactKey key() {
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof FactId that && text.equals(that.text));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
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
