package org.parley.core.terms;

import java.util.Optional;
import java.util.regex.Pattern;

/// Who takes part in the exchange: a State, by its two-letter code, or an institution, by its key.
///
/// States carry ISO 3166-1 alpha-2 codes; the user-assigned codes `XA` to `XZ` stand for fictitious
/// States in exercises and tests. An institution, such as a secretariat, has a lower-case key of
/// two to thirty characters.
public record Party(String code) implements Comparable<Party> {

  private static final Pattern FORM = Pattern.compile("[A-Z]{2}|[a-z][a-z0-9-]{1,29}");

  public Party {
    if (!FORM.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "a State's two-letter code or an institution's key: " + code);
    }
  }

  /// Reads a code; empty where the text has another form.
  public static Optional<Party> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new Party(text)) : Optional.empty();
  }

  public boolean isState() {
    return Character.isUpperCase(code.charAt(0));
  }

  @Override
  public int compareTo(Party other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
