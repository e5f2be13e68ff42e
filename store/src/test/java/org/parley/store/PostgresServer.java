package org.parley.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/// A PostgreSQL of the tests' own, started once for all of them and stopped with the JVM.
public final class PostgresServer {

  private static final AtomicInteger MADE = new AtomicInteger();
  private static EmbeddedPostgres server;
  private static String whyNot = "";

  private PostgresServer() {}

  /// The URL of a new, empty database; where no server starts, the test is skipped and says why.
  public static synchronized String newDatabase() {
    start();
    Assumptions.assumeTrue(whyNot.isEmpty(), whyNot);
    String name = "books" + MADE.incrementAndGet();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return server.getJdbcUrl("postgres", name);
  }

  private static void start() {
    if (server != null || !whyNot.isEmpty()) {
      return;
    }
    try {
      Path data = Files.createTempDirectory("parley-postgres");
      server =
          EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(true).start();
    } catch (IOException | RuntimeException failed) {
      whyNot = "no PostgreSQL starts here: " + failed.getMessage();
      System.out.println("Skipped: " + whyNot);
    }
  }
}
