package org.parley.store;

import java.util.Map;
import java.util.Optional;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Documents;
import org.springframework.jdbc.core.simple.JdbcClient;

record SqlDocuments(JdbcClient sql, Session session) implements Documents {

  @Override
  public Digest keep(Octets bytes) {
    session.writing();
    Digest digest = bytes.digest();
    Optional<Boolean> erased = erased(digest);
    if (erased.isEmpty()) {
      Table.DOCUMENT.insert(sql, digest.hex(), bytes.toArray(), false);
    } else if (erased.get()) {
      Table.DOCUMENT.update(sql, digest.hex(), bytes.toArray(), false);
    }
    return digest;
  }

  @Override
  public Optional<Octets> find(Digest digest) {
    session.reading();
    return Table.DOCUMENT.row(
        sql,
        Map.of("digest", digest.hex()),
        "where digest = :digest and erased = false",
        row -> row.octets("octets"));
  }

  @Override
  public void erase(Digest digest) {
    session.writing();
    if (erased(digest).filter(gone -> !gone).isPresent()) {
      Table.DOCUMENT.update(sql, digest.hex(), null, true);
    }
  }

  @Override
  public boolean wasErased(Digest digest) {
    session.reading();
    return erased(digest).orElse(false);
  }

  /// Whether it was erased, without reading it; empty where it was never there.
  private Optional<Boolean> erased(Digest digest) {
    return sql.sql("select erased from document where digest = :digest")
        .param("digest", digest.hex())
        .query(Boolean.class)
        .optional();
  }
}
