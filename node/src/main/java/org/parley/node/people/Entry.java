package org.parley.node.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.parley.desk.settings.Provider;
import org.parley.desk.settings.Settings;
import org.parley.duties.people.ChooseSecrets;
import org.parley.duties.people.KeepSession;
import org.parley.duties.people.SignIn;
import org.parley.duties.people.Token;
import org.parley.node.web.LanguageChoice;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// What has to do with coming in and staying in, for the pages that need all of it.
@Component
public record Entry(
    SignIn signIn,
    KeepSession sessions,
    ChooseSecrets choose,
    SessionCookie cookie,
    Settings settings) {

  /// The cookie that holds a session.
  public String holding(Token token) {
    return cookie.holding(token);
  }

  /// The token of the session in which a request was made.
  public Optional<Token> session(HttpServletRequest request) {
    return cookie.read(request);
  }

  /// Who vouches for people beside passkeys and passwords.
  Optional<Provider> provider() {
    return settings.entrance().provider();
  }

  /// The cookie that keeps the choice of a language.
  String language(String tag) {
    return ResponseCookie.from(LanguageChoice.COOKIE, tag)
        .path("/")
        .maxAge(Duration.ofDays(365))
        .httpOnly(true)
        .secure(settings.door().secure())
        .sameSite("Strict")
        .build()
        .toString();
  }
}
