package org.parley.duties.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.people.Account;
import org.parley.core.people.AccountDeed;
import org.parley.core.people.Pass;
import org.parley.core.people.Secrets;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Register;

/// Lets somebody choose a password and an app for changing codes, by an invitation or anew.
public final class ChooseSecrets {

  private final Lodge lodge;

  public ChooseSecrets(Lodge lodge) {
    this.lodge = lodge;
  }

  /// @param password as typed
  /// @param seed the secret of the codes in base 32, as it was shown
  /// @param code the code that the app shows, to see that it works
  public record Choice(String password, String seed, String code) {}

  /// A new secret for changing codes, in base 32.
  public String seed() {
    return ChangingCode.write(lodge.draw(ChangingCode.SECRET_BYTES));
  }

  /// Whom an invitation is for, while it works.
  public Optional<Account> invited(Token token) {
    return lodge.people().look(register -> invited(register, token));
  }

  private Optional<Account> invited(Register register, Token token) {
    return register
        .pass(token.digest())
        .filter(pass -> pass.works(Pass.Purpose.INVITATION, lodge.now()))
        .flatMap(pass -> register.account(pass.account()))
        .filter(Account::active);
  }

  /// Takes an invitation: it works no second time.
  public Checked<Account> accept(Token token, Choice choice) {
    return lodge
        .people()
        .change(register -> {
          Optional<Account> account = invited(register, token);
          if (account.isEmpty()) {
            return Troubles.spent();
          }
          Checked<Secrets> secrets = secrets(account.get(), choice);
          return secrets.map(chosen -> {
            register.keep(account.get().id(), chosen);
            spend(register, token);
            note(register, account.get().id(), "chose-secrets");
            return account.get();
          });
        });
  }

  /// Takes an invitation by somebody who registered a passkey instead.
  public Checked<Account> acceptWithPasskey(Token token) {
    return lodge
        .people()
        .change(register -> {
          Optional<Account> account = invited(register, token);
          if (account.isEmpty() || register.passkeys(account.get().id()).isEmpty()) {
            return Troubles.spent();
          }
          spend(register, token);
          return new Checked.Sound<>(account.get(), List.of());
        });
  }

  /// Chooses anew, where somebody is signed in already; they stay signed in here and nowhere else.
  public Checked<Account> change(UUID id, Choice choice) {
    return lodge
        .people()
        .change(register -> {
          Account account = register.account(id).orElseThrow();
          return secrets(account, choice)
              .map(chosen -> {
                register.keep(id, chosen);
                register.endSessions(id);
                note(register, id, "changed-secrets");
                return account;
              });
        });
  }

  private Checked<Secrets> secrets(Account account, Choice choice) {
    List<Issue> issues =
        new ArrayList<>(PasswordRule.check(choice.password(), account.naming().login()));
    Octets seed = ChangingCode.read(choice.seed());
    Instant now = lodge.now();
    OptionalLong step =
        seed.size() == ChangingCode.SECRET_BYTES
            ? ChangingCode.match(seed, choice.code(), now, 0)
            : OptionalLong.empty();
    if (step.isEmpty()) {
      issues.add(
          Troubles.at(
              "code",
              IssueCode.CODE_WRONG,
              "this is not the code that the app shows for this secret"));
    }
    if (!issues.isEmpty()) {
      return new Checked.Refused<>(issues);
    }
    String hash = lodge.hashing().hash(PasswordRule.normal(choice.password()));
    return new Checked.Sound<>(
        new Secrets(Optional.of(hash), Optional.of(seed), step.getAsLong()), List.of());
  }

  private void spend(Register register, Token token) {
    Pass pass = register.pass(token.digest()).orElseThrow();
    register.keep(
        new Pass(
            pass.token(), pass.account(), pass.purpose(), pass.until(), Optional.of(lodge.now())));
  }

  private void note(Register register, UUID account, String what) {
    register.note(new AccountDeed(lodge.now(), Optional.of(account), what, account));
  }
}
