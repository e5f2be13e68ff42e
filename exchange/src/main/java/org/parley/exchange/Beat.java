package org.parley.exchange;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parley.core.terms.Realm;
import org.parley.couriers.https.HttpsCourier;
import org.parley.couriers.https.HttpsDoor;
import org.parley.couriers.https.Patience;
import org.parley.duties.DispatchParcels;
import org.parley.duties.ReceiveParcel;
import org.parley.duties.SayAnew;
import org.parley.duties.WatchTimes;
import org.parley.duties.port.Courier;
import org.parley.duties.port.Doorway;
import org.parley.duties.port.UnreachableException;
import org.parley.duties.witness.AskAgain;
import org.parley.duties.witness.SendCheckpoint;
import org.parley.duties.witness.StampCheckpoint;

/// A node's exchange while it runs: the door at which parcels come in, and one thread that carries
/// what is due, empties mailboxes, watches proposed times and states the directory entry anew.
///
/// A fault of the world is a [Trouble], told once when it begins and gone when it has passed; the
/// beat goes on. A defect ends it, and is told too.
public final class Beat implements AutoCloseable {

  private static final int AT_ONCE = 100;
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration WATCH_FIRST = Duration.ofMinutes(1);
  private static final Duration WATCH = Duration.ofMinutes(10);
  private static final Duration TIMES = Duration.ofMinutes(1);
  private static final Duration HOURLY = Duration.ofHours(1);
  private static final Duration TO_END = Duration.ofSeconds(10);

  private final NodeHome home;
  private final Set<Realm> realms;
  private final Consumer<Trouble> told;
  private final HttpsCourier https;
  private final RelayEnds relay;
  private final MailEnds mail;
  private final DispatchParcels dispatch;
  private final Optional<HttpsDoor> door;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Map<Trouble.Where, String> troubles = new EnumMap<>(Trouble.Where.class);
  private Optional<Thread> thread = Optional.empty();
  private volatile Optional<RuntimeException> defect = Optional.empty();

  private Beat(NodeHome home, Set<Realm> realms, Consumer<Trouble> told, boolean takesIn) {
    this.home = home;
    this.realms = Set.copyOf(realms);
    this.told = told;
    home.publish();
    PeersOfDirectory peers = new PeersOfDirectory(home);
    this.https = new HttpsCourier(home.tls(), peers, Patience.USUAL);
    this.relay = new RelayEnds(home);
    this.mail = new MailEnds(home);
    List<Courier> ways =
        Stream.of(Optional.of(https), relay.courier(), mail.courier())
            .<Courier>flatMap(Optional::stream)
            .toList();
    this.dispatch = new DispatchParcels(home.station(), ways);
    this.door = takesIn ? home.settings().door().map(at -> open(at, peers)) : Optional.empty();
  }

  private HttpsDoor open(NodeSettings.Door at, PeersOfDirectory peers) {
    Doorway doorway = new ReceiveParcel(home.station(), home.log());
    try {
      return HttpsDoor.open(
          new InetSocketAddress(at.host(), at.port()), home.tls(), peers, doorway);
    } catch (RuntimeException failed) {
      relay.close();
      https.close();
      throw failed;
    }
  }

  /// Opens the node's ways and its door; nothing moves before [#start].
  ///
  /// @param realms those in which times are watched and gaps are asked for
  /// @param told hears of each trouble when it begins, from the beat's own thread
  public static Beat of(NodeHome home, Set<Realm> realms, Consumer<Trouble> told) {
    return new Beat(home, realms, told, true);
  }

  /// Carries what is due, empties mailboxes and tells others what they may not know yet of the
  /// network, once, without opening the door.
  public static void once(NodeHome home, Consumer<Trouble> told) {
    try (Beat beat = new Beat(home, Set.of(), told, false)) {
      beat.dispatch.run(AT_ONCE);
      beat.collect();
      new Membership(home).tell();
      beat.dispatch.run(AT_ONCE);
    }
  }

  /// The port of the door, where the node has one.
  public Optional<Integer> port() {
    return door.map(HttpsDoor::port);
  }

  /// Begins to beat, in a thread of its own.
  public synchronized Beat start() {
    if (thread.isEmpty()) {
      thread = Optional.of(Thread.ofPlatform().name("exchange").daemon().start(this::beats));
    }
    return this;
  }

  /// Whether it has begun and not ended.
  public synchronized boolean isRunning() {
    return thread.isPresent() && ended.getCount() > 0;
  }

  /// What is not well at this moment.
  public List<Trouble> troubles() {
    synchronized (troubles) {
      return troubles.entrySet().stream()
          .map(each -> new Trouble(each.getKey(), each.getValue()))
          .toList();
    }
  }

  /// Waits until it was stopped, or so long.
  ///
  /// @throws RuntimeException the defect that ended the beat
  public void run(Optional<Duration> limit) {
    await(limit);
    defect.ifPresent(ofOurs -> {
      throw ofOurs;
    });
  }

  private void await(Optional<Duration> limit) {
    try {
      if (limit.isEmpty()) {
        ended.await();
      } else {
        boolean _ = ended.await(limit.get().toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void beats() {
    try {
      Rounds rounds = new Rounds();
      while (!rested()) {
        round(rounds);
      }
    } catch (RuntimeException ofOurs) {
      defect = Optional.of(ofOurs);
      note(Trouble.Where.PROGRAM, Optional.of(ofOurs.getClass().getName()));
    } finally {
      ended.countDown();
    }
  }

  private void round(Rounds rounds) {
    try {
      rounds.go();
      note(Trouble.Where.BOOKS, Optional.empty());
    } catch (UnreachableException fault) {
      note(Trouble.Where.BOOKS, Optional.of(fault.getMessage() + "; trying again"));
    }
  }

  /// What is done at each beat, and what at some.
  private final class Rounds {

    private final SendCheckpoint checkpoints = new SendCheckpoint(home.station(), home.log());
    private final Membership membership = new Membership(home);
    private final AskAgain ask = new AskAgain(home.station());
    private final WatchTimes times = new WatchTimes(home.station());
    private final StampCheckpoint stamps = Stampers.of(home);
    private boolean listed;
    private Instant poll = Instant.MIN;
    private Instant watch = home.station().now().plus(WATCH_FIRST);
    private Instant lookAtTimes = Instant.MIN;
    private Instant publish = home.station().now().plus(HOURLY);

    void go() {
      if (!listed) {
        SayAnew sayAnew = new SayAnew(home.station());
        realms.forEach(sayAnew::run);
        listed = true;
      }
      dispatch.run(AT_ONCE);
      Instant now = home.station().now();
      if (!now.isBefore(poll)) {
        collect();
        poll = now.plus(POLL);
      }
      if (!now.isBefore(lookAtTimes)) {
        realms.forEach(times::run);
        note(Trouble.Where.WIRE, earlierOnTheWire());
        lookAtTimes = now.plus(TIMES);
      }
      if (now.isAfter(watch)) {
        checkpoints.run();
        membership.tell();
        realms.forEach(ask::run);
        note(Trouble.Where.STAMPS, stamps.run());
        watch = now.plus(WATCH);
      }
      if (now.isAfter(publish)) {
        home.publish();
        publish = now.plus(HOURLY);
      }
    }
  }

  private Optional<String> earlierOnTheWire() {
    return home.ownEntry().isShown()
        ? Optional.empty()
        : Optional.of(
            "the certificate was renewed, and this program shows the earlier one: restart");
  }

  private void collect() {
    note(
        Trouble.Where.RELAY,
        relay.collect(AT_ONCE).map(words -> "our mailbox at the relay is not empty: " + words));
    note(Trouble.Where.MAIL, mail.collect());
  }

  /// Notes how one place is; what is new there is told.
  private void note(Trouble.Where where, Optional<String> says) {
    Optional<String> before;
    synchronized (troubles) {
      before = Optional.ofNullable(troubles.get(where));
      says.ifPresentOrElse(words -> troubles.put(where, words), () -> troubles.remove(where));
    }
    says.filter(words -> !before.equals(Optional.of(words)))
        .ifPresent(words -> told.accept(new Trouble(where, words)));
  }

  /// Rests one beat; says whether it was stopped meanwhile.
  private boolean rested() {
    try {
      return stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /// Lets the beat under way end, then shuts the door and the ways. The books stay open.
  @Override
  public void close() {
    stopped.countDown();
    Optional<Thread> beating;
    synchronized (this) {
      beating = thread;
    }
    if (beating.isPresent()) {
      await(Optional.of(TO_END));
    }
    door.ifPresent(HttpsDoor::close);
    relay.close();
    https.close();
  }

  /// Something of the world that does not work at this moment.
  ///
  /// @param says for a person, without content or names of statements
  public record Trouble(Where where, String says) {

    /// Where it is.
    public enum Where {
      /// The node's own books or keys.
      BOOKS,
      /// Our mailbox at the relay.
      RELAY,
      /// Our mailbox for parcels by mail.
      MAIL,
      /// A time-stamp authority.
      STAMPS,
      /// What is shown on the wire.
      WIRE,
      /// The program itself: a defect.
      PROGRAM
    }
  }
}
