package org.parley.core.terms;

import java.util.Optional;

/// The name of a scale: who issues it and what it is called, such as `us/cisa-nciss`.
///
/// @param issuer lower-case key of the issuer, two to twenty characters
/// @param name lower-case key of the scale, one to forty characters
public record ScaleId(String issuer, String name) implements Comparable<ScaleId> {

  private static final String FORM = "[a-z][a-z0-9-]{1,19}/[a-z0-9][a-z0-9.-]{0,39}";

  /// Reads `issuer/name`; empty where the text has another form.
  public static Optional<ScaleId> parse(String text) {
    if (!text.matches(FORM)) {
      return Optional.empty();
    }
    int slash = text.indexOf('/');
    return Optional.of(new ScaleId(text.substring(0, slash), text.substring(slash + 1)));
  }

  @Override
  public int compareTo(ScaleId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return issuer + "/" + name;
  }
}
