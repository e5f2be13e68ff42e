package org.parley.node.provider;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.core.terms.Octets;
import org.parley.desk.settings.Settings;
import org.parley.duties.people.Lodge;
import org.springframework.http.ResponseCookie;

/// The errands under way, in memory: each lasts ten minutes, is used once, and only in the browser
/// in which it began. A cookie ties it to that browser; it is not the session's, because that one
/// does not come along from another site.
final class Errands {

  static final Duration LASTS = Duration.ofMinutes(10);
  private static final int MOST = 10_000;
  private static final int SECRET_BYTES = 32;
  private static final int LONGEST = 100;

  private final Lodge lodge;
  private final boolean secure;
  private final String name;
  private final Map<String, Errand> under =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Errand> eldest) {
          return size() > MOST;
        }
      };

  Errands(Lodge lodge, Settings.Door door) {
    this.lodge = lodge;
    this.secure = door.secure();
    String plain = door.port() == 0 ? "errand" : "errand-" + door.port();
    this.name = secure ? "__Host-errand" : plain;
  }

  /// A secret that nobody guesses, in letters that an address may hold.
  String secret() {
    Octets drawn = lodge.chance().draw(SECRET_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn.toArray());
  }

  /// Keeps an errand.
  ///
  /// @param browser the secret that the browser's cookie holds
  /// @return the cookie
  String begin(Errand errand, String browser) {
    synchronized (under) {
      under.values().removeIf(each -> !lodge.now().isBefore(each.until()));
      under.put(errand.asked().getState() + "/" + browser, errand);
    }
    return cookie(browser, LASTS);
  }

  /// The errand to which an answer belongs. It is over with that.
  Optional<Errand> take(HttpServletRequest request, String state) {
    return browser(request)
        .flatMap(browser -> {
          synchronized (under) {
            return Optional.ofNullable(under.remove(state + "/" + browser));
          }
        })
        .filter(errand -> lodge.now().isBefore(errand.until()));
  }

  private Optional<String> browser(HttpServletRequest request) {
    Cookie @Nullable [] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Stream.of(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .filter(value -> value.length() < LONGEST)
            .findFirst();
  }

  /// The cookie that takes the browser's secret away.
  String over() {
    return cookie("", Duration.ZERO);
  }

  private String cookie(String value, Duration age) {
    return ResponseCookie.from(name, value)
        .path("/")
        .maxAge(age)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .build()
        .toString();
  }
}
