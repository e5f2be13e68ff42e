package org.parley.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.duties.port.Book;
import org.parley.duties.port.Books;
import org.parley.duties.port.UnreachableException;
import org.springframework.dao.DataAccessException;

/// The books in a database: one file of SQLite, or a PostgreSQL server.
///
/// One connection writes, so that the queue of changes is here and not at the database's lock;
/// looks have connections of their own and see the last whole change. Several processes may have
/// the same books open. After a fault the connection is dropped and the next change opens another.
public final class SqlBooks implements Books, AutoCloseable {

  static final String SQLITE = "jdbc:sqlite:";
  static final String POSTGRESQL = "jdbc:postgresql:";

  private final Vendor vendor;
  private final boolean toLook;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final ThreadLocal<Boolean> busy = ThreadLocal.withInitial(() -> false);
  private final Readers readers;
  private @Nullable Desk writer;

  private SqlBooks(Vendor vendor, boolean toLook) {
    this.vendor = vendor;
    this.toLook = toLook;
    this.readers = new Readers(vendor);
  }

  /// Opens the books at a JDBC URL of SQLite or PostgreSQL; new ones are laid out first. Damage is
  /// looked for, and books that are damaged do not open.
  public static SqlBooks open(String url) {
    return open(Vendor.at(url));
  }

  /// Opens the books in a file of SQLite.
  public static SqlBooks open(Path file) {
    Sqlite sqlite = new Sqlite(file);
    sqlite.prepare();
    return open(sqlite);
  }

  private static SqlBooks open(Vendor vendor) {
    SqlBooks books = new SqlBooks(vendor, false);
    try {
      Schema.BOOKS.prepare(vendor);
      books.sound(false);
      return books;
    } catch (SQLException | DataAccessException failed) {
      books.close();
      throw unreachable("the books do not open", failed);
    } catch (RuntimeException failed) {
      books.close();
      throw failed;
    }
  }

  /// Opens books that are there to look into them: nothing is laid out, brought up to date or
  /// checked, and a change is a defect.
  public static SqlBooks toLook(String url) {
    return new SqlBooks(Vendor.toLook(url), true);
  }

  private void sound(boolean everything) {
    List<String> found = damage(everything);
    if (!found.isEmpty()) {
      throw new UnreachableException("the books are damaged: " + String.join("; ", found));
    }
  }

  /// Looks at every row and every hash, however many there are; says what is damaged, nothing where
  /// all is well.
  public List<String> damage() {
    return damage(true);
  }

  private List<String> damage(boolean everything) {
    return readers.at(desk -> new Soundness(vendor, desk.sql()).check(everything));
  }

  @Override
  public <T> T change(Function<Book, T> work) {
    if (toLook) {
      throw new IllegalStateException("these books were opened to look into them");
    }
    return once(() -> {
      turn.lock();
      try {
        return changeInTurn(work);
      } finally {
        turn.unlock();
      }
    });
  }

  private <T> T changeInTurn(Function<Book, T> work) {
    Desk desk = desk();
    Session session = new Session(true);
    try {
      desk.begin();
      vendor.takeTurn(desk.sql());
      T result = work.apply(new SqlBook(desk.sql(), session));
      if (desk.isBroken()) {
        throw new UnreachableException("a write failed, so nothing of the change happened");
      }
      commit(desk);
      return result;
    } catch (SQLException | DataAccessException failed) {
      desk.rollBack();
      drop();
      throw unreachable("the books did not take the change", failed);
    } catch (Throwable failed) {
      desk.rollBack();
      if (desk.isBroken()) {
        drop();
      }
      throw failed;
    } finally {
      session.close();
    }
  }

  private void commit(Desk desk) throws SQLException {
    Optional<String> mark = vendor.mark(desk.sql());
    try {
      desk.commit();
    } catch (SQLException silent) {
      if (mark.isEmpty() || !wasCommitted(mark.get())) {
        throw silent;
      }
    }
  }

  /// Asks on a new connection what became of a commit whose answer did not come.
  private boolean wasCommitted(String mark) {
    drop();
    return vendor.wasCommitted(desk().sql(), mark);
  }

  @Override
  public <T> T look(Function<Book, T> work) {
    return once(() ->
        readers.at(desk -> {
          Session session = new Session(false);
          try {
            return work.apply(new SqlBook(desk.sql(), session));
          } finally {
            session.close();
          }
        }));
  }

  private <T> T once(Supplier<T> work) {
    if (busy.get()) {
      throw new IllegalStateException("changes and looks do not stand inside one another");
    }
    busy.set(true);
    try {
      return work.get();
    } finally {
      busy.remove();
    }
  }

  private Desk desk() {
    Desk there = writer;
    if (there == null) {
      try {
        there = new Desk(vendor.openWriter());
      } catch (SQLException failed) {
        throw unreachable("the books do not open", failed);
      }
      writer = there;
    }
    return there;
  }

  private void drop() {
    Desk there = writer;
    if (there != null) {
      there.close();
      writer = null;
      // What broke this connection has likely broken the others.
      readers.close();
    }
  }

  static UnreachableException unreachable(String what, Exception cause) {
    return new UnreachableException(what + ": " + cause.getMessage(), cause);
  }

  @Override
  public void close() {
    turn.lock();
    try {
      drop();
      readers.close();
    } finally {
      turn.unlock();
    }
  }
}
