package org.parley.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.parley.core.terms.Digest;
import org.parley.duties.port.UnreachableException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds damage: what the database itself complains of, rows that are not as they were written,
/// gaps in the journal, and hashes of subtrees that do not follow from what is below them.
final class Soundness {

  /// Above this many entries the check at opening looks at the last ones only.
  static final long WHOLE_UP_TO = 20_000;

  private static final int LAST = 500;
  private static final int MOST = 20;

  private final Vendor vendor;
  private final JdbcClient sql;
  private final List<String> found = new ArrayList<>();

  Soundness(Vendor vendor, JdbcClient sql) {
    this.vendor = vendor;
    this.sql = sql;
  }

  /// What is wrong, in words; empty where all is well.
  List<String> check(boolean everything) {
    try {
      long entries = count("select count(*) from entry");
      boolean whole = everything || entries <= WHOLE_UP_TO;
      found.addAll(vendor.complaints(sql, whole));
      if (found.isEmpty()) {
        if (count("select coalesce(max(number) + 1, 0) from entry") != entries) {
          found.add("the journal has gaps");
        }
        rows(whole);
        journal(whole ? 0 : entries - LAST);
      }
    } catch (DataAccessException | UnreachableException damaged) {
      found.add(String.valueOf(damaged.getMessage()));
    }
    return found.stream().limit(MOST).toList();
  }

  private long count(String query) {
    return sql.sql(query).query(Long.class).single();
  }

  private void rows(boolean whole) {
    for (Table table : whole ? List.of(Table.values()) : List.of(Table.WAITING, Table.SEALED)) {
      table.rows(sql, Table.none(), "", row -> 1);
    }
    if (count("select count(*) from waiting") != count("select count(*) from sealed")) {
      found.add("parcels and their octets do not match");
    }
    if (whole) {
      Table.DOCUMENT.rows(sql, Table.none(), "where erased = false", this::document);
    }
  }

  private boolean document(Row row) {
    boolean sound = row.octets("octets").digest().equals(row.digest("digest"));
    if (!sound) {
      found.add("a document does not have its digest: " + row.digest("digest").brief());
    }
    return sound;
  }

  /// Compares each kept hash above entries from this one on with what is below it.
  private void journal(long from) {
    for (Hash node : nodes(from)) {
      below(node)
          .filter(expected -> !expected.equals(node.hash()))
          .ifPresent(wrong ->
              found.add(
                  "the journal's hash at level %d, place %d does not follow from what is below"
                      .formatted(node.level(), node.place())));
    }
  }

  private List<Hash> nodes(long from) {
    return Table.NODE.rows(sql, Table.none(), "order by level, place", Soundness::hash).stream()
        .filter(node -> node.place() >= Math.max(0, from) >> node.level())
        .toList();
  }

  /// What the hash must be after RFC 6962; empty where what is below was not kept.
  private Optional<Digest> below(Hash node) {
    SqlLogNodes log = new SqlLogNodes(sql, new Session(false));
    if (node.level() == 0) {
      return node.place() < log.size()
          ? Optional.of(sha256((byte) 0, log.entry(node.place()).toArray()))
          : Optional.of(new Digest("0".repeat(64)));
    }
    return log.node(node.level() - 1, 2 * node.place())
        .flatMap(left ->
            log.node(node.level() - 1, 2 * node.place() + 1)
                .map(right -> sha256((byte) 1, bytes(left), bytes(right))));
  }

  private static byte[] bytes(Digest digest) {
    return HexFormat.of().parseHex(digest.hex());
  }

  private static Digest sha256(byte prefix, byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(prefix);
      for (byte[] part : parts) {
        digest.update(part);
      }
      return new Digest(HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException("every Java platform has SHA-256", broken);
    }
  }

  private static Hash hash(Row row) {
    return new Hash((int) row.number("level"), row.number("place"), row.digest("hash"));
  }

  private record Hash(int level, long place, Digest hash) {}
}
