package org.parley.duties;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Courier;
import org.parley.duties.port.Courier.Carried;
import org.parley.duties.port.Courier.Grade;
import org.parley.duties.port.Outbox;
import org.parley.duties.post.Packing;
import org.parley.duties.post.TwoWays;

/// Hands the parcels that are due to couriers, the best way first, and notes what came of it. A
/// parcel stays in the outbox until the other node's own receipt is here, or it has been given up:
/// after thirty days, and not before a hundred tries.
public final class DispatchParcels {

  /// How long a parcel is tried at the least before it counts as undeliverable.
  public static final Duration LONGEST = Duration.ofDays(30);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final Duration IN_CUSTODY_PAUSE = Duration.ofHours(6);

  /// Fewer tries than this are no reason to give up, however much time seems to have passed: the
  /// clock may have jumped, or this node was switched off.
  private static final int LEAST_TRIES = 100;

  /// Farther ahead than any right clock has put a next try.
  private static final Duration FAR = Duration.ofDays(365_000);

  private final Station station;
  private final List<Courier> couriers;
  private final TakeReceipt takeReceipt;
  private final NoteCarriage noteCarriage;
  private final SendReceipt sendReceipt;
  private final SealAnew sealAnew;
  private final TwoWays twoWays;
  private Instant lastRun = Instant.MAX;

  public DispatchParcels(Station station, List<Courier> couriers) {
    this.station = station;
    this.couriers = couriers.stream().sorted(Comparator.comparing(Courier::grade)).toList();
    this.takeReceipt = new TakeReceipt(station);
    this.noteCarriage = new NoteCarriage(station);
    this.sendReceipt = new SendReceipt(station);
    this.sealAnew = new SealAnew(station);
    this.twoWays = new TwoWays(new Packing(station.node(), station.seal(), station.counterparts()));
  }

  /// Tries what is due, each parcel once; says how many were tried.
  public int run(int atMost) {
    Instant now = station.now();
    if (station.books().look(book -> sendReceipt.canGo(book, now))) {
      station
          .books()
          .change(book -> {
            sendReceipt.goOn(book, now);
            return now;
          });
    }
    if (now.isBefore(lastRun)) {
      putForward(now);
    }
    lastRun = now;
    List<Outbox.Waiting> due = station.books().look(book -> book.outbox().due(now, atMost));
    due.forEach(this::attempt);
    return due.size();
  }

  /// Tries all that waits, due or not, each parcel once: somebody is going now.
  public int runAll() {
    List<Outbox.Waiting> all = all();
    all.forEach(this::attempt);
    return all.size();
  }

  private List<Outbox.Waiting> all() {
    Instant farthest = station.now().plus(FAR);
    return station.books().look(book -> book.outbox().due(farthest, Integer.MAX_VALUE));
  }

  /// At the first run, and whenever the clock was set back: what a wrong clock has put off farther
  /// than any pause lasts is due now.
  private void putForward(Instant now) {
    Instant latest = now.plus(IN_CUSTODY_PAUSE);
    List<Outbox.Waiting> far =
        all().stream().filter(waiting -> waiting.next().isAfter(latest)).toList();
    if (!far.isEmpty()) {
      station
          .books()
          .change(book -> {
            far.forEach(each ->
                book.outbox()
                    .tried(each.parcel().parcel(), now, "put off by a clock that was wrong"));
            return now;
          });
    }
  }

  private void attempt(Outbox.Waiting due) {
    if (station.books().look(book -> station.counterparts().isOut(book, due.parcel().to()))) {
      noteCarriage.givenUp(due, "the node was removed from the network");
      return;
    }
    if (due.tries() >= LEAST_TRIES && sealAnew.begun(due).plus(LONGEST).isBefore(station.now())) {
      noteCarriage.givenUp(due, "not delivered in thirty days and a hundred tries");
      return;
    }
    Outbox.Waiting waiting = sealAnew.run(due);
    Set<Grade> reaching = reaching(waiting.parcel());
    Set<Grade> open = open(waiting.parcel(), reaching);
    String came =
        reaching.isEmpty()
            ? "no courier knows a way to the node"
            : "the way that is known was taken by its first copy";
    for (Courier courier : couriers) {
      if (!courier.reaches(waiting.parcel().to()) || !open.contains(courier.grade())) {
        continue;
      }
      Carried carried = courier.carry(waiting.parcel().to(), waiting.parcel().sealed());
      switch (carried) {
        case Carried.Delivered(Octets receipt) -> {
          carried(waiting, courier.grade(), reaching);
          Optional<String> trouble = take(waiting, receipt);
          if (trouble.isEmpty()) {
            return;
          }
          came = trouble.get();
        }
        case Carried.InCustody(Optional<Octets> custody) -> {
          carried(waiting, courier.grade(), reaching);
          noteCarriage.inCustody(waiting, courier.grade(), custody, afterCustody(waiting));
          return;
        }
        case Carried.Failed(_, String why) -> came = why;
      }
    }
    note(waiting, came);
  }

  private Set<Grade> reaching(Outbox.Parcel parcel) {
    return couriers.stream()
        .filter(courier -> courier.reaches(parcel.to()))
        .map(Courier::grade)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Set<Grade> open(Outbox.Parcel parcel, Set<Grade> reaching) {
    return station.books().look(book -> twoWays.open(book, parcel, reaching, station.now()));
  }

  private void carried(Outbox.Waiting waiting, Grade by, Set<Grade> reaching) {
    Outbox.Parcel parcel = waiting.parcel();
    if (station.books().look(book -> twoWays.concerns(book, parcel))) {
      station
          .books()
          .change(book -> {
            twoWays.carried(book, parcel, by, reaching, station.now());
            return parcel;
          });
    }
  }

  /// Empty where the receipt was taken; otherwise what is wrong with it.
  private Optional<String> take(Outbox.Waiting waiting, Octets receipt) {
    Checked<Digest> taken = takeReceipt.run(waiting.parcel().to(), receipt);
    return taken instanceof Checked.Refused<Digest>(List<Issue> reasons)
        ? Optional.of("its receipt does not count: " + reasons.getFirst().message())
        : Optional.empty();
  }

  private void note(Outbox.Waiting waiting, String came) {
    Instant next = station.now().plus(pause(waiting.tries()));
    station
        .books()
        .change(book -> {
          book.outbox().tried(waiting.parcel().parcel(), next, came);
          return next;
        });
  }

  private Instant afterCustody(Outbox.Waiting waiting) {
    return station.now().plus(IN_CUSTODY_PAUSE);
  }

  /// Twice as long after each try, from two seconds, in which a node that was killed is back, to an
  /// hour.
  static Duration pause(int tries) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, 11));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
