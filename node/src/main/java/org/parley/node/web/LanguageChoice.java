package org.parley.node.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which language a page speaks: the one chosen before, else the first the browser asks for, else
/// the node's own.
public final class LanguageChoice {

  /// The cookie that keeps the choice.
  public static final String COOKIE = "lang";

  private LanguageChoice() {}

  static String of(HttpServletRequest request, List<String> known) {
    return chosen(request)
        .filter(known::contains)
        .or(() -> asked(request.getHeader("Accept-Language"), known))
        .orElse(known.getFirst());
  }

  private static Optional<String> chosen(HttpServletRequest request) {
    Cookie @Nullable [] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Stream.of(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .findFirst();
  }

  static Optional<String> asked(@Nullable String header, List<String> known) {
    if (header == null || header.length() > 200) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Locale.lookupTag(Locale.LanguageRange.parse(header), known));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
