package org.parley.node.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.people.Account;
import org.parley.duties.people.ChooseSecrets;
import org.parley.duties.people.SignIn;
import org.parley.duties.people.Token;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The links that work once: invitations, and doors into exercises. Opening a page spends nothing,
/// so that programs that look at links beforehand do no harm.
@Controller
final class InvitationDoor {

  private final ChooseSecrets choose;
  private final SignIn signIn;
  private final SessionCookie cookie;
  private final Press press;

  InvitationDoor(ChooseSecrets choose, SignIn signIn, SessionCookie cookie, Press press) {
    this.choose = choose;
    this.signIn = signIn;
    this.cookie = cookie;
    this.press = press;
  }

  @GetMapping("/invitation/{token}")
  ResponseEntity<byte[]> form(Visit visit, @PathVariable("token") String token) {
    return choose
        .invited(new Token(token))
        .map(account -> page(visit, new Invited(token, account), choose.seed(), List.of()))
        .orElseGet(() -> spent(visit));
  }

  @PostMapping("/invitation/{token}")
  ResponseEntity<byte[]> take(
      Visit visit,
      @PathVariable("token") String token,
      @RequestParam(name = "password", defaultValue = "") String password,
      @RequestParam(name = "seed", defaultValue = "") String seed,
      @RequestParam(name = "code", defaultValue = "") String code) {
    Optional<Account> invited = choose.invited(new Token(token));
    if (invited.isEmpty()) {
      return spent(visit);
    }
    ChooseSecrets.Choice choice = new ChooseSecrets.Choice(password, seed, code);
    return switch (choose.accept(new Token(token), choice)) {
      case Checked.Refused<Account>(List<Issue> issues) ->
          page(visit, new Invited(token, invited.get()), seed, issues);
      case Checked.Sound<Account>(Account account, _) -> enter(account);
    };
  }

  private ResponseEntity<byte[]> enter(Account account) {
    return Answers.begin(cookie, signIn.checked(account.id()).orThrow().token(), "/");
  }

  @GetMapping("/door/{token}")
  ResponseEntity<byte[]> door(Visit visit, @PathVariable("token") String token) {
    return visit.site().exercise()
        ? press.page(visit, "people/door", "page.door.title", Map.of("token", token))
        : spent(visit);
  }

  @PostMapping("/door/{token}")
  ResponseEntity<byte[]> walkIn(Visit visit, @PathVariable("token") String token) {
    return switch (signIn.byDoor(new Token(token))) {
      case Checked.Refused<SignIn.SignedIn> _ -> spent(visit);
      case Checked.Sound<SignIn.SignedIn>(SignIn.SignedIn signedIn, _) ->
          Answers.begin(cookie, signedIn.token(), "/");
    };
  }

  private record Invited(String token, Account account) {}

  private ResponseEntity<byte[]> page(
      Visit visit, Invited invited, String seed, List<Issue> issues) {
    return press.page(
        visit,
        issues.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "people/secrets",
        visit.words().say("page.invitation.title"),
        Map.of(
            "says",
            visit.words().say("page.invitation.says", invited.account().naming().name()),
            "account",
            invited.account(),
            "passkeyAt",
            "/invitation/" + invited.token() + "/passkey",
            "seed",
            seed,
            "problems",
            Answers.problems(visit.words(), issues)));
  }

  private ResponseEntity<byte[]> spent(Visit visit) {
    return press.page(
        visit,
        HttpStatus.NOT_FOUND,
        "web/error",
        visit.words().say("page.link.spent.title"),
        Map.of("says", visit.words().say("page.link.spent.says"), "number", ""));
  }
}
