package org.parley.store.people;

import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.core.terms.Realm;
import org.parley.duties.port.People;
import org.parley.duties.port.Register;
import org.parley.duties.port.UnreachableException;
import org.parley.store.Desk;
import org.parley.store.Schema;
import org.parley.store.Vendor;
import org.springframework.dao.DataAccessException;

/// The people of a node in a database: one file of SQLite, or a PostgreSQL server.
///
/// One connection serves changes and looks in turn: each takes well under a millisecond. After a
/// fault it is dropped and the next one opens another.
public final class SqlPeople implements People, AutoCloseable {

  private final Vendor vendor;
  private final Realm realm;
  private final ReentrantLock turn = new ReentrantLock(true);
  private @Nullable Desk desk;

  private SqlPeople(Vendor vendor, Realm realm) {
    this.vendor = vendor;
    this.realm = realm;
  }

  /// Opens the people at a JDBC URL of SQLite or PostgreSQL; new tables are laid out first.
  ///
  /// @param realm the node's; it stands in every row that outlives an account
  public static SqlPeople open(String url, Realm realm) {
    SqlPeople people = new SqlPeople(Vendor.at(url), realm);
    try {
      Schema.PEOPLE.prepare(people.vendor);
      return people;
    } catch (SQLException failed) {
      throw unreachable("the people's tables do not open", failed);
    }
  }

  @Override
  public <T> T change(Function<Register, T> work) {
    return inTurn(work, true);
  }

  @Override
  public <T> T look(Function<Register, T> work) {
    return inTurn(work, false);
  }

  private <T> T inTurn(Function<Register, T> work, boolean writing) {
    if (turn.isHeldByCurrentThread()) {
      throw new IllegalStateException("changes and looks do not stand inside one another");
    }
    turn.lock();
    try {
      return at(open(), work, writing);
    } finally {
      turn.unlock();
    }
  }

  private <T> T at(Desk there, Function<Register, T> work, boolean writing) {
    SqlRegister register = new SqlRegister(there.sql(), realm.word(), writing);
    try {
      there.begin();
      if (writing) {
        vendor.takeTurn(there.sql());
      }
      T result = work.apply(register);
      if (there.isBroken()) {
        throw new UnreachableException("a write failed, so nothing of the change happened");
      }
      if (writing) {
        there.commit();
      } else {
        there.rollBack();
      }
      return result;
    } catch (SQLException | DataAccessException failed) {
      there.rollBack();
      drop();
      throw unreachable("the people's tables cannot be used", failed);
    } catch (Throwable failed) {
      there.rollBack();
      if (there.isBroken()) {
        drop();
      }
      throw failed;
    } finally {
      register.close();
    }
  }

  private Desk open() {
    Desk there = desk;
    if (there == null) {
      try {
        there = new Desk(vendor.openWriter());
      } catch (SQLException failed) {
        throw unreachable("the people's tables do not open", failed);
      }
      desk = there;
    }
    return there;
  }

  private void drop() {
    Desk there = desk;
    if (there != null) {
      there.close();
      desk = null;
    }
  }

  private static UnreachableException unreachable(String what, Exception cause) {
    return new UnreachableException(what + ": " + cause.getMessage(), cause);
  }

  @Override
  public void close() {
    turn.lock();
    try {
      drop();
    } finally {
      turn.unlock();
    }
  }
}
