package org.parley.duties.people;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.people.AccessToken;
import org.parley.core.people.Account;
import org.parley.core.people.AccountDeed;
import org.parley.core.people.Permissions;
import org.parley.core.people.Scope;
import org.parley.duties.port.Register;

/// Makes, finds and takes back the tokens with which programs act in a person's place.
public final class KeepTokens {

  /// The longest name, in UTF-16 units.
  public static final int LONGEST_NAME = 80;

  /// The longest that a token works, in days.
  public static final int MOST_DAYS = 90;

  /// The most tokens of one account that still work.
  public static final int MOST = 20;

  /// With this every token begins, so that programs that look for secrets know one.
  private static final String MARK = "parley_";

  /// How long a token that ran out is still known as such.
  private static final Duration TOLD_FOR = Duration.ofDays(30);

  private static final int ADDRESS_TRIES = 100;
  private static final int REQUESTS_A_MINUTE = 600;
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final Lodge lodge;
  private final Permissions permissions;
  private final Tries byAddress = new Tries(ADDRESS_TRIES);
  private final Pace pace = new Pace(REQUESTS_A_MINUTE);

  public KeepTokens(Lodge lodge, Permissions permissions) {
    this.lodge = lodge;
    this.permissions = permissions;
  }

  /// What the owner asks for.
  ///
  /// @param days how long it is to work
  public record Wish(String name, Set<Scope> scopes, int days) {}

  /// A token just made.
  ///
  /// @param token to be shown this once
  public record Made(AccessToken kept, Token token) {}

  /// Who is acted for, and with what.
  public record Holder(Account account, AccessToken token) {}

  public Checked<Made> make(UUID owner, Wish wish) {
    String name = wish.name().strip();
    List<Issue> issues = new ArrayList<>();
    if (name.isEmpty()) {
      issues.add(Troubles.at("name", IssueCode.FIELD_EMPTY, "it has no name"));
    } else if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      issues.add(Troubles.at("name", IssueCode.FIELD_WRONG, "it is too long or no single line"));
    }
    if (wish.scopes().isEmpty()) {
      issues.add(Troubles.at("scopes", IssueCode.FIELD_EMPTY, "the program may do nothing"));
    }
    if (wish.days() < 1 || wish.days() > MOST_DAYS) {
      issues.add(Troubles.at("days", IssueCode.FIELD_WRONG, "a token works for 1 to 90 days"));
    }
    return lodge.people().change(register -> made(register, owner, name, wish, issues));
  }

  private Checked<Made> made(
      Register register, UUID owner, String name, Wish wish, List<Issue> issues) {
    Account account = register.account(owner).filter(Account::active).orElseThrow();
    if (!wish.scopes().stream().allMatch(scope -> scope.isOffered(permissions, account.actor()))) {
      issues.add(Troubles.at("scopes", IssueCode.FIELD_WRONG, "you may not do this yourself"));
    }
    register.accessTokens(owner).stream()
        .filter(each -> each.isOver(lodge.now().minus(TOLD_FOR)))
        .forEach(each -> register.dropAccessToken(owner, each.id()));
    long working =
        register.accessTokens(owner).stream().filter(each -> !each.isOver(lodge.now())).count();
    if (working >= MOST) {
      issues.add(
          Troubles.at(
              "name", IssueCode.TOO_MANY_AT_ONCE, MOST + " are there already; take one back"));
    }
    if (!issues.isEmpty()) {
      return new Checked.Refused<>(issues);
    }
    Token token = new Token(MARK + lodge.token().text());
    Instant now = lodge.now();
    AccessToken kept =
        new AccessToken(
            lodge.id(),
            token.digest(),
            owner,
            name,
            wish.scopes(),
            new AccessToken.Life(now, now.plus(Duration.ofDays(wish.days())), Optional.empty()));
    register.keep(kept);
    register.note(new AccountDeed(now, Optional.of(owner), "made-token", owner));
    return new Checked.Sound<>(new Made(kept, token), List.of());
  }

  public List<AccessToken> of(UUID account) {
    return lodge.people().look(register -> register.accessTokens(account));
  }

  /// What an account may hand on.
  public List<Scope> offered(Account account) {
    return List.of(Scope.values()).stream()
        .filter(scope -> scope.isOffered(permissions, account.actor()))
        .toList();
  }

  /// Takes a token back; it is refused from now on.
  ///
  /// @param by the owner, or an administrator
  public void revoke(UUID account, UUID id, UUID by) {
    lodge
        .people()
        .change(register -> {
          if (register.accessTokens(account).stream().anyMatch(each -> each.id().equals(id))) {
            register.dropAccessToken(account, id);
            register.note(
                new AccountDeed(lodge.now(), Optional.of(by), "took-token-back", account));
          }
          return true;
        });
  }

  /// For whom a program acts; that it was here is noted, to the minute.
  ///
  /// @param address where the request came from
  public Checked<Holder> holder(Token token, String address) {
    Instant now = lodge.now();
    if (byAddress.tooMany(address, now)) {
      return Troubles.one("Authorization", IssueCode.TOO_MANY_TRIES, "too many wrong tokens");
    }
    Optional<Holder> found = lodge.people().look(register -> found(register, token));
    if (found.isEmpty()) {
      byAddress.failed(address, now);
      return refused(
          IssueCode.TOKEN_REFUSED,
          "this token is not known here, or was taken back",
          "make another on the page of your account");
    }
    AccessToken held = found.get().token();
    if (held.isOver(now)) {
      return refused(
          IssueCode.TOKEN_EXPIRED,
          "the token ran out at " + held.life().until(),
          "make another on the page of your account");
    }
    if (!pace.allows(held.id(), now)) {
      return refused(
          IssueCode.REQUESTS_TOO_MANY,
          "one token makes at most " + REQUESTS_A_MINUTE + " requests in a minute",
          "wait a minute");
    }
    noteSeen(held, now);
    return new Checked.Sound<>(found.get(), List.of());
  }

  private static Optional<Holder> found(Register register, Token token) {
    return register
        .accessToken(token.digest())
        .flatMap(kept ->
            register
                .account(kept.account())
                .filter(Account::active)
                .map(account -> new Holder(account, kept)));
  }

  private void noteSeen(AccessToken held, Instant now) {
    if (held.life().seen().filter(seen -> seen.plus(NOTED_EVERY).isAfter(now)).isPresent()) {
      return;
    }
    lodge
        .people()
        .change(register -> {
          // It may have been taken back since we looked.
          register.accessToken(held.token()).ifPresent(_ -> register.keep(held.seen(now)));
          return true;
        });
  }

  private static Checked<Holder> refused(IssueCode code, String message, String remedy) {
    return new Checked.Refused<>(
        List.of(new Issue(code, Place.of("Authorization"), message, Optional.of(remedy))));
  }
}
