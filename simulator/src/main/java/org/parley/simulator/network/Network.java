package org.parley.simulator.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.core.directory.NodeId;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Courier.Carried;
import org.parley.duties.port.Doorway.ReceiptBack;
import org.parley.simulator.node.Member;
import org.parley.simulator.node.WatchedBooks;
import org.parley.simulator.world.Fault;
import org.parley.simulator.world.Invariant;
import org.parley.simulator.world.Surroundings;

/// The way straight from node to node: loses, doubles, delays, changes and mislays what it carries.
public final class Network {

  /// How long a sender waits for somebody who does not answer.
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration QUICK = Duration.ofMillis(80);
  private static final int REMEMBERED = 60;

  private final Surroundings world;
  private final Map<NodeId, Member> members = new LinkedHashMap<>();
  private final List<Cut> cuts = new ArrayList<>();
  private final List<Octets> seen = new ArrayList<>();
  private final Map<NodeId, Octets> lastFor = new HashMap<>();
  private final Set<NodeId> silent = new HashSet<>();

  public Network(Surroundings world) {
    this.world = world;
  }

  public void join(Member member) {
    members.put(member.node(), member);
  }

  /// The node takes connections and never answers.
  public void silence(NodeId node) {
    silent.add(node);
  }

  /// Some nodes do not reach the others for a while.
  public void cut(Set<NodeId> inside, boolean bothWays, Duration lasts, Duration flap) {
    cuts.add(
        new Cut(
            inside, bothWays, world.timeline().now(), world.timeline().now().plus(lasts), flap));
  }

  public void heal() {
    cuts.clear();
  }

  public boolean parted(NodeId from, NodeId to) {
    return cuts.stream().anyMatch(cut -> cut.parts(from, to, world.timeline().now()));
  }

  /// Carries a parcel and brings back what came of it.
  public Carried carry(Member from, NodeId to, Octets parcel) {
    remember(parcel);
    lastFor.put(to, parcel);
    world.timeline().tell("  %s sends %s to %s", from.node(), parcel.digest().brief(), to);
    Member target = members.get(to);
    if (target == null
        || !target.isUp()
        || silent.contains(to)
        || parted(from.node(), to)
        || world.weather().strikes(Fault.LOSS)) {
      from.spend(PATIENCE);
      return new Carried.Failed(false, "no answer");
    }
    if (world.weather().strikes(Fault.DELAY)) {
      from.spend(PATIENCE);
      later(target, parcel);
      return new Carried.Failed(false, "no answer in time");
    }
    from.spend(QUICK);
    Member door =
        world.weather().strikes(Fault.WRONG_DOOR)
            ? world.dice().pick(List.copyOf(members.values()))
            : target;
    Optional<Checked<Octets>> answer = door.receive(damaged(parcel), ReceiptBack.WITH_THE_ANSWER);
    if (world.weather().strikes(Fault.DOUBLING)) {
      door.receive(parcel, ReceiptBack.WITH_THE_ANSWER);
    }
    if (world.weather().strikes(Fault.REPLAY)) {
      replay();
    }
    return world.weather().strikes(Fault.ANSWER_LOSS) || parted(to, from.node())
        ? new Carried.Failed(false, "the connection broke")
        : came(answer);
  }

  private Carried came(Optional<Checked<Octets>> answer) {
    if (answer.isEmpty()) {
      return new Carried.Failed(false, "the connection broke");
    }
    return switch (answer.get()) {
      case Checked.Sound<Octets>(Octets receipt, _) ->
          new Carried.Delivered(
              world.weather().strikes(Fault.ANSWER_CORRUPTION) ? changed(receipt) : receipt);
      case Checked.Refused<Octets>(List<Issue> reasons) -> {
        world.notebook().count("refused " + reasons.getFirst().code());
        yield new Carried.Failed(false, "refused: " + reasons.getFirst().message());
      }
    };
  }

  private void later(Member target, Octets parcel) {
    world
        .timeline()
        .in(
            world.dice().spread(Duration.ofSeconds(1), Duration.ofDays(2)),
            "late parcel for " + target.node(),
            () -> target.receive(parcel, ReceiptBack.WITH_THE_ANSWER));
  }

  /// Some parcel that went before goes again, to its own door or another.
  public void replay() {
    if (!seen.isEmpty()) {
      world.notebook().count("replays");
      Octets again = world.dice().pick(seen);
      world
          .dice()
          .pick(List.copyOf(members.values()))
          .receive(
              again,
              world.dice().happens(0.5) ? ReceiptBack.WITH_THE_ANSWER : ReceiptBack.AS_A_PARCEL);
    }
  }

  /// Sees a parcel as everybody on the way can; what is sealed shows nothing.
  void remember(Octets parcel) {
    Set<String> readable = WatchedBooks.canariesIn(parcel);
    if (!readable.isEmpty()) {
      world.notebook().finding(Invariant.I4, "the network", "can read " + readable);
    }
    if (seen.size() < REMEMBERED) {
      seen.add(parcel);
    } else {
      seen.set(world.dice().below(REMEMBERED), parcel);
    }
  }

  /// The last parcel that was on its way straight to a node.
  public Optional<Octets> lastFor(Member member) {
    return Optional.ofNullable(lastFor.get(member.node()));
  }

  private Octets damaged(Octets parcel) {
    if (parcel.size() == 0) {
      return parcel;
    }
    if (world.weather().strikes(Fault.CORRUPTION)) {
      return changed(parcel);
    }
    return world.weather().strikes(Fault.TRUNCATION) ? truncated(parcel) : parcel;
  }

  Octets changed(Octets bytes) {
    byte[] changed = bytes.toArray();
    changed[world.dice().below(changed.length)] ^= (byte) (1 << world.dice().below(8));
    return Octets.of(changed);
  }

  private Octets truncated(Octets bytes) {
    return Octets.of(Arrays.copyOf(bytes.toArray(), world.dice().below(bytes.size())));
  }
}
