package org.parley.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.parley.duties.port.UnreachableException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One file, with its write-ahead log beside it, forced to disk at each commit.
///
/// @param atRest whether nobody writes, so that even a look leaves no trace beside the file
record Sqlite(Path file, boolean atRest) implements Vendor {

  /// Told as to be read only, and as a name in which settings may stand.
  private static final String READ_ONLY_URI = "65";

  private static final Set<PosixFilePermission> OURS = PosixFilePermissions.fromString("rw-------");
  private static final FileAttribute<Set<PosixFilePermission>> OUR_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  Sqlite(Path file) {
    this(file, false);
  }

  /// The same, to be looked into: where nobody has it open, as a file that does not change.
  Sqlite toLook() {
    return new Sqlite(file, !isOpenElsewhere());
  }

  /// Whether a write-ahead log lies beside it, as it does while somebody works.
  boolean isOpenElsewhere() {
    return Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
  }

  /// Makes file and folder for this user alone before the database writes into them; what it puts
  /// beside the file inherits the file's permissions.
  void prepare() {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null && !Files.exists(folder)) {
        Files.createDirectories(folder, OUR_FOLDER);
      }
      try {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OURS));
      } catch (FileAlreadyExistsException there) {
        Files.setPosixFilePermissions(file, OURS);
      }
    } catch (IOException failed) {
      throw new UnreachableException("the books cannot be laid out at " + file, failed);
    }
  }

  @Override
  public String folder() {
    return "sqlite";
  }

  @Override
  public String octetsType() {
    return "blob";
  }

  @Override
  public String plainOrder() {
    return "";
  }

  @Override
  public Connection openWriter() throws SQLException {
    return open("transaction_mode", "IMMEDIATE");
  }

  @Override
  public Connection openReader() throws SQLException {
    return atRest ? openAtRest() : open("open_mode", "1");
  }

  private Connection openAtRest() throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("open_mode", READ_ONLY_URI);
    return DriverManager.getConnection(
        "jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?immutable=1", settings);
  }

  private Connection open(String key, String value) throws SQLException {
    Properties settings = new Properties();
    if (key.equals("transaction_mode")) {
      settings.setProperty("journal_mode", "WAL");
      settings.setProperty("synchronous", "FULL");
    }
    settings.setProperty("busy_timeout", "10000");
    settings.setProperty("foreign_keys", "true");
    settings.setProperty("cell_size_check", "true");
    settings.setProperty(key, value);
    return DriverManager.getConnection("jdbc:sqlite:" + file, settings);
  }

  @Override
  public void takeTurn(JdbcClient sql) {
    // BEGIN IMMEDIATE has taken it.
  }

  @Override
  public Optional<String> mark(JdbcClient sql) {
    return Optional.empty();
  }

  @Override
  public boolean wasCommitted(JdbcClient sql, String mark) {
    return false;
  }

  @Override
  public List<String> complaints(JdbcClient sql, boolean whole) {
    List<String> said =
        sql.sql(whole ? "pragma integrity_check(5)" : "pragma quick_check(5)")
            .query((row, number) -> row.getString(1))
            .list();
    return said.equals(List.of("ok")) ? List.of() : said;
  }
}
