package org.parley.formats.exchange.plain;

import java.nio.charset.StandardCharsets;

/// Three letters at the end of each line that find errors of typing: the line's number and bytes as
/// a polynomial modulo a prime.
///
/// Each wrong byte, and each swap of two neighbours, changes them; so does a line in the place of
/// another. Other errors pass unseen once in about 17,000.
final class CheckLetters {

  /// The largest prime below 26 * 26 * 26.
  private static final int PRIME = 17_573;

  private static final int BASE = 2_909;

  private CheckLetters() {}

  /// @param line counted from 1
  static String of(int line, String content) {
    long sum = line % PRIME;
    for (byte each : content.getBytes(StandardCharsets.UTF_8)) {
      sum = (sum * BASE + (each & 0xff)) % PRIME;
    }
    char[] letters = new char[3];
    for (int place = 2; place >= 0; place--) {
      letters[place] = (char) ('A' + sum % 26);
      sum /= 26;
    }
    return new String(letters);
  }
}
