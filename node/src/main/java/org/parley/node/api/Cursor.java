package org.parley.node.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.parley.core.terms.Digest;
import org.parley.duties.port.Cases;

/// A place in a list, as programs carry it from one page to the next. It names what came last and
/// not how many came, so that nothing is left out or told twice when incidents are added meanwhile.
/// It fits only the question it was given for; it opens nothing that its reader may not see.
final class Cursor {

  private static final int LONGEST = 200;

  private Cursor() {}

  /// @param question all that was asked but the place
  static String of(Cases.Place place, String question) {
    String text = place.key() + "." + place.number() + "." + mark(question);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  /// The place; empty where this is no cursor of that question.
  static Optional<Cases.Place> read(String cursor, String question) {
    if (!cursor.matches("[A-Za-z0-9_-]{1,%d}".formatted(LONGEST))) {
      return Optional.empty();
    }
    String text;
    try {
      text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3 || !parts[2].equals(mark(question))) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Cases.Place(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  private static String mark(String question) {
    return Digest.of(question.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16);
  }
}
