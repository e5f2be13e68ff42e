package org.parley.node.people;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.desk.settings.Settings;
import org.parley.duties.people.Token;
import org.springframework.http.ResponseCookie;

/// The cookie that holds a session: for this site only, never for scripts, over https where the
/// node has it, and gone with the browser.
public final class SessionCookie {

  private final boolean secure;
  private final String name;

  /// A browser keeps cookies by host and not by port: several nodes of one machine, each on a port
  /// of its own, would sign each other's people out. So the port is part of the name there.
  SessionCookie(Settings.Door door) {
    this.secure = door.secure();
    String plain = door.port() == 0 ? "session" : "session-" + door.port();
    this.name = secure ? "__Host-session" : plain;
  }

  Optional<Token> read(HttpServletRequest request) {
    Cookie @Nullable [] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Stream.of(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .filter(value -> value.length() < 100)
            .findFirst()
            .map(Token::new);
  }

  String holding(Token token) {
    return cookie(token.text(), Optional.empty());
  }

  String taken() {
    return cookie("", Optional.of(Duration.ZERO));
  }

  private String cookie(String value, Optional<Duration> age) {
    ResponseCookie.ResponseCookieBuilder cookie =
        ResponseCookie.from(name, value).path("/").httpOnly(true).secure(secure).sameSite("Strict");
    age.ifPresent(cookie::maxAge);
    return cookie.build().toString();
  }
}
