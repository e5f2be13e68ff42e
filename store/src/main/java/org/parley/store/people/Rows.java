package org.parley.store.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.core.directory.OfficeId;
import org.parley.core.people.AccessToken;
import org.parley.core.people.Account;
import org.parley.core.people.AccountDeed;
import org.parley.core.people.Establishment;
import org.parley.core.people.Identity;
import org.parley.core.people.Keepsake;
import org.parley.core.people.Pass;
import org.parley.core.people.Passkey;
import org.parley.core.people.Role;
import org.parley.core.people.Scope;
import org.parley.core.people.Secrets;
import org.parley.core.people.Session;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.core.terms.ScaleId;

/// Rows as values and values as rows.
final class Rows {

  private Rows() {}

  static Establishment establishment(ResultSet row, int number) throws SQLException {
    return new Establishment(
        Realm.parse(row.getString("realm")).orElseThrow(),
        new Party(row.getString("state")),
        row.getString("authority"),
        List.of(row.getString("languages").split(" ")),
        maybe(row, "scale").map(text -> ScaleId.parse(text).orElseThrow()),
        Instant.ofEpochMilli(row.getLong("at")));
  }

  static Map<String, @Nullable Object> of(Establishment establishment) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("realm", establishment.realm().word());
    row.put("state", establishment.state().code());
    row.put("authority", establishment.authority());
    row.put("languages", String.join(" ", establishment.languages()));
    put(row, "scale", establishment.scale().map(ScaleId::toString));
    row.put("at", establishment.at().toEpochMilli());
    return row;
  }

  static Account account(ResultSet row, int number) throws SQLException {
    return new Account(
        id(row.getString("id")),
        new Account.Naming(row.getString("login"), row.getString("name")),
        roles(row.getString("roles")),
        maybe(row, "office").map(text -> OfficeId.parse(text).orElseThrow()),
        maybe(row, "organisation").map(UUID::fromString),
        new Account.Reading(row.getString("language"), maybe(row, "zone")),
        row.getBoolean("active"));
  }

  private static Set<Role> roles(String words) {
    return Stream.of(words.split(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> Role.parse(word).orElseThrow())
        .collect(Collectors.toSet());
  }

  static Map<String, @Nullable Object> of(Account account) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", account.id().toString());
    row.put("login", account.naming().login());
    row.put("name", account.naming().name());
    row.put(
        "roles",
        account.roles().stream().sorted().map(Role::word).collect(Collectors.joining(" ")));
    put(row, "office", account.office().map(OfficeId::toString));
    put(row, "organisation", account.organisation().map(UUID::toString));
    row.put("language", account.reading().language());
    put(row, "zone", account.reading().zone());
    row.put("active", account.active());
    return row;
  }

  static Secrets secrets(ResultSet row, int number) throws SQLException {
    return new Secrets(
        maybe(row, "password"), maybe(row, "codes").map(Rows::octets), row.getLong("last_step"));
  }

  static Passkey passkey(ResultSet row, int number) throws SQLException {
    return new Passkey(
        octets(row.getString("id")),
        id(row.getString("account")),
        octets(row.getString("public_key")),
        row.getLong("counter"),
        row.getString("label"),
        Instant.ofEpochMilli(row.getLong("made")),
        time(row, "used"));
  }

  static Map<String, @Nullable Object> of(Passkey passkey) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", hex(passkey.id()));
    row.put("account", passkey.account().toString());
    row.put("key", hex(passkey.registration()));
    row.put("counter", passkey.counter());
    row.put("label", passkey.label());
    row.put("made", passkey.made().toEpochMilli());
    put(row, "used", passkey.used().map(Instant::toEpochMilli));
    return row;
  }

  static Identity identity(ResultSet row, int number) throws SQLException {
    return new Identity(
        row.getString("issuer"),
        row.getString("subject"),
        id(row.getString("account")),
        Instant.ofEpochMilli(row.getLong("made")),
        time(row, "used"));
  }

  static Map<String, @Nullable Object> of(Identity identity) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("issuer", identity.issuer());
    row.put("subject", identity.subject());
    row.put("account", identity.account().toString());
    row.put("made", identity.made().toEpochMilli());
    put(row, "used", identity.used().map(Instant::toEpochMilli));
    return row;
  }

  static Session session(ResultSet row, int number) throws SQLException {
    return new Session(
        new Digest(row.getString("token")),
        id(row.getString("account")),
        Instant.ofEpochMilli(row.getLong("made")),
        Instant.ofEpochMilli(row.getLong("seen")));
  }

  static Pass pass(ResultSet row, int number) throws SQLException {
    String purpose = row.getString("purpose");
    return new Pass(
        new Digest(row.getString("token")),
        id(row.getString("account")),
        Stream.of(Pass.Purpose.values())
            .filter(each -> each.word().equals(purpose))
            .findFirst()
            .orElseThrow(),
        Instant.ofEpochMilli(row.getLong("until")),
        time(row, "used"));
  }

  static AccessToken accessToken(ResultSet row, int number) throws SQLException {
    return new AccessToken(
        id(row.getString("id")),
        new Digest(row.getString("token")),
        id(row.getString("account")),
        row.getString("name"),
        Stream.of(row.getString("scopes").split(" "))
            .map(word -> Scope.parse(word).orElseThrow())
            .collect(Collectors.toSet()),
        new AccessToken.Life(
            Instant.ofEpochMilli(row.getLong("made")),
            Instant.ofEpochMilli(row.getLong("until")),
            time(row, "seen")));
  }

  static Map<String, @Nullable Object> of(AccessToken token) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", token.id().toString());
    row.put("token", token.token().hex());
    row.put("account", token.account().toString());
    row.put("name", token.name());
    row.put(
        "scopes",
        token.scopes().stream().sorted().map(Scope::word).collect(Collectors.joining(" ")));
    row.put("made", token.life().made().toEpochMilli());
    row.put("until", token.life().until().toEpochMilli());
    put(row, "seen", token.life().seen().map(Instant::toEpochMilli));
    return row;
  }

  static AccountDeed deed(ResultSet row, int number) throws SQLException {
    return new AccountDeed(
        Instant.ofEpochMilli(row.getLong("at")),
        maybe(row, "actor").map(UUID::fromString),
        row.getString("what"),
        id(row.getString("account")));
  }

  static Keepsake keepsake(ResultSet row, int number) throws SQLException {
    String kind = row.getString("kind");
    return new Keepsake(
        id(row.getString("account")),
        Stream.of(Keepsake.Kind.values())
            .filter(each -> each.word().equals(kind))
            .findFirst()
            .orElseThrow(),
        row.getString("name"),
        row.getString("content"),
        Instant.ofEpochMilli(row.getLong("at")));
  }

  static String hex(Octets octets) {
    return HexFormat.of().formatHex(octets.toArray());
  }

  private static Octets octets(String hex) {
    return Octets.of(HexFormat.of().parseHex(hex));
  }

  private static UUID id(String text) {
    return UUID.fromString(text);
  }

  private static Optional<String> maybe(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  private static void put(
      Map<String, @Nullable Object> row, String name, Optional<? extends Object> value) {
    row.put(name, value.orElse(null));
  }
}
