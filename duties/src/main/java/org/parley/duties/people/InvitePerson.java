package org.parley.duties.people;

import static org.parley.core.people.Role.ADMINISTRATOR;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.people.Account;
import org.parley.core.people.AccountDeed;
import org.parley.core.people.Pass;
import org.parley.duties.port.Register;

/// Makes an account and the link by which its owner chooses what to sign in with.
public final class InvitePerson {

  static final Duration LASTS = Duration.ofHours(72);

  private final Lodge lodge;

  public InvitePerson(Lodge lodge) {
    this.lodge = lodge;
  }

  /// @param token what the link holds; told once and kept nowhere
  /// @param until when it stops working
  public record Invitation(Account account, Token token, Instant until) {}

  public Checked<Invitation> invite(PersonForm form, UUID by) {
    List<Issue> issues = form.check();
    return issues.isEmpty()
        ? lodge.people().change(register -> invite(register, form, Optional.of(by)))
        : new Checked.Refused<>(issues);
  }

  /// A new link for an account that has none, or has lost what it signs in with. What it signed in
  /// with before, and where it is signed in, ends.
  public Checked<Invitation> again(UUID id, UUID by) {
    return lodge
        .people()
        .change(register -> {
          Optional<Account> account = register.account(id).filter(Account::active);
          if (account.isEmpty()) {
            return Troubles.spent();
          }
          register.keep(id, org.parley.core.people.Secrets.NONE);
          register.passkeys(id).forEach(key -> register.removePasskey(key.id()));
          register
              .identities(id)
              .forEach(each -> register.removeIdentity(each.issuer(), each.subject()));
          register.endSessions(id);
          register.note(new AccountDeed(lodge.now(), Optional.of(by), "invited-again", id));
          return new Checked.Sound<>(link(register, account.get()), List.of());
        });
  }

  /// Lets an administrator back into a node that none can sign in to, as after an import, which
  /// brings no secrets: a new link for the first of them.
  ///
  /// Only for whoever starts the node, and so holds its files already.
  ///
  /// @return empty where an administrator can sign in, or where there is none
  public Optional<Invitation> letBackIn() {
    return lodge
        .people()
        .change(register -> {
          List<Account> administrators =
              register.accounts().stream()
                  .filter(account -> account.active() && account.roles().contains(ADMINISTRATOR))
                  .toList();
          if (administrators.stream().anyMatch(each -> canSignIn(register, each))) {
            return Optional.empty();
          }
          return administrators.stream()
              .findFirst()
              .map(first -> {
                register.note(
                    new AccountDeed(lodge.now(), Optional.empty(), "let-back-in", first.id()));
                return link(register, first);
              });
        });
  }

  /// Identities at a provider do not count: who starts the node may just have left that provider.
  private static boolean canSignIn(Register register, Account account) {
    return register.secrets(account.id()).complete() || !register.passkeys(account.id()).isEmpty();
  }

  Checked<Invitation> invite(Register register, PersonForm form, Optional<UUID> by) {
    if (register.withLogin(form.login()).isPresent()) {
      return Troubles.one("login", IssueCode.LOGIN_TAKEN, "another account has this sign-in name");
    }
    Account account =
        new Account(
            lodge.id(),
            new Account.Naming(form.login(), form.name()),
            form.roles(),
            form.office(),
            form.organisation(),
            new Account.Reading(form.language(), Optional.empty()),
            true);
    register.keep(account);
    register.note(new AccountDeed(lodge.now(), by, "invited", account.id()));
    return new Checked.Sound<>(link(register, account), List.of());
  }

  private Invitation link(Register register, Account account) {
    register.withdrawPasses(account.id());
    Token token = lodge.token();
    Instant until = lodge.now().plus(LASTS);
    register.keep(
        new Pass(token.digest(), account.id(), Pass.Purpose.INVITATION, until, Optional.empty()));
    return new Invitation(account, token, until);
  }
}
