package org.parley.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.parley.duties.port.UnreachableException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What differs between the databases.
public sealed interface Vendor permits Sqlite, Postgres {

  /// The database at a JDBC URL; a file of SQLite and its folder are made first.
  static Vendor at(String url) {
    Vendor vendor = of(url);
    if (vendor instanceof Sqlite sqlite) {
      sqlite.prepare();
    }
    return vendor;
  }

  /// The database that is already at a JDBC URL; nothing is made.
  static Vendor there(String url) {
    Vendor vendor = of(url);
    if (vendor instanceof Sqlite(Path file, _) && !Files.isRegularFile(file)) {
      throw new UnreachableException("there is no database at " + file);
    }
    return vendor;
  }

  /// The same, to look into it and leave no trace, where nobody works with it.
  static Vendor toLook(String url) {
    return there(url) instanceof Sqlite sqlite ? sqlite.toLook() : there(url);
  }

  private static Vendor of(String url) {
    if (url.startsWith(SqlBooks.SQLITE) && url.indexOf('?') < 0) {
      return new Sqlite(Path.of(url.substring(SqlBooks.SQLITE.length())));
    }
    if (url.startsWith(SqlBooks.POSTGRESQL)) {
      return new Postgres(url);
    }
    throw new IllegalArgumentException(
        "a database is at 'jdbc:sqlite:FILE', without settings, or at 'jdbc:postgresql:…'");
  }

  /// Whether somebody began to work with a database that was at rest when we looked.
  default boolean woke() {
    return this instanceof Sqlite sqlite && sqlite.atRest() && sqlite.isOpenElsewhere();
  }

  /// The folder of its own migrations.
  String folder();

  /// The type of a column of octets.
  String octetsType();

  /// What puts text into the order of its octets, the same in every database.
  String plainOrder();

  /// A connection that commits by itself, for migrations and for one change at a time.
  Connection openWriter() throws SQLException;

  /// A connection on which a transaction sees one state of the books and can write nothing.
  Connection openReader() throws SQLException;

  /// Keeps other processes from changing the books until this transaction ends.
  void takeTurn(JdbcClient sql);

  /// By what a commit is recognised whose answer did not come, if the database knows such a thing.
  Optional<String> mark(JdbcClient sql);

  /// Whether a marked transaction was committed; asked on a new connection.
  boolean wasCommitted(JdbcClient sql, String mark);

  /// What the database itself finds wrong with its file.
  ///
  /// @param whole whether indexes are compared with their tables too
  List<String> complaints(JdbcClient sql, boolean whole);
}
