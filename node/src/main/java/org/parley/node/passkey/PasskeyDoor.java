package org.parley.node.passkey;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.issue.Checked;
import org.parley.core.people.Account;
import org.parley.duties.people.ChooseSecrets;
import org.parley.duties.people.SignIn;
import org.parley.duties.people.Token;
import org.parley.node.people.Entry;
import org.parley.node.web.AbsentException;
import org.parley.node.web.OwnPath;
import org.parley.node.web.Visit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What the script of the passkey pages asks and sends. Everything else about accounts is pages.
@Controller
final class PasskeyDoor {

  private static final int LONGEST_LABEL = 60;

  private final Ceremonies ceremonies;
  private final Entry entry;

  PasskeyDoor(Ceremonies ceremonies, Entry entry) {
    this.ceremonies = ceremonies;
    this.entry = entry;
  }

  @PostMapping("/account/passkeys/options")
  ResponseEntity<String> askOwn(Visit visit, HttpServletRequest request) {
    return question(ceremonies.askForNew(own(visit), request.getServerPort()));
  }

  @PostMapping("/account/passkeys")
  ResponseEntity<String> addOwn(Visit visit, HttpServletRequest request, Answer answer) {
    return ceremonies.register(
            own(visit),
            answer.ceremony(),
            answer.credential(),
            label(answer.label(), visit),
            request.getServerPort())
        ? to("/account")
        : refused();
  }

  @PostMapping("/invitation/{token}/passkey/options")
  ResponseEntity<String> askInvited(
      @PathVariable("token") String token, HttpServletRequest request) {
    return question(ceremonies.askForNew(invited(token).id(), request.getServerPort()));
  }

  @PostMapping("/invitation/{token}/passkey")
  ResponseEntity<String> addInvited(
      Visit visit, @PathVariable("token") String token, HttpServletRequest request, Answer answer) {
    Account account = invited(token);
    boolean sound =
        ceremonies.register(
            account.id(),
            answer.ceremony(),
            answer.credential(),
            label(answer.label(), visit),
            request.getServerPort());
    if (!sound) {
      return refused();
    }
    choose().acceptWithPasskey(new Token(token)).orThrow();
    return begin(account.id(), "/");
  }

  @PostMapping("/sign-in/passkey/options")
  ResponseEntity<String> askAnybody(HttpServletRequest request) {
    return question(ceremonies.askForProof(request.getServerPort()));
  }

  @PostMapping("/sign-in/passkey")
  ResponseEntity<String> signIn(HttpServletRequest request, Answer answer) {
    Optional<UUID> account =
        ceremonies.proven(answer.ceremony(), answer.credential(), request.getServerPort());
    return account
        .map(one -> begin(one, OwnPath.of(answer.back())))
        .orElseGet(PasskeyDoor::refused);
  }

  private ChooseSecrets choose() {
    return entry.choose();
  }

  private Account invited(String token) {
    return choose().invited(new Token(token)).orElseThrow(AbsentException::new);
  }

  private static UUID own(Visit visit) {
    return visit.viewer().orElseThrow(AbsentException::new).actor().account();
  }

  private static String label(String typed, Visit visit) {
    String label = typed.strip().replaceAll("\\p{Cntrl}", " ");
    return label.isEmpty()
        ? visit.words().say("page.passkey.unnamed")
        : label.substring(0, Math.min(LONGEST_LABEL, label.length()));
  }

  private ResponseEntity<String> begin(UUID account, String path) {
    return switch (entry.signIn().checked(account)) {
      case Checked.Refused<SignIn.SignedIn> _ -> refused();
      case Checked.Sound<SignIn.SignedIn>(SignIn.SignedIn in, _) ->
          ResponseEntity.ok()
              .contentType(MediaType.APPLICATION_JSON)
              .header(HttpHeaders.SET_COOKIE, entry.holding(in.token()))
              .body(destination(path));
    };
  }

  private static ResponseEntity<String> to(String path) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(destination(path));
  }

  /// Only paths of our own come here, in which no quote stands.
  private static String destination(String path) {
    return "{\"to\":\"" + path.replace("\"", "") + "\"}";
  }

  private static ResponseEntity<String> question(Ceremonies.Question question) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body("{\"ceremony\":\"" + question.ceremony() + "\",\"options\":" + question.json() + "}");
  }

  private static ResponseEntity<String> refused() {
    return ResponseEntity.unprocessableContent().contentType(MediaType.APPLICATION_JSON).body("{}");
  }
}
