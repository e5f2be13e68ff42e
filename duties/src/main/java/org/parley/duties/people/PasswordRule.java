package org.parley.duties.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;

/// What a password has to be: long, and not what everybody tries first. Nothing is asked about
/// kinds of characters.
public final class PasswordRule {

  public static final int SHORTEST = 12;
  static final int LONGEST = 128;
  private static final int FEWEST_DIFFERENT = 5;

  /// Pieces that guessers begin with; a password made of one of them and little else is refused.
  private static final Set<String> FIRST_TRIES =
      Set.of(
          "password",
          "passwort",
          "motdepasse",
          "contrasena",
          "contraseña",
          "пароль",
          "parola",
          "qwerty",
          "qwertz",
          "azerty",
          "йцукен",
          "letmein",
          "welcome",
          "willkommen",
          "bienvenue",
          "administrator",
          "admin",
          "parley",
          "changeme",
          "secret",
          "geheim",
          "iloveyou",
          "abcdefgh",
          "12345678",
          "87654321",
          "11111111",
          "00000000",
          "osce",
          "incident");

  private static final int LITTLE_ELSE = 6;

  private PasswordRule() {}

  /// The form in which a password is hashed and compared: what looks the same is the same.
  static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  /// What is wrong with a password, if anything.
  static List<Issue> check(String password, String login) {
    String normal = normal(password);
    List<Issue> issues = new ArrayList<>();
    int length = normal.codePointCount(0, normal.length());
    if (length < SHORTEST || length > LONGEST) {
      issues.add(
          Troubles.at(
              "password",
              IssueCode.PASSWORD_SHORT,
              "a password has %d to %d characters".formatted(SHORTEST, LONGEST)));
    } else if (guessable(normal.toLowerCase(Locale.ROOT), login)) {
      issues.add(
          Troubles.at(
              "password",
              IssueCode.PASSWORD_GUESSABLE,
              "the password is among those that are tried first"));
    }
    return issues;
  }

  private static boolean guessable(String lower, String login) {
    if (lower.codePoints().distinct().count() < FEWEST_DIFFERENT) {
      return true;
    }
    String letters = lower.replaceAll("[^\\p{L}\\p{N}]", "");
    if (login.length() >= 3 && letters.contains(login.replaceAll("[^\\p{L}\\p{N}]", ""))) {
      return true;
    }
    String rest = letters;
    for (String piece : FIRST_TRIES) {
      rest = rest.replace(piece, "");
    }
    return rest.length() < letters.length() && rest.length() <= LITTLE_ELSE;
  }
}
