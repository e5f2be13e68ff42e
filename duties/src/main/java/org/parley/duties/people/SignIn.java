package org.parley.duties.people;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.people.Account;
import org.parley.core.people.AccountDeed;
import org.parley.core.people.Identity;
import org.parley.core.people.Pass;
import org.parley.core.people.Secrets;
import org.parley.core.people.Session;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Register;

/// Signs somebody in: by password and changing code, by a passkey that was checked, or, in
/// exercises, by a link that works once. Whatever was wrong, the answer is the same.
public final class SignIn {

  private static final int LOGIN_TRIES = 10;
  private static final int ADDRESS_TRIES = 100;

  private final Lodge lodge;
  private final Tries byLogin = new Tries(LOGIN_TRIES);
  private final Tries byAddress = new Tries(ADDRESS_TRIES);
  private final String nobody;

  public SignIn(Lodge lodge) {
    this.lodge = lodge;
    this.nobody = lodge.hashing().hash(lodge.token().text());
  }

  /// @param token what the browser holds from now on
  public record SignedIn(Account account, Token token) {}

  /// @param login as typed
  /// @param code the changing code, as typed
  /// @param address where the request came from
  public Checked<SignedIn> byPassword(String login, String password, String code, String address) {
    String name = login.strip().toLowerCase(Locale.ROOT);
    Instant now = lodge.now();
    if (byLogin.tooMany(name, now) || byAddress.tooMany(address, now)) {
      return tooManyTries();
    }
    Optional<Account> account =
        lodge.people().look(register -> register.withLogin(name).filter(Account::active));
    Secrets secrets =
        account
            .<Secrets>map(one -> lodge.people().look(register -> register.secrets(one.id())))
            .orElse(Secrets.NONE);
    // Outside any change: hashing is slow on purpose. Where there is no account it takes as long.
    boolean right =
        lodge.hashing().matches(PasswordRule.normal(password), secrets.password().orElse(nobody));
    if (account.isPresent() && secrets.complete() && right) {
      Optional<SignedIn> signedIn =
          lodge.people().change(register -> withCode(register, account.get().id(), code, now));
      if (signedIn.isPresent()) {
        byLogin.forgive(name);
        return new Checked.Sound<>(signedIn.get(), List.of());
      }
    }
    byLogin.failed(name, now);
    byAddress.failed(address, now);
    return refused();
  }

  private Optional<SignedIn> withCode(Register register, UUID id, String code, Instant now) {
    Secrets secrets = register.secrets(id);
    Optional<Account> account = register.account(id).filter(Account::active);
    OptionalLong step =
        secrets
            .codes()
            .map(seed -> ChangingCode.match(seed, code, now, secrets.lastStep()))
            .orElse(OptionalLong.empty());
    if (account.isEmpty() || step.isEmpty()) {
      return Optional.empty();
    }
    register.keep(id, secrets.taken(step.getAsLong()));
    return Optional.of(begin(register, account.get(), "signed-in"));
  }

  /// For somebody whose passkey, or whose fresh choice of secrets, was checked just now.
  public Checked<SignedIn> checked(UUID id) {
    return lodge
        .people()
        .change(register ->
            register
                .account(id)
                .filter(Account::active)
                .<Checked<SignedIn>>map(account ->
                    new Checked.Sound<>(begin(register, account, "signed-in"), List.of()))
                .orElseGet(SignIn::refused));
  }

  /// For somebody whom an identity provider has just vouched for; only a subject that its owner has
  /// linked opens an account.
  ///
  /// @param address where the request came from
  public Checked<SignedIn> byIdentity(String issuer, String subject, String address) {
    Instant now = lodge.now();
    if (closed(address)) {
      return tooManyTries();
    }
    Optional<SignedIn> signedIn =
        lodge.people().change(register -> withIdentity(register, issuer, subject, now));
    if (signedIn.isPresent()) {
      return new Checked.Sound<>(signedIn.get(), List.of());
    }
    failedFrom(address);
    return Troubles.one(
        "provider", IssueCode.IDENTITY_UNKNOWN, "this identity opens no account at this node");
  }

  private Optional<SignedIn> withIdentity(
      Register register, String issuer, String subject, Instant now) {
    Optional<Identity> identity = register.identity(issuer, subject);
    Optional<Account> account =
        identity.flatMap(one -> register.account(one.account())).filter(Account::active);
    return account.map(one -> {
      register.keep(identity.orElseThrow().used(now));
      return begin(register, one, "signed-in-by-provider");
    });
  }

  /// Whether so much failed from an address that it has to wait.
  public boolean closed(String address) {
    return byAddress.tooMany(address, lodge.now());
  }

  /// Counts a sign-in that failed before it came to this duty, such as by a forged token.
  public void failedFrom(String address) {
    byAddress.failed(address, lodge.now());
  }

  private static Checked<SignedIn> tooManyTries() {
    return Troubles.one("login", IssueCode.TOO_MANY_TRIES, "too many tries; wait a while");
  }

  /// By a link that works once; there are none outside exercises.
  public Checked<SignedIn> byDoor(Token token) {
    return switch (lodge.realm()) {
      case Realm.Real() ->
          Troubles.one("link", IssueCode.NOT_AN_EXERCISE, "such links work in exercises only");
      case Realm.Exercise(_) ->
          lodge
              .people()
              .change(register -> {
                Optional<Pass> pass =
                    register
                        .pass(token.digest())
                        .filter(one -> one.works(Pass.Purpose.DOOR, lodge.now()));
                Optional<Account> account =
                    pass.flatMap(one -> register.account(one.account())).filter(Account::active);
                if (account.isEmpty()) {
                  return Troubles.spent();
                }
                spend(register, pass.orElseThrow());
                return new Checked.Sound<>(
                    begin(register, account.get(), "signed-in-by-door"), List.of());
              });
    };
  }

  private void spend(Register register, Pass pass) {
    register.keep(
        new Pass(
            pass.token(), pass.account(), pass.purpose(), pass.until(), Optional.of(lodge.now())));
  }

  private SignedIn begin(Register register, Account account, String how) {
    Token token = lodge.token();
    Instant now = lodge.now();
    register.keep(new Session(token.digest(), account.id(), now, now));
    register.note(new AccountDeed(now, Optional.of(account.id()), how, account.id()));
    return new SignedIn(account, token);
  }

  private static Checked<SignedIn> refused() {
    return Troubles.one(
        "login", IssueCode.SIGN_IN_REFUSED, "name, password and code do not fit together");
  }
}
