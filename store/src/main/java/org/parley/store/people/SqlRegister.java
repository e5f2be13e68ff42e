package org.parley.store.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/// The register inside one change or one look.
final class SqlRegister implements Register {

  private final JdbcClient sql;
  private final String realm;
  private final boolean writable;
  private final SqlIdentities identities = new SqlIdentities(this::reading, this::writing);
  private boolean open = true;

  SqlRegister(JdbcClient sql, String realm, boolean writable) {
    this.sql = sql;
    this.realm = realm;
    this.writable = writable;
  }

  void close() {
    open = false;
  }

  private JdbcClient.StatementSpec reading(String statement) {
    if (!open) {
      throw new IllegalStateException("a register is kept beyond the change or look it belongs to");
    }
    return sql.sql(statement);
  }

  private JdbcClient.StatementSpec writing(String statement) {
    if (!writable) {
      throw new IllegalStateException("a look writes nothing");
    }
    return reading(statement);
  }

  @Override
  public Optional<Establishment> establishment() {
    return reading("select * from establishment").query(Rows::establishment).optional();
  }

  @Override
  public void keep(Establishment establishment) {
    writing(
            """
            insert into establishment (one, realm, state, authority, languages, scale, at)
            values (1, :realm, :state, :authority, :languages, :scale, :at)
            on conflict (one) do update set state = excluded.state, authority = excluded.authority,
              languages = excluded.languages, scale = excluded.scale
            """)
        .params(Rows.of(establishment))
        .update();
  }

  @Override
  public List<Account> accounts() {
    return reading("select * from account order by login").query(Rows::account).list();
  }

  @Override
  public Optional<Account> account(UUID id) {
    return reading("select * from account where id = :id")
        .param("id", id.toString())
        .query(Rows::account)
        .optional();
  }

  @Override
  public Optional<Account> withLogin(String login) {
    return reading("select * from account where login = :login")
        .param("login", login)
        .query(Rows::account)
        .optional();
  }

  @Override
  public void keep(Account account) {
    withLogin(account.naming().login())
        .filter(other -> !other.id().equals(account.id()))
        .ifPresent(other -> {
          throw new IllegalStateException("another account has this login");
        });
    Map<String, @Nullable Object> row = Rows.of(account);
    row.put("realm", realm);
    writing(
            """
            insert into account
              (id, realm, login, name, roles, office, organisation, language, zone, active)
            values
              (:id, :realm, :login, :name, :roles, :office, :organisation, :language, :zone, :active)
            on conflict (id) do update set login = excluded.login, name = excluded.name,
              roles = excluded.roles, office = excluded.office, organisation = excluded.organisation,
              language = excluded.language, zone = excluded.zone, active = excluded.active
            """)
        .params(row)
        .update();
  }

  @Override
  public Secrets secrets(UUID account) {
    return reading("select * from secret where account = :account")
        .param("account", account.toString())
        .query(Rows::secrets)
        .optional()
        .orElse(Secrets.NONE);
  }

  @Override
  public void keep(UUID account, Secrets secrets) {
    writing(
            """
            insert into secret (account, password, codes, last_step)
            values (:account, :password, :codes, :step)
            on conflict (account) do update set password = excluded.password,
              codes = excluded.codes, last_step = excluded.last_step
            """)
        .param("account", account.toString())
        .param("password", secrets.password().orElse(null))
        .param("codes", secrets.codes().map(Rows::hex).orElse(null))
        .param("step", secrets.lastStep())
        .update();
  }

  @Override
  public List<Passkey> passkeys(UUID account) {
    return reading("select * from passkey where account = :account order by made, id")
        .param("account", account.toString())
        .query(Rows::passkey)
        .list();
  }

  @Override
  public Optional<Passkey> passkey(Octets id) {
    return reading("select * from passkey where id = :id")
        .param("id", Rows.hex(id))
        .query(Rows::passkey)
        .optional();
  }

  @Override
  public void keep(Passkey passkey) {
    writing(
            """
            insert into passkey (id, account, public_key, counter, label, made, used)
            values (:id, :account, :key, :counter, :label, :made, :used)
            on conflict (id) do update set counter = excluded.counter, label = excluded.label,
              used = excluded.used
            """)
        .params(Rows.of(passkey))
        .update();
  }

  @Override
  public void removePasskey(Octets id) {
    writing("delete from passkey where id = :id").param("id", Rows.hex(id)).update();
  }

  @Override
  public List<Identity> identities(UUID account) {
    return identities.of(account);
  }

  @Override
  public Optional<Identity> identity(String issuer, String subject) {
    return identities.find(issuer, subject);
  }

  @Override
  public void keep(Identity identity) {
    identities.keep(identity, realm);
  }

  @Override
  public void removeIdentity(String issuer, String subject) {
    identities.remove(issuer, subject);
  }

  @Override
  public Optional<Session> session(Digest token) {
    return reading("select * from session where token = :token")
        .param("token", token.hex())
        .query(Rows::session)
        .optional();
  }

  @Override
  public List<Session> sessions(UUID account) {
    return reading("select * from session where account = :account order by made, token")
        .param("account", account.toString())
        .query(Rows::session)
        .list();
  }

  @Override
  public void keep(Session session) {
    writing(
            """
            insert into session (token, account, made, seen) values (:token, :account, :made, :seen)
            on conflict (token) do update set seen = excluded.seen
            """)
        .param("token", session.token().hex())
        .param("account", session.account().toString())
        .param("made", session.made().toEpochMilli())
        .param("seen", session.seen().toEpochMilli())
        .update();
  }

  @Override
  public void endSession(Digest token) {
    writing("delete from session where token = :token").param("token", token.hex()).update();
  }

  @Override
  public void endSessions(UUID account) {
    writing("delete from session where account = :account")
        .param("account", account.toString())
        .update();
  }

  @Override
  public void forgetBefore(Instant time) {
    writing("delete from session where seen < :time").param("time", time.toEpochMilli()).update();
    writing("delete from pass where until < :time").param("time", time.toEpochMilli()).update();
  }

  @Override
  public Optional<Pass> pass(Digest token) {
    return reading("select * from pass where token = :token")
        .param("token", token.hex())
        .query(Rows::pass)
        .optional();
  }

  @Override
  public void keep(Pass pass) {
    writing(
            """
            insert into pass (token, account, purpose, until, used)
            values (:token, :account, :purpose, :until, :used)
            on conflict (token) do update set used = excluded.used
            """)
        .param("token", pass.token().hex())
        .param("account", pass.account().toString())
        .param("purpose", pass.purpose().word())
        .param("until", pass.until().toEpochMilli())
        .param("used", pass.used().map(Instant::toEpochMilli).orElse(null))
        .update();
  }

  @Override
  public void withdrawPasses(UUID account) {
    writing("delete from pass where account = :account and used is null")
        .param("account", account.toString())
        .update();
  }

  @Override
  public Optional<AccessToken> accessToken(Digest token) {
    return reading("select * from access_token where token = :token")
        .param("token", token.hex())
        .query(Rows::accessToken)
        .optional();
  }

  @Override
  public List<AccessToken> accessTokens(UUID account) {
    return reading("select * from access_token where account = :account order by made, id")
        .param("account", account.toString())
        .query(Rows::accessToken)
        .list();
  }

  @Override
  public void keep(AccessToken token) {
    writing(
            """
            insert into access_token (id, realm, token, account, name, scopes, made, until, seen)
            values (:id, :realm, :token, :account, :name, :scopes, :made, :until, :seen)
            on conflict (id) do update set seen = excluded.seen
            """)
        .params(Rows.of(token))
        .param("realm", realm)
        .update();
  }

  @Override
  public void dropAccessToken(UUID account, UUID id) {
    writing("delete from access_token where account = :account and id = :id")
        .param("account", account.toString())
        .param("id", id.toString())
        .update();
  }

  @Override
  public void dropAccessTokens(UUID account) {
    writing("delete from access_token where account = :account")
        .param("account", account.toString())
        .update();
  }

  @Override
  public List<Keepsake> keepsakes(UUID account, Keepsake.Kind kind) {
    return reading("select * from keepsake where account = :account and kind = :kind order by name")
        .param("account", account.toString())
        .param("kind", kind.word())
        .query(Rows::keepsake)
        .list();
  }

  @Override
  public List<Keepsake> keepsakes(Keepsake.Kind kind, String name) {
    return reading("select * from keepsake where kind = :kind and name = :name order by account")
        .param("kind", kind.word())
        .param("name", name)
        .query(Rows::keepsake)
        .list();
  }

  @Override
  public void keep(Keepsake keepsake) {
    writing(
            """
            insert into keepsake (account, kind, name, content, at)
            values (:account, :kind, :name, :content, :at)
            on conflict (account, kind, name) do update set content = excluded.content,
              at = excluded.at
            """)
        .param("account", keepsake.account().toString())
        .param("kind", keepsake.kind().word())
        .param("name", keepsake.name())
        .param("content", keepsake.text())
        .param("at", keepsake.at().toEpochMilli())
        .update();
  }

  @Override
  public void dropKeepsake(UUID account, Keepsake.Kind kind, String name) {
    writing("delete from keepsake where account = :account and kind = :kind and name = :name")
        .param("account", account.toString())
        .param("kind", kind.word())
        .param("name", name)
        .update();
  }

  @Override
  public void note(AccountDeed deed) {
    writing(
            """
            insert into deed (number, realm, at, actor, what, account)
            values ((select coalesce(max(number) + 1, 0) from deed), :realm, :at, :actor, :what,
              :account)
            """)
        .param("realm", realm)
        .param("at", deed.at().toEpochMilli())
        .param("actor", deed.actor().map(UUID::toString).orElse(null))
        .param("what", deed.what())
        .param("account", deed.account().toString())
        .update();
  }

  @Override
  public List<AccountDeed> deeds(int most) {
    return reading("select * from deed order by number desc limit :most")
        .param("most", most)
        .query(Rows::deed)
        .list();
  }
}
