package org.parley.node.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.people.Account;
import org.parley.core.people.Identity;
import org.parley.core.people.Passkey;
import org.parley.core.terms.Octets;
import org.parley.desk.settings.Provider;
import org.parley.duties.people.ChooseSecrets;
import org.parley.duties.people.KeepAccounts;
import org.parley.duties.people.KeepSession;
import org.parley.duties.people.Lodge;
import org.parley.duties.people.SignIn;
import org.parley.node.web.AbsentException;
import org.parley.node.web.Press;
import org.parley.node.web.Shelves;
import org.parley.node.web.Visit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own account: what one signs in with, language, time zone, where one is signed in.
@Controller
final class AccountDoor {

  private final Lodge lodge;
  private final KeepAccounts accounts;
  private final KeepSession sessions;
  private final ChooseSecrets choose;
  private final Shelves shelves;
  private final Press press;
  private final Entry entry;

  AccountDoor(Lodge lodge, Entry entry, KeepAccounts accounts, Shelves shelves, Press press) {
    this.lodge = lodge;
    this.entry = entry;
    this.accounts = accounts;
    this.sessions = entry.sessions();
    this.choose = entry.choose();
    this.shelves = shelves;
    this.press = press;
  }

  @GetMapping("/account")
  ResponseEntity<byte[]> show(Visit visit) {
    return page(visit, own(visit), List.of());
  }

  @PostMapping("/account")
  ResponseEntity<byte[]> keep(
      Visit visit,
      @RequestParam(name = "language", defaultValue = "") String language,
      @RequestParam(name = "zone", defaultValue = "") String zone) {
    Account account = own(visit);
    Set<String> languages = Set.copyOf(visit.site().languages());
    return switch (accounts.read(account.id(), language, zone, languages)) {
      case Checked.Refused<Account>(List<Issue> issues) -> {
        Account.Reading typed = new Account.Reading(language, Optional.of(zone));
        yield page(visit, account.reading(typed), issues);
      }
      case Checked.Sound<Account>(Account kept, _) ->
          ResponseEntity.status(HttpStatus.SEE_OTHER)
              .header(HttpHeaders.SET_COOKIE, entry.language(kept.reading().language()))
              .header(HttpHeaders.LOCATION, "/account")
              .build();
    };
  }

  @GetMapping("/account/secrets")
  ResponseEntity<byte[]> secrets(Visit visit) {
    return secrets(visit, own(visit), choose.seed(), List.of());
  }

  @PostMapping("/account/secrets")
  ResponseEntity<byte[]> takeSecrets(
      Visit visit,
      @RequestParam(name = "password", defaultValue = "") String password,
      @RequestParam(name = "seed", defaultValue = "") String seed,
      @RequestParam(name = "code", defaultValue = "") String code) {
    Account account = own(visit);
    ChooseSecrets.Choice choice = new ChooseSecrets.Choice(password, seed, code);
    return switch (choose.change(account.id(), choice)) {
      case Checked.Refused<Account>(List<Issue> issues) -> secrets(visit, account, seed, issues);
      case Checked.Sound<Account> _ -> {
        SignIn.SignedIn again = entry.signIn().checked(account.id()).orThrow();
        yield Answers.begin(entry.cookie(), again.token(), "/account");
      }
    };
  }

  /// Takes one's own passkey away, unless nothing else would open the account.
  @PostMapping("/account/passkeys/drop")
  ResponseEntity<byte[]> dropPasskey(
      Visit visit, @RequestParam(name = "key", defaultValue = "") String key) {
    Account account = own(visit);
    if (!key.matches("([0-9a-f]{2}){1,1023}")) {
      return press.see("/account");
    }
    Octets id = Octets.of(HexFormat.of().parseHex(key));
    Optional<String> vouching = entry.provider().map(provider -> provider.issuer().toString());
    return switch (accounts.dropPasskey(account.id(), id, vouching)) {
      case Checked.Refused<UUID>(List<Issue> issues) -> page(visit, account, issues);
      case Checked.Sound<UUID> _ -> press.see("/account");
    };
  }

  @PostMapping("/account/sign-out-everywhere")
  ResponseEntity<byte[]> signOutEverywhere(Visit visit, HttpServletRequest request) {
    sessions.endAll(own(visit).id());
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.SET_COOKIE, entry.cookie().taken())
        .header(HttpHeaders.LOCATION, "/sign-in")
        .build();
  }

  private Account own(Visit visit) {
    UUID id = visit.viewer().orElseThrow(AbsentException::new).actor().account();
    return lodge.people().look(register -> register.account(id)).orElseThrow(AbsentException::new);
  }

  private ResponseEntity<byte[]> page(Visit visit, Account account, List<Issue> issues) {
    List<Passkey> keys = lodge.people().look(register -> register.passkeys(account.id()));
    List<Identity> identities = lodge.people().look(register -> register.identities(account.id()));
    boolean typed =
        lodge.people().<Boolean>look(register -> register.secrets(account.id()).complete());
    int places = lodge.people().<Integer>look(register -> register.sessions(account.id()).size());
    return press.page(
        visit,
        issues.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "people/account",
        visit.words().say("page.account.title"),
        Map.of(
            "account", account,
            "passkeys", keys,
            "typed", typed,
            "places", places,
            "shelves", shelves,
            "identities", identities,
            "provider", entry.provider().map(Provider::name).orElse(""),
            "problems", Answers.problems(visit.words(), issues)));
  }

  private ResponseEntity<byte[]> secrets(
      Visit visit, Account account, String seed, List<Issue> issues) {
    return press.page(
        visit,
        issues.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "people/secrets",
        visit.words().say("page.secrets.title"),
        Map.of(
            "says",
            visit.words().say("page.secrets.says"),
            "account",
            account,
            "seed",
            seed,
            "problems",
            Answers.problems(visit.words(), issues)));
  }
}
