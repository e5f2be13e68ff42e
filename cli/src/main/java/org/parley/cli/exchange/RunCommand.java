package org.parley.cli.exchange;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.cli.exchange.node.MailEnds;
import org.parley.cli.exchange.node.NodeHome;
import org.parley.cli.exchange.node.PeersOfDirectory;
import org.parley.cli.exchange.node.RelayEnds;
import org.parley.core.terms.Realm;
import org.parley.couriers.https.HttpsCourier;
import org.parley.couriers.https.HttpsDoor;
import org.parley.couriers.https.Patience;
import org.parley.duties.DispatchParcels;
import org.parley.duties.ReceiveParcel;
import org.parley.duties.WatchTimes;
import org.parley.duties.port.Courier;
import org.parley.duties.port.UnreachableException;
import org.parley.duties.witness.AskAgain;
import org.parley.duties.witness.SendCheckpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs the node: takes parcels in, and carries what is due, until it is stopped.
@Command(
    name = "run",
    description =
        "Runs the node: takes parcels in at its door and carries what is due, until stopped.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  private static final int AT_ONCE = 100;
  private static final Duration BEAT = Duration.ofMillis(500);
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration WATCH_FIRST = Duration.ofMinutes(1);
  private static final Duration WATCH = Duration.ofMinutes(10);
  private static final Duration HOURLY = Duration.ofHours(1);

  @Mixin private final Talk talk = new Talk();
  @Mixin private final At at = new At();

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      description = "Stop by itself after so long, such as PT30S.")
  private Optional<Duration> limit = Optional.empty();

  @Option(
      names = "--once",
      description = "Carry what is due, empty our mailbox at the relay, and stop.")
  private boolean once;

  private Optional<String> trouble = Optional.empty();
  private final CountDownLatch stopped = new CountDownLatch(1);

  @Override
  public Integer call() {
    return at.run(talk, this::serve);
  }

  private int serve(NodeHome home) {
    home.publish();
    PeersOfDirectory peers = new PeersOfDirectory(home);
    try (HttpsCourier https = new HttpsCourier(home.tls(), peers, Patience.USUAL);
        RelayEnds relay = new RelayEnds(home)) {
      MailEnds mail = new MailEnds(home);
      List<Courier> ways =
          Stream.of(Optional.of(https), relay.courier(), mail.courier())
              .<Courier>flatMap(Optional::stream)
              .toList();
      DispatchParcels dispatch = new DispatchParcels(home.station(), ways);
      if (once) {
        dispatch.run(AT_ONCE);
        collect(relay, mail);
        dispatch.run(AT_ONCE);
        return ExitStatus.OK;
      }
      try (Door door = new Door(home, peers)) {
        talk.out().println(home.settings().node() + " is running" + door.where());
        talk.out().flush();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        beat(home, dispatch, () -> collect(relay, mail));
        return ExitStatus.OK;
      }
    } finally {
      ended.countDown();
    }
  }

  private final CountDownLatch ended = new CountDownLatch(1);

  /// Lets the beat end, and waits until the books are closed.
  private void stop() {
    stopped.countDown();
    try {
      boolean _ = ended.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void beat(NodeHome home, DispatchParcels dispatch, Runnable collect) {
    Instant end = limit.map(home.station().now()::plus).orElse(Instant.MAX);
    Instant publish = home.station().now().plus(HOURLY);
    Instant poll = Instant.MIN;
    Instant watch = home.station().now().plus(WATCH_FIRST);
    SendCheckpoint checkpoints = new SendCheckpoint(home.station(), home.log());
    AskAgain ask = new AskAgain(home.station());
    while (home.station().now().isBefore(end) && !rested()) {
      try {
        dispatch.run(AT_ONCE);
        if (!home.station().now().isBefore(poll)) {
          collect.run();
          poll = home.station().now().plus(POLL);
        }
        if (home.station().now().isAfter(watch)) {
          checkpoints.run();
          ask.run(new Realm.Real());
          watch = home.station().now().plus(WATCH);
        }
        if (home.station().now().isAfter(publish)) {
          home.publish();
          new WatchTimes(home.station()).run(new Realm.Real());
          publish = home.station().now().plus(HOURLY);
        }
      } catch (UnreachableException fault) {
        talk.complain(fault.getMessage() + "; trying again");
      }
    }
  }

  /// Empties our mailboxes; tells once why it could not, and again when the reason changes.
  private void collect(RelayEnds relay, MailEnds mail) {
    Optional<String> why =
        relay
            .collect(AT_ONCE)
            .map(words -> "our mailbox at the relay is not empty: " + words)
            .or(mail::collect);
    if (!why.equals(trouble)) {
      why.ifPresent(talk::complain);
      trouble = why;
    }
  }

  /// Rests one beat; says whether it was stopped meanwhile.
  private boolean rested() {
    try {
      return stopped.await(BEAT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /// The node's own door, where it has one.
  private static final class Door implements AutoCloseable {

    private final Optional<HttpsDoor> door;

    Door(NodeHome home, PeersOfDirectory peers) {
      this.door =
          home.settings()
              .door()
              .map(where ->
                  HttpsDoor.open(
                      new InetSocketAddress(where.host(), where.port()),
                      home.tls(),
                      peers,
                      new ReceiveParcel(home.station(), home.log())));
    }

    String where() {
      return door.map(open -> ", its door is port " + open.port()).orElse("");
    }

    @Override
    public void close() {
      door.ifPresent(HttpsDoor::close);
    }
  }
}
