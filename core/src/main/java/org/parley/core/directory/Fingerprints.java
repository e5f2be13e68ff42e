package org.parley.core.directory;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.terms.Digest;

/// Fingerprints as people read them to each other: twelve groups of five digits, which carry 199 of
/// the digest's bits.
public final class Fingerprints {

  private static final int GROUPS = 12;
  private static final int DIGITS = 5;
  private static final BigInteger SPAN = BigInteger.TEN.pow(GROUPS * DIGITS);

  private Fingerprints() {}

  public static String spoken(Digest fingerprint) {
    String all = new BigInteger(fingerprint.hex(), 16).mod(SPAN).toString();
    String padded = "0".repeat(GROUPS * DIGITS - all.length()) + all;
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < GROUPS; i++) {
      groups.add(padded.substring(i * DIGITS, (i + 1) * DIGITS));
    }
    return String.join(" ", groups);
  }

  /// Whether what was read out, however it was spaced, is this fingerprint; empty where it is no
  /// fingerprint at all.
  public static Optional<Boolean> matches(String readOut, Digest fingerprint) {
    String digits = readOut.replaceAll("[\\s-]", "");
    return digits.matches("[0-9]{60}")
        ? Optional.of(digits.equals(spoken(fingerprint).replace(" ", "")))
        : Optional.empty();
  }
}
