package org.parley.node.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.desk.settings.Provider;
import org.parley.duties.people.KeepSession;
import org.parley.duties.people.SignIn;
import org.parley.node.web.OwnPath;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Signs in and out.
@Controller
final class SignInDoor {

  private final SignIn signIn;
  private final KeepSession sessions;
  private final SessionCookie cookie;
  private final Entry entry;
  private final Press press;

  SignInDoor(Entry entry, Press press) {
    this.signIn = entry.signIn();
    this.sessions = entry.sessions();
    this.cookie = entry.cookie();
    this.entry = entry;
    this.press = press;
  }

  @GetMapping("/sign-in")
  ResponseEntity<byte[]> form(
      Visit visit, @RequestParam(name = "back", defaultValue = "/") String back) {
    return visit.viewer().isPresent()
        ? press.see(OwnPath.of(back))
        : page(visit, HttpStatus.OK, "", back, List.of());
  }

  @PostMapping("/sign-in")
  ResponseEntity<byte[]> take(
      Visit visit,
      HttpServletRequest request,
      @RequestParam(name = "login", defaultValue = "") String login,
      @RequestParam(name = "password", defaultValue = "") String password,
      @RequestParam(name = "code", defaultValue = "") String code,
      @RequestParam(name = "back", defaultValue = "/") String back) {
    return switch (signIn.byPassword(login, password, code, request.getRemoteAddr())) {
      case Checked.Refused<SignIn.SignedIn>(List<Issue> issues) ->
          page(visit, status(issues), login, back, issues);
      case Checked.Sound<SignIn.SignedIn>(SignIn.SignedIn signedIn, _) ->
          Answers.begin(cookie, signedIn.token(), OwnPath.of(back));
    };
  }

  @PostMapping("/sign-out")
  ResponseEntity<byte[]> signOut(HttpServletRequest request) {
    cookie.read(request).ifPresent(sessions::end);
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.SET_COOKIE, cookie.taken())
        .header("Clear-Site-Data", "\"cache\", \"storage\"")
        .header(HttpHeaders.LOCATION, "/")
        .build();
  }

  private static HttpStatus status(List<Issue> issues) {
    return issues.stream().anyMatch(issue -> issue.code() == IssueCode.TOO_MANY_TRIES)
        ? HttpStatus.TOO_MANY_REQUESTS
        : HttpStatus.UNPROCESSABLE_CONTENT;
  }

  private ResponseEntity<byte[]> page(
      Visit visit, HttpStatus status, String login, String back, List<Issue> issues) {
    return press.page(
        visit,
        status,
        "people/sign-in",
        visit.words().say("page.sign-in.title"),
        Map.of(
            "login", login,
            "back", OwnPath.of(back),
            "provider", entry.provider().map(Provider::name).orElse(""),
            "problems", Answers.problems(visit.words(), issues)));
  }
}
