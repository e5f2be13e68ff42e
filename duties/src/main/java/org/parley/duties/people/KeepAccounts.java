package org.parley.duties.people;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.core.directory.OfficeId;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.people.Account;
import org.parley.core.people.AccountDeed;
import org.parley.core.people.Role;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Register;

/// Changes accounts: what they are entrusted with, whether they may sign in, how they read.
public final class KeepAccounts {

  private final Lodge lodge;

  public KeepAccounts(Lodge lodge) {
    this.lodge = lodge;
  }

  /// Entrusts an account with other roles. It is signed out and its programs' tokens are taken
  /// back, so that nothing goes on under the old ones.
  public Checked<Account> entrust(UUID id, Set<Role> roles, Optional<OfficeId> office, UUID by) {
    List<Issue> issues = PersonForm.checkRoles(roles, office);
    return issues.isEmpty()
        ? change(id, by, "entrusted", account -> account.entrusted(roles, office))
        : new Checked.Refused<>(issues);
  }

  /// Lets an account sign in, or lets it no longer.
  public Checked<Account> allow(UUID id, boolean active, UUID by) {
    return change(id, by, active ? "allowed" : "disabled", account -> account.active(active));
  }

  private Checked<Account> change(
      UUID id, UUID by, String what, java.util.function.UnaryOperator<Account> how) {
    return lodge
        .people()
        .change(register -> {
          Optional<Account> before = register.account(id);
          if (before.isEmpty()) {
            return Troubles.one("account", IssueCode.FIELD_WRONG, "there is no such account");
          }
          Account after = how.apply(before.get());
          if (runs(before.get()) && !runs(after) && othersWhoRun(register, id) == 0) {
            return Troubles.one(
                "account",
                IssueCode.LAST_ADMINISTRATOR,
                "this is the last administrator; make another one first");
          }
          register.keep(after);
          register.endSessions(id);
          register.dropAccessTokens(id);
          register.note(new AccountDeed(lodge.now(), Optional.of(by), what, id));
          return new Checked.Sound<>(after, List.of());
        });
  }

  private static boolean runs(Account account) {
    return account.active() && account.roles().contains(Role.ADMINISTRATOR);
  }

  private static long othersWhoRun(Register register, UUID id) {
    return register.accounts().stream()
        .filter(account -> !account.id().equals(id) && runs(account))
        .count();
  }

  /// Changes how somebody's own pages are read.
  ///
  /// @param zone a time zone's id, or nothing for the node's
  public Checked<Account> read(UUID id, String language, String zone, Set<String> languages) {
    List<Issue> issues = new ArrayList<>();
    if (!languages.contains(language)) {
      issues.add(Troubles.at("language", IssueCode.FIELD_WRONG, "there is no such language"));
    }
    if (!zone.isBlank() && !isZone(zone.strip())) {
      issues.add(
          Troubles.at("zone", IssueCode.FIELD_WRONG, "a time zone is written like Europe/Vienna"));
    }
    if (!issues.isEmpty()) {
      return new Checked.Refused<>(issues);
    }
    Account.Reading reading =
        new Account.Reading(language, Optional.of(zone.strip()).filter(text -> !text.isEmpty()));
    return lodge
        .people()
        .change(register -> {
          Account account = register.account(id).orElseThrow().reading(reading);
          register.keep(account);
          return new Checked.Sound<>(account, List.of());
        });
  }

  private static boolean isZone(String text) {
    try {
      return text.length() < 60 && !ZoneId.of(text).getId().isEmpty();
    } catch (DateTimeException _) {
      return false;
    }
  }

  /// Takes a passkey away from its owner's account; another one's stays, and so does the last way
  /// in.
  ///
  /// @param vouching the issuer of the identity provider that the node works with now: links to
  ///   another open nothing
  public Checked<UUID> dropPasskey(UUID owner, Octets key, Optional<String> vouching) {
    return lodge
        .people()
        .change(register -> {
          boolean own =
              register.passkey(key).filter(one -> one.account().equals(owner)).isPresent();
          if (own && !hasAnotherWayIn(register, owner, vouching)) {
            return Troubles.one(
                "keys",
                IssueCode.LAST_WAY_IN,
                "nothing else opens this account; choose another way in first");
          }
          if (own) {
            register.removePasskey(key);
            register.note(
                new AccountDeed(lodge.now(), Optional.of(owner), "dropped-passkey", owner));
          }
          return new Checked.Sound<>(owner, List.of());
        });
  }

  private static boolean hasAnotherWayIn(Register register, UUID owner, Optional<String> vouching) {
    return register.secrets(owner).complete()
        || register.passkeys(owner).size() > 1
        || register.identities(owner).stream()
            .anyMatch(one -> vouching.equals(Optional.of(one.issuer())));
  }
}
