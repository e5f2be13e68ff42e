package org.parley.duties.twin.network;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.parley.core.directory.NodeId;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Courier.Carried;
import org.parley.duties.port.Courier.Grade;
import org.parley.duties.port.Doorway;
import org.parley.duties.port.Doorway.ReceiptBack;
import org.parley.duties.port.UnreachableException;
import org.parley.duties.twin.CrashedException;

/// A network in memory, for one thread: everything that goes wrong on it is drawn from one source
/// of chance, so that a seed tells the whole story.
///
/// A direct courier's parcel arrives while the sender waits, or later, without it. A relay's parcel
/// always arrives later, in [#deliverDue], and is offered again while the door does not answer.
public final class InMemoryNetwork {

  /// How long a relay keeps what nobody takes.
  private static final Duration KEPT = Duration.ofDays(30);

  private final RandomGenerator chance;
  private final InstantSource clock;
  private final Map<NodeId, Doorway> doors = new HashMap<>();
  private final Set<NodeId> known = new HashSet<>();
  private final Map<Link, Weather> weather = new HashMap<>();
  private final Set<Link> cut = new HashSet<>();
  private final TreeMap<Due, Parcel> underWay = new TreeMap<>();
  private Weather everywhere = Weather.FAIR;
  private long sent;

  public InMemoryNetwork(RandomGenerator chance, InstantSource clock) {
    this.chance = chance;
    this.clock = clock;
  }

  /// Opens a node's door, in place of one it had.
  public void join(NodeId node, Doorway door) {
    known.add(node);
    doors.put(node, door);
  }

  /// Shuts a node's door; what is under way to it is lost unless the node joins again in time.
  public void leave(NodeId node) {
    doors.remove(node);
  }

  /// The weather on every link that has none of its own.
  public void weather(Weather weather) {
    everywhere = weather;
  }

  public void weather(NodeId from, NodeId to, Weather own) {
    weather.put(new Link(from, to), own);
  }

  /// Lets nothing more pass from one node to another; the way back is a link of its own.
  public void cut(NodeId from, NodeId to) {
    cut.add(new Link(from, to));
  }

  public void mend(NodeId from, NodeId to) {
    cut.remove(new Link(from, to));
  }

  /// Mends every link and gives each the best weather.
  public void heal() {
    cut.clear();
    weather.clear();
    everywhere = Weather.FAIR;
  }

  public InMemoryCourier courier(NodeId from, Grade grade) {
    return new InMemoryCourier(this, from, grade);
  }

  boolean knows(NodeId node) {
    return known.contains(node);
  }

  Carried carryDirect(NodeId from, NodeId to, Octets parcel) {
    Link there = new Link(from, to);
    if (isCut(there) || falls(of(there).loss())) {
      return noAnswer();
    }
    if (falls(of(there).delay())) {
      send(parcel(there, parcel, ReceiptBack.WITH_THE_ANSWER), late(there));
      return noAnswer();
    }
    if (falls(of(there).doubling())) {
      send(parcel(there, parcel, ReceiptBack.WITH_THE_ANSWER), late(there));
    }
    Optional<Checked<Octets>> answer = handIn(parcel(there, parcel, ReceiptBack.WITH_THE_ANSWER));
    Link back = new Link(to, from);
    if (answer.isEmpty() || isCut(back) || falls(of(back).loss()) || falls(of(back).delay())) {
      return noAnswer();
    }
    return switch (answer.get()) {
      case Checked.Sound<Octets>(Octets receipt, _) ->
          new Carried.Delivered(perhapsCorrupted(back, receipt));
      case Checked.Refused<Octets>(var reasons) -> {
        Issue first = reasons.getFirst();
        yield new Carried.Failed(false, "refused: " + first.code().label() + " " + first.code());
      }
    };
  }

  Carried carryByRelay(NodeId from, NodeId to, Octets parcel) {
    Link there = new Link(from, to);
    if (isCut(there) || falls(of(there).loss() / 2)) {
      return noAnswer();
    }
    if (!falls(of(there).loss() / 2)) {
      send(parcel(there, parcel, ReceiptBack.AS_A_PARCEL), late(there));
    }
    if (falls(of(there).doubling())) {
      send(parcel(there, parcel, ReceiptBack.AS_A_PARCEL), late(there));
    }
    return new Carried.InCustody(Optional.empty());
  }

  /// Hands in everything that is due by now, in the order it is due.
  ///
  /// @return how many parcels were handed in
  public int deliverDue() {
    int handedIn = 0;
    Instant now = clock.instant();
    while (!underWay.isEmpty() && !underWay.firstKey().at().isAfter(now)) {
      Parcel parcel = underWay.pollFirstEntry().getValue();
      boolean took = !isCut(parcel.link()) && handIn(parcel).isPresent();
      if (took) {
        handedIn++;
      } else if (parcel.back() == ReceiptBack.AS_A_PARCEL && now.isBefore(parcel.until())) {
        send(parcel, now.plus(Duration.ofSeconds(1)).plus(lateness(parcel.link())));
      }
    }
    return handedIn;
  }

  /// When the next parcel under way is due.
  public Optional<Instant> nextDue() {
    return underWay.isEmpty() ? Optional.empty() : Optional.of(underWay.firstKey().at());
  }

  private void send(Parcel parcel, Instant due) {
    sent++;
    underWay.put(new Due(due, sent), parcel);
  }

  /// Empty where nobody answers, or the other process died over it.
  private Optional<Checked<Octets>> handIn(Parcel parcel) {
    Doorway door = doors.get(parcel.link().to());
    if (door == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          door.receive(perhapsCorrupted(parcel.link(), parcel.octets()), parcel.back()));
    } catch (UnreachableException | CrashedException fault) {
      return Optional.empty();
    }
  }

  private Octets perhapsCorrupted(Link link, Octets octets) {
    if (!falls(of(link).corruption()) || octets.size() == 0) {
      return octets;
    }
    byte[] bytes = octets.toArray();
    bytes[chance.nextInt(bytes.length)] ^= (byte) (1 << chance.nextInt(8));
    return Octets.of(bytes);
  }

  private Instant late(Link link) {
    return clock.instant().plus(lateness(link));
  }

  private Duration lateness(Link link) {
    long most = Math.max(1, of(link).longest().toMillis());
    return Duration.ofMillis(1 + chance.nextLong(most));
  }

  private Parcel parcel(Link link, Octets octets, ReceiptBack back) {
    return new Parcel(link, octets, back, clock.instant().plus(KEPT));
  }

  private Weather of(Link link) {
    return weather.getOrDefault(link, everywhere);
  }

  private boolean isCut(Link link) {
    return cut.contains(link);
  }

  private boolean falls(double probability) {
    return probability > 0 && chance.nextDouble() < probability;
  }

  private static Carried noAnswer() {
    return new Carried.Failed(false, "no answer");
  }

  private record Link(NodeId from, NodeId to) {}

  private record Parcel(Link link, Octets octets, ReceiptBack back, Instant until) {}

  private record Due(Instant at, long number) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int times = at.compareTo(other.at);
      return times != 0 ? times : Long.compare(number, other.number);
    }
  }
}
