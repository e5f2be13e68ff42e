package org.parley.duties.twin.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.people.AccessToken;
import org.parley.core.people.Account;
import org.parley.core.people.AccountDeed;
import org.parley.core.people.Establishment;
import org.parley.core.people.Identity;
import org.parley.core.people.Keepsake;
import org.parley.core.people.Pass;
import org.parley.core.people.Passkey;
import org.parley.core.people.Secrets;
import org.parley.core.people.Session;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Register;

final class RegisterInMemory implements Register {

  private Optional<Establishment> establishment = Optional.empty();
  private final Map<UUID, Account> accounts = new HashMap<>();
  private final Map<UUID, Secrets> secrets = new HashMap<>();
  private final Map<Octets, Passkey> passkeys = new HashMap<>();
  private final List<Identity> identities = new ArrayList<>();
  private final Map<Digest, Session> sessions = new HashMap<>();
  private final Map<Digest, Pass> passes = new HashMap<>();
  private final Map<Digest, AccessToken> accessTokens = new HashMap<>();
  private final List<Keepsake> keepsakes = new ArrayList<>();
  private final List<AccountDeed> deeds = new ArrayList<>();
  private boolean writable;
  private boolean open = true;

  RegisterInMemory copy(boolean toWrite) {
    RegisterInMemory copy = new RegisterInMemory();
    copy.establishment = establishment;
    copy.accounts.putAll(accounts);
    copy.secrets.putAll(secrets);
    copy.passkeys.putAll(passkeys);
    copy.identities.addAll(identities);
    copy.sessions.putAll(sessions);
    copy.passes.putAll(passes);
    copy.accessTokens.putAll(accessTokens);
    copy.keepsakes.addAll(keepsakes);
    copy.deeds.addAll(deeds);
    copy.writable = toWrite;
    return copy;
  }

  void close() {
    open = false;
  }

  private void reading() {
    if (!open) {
      throw new IllegalStateException("a register is kept beyond the change or look it belongs to");
    }
  }

  private void writing() {
    reading();
    if (!writable) {
      throw new IllegalStateException("a look writes nothing");
    }
  }

  @Override
  public Optional<Establishment> establishment() {
    reading();
    return establishment;
  }

  @Override
  public void keep(Establishment one) {
    writing();
    establishment = Optional.of(one);
  }

  @Override
  public List<Account> accounts() {
    reading();
    return accounts.values().stream()
        .sorted(Comparator.comparing(account -> account.naming().login()))
        .toList();
  }

  @Override
  public Optional<Account> account(UUID id) {
    reading();
    return Optional.ofNullable(accounts.get(id));
  }

  @Override
  public Optional<Account> withLogin(String login) {
    return accounts().stream().filter(each -> each.naming().login().equals(login)).findFirst();
  }

  @Override
  public void keep(Account account) {
    writing();
    if (withLogin(account.naming().login())
        .filter(other -> !other.id().equals(account.id()))
        .isPresent()) {
      throw new IllegalStateException("another account has this login");
    }
    accounts.put(account.id(), account);
  }

  @Override
  public Secrets secrets(UUID account) {
    reading();
    return secrets.getOrDefault(account, Secrets.NONE);
  }

  @Override
  public void keep(UUID account, Secrets chosen) {
    writing();
    secrets.put(account, chosen);
  }

  @Override
  public List<Passkey> passkeys(UUID account) {
    reading();
    return passkeys.values().stream()
        .filter(each -> each.account().equals(account))
        .sorted(Comparator.comparing(Passkey::made))
        .toList();
  }

  @Override
  public Optional<Passkey> passkey(Octets id) {
    reading();
    return Optional.ofNullable(passkeys.get(id));
  }

  @Override
  public void keep(Passkey passkey) {
    writing();
    passkeys.put(passkey.id(), passkey);
  }

  @Override
  public void removePasskey(Octets id) {
    writing();
    passkeys.remove(id);
  }

  @Override
  public List<Identity> identities(UUID account) {
    reading();
    return identities.stream()
        .filter(each -> each.account().equals(account))
        .sorted(Comparator.comparing(Identity::made).thenComparing(Identity::subject))
        .toList();
  }

  @Override
  public Optional<Identity> identity(String issuer, String subject) {
    reading();
    return identities.stream()
        .filter(each -> each.issuer().equals(issuer) && each.subject().equals(subject))
        .findFirst();
  }

  @Override
  public void keep(Identity identity) {
    Identity kept =
        identity(identity.issuer(), identity.subject())
            .map(there ->
                new Identity(
                    there.issuer(),
                    there.subject(),
                    there.account(),
                    there.made(),
                    identity.used()))
            .orElse(identity);
    removeIdentity(identity.issuer(), identity.subject());
    identities.add(kept);
  }

  @Override
  public void removeIdentity(String issuer, String subject) {
    writing();
    identities.removeIf(each -> each.issuer().equals(issuer) && each.subject().equals(subject));
  }

  @Override
  public Optional<Session> session(Digest token) {
    reading();
    return Optional.ofNullable(sessions.get(token));
  }

  @Override
  public List<Session> sessions(UUID account) {
    reading();
    return sessions.values().stream()
        .filter(each -> each.account().equals(account))
        .sorted(Comparator.comparing(Session::made))
        .toList();
  }

  @Override
  public void keep(Session session) {
    writing();
    sessions.put(session.token(), session);
  }

  @Override
  public void endSession(Digest token) {
    writing();
    sessions.remove(token);
  }

  @Override
  public void endSessions(UUID account) {
    writing();
    sessions.values().removeIf(each -> each.account().equals(account));
  }

  @Override
  public void forgetBefore(Instant time) {
    writing();
    sessions.values().removeIf(each -> each.seen().isBefore(time));
    passes.values().removeIf(each -> each.until().isBefore(time));
  }

  @Override
  public Optional<Pass> pass(Digest token) {
    reading();
    return Optional.ofNullable(passes.get(token));
  }

  @Override
  public void keep(Pass pass) {
    writing();
    passes.put(pass.token(), pass);
  }

  @Override
  public void withdrawPasses(UUID account) {
    writing();
    passes.values().removeIf(each -> each.account().equals(account) && each.used().isEmpty());
  }

  @Override
  public Optional<AccessToken> accessToken(Digest token) {
    reading();
    return Optional.ofNullable(accessTokens.get(token));
  }

  @Override
  public List<AccessToken> accessTokens(UUID account) {
    reading();
    return accessTokens.values().stream()
        .filter(each -> each.account().equals(account))
        .sorted(
            Comparator.comparing((AccessToken each) -> each.life().made())
                .thenComparing(each -> each.id().toString()))
        .toList();
  }

  @Override
  public void keep(AccessToken token) {
    writing();
    accessTokens.put(token.token(), token);
  }

  @Override
  public void dropAccessToken(UUID account, UUID id) {
    writing();
    accessTokens.values().removeIf(each -> each.account().equals(account) && each.id().equals(id));
  }

  @Override
  public void dropAccessTokens(UUID account) {
    writing();
    accessTokens.values().removeIf(each -> each.account().equals(account));
  }

  @Override
  public List<Keepsake> keepsakes(UUID account, Keepsake.Kind kind) {
    reading();
    return keepsakes.stream()
        .filter(each -> each.account().equals(account) && each.kind() == kind)
        .sorted(Comparator.comparing(Keepsake::name))
        .toList();
  }

  @Override
  public List<Keepsake> keepsakes(Keepsake.Kind kind, String name) {
    reading();
    return keepsakes.stream()
        .filter(each -> each.kind() == kind && each.name().equals(name))
        .toList();
  }

  @Override
  public void keep(Keepsake keepsake) {
    dropKeepsake(keepsake.account(), keepsake.kind(), keepsake.name());
    keepsakes.add(keepsake);
  }

  @Override
  public void dropKeepsake(UUID account, Keepsake.Kind kind, String name) {
    writing();
    keepsakes.removeIf(
        each -> each.account().equals(account) && each.kind() == kind && each.name().equals(name));
  }

  @Override
  public void note(AccountDeed deed) {
    writing();
    deeds.add(deed);
  }

  @Override
  public List<AccountDeed> deeds(int most) {
    reading();
    return deeds.reversed().stream().limit(most).toList();
  }
}
