package org.parley.node.people;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.people.Account;
import org.parley.core.people.Scope;
import org.parley.duties.people.KeepTokens;
import org.parley.duties.people.Lodge;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The tokens with which programs act in a person's place: their owner makes them and takes them
/// back, an administrator only takes them back.
@Controller
final class TokensDoor {

  private static final String HERE = "/account/tokens";

  private final Lodge lodge;
  private final KeepTokens tokens;
  private final Press press;

  TokensDoor(Lodge lodge, KeepTokens tokens, Press press) {
    this.lodge = lodge;
    this.tokens = tokens;
    this.press = press;
  }

  @GetMapping(HERE)
  ResponseEntity<byte[]> show(Visit visit) {
    return page(visit, "", TokenForm.NOTHING, List.of());
  }

  /// The new token is shown this once: only its digest is kept.
  @PostMapping(HERE)
  ResponseEntity<byte[]> make(
      Visit visit,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "scopes", defaultValue = "") List<String> scopes,
      @RequestParam(name = "days", defaultValue = "") String days) {
    Set<Scope> chosen = EnumSet.noneOf(Scope.class);
    scopes.forEach(word -> Scope.parse(word).ifPresent(chosen::add));
    int count = days.strip().matches("[0-9]{1,3}") ? Integer.parseInt(days.strip()) : 0;
    KeepTokens.Wish wish = new KeepTokens.Wish(name, chosen, count);
    return switch (tokens.make(own(visit).id(), wish)) {
      case Checked.Sound<KeepTokens.Made>(var made, _) ->
          page(visit, made.token().text(), TokenForm.NOTHING, List.of());
      case Checked.Refused<KeepTokens.Made>(List<Issue> issues) ->
          page(visit, "", new TokenForm(name, chosen, days), issues);
    };
  }

  @PostMapping(HERE + "/revoke")
  ResponseEntity<byte[]> revoke(
      Visit visit, @RequestParam(name = "token", defaultValue = "") String token) {
    UUID own = own(visit).id();
    revoke(own, token, own);
    return press.see(HERE);
  }

  @PostMapping("/accounts/{id}/tokens/revoke")
  ResponseEntity<byte[]> revokeAnothers(
      Visit visit,
      @PathVariable("id") UUID id,
      @RequestParam(name = "token", defaultValue = "") String token) {
    revoke(id, token, own(visit).id());
    return press.see("/accounts/" + id);
  }

  private void revoke(UUID account, String token, UUID by) {
    tokens.of(account).stream()
        .filter(each -> each.id().toString().equals(token))
        .forEach(each -> tokens.revoke(account, each.id(), by));
  }

  private Account own(Visit visit) {
    UUID id = visit.viewer().orElseThrow(AbsentException::new).actor().account();
    return lodge.people().look(register -> register.account(id)).orElseThrow(AbsentException::new);
  }

  private ResponseEntity<byte[]> page(
      Visit visit, String fresh, TokenForm typed, List<Issue> issues) {
    Account account = own(visit);
    Map<String, Object> content = new HashMap<>();
    content.put("fresh", fresh);
    content.put("tokens", tokens.of(account.id()));
    content.put("offered", tokens.offered(account));
    content.put("typed", typed);
    content.put("problems", Answers.problems(visit.words(), issues));
    return press.page(
        visit,
        issues.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "people/tokens",
        visit.words().say("page.tokens.title"),
        content);
  }
}
