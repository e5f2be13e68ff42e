package org.parley.duties.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;

class PasswordRuleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery",
        "четыре разных слова",
        "Drei kleine Igel 7",
        "x9$kLm2!pQw8",
        "日本語のとても長い合言葉です"
      })
  void longPasswordsOfAnyKindAreTaken(String password) {
    assertThat(PasswordRule.check(password, "anna")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "Passwort!2026",
        "aaaaaaaaaaaaaa",
        "abababababab",
        "qwerty123456",
        "anna-anna-2026",
        "ANNA loves tea",
        "Willkommen 123",
        "12345678 12345678"
      })
  void whatIsTriedFirstIsRefused(String password) {
    assertThat(PasswordRule.check(password, "anna"))
        .extracting(Issue::code)
        .containsExactly(IssueCode.PASSWORD_GUESSABLE);
  }

  @Test
  void lengthIsCountedInCharactersThatPeopleSee() {
    assertThat(PasswordRule.check("elevenchars", "anna"))
        .extracting(Issue::code)
        .containsExactly(IssueCode.PASSWORD_SHORT);
    assertThat(PasswordRule.check("x1".repeat(65), "anna"))
        .extracting(Issue::code)
        .containsExactly(IssueCode.PASSWORD_SHORT);
    assertThat(PasswordRule.check("😀🐢🌍🍎".repeat(2), "anna"))
        .extracting(Issue::code)
        .containsExactly(IssueCode.PASSWORD_SHORT);
  }
}
