package org.parley.duties.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.people.Account;
import org.parley.core.people.Keepsake;
import org.parley.core.terms.Digest;

/// Keeps what a person keeps for itself: views of lists, scales to compare with, a calendar.
public final class KeepForOneself {

  /// The longest name, in UTF-16 units.
  public static final int LONGEST_NAME = 80;

  /// The longest text, in UTF-16 units.
  public static final int LONGEST_TEXT = 4_000;

  /// The most things of one kind.
  public static final int MOST = 30;

  private final Lodge lodge;

  public KeepForOneself(Lodge lodge) {
    this.lodge = lodge;
  }

  public List<Keepsake> all(UUID account, Keepsake.Kind kind) {
    return lodge.people().look(register -> register.keepsakes(account, kind));
  }

  /// Keeps something under a name; what was there under the same name is replaced.
  public Checked<Keepsake> keep(UUID account, Keepsake.Kind kind, String name, String text) {
    String named = name.strip();
    if (named.isEmpty()) {
      return Troubles.one("name", IssueCode.FIELD_EMPTY, "it has no name");
    }
    if (named.length() > LONGEST_NAME || named.chars().anyMatch(Character::isISOControl)) {
      return Troubles.one("name", IssueCode.FIELD_WRONG, "the name is too long or no single line");
    }
    return put(new Keepsake(account, kind, named, text, lodge.now()));
  }

  /// Keeps the one thing of a kind that has no name.
  public Checked<Keepsake> keepOnly(UUID account, Keepsake.Kind kind, String text) {
    return put(new Keepsake(account, kind, "", text, lodge.now()));
  }

  private Checked<Keepsake> put(Keepsake one) {
    if (one.text().length() > LONGEST_TEXT) {
      return Troubles.one("text", IssueCode.FIELD_WRONG, "there is more of it than can be kept");
    }
    return lodge
        .people()
        .change(register -> {
          List<Keepsake> there = register.keepsakes(one.account(), one.kind());
          boolean isNew = there.stream().noneMatch(each -> each.name().equals(one.name()));
          if (isNew && there.size() >= MOST) {
            return Troubles.<Keepsake>one(
                "name", IssueCode.TOO_MANY_AT_ONCE, MOST + " are kept already; drop one first");
          }
          if (register.account(one.account()).isPresent()) {
            register.keep(one);
          }
          return new Checked.Sound<>(one, List.of());
        });
  }

  public void drop(UUID account, Keepsake.Kind kind, String name) {
    lodge
        .people()
        .change(register -> {
          register.dropKeepsake(account, kind, name);
          return true;
        });
  }

  /// Draws a secret for an address that calendar programs ask without signing in; an older one
  /// stops working. Only its digest is kept.
  public Token openFeed(UUID account) {
    Token token = lodge.token();
    lodge
        .people()
        .change(register -> {
          closed(register, account);
          register.keep(
              new Keepsake(account, Keepsake.Kind.FEED, token.digest().hex(), "", lodge.now()));
          return true;
        });
    return token;
  }

  public void closeFeed(UUID account) {
    lodge
        .people()
        .change(register -> {
          closed(register, account);
          return true;
        });
  }

  private static void closed(org.parley.duties.port.Register register, UUID account) {
    register
        .keepsakes(account, Keepsake.Kind.FEED)
        .forEach(each -> register.dropKeepsake(account, Keepsake.Kind.FEED, each.name()));
  }

  /// Whose calendar it is; nobody's where the address was taken back or the account is closed.
  public Optional<Account> feedOf(Token token) {
    Digest digest = token.digest();
    return lodge
        .people()
        .look(register ->
            register.keepsakes(Keepsake.Kind.FEED, digest.hex()).stream()
                .findFirst()
                .flatMap(each -> register.account(each.account()))
                .filter(Account::active));
  }
}
