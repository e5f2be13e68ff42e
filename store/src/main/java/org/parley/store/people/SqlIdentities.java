package org.parley.store.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.parley.core.people.Identity;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Who people are at identity providers, in SQL.
///
/// @param reading makes a statement that reads
/// @param writing makes a statement that writes
record SqlIdentities(
    Function<String, StatementSpec> reading, Function<String, StatementSpec> writing) {

  List<Identity> of(UUID account) {
    return reading
        .apply("select * from identity where account = :account order by made, subject")
        .param("account", account.toString())
        .query(Rows::identity)
        .list();
  }

  Optional<Identity> find(String issuer, String subject) {
    return reading
        .apply("select * from identity where issuer = :issuer and subject = :subject")
        .param("issuer", issuer)
        .param("subject", subject)
        .query(Rows::identity)
        .optional();
  }

  void keep(Identity identity, String realm) {
    writing
        .apply(
            """
            insert into identity (issuer, subject, realm, account, made, used)
            values (:issuer, :subject, :realm, :account, :made, :used)
            on conflict (issuer, subject) do update set used = excluded.used
            """)
        .params(Rows.of(identity))
        .param("realm", realm)
        .update();
  }

  void remove(String issuer, String subject) {
    writing
        .apply("delete from identity where issuer = :issuer and subject = :subject")
        .param("issuer", issuer)
        .param("subject", subject)
        .update();
  }
}
