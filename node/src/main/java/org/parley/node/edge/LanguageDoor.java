package org.parley.node.edge;

import java.time.Duration;
import org.parley.desk.settings.Settings;
import org.parley.node.web.AbsentException;
import org.parley.node.web.LanguageChoice;
import org.parley.node.web.OwnPath;
import org.parley.node.web.Visit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Takes the choice of a language.
@Controller
final class LanguageDoor {

  private final boolean secure;

  LanguageDoor(Settings settings) {
    this.secure = settings.door().secure();
  }

  @PostMapping("/language")
  ResponseEntity<byte[]> choose(
      Visit visit,
      @RequestParam(name = "to", defaultValue = "") String to,
      @RequestParam(name = "back", defaultValue = "/") String back) {
    if (!visit.site().languages().contains(to)) {
      throw new AbsentException();
    }
    ResponseCookie cookie =
        ResponseCookie.from(LanguageChoice.COOKIE, to)
            .path("/")
            .maxAge(Duration.ofDays(365))
            .httpOnly(true)
            .secure(secure)
            .sameSite("Strict")
            .build();
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.SET_COOKIE, cookie.toString())
        .header(HttpHeaders.LOCATION, OwnPath.of(back))
        .build();
  }
}
