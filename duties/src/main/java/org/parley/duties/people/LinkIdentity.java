package org.parley.duties.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.people.Account;
import org.parley.core.people.AccountDeed;
import org.parley.core.people.Identity;
import org.parley.core.terms.Digest;
import org.parley.duties.port.Register;

/// Links who somebody is at an identity provider to the account in which they are signed in, and
/// takes such a link away.
public final class LinkIdentity {

  private final Lodge lodge;

  public LinkIdentity(Lodge lodge) {
    this.lodge = lodge;
  }

  /// What an account's owner has linked, oldest first.
  public List<Identity> of(UUID account) {
    return lodge.people().look(register -> register.identities(account));
  }

  /// Links a subject of a provider, where the session in which its owner asked for it still lasts.
  ///
  /// @param session the digest of the session's token
  public Checked<Identity> link(UUID owner, Digest session, String issuer, String subject) {
    return lodge
        .people()
        .change(register -> {
          Optional<Account> account = register.account(owner).filter(Account::active);
          boolean there =
              register.session(session).filter(one -> one.account().equals(owner)).isPresent();
          if (account.isEmpty() || !there) {
            return Troubles.spent();
          }
          Optional<Identity> before = register.identity(issuer, subject);
          if (before.filter(one -> !one.account().equals(owner)).isPresent()) {
            return Troubles.one(
                "provider", IssueCode.IDENTITY_TAKEN, "this identity opens another account");
          }
          return new Checked.Sound<>(
              before.orElseGet(() -> add(register, owner, issuer, subject)), List.of());
        });
  }

  private Identity add(Register register, UUID owner, String issuer, String subject) {
    Identity identity = new Identity(issuer, subject, owner, lodge.now(), Optional.empty());
    register.keep(identity);
    note(register, owner, "linked-identity");
    return identity;
  }

  /// Takes a link away from its owner's account; another one's stays, and so does the last way in.
  public Checked<UUID> unlink(UUID owner, String issuer, String subject) {
    return lodge
        .people()
        .change(register -> {
          boolean own =
              register
                  .identity(issuer, subject)
                  .filter(one -> one.account().equals(owner))
                  .isPresent();
          if (own && !hasAnotherWayIn(register, owner, issuer, subject)) {
            return Troubles.one(
                "provider",
                IssueCode.LAST_WAY_IN,
                "nothing else opens this account; choose another way in first");
          }
          if (own) {
            register.removeIdentity(issuer, subject);
            note(register, owner, "unlinked-identity");
          }
          return new Checked.Sound<>(owner, List.of());
        });
  }

  private static boolean hasAnotherWayIn(
      Register register, UUID owner, String issuer, String subject) {
    return register.secrets(owner).complete()
        || !register.passkeys(owner).isEmpty()
        || register.identities(owner).stream()
            .anyMatch(one -> one.issuer().equals(issuer) && !one.subject().equals(subject));
  }

  private void note(Register register, UUID account, String what) {
    register.note(new AccountDeed(lodge.now(), Optional.of(account), what, account));
  }
}
