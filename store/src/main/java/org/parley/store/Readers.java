package org.parley.store;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;

/// A few connections that only read, opened when they are first needed.
final class Readers implements AutoCloseable {

  private static final int MOST = 4;

  private final Vendor vendor;
  private final Semaphore free = new Semaphore(MOST, true);
  private final ConcurrentLinkedDeque<Desk> idle = new ConcurrentLinkedDeque<>();

  Readers(Vendor vendor) {
    this.vendor = vendor;
  }

  /// Works on one state of the books, from the first read to the last.
  <T> T at(Function<Desk, T> work) {
    free.acquireUninterruptibly();
    try {
      Desk desk = idle.poll();
      if (desk == null) {
        desk = new Desk(vendor.openReader());
      }
      try {
        desk.begin();
        return work.apply(desk);
      } finally {
        desk.rollBack();
        giveBack(desk);
      }
    } catch (SQLException | DataAccessException failed) {
      throw SqlBooks.unreachable("the books cannot be read", failed);
    } finally {
      free.release();
    }
  }

  private void giveBack(Desk desk) {
    if (desk.isBroken()) {
      desk.close();
    } else {
      idle.push(desk);
    }
  }

  @Override
  public void close() {
    for (Desk desk = idle.poll(); desk != null; desk = idle.poll()) {
      desk.close();
    }
  }
}
