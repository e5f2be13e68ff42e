package org.parley.duties.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.people.Account;
import org.parley.core.people.AccountDeed;
import org.parley.core.people.Session;

/// Finds who holds a session and ends sessions.
public final class KeepSession {

  private static final Duration LONGEST = Duration.ofHours(12);
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final Lodge lodge;
  private final Duration idle;

  /// @param idle after how long without a request a session ends
  public KeepSession(Lodge lodge, Duration idle) {
    this.lodge = lodge;
    this.idle = idle;
  }

  /// Who is signed in with this token; that they were here is noted, to the minute.
  public Optional<Account> holder(Token token) {
    Instant now = lodge.now();
    Optional<Session> session = lodge.people().look(register -> register.session(token.digest()));
    if (session.isEmpty() || over(session.get(), now)) {
      return Optional.empty();
    }
    if (session.get().seen().plus(NOTED_EVERY).isBefore(now)) {
      Session seen =
          new Session(token.digest(), session.get().account(), session.get().made(), now);
      lodge
          .people()
          .change(register -> {
            // It may have ended since we looked.
            register.session(token.digest()).ifPresent(_ -> register.keep(seen));
            register.forgetBefore(now.minus(LONGEST.multipliedBy(20)));
            return true;
          });
    }
    return lodge
        .people()
        .look(register -> register.account(session.get().account()).filter(Account::active));
  }

  private boolean over(Session session, Instant now) {
    return session.seen().plus(idle).isBefore(now) || session.made().plus(LONGEST).isBefore(now);
  }

  public void end(Token token) {
    lodge
        .people()
        .change(register -> {
          register.endSession(token.digest());
          return true;
        });
  }

  /// Signs an account out wherever it is signed in.
  public void endAll(UUID account) {
    lodge
        .people()
        .change(register -> {
          register.endSessions(account);
          register.note(
              new AccountDeed(lodge.now(), Optional.of(account), "signed-out-everywhere", account));
          return true;
        });
  }
}
