package org.parley.couriers.relay;

import java.util.concurrent.atomic.AtomicLong;
import org.parley.core.terms.Digest;

/// What the operator of a relay may know: counts, and in the log the first eight digits of a
/// digest, so that one mailbox's trouble can be told from another's.
final class RelayMetrics {

  private static final System.Logger LOG = System.getLogger(RelayServer.class.getName());

  private final AtomicLong deposited = new AtomicLong();
  private final AtomicLong octets = new AtomicLong();
  private final AtomicLong collected = new AtomicLong();
  private final AtomicLong confirmed = new AtomicLong();
  private final AtomicLong expired = new AtomicLong();
  private final AtomicLong turnedAway = new AtomicLong();
  private final AtomicLong faults = new AtomicLong();

  void deposited(Digest mailbox, long size) {
    deposited.incrementAndGet();
    octets.addAndGet(size);
    log("relay.deposited", mailbox, size);
  }

  void collected(Digest mailbox, long size) {
    collected.incrementAndGet();
    log("relay.collected", mailbox, size);
  }

  void confirmed(Digest mailbox) {
    confirmed.incrementAndGet();
    log("relay.confirmed", mailbox, 0);
  }

  private static void log(String event, Digest mailbox, long size) {
    LOG.log(
        System.Logger.Level.DEBUG,
        () -> event + " mailbox=" + mailbox.hex().substring(0, 8) + " octets=" + size);
  }

  void expired(int parcels) {
    expired.addAndGet(parcels);
  }

  void turnedAway() {
    turnedAway.incrementAndGet();
  }

  void fault(String kind) {
    faults.incrementAndGet();
    LOG.log(System.Logger.Level.WARNING, "relay.fault kind=" + kind);
  }

  String text(int waiting) {
    return """
    relay_deposited_total %d
    relay_deposited_octets_total %d
    relay_collected_total %d
    relay_confirmed_total %d
    relay_expired_total %d
    relay_turned_away_total %d
    relay_faults_total %d
    relay_waiting %d
    """
        .formatted(
            deposited.get(),
            octets.get(),
            collected.get(),
            confirmed.get(),
            expired.get(),
            turnedAway.get(),
            faults.get(),
            waiting);
  }
}
