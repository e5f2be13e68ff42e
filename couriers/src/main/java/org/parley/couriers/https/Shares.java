package org.parley.couriers.https;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// How much of a server each peer may hold at once, so that a slow or greedy one slows itself
/// alone. Counted in steps of 64 KiB of announced length.
///
/// @param <K> by what a peer is known
public final class Shares<K> {

  private static final int STEP = 64 * 1024;

  private final int most;
  private final Map<K, Share> shares = new ConcurrentHashMap<>();

  /// @param most steps for each peer
  public Shares(int most) {
    this.most = most;
  }

  /// Runs the work if the peer has room for that many octets; otherwise says that it is busy.
  public boolean within(K peer, long octets, Runnable work) {
    int steps = (int) Math.min(most, 1 + octets / STEP);
    Semaphore room = share(peer).room();
    if (!room.tryAcquire(steps)) {
      return false;
    }
    try {
      work.run();
      return true;
    } finally {
      room.release(steps);
    }
  }

  /// Runs one work of each peer at a time: whoever queues behind, queues behind its own.
  public <T> T inTurn(K peer, Supplier<T> work) {
    Semaphore turn = share(peer).turn();
    turn.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      turn.release();
    }
  }

  private Share share(K peer) {
    return shares.computeIfAbsent(
        peer, key -> new Share(new Semaphore(most), new Semaphore(1, true)));
  }

  private record Share(Semaphore room, Semaphore turn) {}
}
