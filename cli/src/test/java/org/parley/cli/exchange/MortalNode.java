package org.parley.cli.exchange;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.parley.cli.Parley;

/**
 * The command line as a process that dies at a given change of its books, as by signal 9: no hook
 * runs and nothing is flushed. It stands between the program and the database, so the program
 * itself knows nothing of it.
 */
final class MortalNode {

  /** The exit status of a process that died as it was told. */
  static final int DIED = 137;

  private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(3);

  private MortalNode() {}

  /** When it dies. */
  enum When {
    /** With the change made and not yet committed. */
    BEFORE,
    /** With the change on disk, and nobody told. */
    AFTER,
    /** After it has told everybody of a change that its disk never had: a disk that lies. */
    LYING
  }

  /** First when and at which change, counted from 1; the rest goes to the command line. */
  public static void main(String[] args) throws SQLException {
    When when = When.valueOf(args[0].toUpperCase(Locale.ROOT));
    Driver real = DriverManager.getDriver("jdbc:sqlite:");
    DriverManager.deregisterDriver(real);
    DriverManager.registerDriver(new Between(real, when, Integer.parseInt(args[1])));
    String[] rest = Arrays.copyOfRange(args, 2, args.length);
    System.exit(Parley.commandLine().execute(rest));
  }

  private record Between(Driver real, When when, int at, AtomicInteger commits) implements Driver {

    Between(Driver real, When when, int at) {
      this(real, when, at, new AtomicInteger());
    }

    @Override
    public Connection connect(String url, Properties settings) throws SQLException {
      Connection connection = real.connect(url, settings);
      return (Connection)
          Proxy.newProxyInstance(
              MortalNode.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (_, method, values) -> {
                try {
                  if (method.getName().equals("commit") && commits.incrementAndGet() == at) {
                    die(connection);
                    return null;
                  }
                  return method.invoke(connection, values);
                } catch (InvocationTargetException failed) {
                  throw failed.getCause();
                }
              });
    }

    private void die(Connection connection) throws SQLException {
      switch (when) {
        case BEFORE -> Runtime.getRuntime().halt(DIED);
        case AFTER -> {
          connection.commit();
          Runtime.getRuntime().halt(DIED);
        }
        case LYING -> {
          connection.rollback();
          Thread.ofPlatform().start(() -> haltIn(TIME_TO_ANSWER));
        }
      }
    }

    private static void haltIn(Duration time) {
      try {
        Thread.sleep(time);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      Runtime.getRuntime().halt(DIED);
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
      return real.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties settings)
        throws SQLException {
      return real.getPropertyInfo(url, settings);
    }

    @Override
    public int getMajorVersion() {
      return real.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
      return real.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
      return real.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() {
      return Logger.getLogger("org.sqlite");
    }
  }
}
