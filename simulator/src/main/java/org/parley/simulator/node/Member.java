package org.parley.simulator.node;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.SealingKeys;
import org.parley.core.exchange.carriage.Receipt;
import org.parley.core.exchange.ledger.Exchange;
import org.parley.core.exchange.ledger.Seat;
import org.parley.core.handling.Ceiling;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.journal.MerkleTree;
import org.parley.core.terms.Octets;
import org.parley.duties.DispatchParcels;
import org.parley.duties.ReceiveParcel;
import org.parley.duties.Station;
import org.parley.duties.port.Book;
import org.parley.duties.port.Courier;
import org.parley.duties.port.Doorway.ReceiptBack;
import org.parley.duties.port.UnreachableException;
import org.parley.duties.record.Journal;
import org.parley.duties.record.Restorations;
import org.parley.duties.twin.BooksInMemory;
import org.parley.duties.twin.CrashedException;
import org.parley.duties.twin.Mishap;
import org.parley.duties.twin.TwinLogSeal;
import org.parley.duties.witness.AskAgain;
import org.parley.duties.witness.SendCheckpoint;
import org.parley.formats.exchange.ReceiptReader;
import org.parley.simulator.work.Author;
import org.parley.simulator.world.Directory;
import org.parley.simulator.world.Fault;
import org.parley.simulator.world.Invariant;
import org.parley.simulator.world.Notebook;
import org.parley.simulator.world.Promise;
import org.parley.simulator.world.SkewedClock;
import org.parley.simulator.world.Surroundings;
import org.parley.simulator.world.Without;

/// A node: real duties over books that can die, a clock that can be wrong and keys that roll.
public final class Member {

  private static final int AT_ONCE = 50;
  private static final Duration WEEK = Duration.ofDays(7);

  private final Surroundings world;
  private final Seat seat;
  private final boolean honest;
  private final BooksInMemory disk;
  private final WatchedBooks books;
  private final SealAndRing keys;
  private final SkewedClock clock;
  private final Station station;
  private final ReceiveParcel doorway;
  private final List<Courier> couriers;
  private final SendCheckpoint checkpoints;
  private DispatchParcels dispatch;
  private AskAgain asking;
  private boolean up = true;
  private boolean waiting;
  private Instant busyUntil = Instant.MIN;
  private Duration spent = Duration.ZERO;

  /// @param seat with the ceiling it truly has
  public Member(
      Surroundings world,
      Seat seat,
      boolean honest,
      SealAndRing keys,
      Exchange exchange,
      Ways ways) {
    this.world = world;
    this.seat = seat;
    this.honest = honest;
    this.keys = keys;
    this.disk =
        honest && world.plan().has(Without.FSYNC)
            ? BooksInMemory.withoutForcing()
            : new BooksInMemory();
    this.clock = new SkewedClock(world.timeline());
    this.books = new WatchedBooks(disk, this::time, world.plan());
    this.station =
        new Station(
            world.plan().has(Without.MARKINGS)
                ? new Seat(seat.node(), seat.offices(), Ceiling.of(Tlp.RED))
                : seat,
            exchange,
            world.directory(),
            books,
            world.plan().has(Without.SIGNATURES) ? new Credulous(keys.seal()) : keys.seal(),
            world.dice(),
            clock);
    TwinLogSeal log = new TwinLogSeal(Directory.logKey(keys.seal().certificates()));
    this.doorway = new ReceiveParcel(station, log);
    this.checkpoints = new SendCheckpoint(station, log);
    this.asking = new AskAgain(station);
    this.couriers = ways.from(this);
    this.dispatch = new DispatchParcels(station, couriers);
    disk.mishaps(_ -> mishap());
  }

  /// What couriers a node has.
  @FunctionalInterface
  public interface Ways {
    List<Courier> from(Member member);
  }

  public NodeId node() {
    return seat.node();
  }

  public Seat seat() {
    return seat;
  }

  public boolean isHonest() {
    return honest;
  }

  public boolean isUp() {
    return up;
  }

  public Station station() {
    return station;
  }

  public SealAndRing keys() {
    return keys;
  }

  public SkewedClock clock() {
    return clock;
  }

  public WatchedBooks watched() {
    return books;
  }

  private Instant time() {
    return station.now();
  }

  private Mishap mishap() {
    if (world.weather().strikes(Fault.CRASH_BEFORE)) {
      return Mishap.CRASH_BEFORE;
    }
    if (world.weather().strikes(Fault.CRASH_AFTER)) {
      return Mishap.CRASH_AFTER;
    }
    return world.weather().strikes(Fault.DISK_FULL) ? Mishap.DISK_FULL : Mishap.NONE;
  }

  /// Does something at this node, as far as the node lives; empty where nobody heard how it ended.
  public <T> Optional<T> attempt(Supplier<T> work) {
    if (!up) {
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } catch (CrashedException dead) {
      died(String.valueOf(dead.getMessage()));
    } catch (UnreachableException fault) {
      world.notebook().count("disk full");
    } catch (RuntimeException | StackOverflowError defect) {
      world.notebook().finding(Invariant.I0, node().toString(), Defects.told(defect));
    }
    return Optional.empty();
  }

  /// The process dies between two changes.
  public void crash() {
    if (up) {
      disk.crash();
      died("killed");
    }
  }

  private void died(String how) {
    up = false;
    world.notebook().count("crashes");
    world.timeline().tell("  %s dies: %s", node(), how);
    world
        .timeline()
        .in(
            world.dice().spread(Duration.ofSeconds(5), Duration.ofHours(4)),
            node() + " starts again",
            this::restart);
  }

  /// A new process on the same disk.
  public void restart() {
    if (!up) {
      disk.restart();
      begin();
    }
  }

  /// A new process knows nothing but what the disk holds.
  private void begin() {
    up = true;
    busyUntil = Instant.MIN;
    dispatch = new DispatchParcels(station, couriers);
    asking = new AskAgain(station);
  }

  /// All that was written so far is on disk, where it was not yet.
  public void force() {
    disk.force();
  }

  /// Notes how the journal stands.
  public void mark() {
    if (up) {
      MerkleTree tree = disk.look(book -> new Journal(book).tree());
      Notebook.Mark mark =
          disk.look(book -> new Notebook.Mark(tree.size(), new Journal(book).tree().root()));
      world.notebook().mark(node(), mark);
    }
  }

  /// What the disk holds now, for an operator to keep.
  public BooksInMemory.Snapshot backup() {
    return disk.snapshot();
  }

  /// The operator puts an older disk in its place.
  public void restore(BooksInMemory.Snapshot backup) {
    disk.restore(backup);
  }

  /// The operator brings the node back from a backup on another machine: its books are as they
  /// were, its periods' keys are in no backup and lost, and it notes that it came back. Its clock
  /// is right.
  ///
  /// @param of when the backup was made, by this node's own clock then
  public void comeBack(BooksInMemory.Snapshot backup, Instant of, Instant begin) {
    clock.skew(Duration.ZERO);
    BooksInMemory copy = BooksInMemory.from(backup);
    if (!world.plan().has(Without.RESTORED)) {
      Instant at = time();
      copy.change(book -> new Restorations(book).note(at, of));
    }
    disk.restore(copy.snapshot());
    begin();
    keys.ring().held().forEach(this::destroy);
    world.directory().withdraw(node());
    rollKeys(begin);
  }

  private void destroy(SealingKeys held) {
    keys.ring().destroy(held.period());
    world.notebook().gone(held.ecdh());
  }

  /// What the disk holds; the node is started first if it is down.
  public <T> T inspect(Function<Book, T> look) {
    restart();
    return disk.look(look);
  }

  /// A courier hands a parcel in; empty where the node died over it or its disk was full.
  public Optional<Checked<Octets>> receive(Octets parcel, ReceiptBack back) {
    Optional<Checked<Octets>> answer = attempt(() -> doorway.receive(parcel, back));
    world
        .timeline()
        .tell(
            "  %s gets %s: %s",
            node(),
            parcel.digest().brief(),
            answer.map(Member::brief).orElse("nobody hears what came of it"));
    if (answer.isPresent() && answer.get() instanceof Checked.Sound<Octets>(Octets receipt, _)) {
      promise(receipt);
    }
    return answer;
  }

  private static String brief(Checked<Octets> answer) {
    return switch (answer) {
      case Checked.Sound<Octets> sound ->
          "receipt"
              + sound.issues().stream()
                  .map(note -> ", " + note.code())
                  .collect(Collectors.joining());
      case Checked.Refused<Octets> refused -> refused.issues().getFirst().toString();
    };
  }

  private void promise(Octets signed) {
    Receipt receipt = keys.seal().claimed(signed).then(ReceiptReader::read).orThrow();
    world.notebook().count("parcels taken in");
    receipt
        .proof()
        .slip()
        .ifPresent(slip ->
            world
                .notebook()
                .promised(
                    new Promise(
                        node(),
                        Promise.Kind.DELIVERED,
                        receipt.realm(),
                        slip,
                        receipt.by().office())));
  }

  /// Hands what is due to couriers, unless it still waits for somebody who does not answer.
  public void dispatch() {
    if (busyUntil.isAfter(world.timeline().now())) {
      dispatchLater();
      return;
    }
    spent = Duration.ZERO;
    attempt(() -> dispatch.run(AT_ONCE));
    busyUntil = world.timeline().now().plus(spent);
  }

  /// Shows its log to all and asks for what is missing. A liar shows what it likes, elsewhere.
  public void watchLogs() {
    if (honest) {
      attempt(checkpoints::run);
      Author.realms().forEach(realm -> attempt(() -> asking.run(realm)));
    }
  }

  private void dispatchLater() {
    if (!waiting) {
      waiting = true;
      world
          .timeline()
          .at(
              busyUntil,
              node() + " dispatches",
              () -> {
                waiting = false;
                dispatch();
              });
    }
  }

  /// A courier has taken this long.
  public void spend(Duration time) {
    spent = spent.plus(time);
  }

  /// Makes the sealing keys of this week and the next two, tells everybody, and destroys those that
  /// ended two weeks ago.
  public void rollKeys(Instant begin) {
    long week = Math.max(0, Duration.between(begin, world.timeline().now()).dividedBy(WEEK));
    for (long each = week; each <= week + 2; each++) {
      String period = "week-" + each;
      if (keys.ring().held().stream().noneMatch(held -> held.period().equals(period))) {
        SealingKeys made =
            keys.ring()
                .create(
                    period,
                    begin.plus(WEEK.multipliedBy(each)).minus(Duration.ofDays(1)),
                    begin.plus(WEEK.multipliedBy(each + 1)).plus(Duration.ofDays(1)));
        world.directory().publish(node(), made);
      }
    }
    Instant over = world.timeline().now().minus(WEEK.multipliedBy(2));
    keys.ring().held().stream().filter(held -> held.until().isBefore(over)).forEach(this::destroy);
  }
}
