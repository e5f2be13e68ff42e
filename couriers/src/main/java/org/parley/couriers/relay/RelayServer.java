package org.parley.couriers.relay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.couriers.https.Answers;
import org.parley.couriers.https.Shares;
import org.parley.couriers.https.Tls;
import org.parley.couriers.https.TlsIdentity;
import org.parley.couriers.relay.Shelf.Item;
import org.parley.duties.port.Doorway;
import org.parley.duties.port.UnreachableException;

/// A blind relay: takes sealed parcels in for mailboxes, holds them on disk, hands them to whoever
/// may empty the mailbox, and forgets them when that is confirmed or thirty days are over.
///
/// It asks nobody for a certificate and knows nobody by name. A wrong key and a mailbox that does
/// not exist get the same answer.
public final class RelayServer implements AutoCloseable {

  static final String DEPOSITOR = "Parley-Depositor";
  static final String COLLECT = "Parley-Collect";
  static final String NUMBER = "Parley-Number";
  static final String PARCEL = "Parley-Parcel";

  private static final int STEPS_PER_KEY = 320;

  private final HttpsServer server;
  private final TlsIdentity ours;
  private final Depot depot;
  private final Quota quota;
  private final InstantSource clock;
  private final RelayMetrics metrics = new RelayMetrics();
  private final Shares<Digest> shares = new Shares<>(STEPS_PER_KEY);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService broom;

  private RelayServer(
      HttpsServer server, TlsIdentity ours, Depot depot, Quota quota, InstantSource clock) {
    this.server = server;
    this.ours = ours;
    this.depot = depot;
    this.quota = quota;
    this.clock = clock;
    this.broom =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("relay-broom").factory());
  }

  /// Opens a relay over a folder, which may hold what an earlier one left.
  ///
  /// @param at port 0 for any free one
  public static RelayServer open(
      InetSocketAddress at, TlsIdentity ours, Path folder, Quota quota, InstantSource clock) {
    try {
      RelayServer relay =
          new RelayServer(Tls.openServer(at, ours), ours, new Depot(folder, quota), quota, clock);
      relay.sweep();
      relay.broom.scheduleWithFixedDelay(relay::sweep, 1, 1, TimeUnit.HOURS);
      relay.server.setExecutor(relay.threads);
      relay.server.createContext("/", relay::answer);
      relay.server.start();
      return relay;
    } catch (IOException failed) {
      throw new UnreachableException("the relay does not open at " + at, failed);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /// Counts since the start, for the operator: no mailbox, no depositor, no content.
  public String metrics() {
    return metrics.text(depot.waiting());
  }

  /// Throws away what has waited too long.
  void sweep() {
    try {
      metrics.expired(depot.expire(clock.instant()));
    } catch (IOException failed) {
      metrics.fault("sweep");
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    broom.shutdownNow();
  }

  private void answer(HttpExchange exchange) {
    try (exchange) {
      String[] path = exchange.getRequestURI().getPath().split("/", -1);
      Optional<Digest> mailbox =
          path.length >= 3 && path[1].equals("mailboxes")
              ? Capability.parse(path[2]).map(Capability::digest)
              : Optional.empty();
      if (mailbox.isEmpty()) {
        absent(exchange);
      } else if (path.length == 3 && exchange.getRequestMethod().equals("POST")) {
        deposit(exchange, mailbox.get());
      } else if (path.length == 5 && exchange.getRequestMethod().equals("GET")) {
        collect(exchange, mailbox.get(), path);
      } else if (path.length == 5 && exchange.getRequestMethod().equals("DELETE")) {
        confirm(exchange, mailbox.get(), path);
      } else {
        absent(exchange);
      }
    } catch (IOException gone) {
      metrics.fault("gone");
    } catch (RuntimeException defect) {
      metrics.fault("defect " + defect.getClass().getName());
    }
  }

  private void absent(HttpExchange exchange) throws IOException {
    metrics.turnedAway();
    Answers.say(exchange, 404, "nothing-here");
  }

  private Optional<Capability> key(HttpExchange exchange, String header) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(header))
        .flatMap(Capability::parse);
  }

  private void deposit(HttpExchange exchange, Digest mailbox) throws IOException {
    Optional<Capability> depositor = key(exchange, DEPOSITOR).filter(depot::knows);
    Optional<Shelf> shelf = depot.shelf(mailbox);
    OptionalLong length = Answers.length(exchange);
    if (depositor.isEmpty() || shelf.isEmpty()) {
      absent(exchange);
    } else if (length.isEmpty()) {
      Answers.say(exchange, 411, "length-needed");
    } else if (length.getAsLong() > Doorway.LARGEST_PARCEL) {
      Answers.say(exchange, 413, "too-large");
    } else if (!shelf.get().hasRoom(length.getAsLong(), quota)) {
      Answers.say(exchange, 507, "mailbox-full");
    } else if (!depot.count(depositor.get(), length.getAsLong(), clock.instant())) {
      Answers.say(exchange, 429, "enough-for-today");
    } else {
      Shelf there = shelf.get();
      boolean room =
          shares.within(
              depositor.get().digest(),
              length.getAsLong(),
              () -> takeIn(exchange, mailbox, there, (int) length.getAsLong()));
      if (!room) {
        Answers.busy(exchange, 1);
      }
    }
  }

  private void takeIn(HttpExchange exchange, Digest mailbox, Shelf shelf, int length) {
    try {
      byte[] body = exchange.getRequestBody().readNBytes(length + 1);
      if (body.length != length) {
        Answers.say(exchange, 400, "cut-short");
        return;
      }
      Item item;
      try {
        item = shelf.put(Octets.of(body), clock.instant());
      } catch (IOException full) {
        metrics.fault("disk");
        Answers.busy(exchange, 300);
        return;
      }
      Instant until = item.at().plus(quota.kept());
      metrics.deposited(mailbox, length);
      Answers.send(
          exchange,
          201,
          new Custody(item.digest(), mailbox, item.at(), until).signed(ours.key()).toArray());
    } catch (IOException gone) {
      metrics.fault("gone");
    }
  }

  private void collect(HttpExchange exchange, Digest mailbox, String[] path) throws IOException {
    if (!path[3].equals("after")
        || !path[4].matches("[0-9]{1,18}")
        || !mayCollect(exchange, mailbox)) {
      absent(exchange);
      return;
    }
    Shelf shelf = depot.shelf(mailbox).orElseThrow();
    long after = Long.parseLong(path[4]);
    for (Optional<Item> next = shelf.after(after);
        next.isPresent();
        next = shelf.after(next.get().number())) {
      Optional<Octets> parcel = shelf.read(next.get());
      if (parcel.isPresent()) {
        exchange.getResponseHeaders().set(NUMBER, Long.toString(next.get().number()));
        exchange.getResponseHeaders().set(PARCEL, next.get().digest().hex());
        metrics.collected(mailbox, parcel.get().size());
        Answers.send(exchange, 200, parcel.get().toArray());
        return;
      }
      metrics.fault("damaged");
    }
    exchange.sendResponseHeaders(204, -1);
  }

  private boolean mayCollect(HttpExchange exchange, Digest mailbox) throws IOException {
    Optional<Capability> collect = key(exchange, COLLECT);
    return collect.isPresent() && depot.mayCollect(mailbox, collect.get());
  }

  private void confirm(HttpExchange exchange, Digest mailbox, String[] path) throws IOException {
    if (!path[3].matches("[0-9]{1,18}")
        || !path[4].matches("[0-9a-f]{64}")
        || !mayCollect(exchange, mailbox)) {
      absent(exchange);
      return;
    }
    depot.shelf(mailbox).orElseThrow().remove(Long.parseLong(path[3]), new Digest(path[4]));
    metrics.confirmed(mailbox);
    exchange.sendResponseHeaders(204, -1);
  }
}
