package org.parley.duties.twin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.parley.duties.port.Book;
import org.parley.duties.port.Books;
import org.parley.duties.port.UnreachableException;

/// Books in memory that keep the whole contract, and fail when told to.
///
/// What a disk would hold is told apart from what a process holds: a crash leaves the books dead
/// until [#restart], and without forcing it takes with it every change since the last [#force].
public final class BooksInMemory implements Books {

  private final ReentrantLock lock = new ReentrantLock();
  private final boolean forcing;
  private final Deque<Runnable> unforced = new ArrayDeque<>();
  private Shelves shelves;
  private LongFunction<Mishap> mishaps = change -> Mishap.NONE;
  private long changes;
  private boolean dead;

  private BooksInMemory(Shelves shelves, boolean forcing) {
    this.shelves = shelves;
    this.forcing = forcing;
  }

  /// Empty books.
  public BooksInMemory() {
    this(new Shelves(), true);
  }

  /// Empty books that break the contract: a change returns before it is forced to disk. A test that
  /// does not notice is blind.
  public static BooksInMemory withoutForcing() {
    return new BooksInMemory(new Shelves(), false);
  }

  /// Books as they were when the snapshot was taken, as from a backup.
  public static BooksInMemory from(Snapshot snapshot) {
    return new BooksInMemory(new Shelves(snapshot.shelves), true);
  }

  /// From now on asks this, for each change by its number counted from 1, what befalls it.
  public void mishaps(LongFunction<Mishap> plan) {
    doing(() -> mishaps = plan);
  }

  /// How many changes were begun, failed ones too.
  public long changes() {
    return locked(() -> changes);
  }

  @Override
  public <T> T change(Function<Book, T> work) {
    return locked(() -> {
      alive();
      changes++;
      Mishap mishap = mishaps.apply(changes);
      Session session = new Session(true);
      T result;
      try {
        result = work.apply(new BookInMemory(shelves, session));
        befallBefore(mishap);
      } catch (Throwable failed) {
        Session.takeBack(session.close());
        throw failed;
      }
      keep(session.close());
      if (mishap == Mishap.CRASH_AFTER) {
        die();
      }
      return result;
    });
  }

  private void befallBefore(Mishap mishap) {
    if (mishap == Mishap.DISK_FULL) {
      throw new UnreachableException("the disk is full");
    }
    if (mishap == Mishap.CRASH_BEFORE) {
      die();
    }
  }

  private void keep(Deque<Runnable> undo) {
    if (!forcing) {
      undo.descendingIterator().forEachRemaining(unforced::push);
    }
  }

  private void die() {
    dead = true;
    throw new CrashedException("the process died at change " + changes);
  }

  @Override
  public <T> T look(Function<Book, T> work) {
    return locked(() -> {
      alive();
      Session session = new Session(false);
      try {
        return work.apply(new BookInMemory(shelves, session));
      } finally {
        session.close();
      }
    });
  }

  private void alive() {
    if (dead) {
      throw new CrashedException("the process is dead");
    }
  }

  /// Forces to disk what was not forced yet.
  public void force() {
    doing(unforced::clear);
  }

  /// The process dies between two changes.
  public void crash() {
    doing(() -> dead = true);
  }

  /// A new process opens what the disk still holds.
  public void restart() {
    doing(() -> {
      Session.takeBack(unforced);
      dead = false;
    });
  }

  /// What the disk holds, for a backup or a comparison.
  public Snapshot snapshot() {
    return locked(() -> new Snapshot(new Shelves(shelves)));
  }

  /// Puts back what the disk held when the snapshot was taken, as an operator would.
  public void restore(Snapshot snapshot) {
    doing(() -> {
      shelves = new Shelves(snapshot.shelves);
      unforced.clear();
      dead = false;
    });
  }

  private void doing(Runnable work) {
    locked(() -> {
      work.run();
      return true;
    });
  }

  private <T> T locked(Supplier<T> work) {
    if (lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("changes and looks do not stand inside one another");
    }
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /// Books at one moment, to be restored any number of times.
  public static final class Snapshot {

    private final Shelves shelves;

    private Snapshot(Shelves shelves) {
      this.shelves = shelves;
    }
  }
}
