package org.parley.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.record.Journal;
import org.parley.duties.twin.TwinKeys;
import org.parley.duties.twin.TwinSeal;
import org.parley.seal.CmsSeal;
import org.parley.seal.IdentityMaker;
import org.parley.seal.SoftwareKeyRing;
import org.parley.simulator.check.Examination;
import org.parley.simulator.foe.Liar;
import org.parley.simulator.network.Network;
import org.parley.simulator.network.Relay;
import org.parley.simulator.node.Member;
import org.parley.simulator.node.OldDisk;
import org.parley.simulator.node.SealAndRing;
import org.parley.simulator.work.Clerk;
import org.parley.simulator.world.Dice;
import org.parley.simulator.world.Directory;
import org.parley.simulator.world.Notebook;
import org.parley.simulator.world.Plan;
import org.parley.simulator.world.Surroundings;
import org.parley.simulator.world.Timeline;
import org.parley.simulator.world.Weather;
import org.parley.simulator.world.Without;

/// One run: a world is made from the seed, work and trouble are strewn over some hours or weeks of
/// virtual time, in liveness runs all heals, and then everything is examined.
public final class Simulation {

  /// After healing everything between honest nodes arrives within this time.
  public static final Duration BOUND = Duration.ofHours(12);

  private static final Instant BEGIN = Instant.parse("2026-11-02T00:00:00Z");
  private static final Duration SLICE = Duration.ofMinutes(10);

  /// Everybody shows its log to everybody: in larger networks that would be all that happens.
  private static final int MOST_WATCHED = 6;

  private final Plan plan;
  private final Dice dice;
  private final Surroundings world;
  private final Network network;
  private final Relay relay;
  private final List<Member> members;
  private final Clerk clerk;
  private final Duration storm;
  private final boolean watched;
  private boolean healing;

  private Simulation(Plan plan, boolean telling) {
    this.plan = plan;
    this.dice = new Dice(plan.seed());
    this.world =
        new Surroundings(
            plan,
            new Timeline(BEGIN, telling),
            dice.apart(),
            new Weather(dice.apart()),
            new Directory(),
            new Notebook());
    this.network = new Network(world.apart());
    this.relay = new Relay(world.apart(), network);
    Population population = new Population(world, keys(plan));
    int count = plan.nodes() == 0 ? Population.count(dice) : plan.nodes();
    this.members = population.settle(count, network, relay);
    this.clerk = new Clerk(world.apart());
    this.watched = count <= MOST_WATCHED && dice.happens(0.4);
    this.storm = dice.spread(Duration.ofHours(2), Duration.ofDays(25));
  }

  private static Population.Keys keys(Plan plan) {
    return switch (plan.sealing()) {
      case TWIN -> {
        TwinKeys twins = new TwinKeys(plan.seed());
        yield node -> {
          TwinSeal seal = twins.join(node);
          return new SealAndRing(seal, seal.ring());
        };
      }
      case REAL ->
          node -> {
            SoftwareKeyRing ring = SoftwareKeyRing.inMemory();
            Instant until = BEGIN.plus(Duration.ofDays(3650));
            return new SealAndRing(
                CmsSeal.with(new IdentityMaker(node, BEGIN, until).software(), ring), ring);
          };
    };
  }

  /// Runs a plan to its end.
  public static Outcome run(Plan plan) {
    return new Simulation(plan, false).run();
  }

  /// The same, and keeps the story of its last steps.
  public static Outcome tell(Plan plan) {
    return new Simulation(plan, true).run();
  }

  private Outcome run() {
    members.forEach(member -> member.rollKeys(BEGIN));
    strewWork();
    strewTrouble();
    world.timeline().run(BEGIN.plus(storm), plan.steps());
    int steps = world.timeline().steps();
    world.timeline().forget();
    world.weather().calm();
    List<String> story = world.timeline().story();
    if (plan.isLiveness()) {
      heal();
    }
    members.forEach(this::powerCut);
    Examination.of(world, members, plan.isLiveness(), watched);
    Notebook notebook = world.notebook();
    return new Outcome(
        plan, members.size(), steps, notebook.findings(), notebook.counts(), story, print());
  }

  private Digest print() {
    String all =
        world.notebook().counts()
            + " "
            + world.timeline().now()
            + members.stream()
                .map(member -> member.inspect(book -> " " + new Journal(book).tree().root()))
                .collect(Collectors.joining());
    return Octets.of(all).digest();
  }

  /// What was not forced to disk is gone.
  private void powerCut(Member member) {
    member.crash();
    member.restart();
  }

  private void strewWork() {
    int work = dice.between(8, 25) + members.size();
    for (int each = 0; each < work; each++) {
      Member member = dice.pick(members);
      sometime(member.node() + " works", () -> clerk.work(member));
    }
    for (Member member : members) {
      int rounds = dice.between(4, 12);
      for (int each = 0; each < rounds; each++) {
        sometime(member.node() + " makes its round", () -> round(member));
      }
    }
    for (Duration at = Duration.ofDays(1); at.compareTo(storm) < 0; at = at.plusDays(1)) {
      world
          .timeline()
          .at(BEGIN.plus(at), "keys roll", () -> members.forEach(member -> member.rollKeys(BEGIN)));
    }
  }

  private void round(Member member) {
    if (watched && (healing || dice.happens(0.2))) {
      member.watchLogs();
    }
    member.dispatch();
    if (!network.parted(member.node(), member.node())) {
      relay.fetch(member);
    }
    member.mark();
    if (plan.has(Without.FSYNC) && dice.happens(0.3)) {
      member.force();
    }
  }

  private void strewTrouble() {
    many(4, () -> sometime("a node is killed", () -> dice.pick(members).crash()));
    many(4, this::strewCut);
    many(4, this::strewClock);
    if (dice.happens(0.3)) {
      many(3, this::strewRestoration);
    }
    List<Liar> liars = liars();
    if (!liars.isEmpty()) {
      many(30, () -> sometime("somebody lies", () -> dice.pick(liars).lie()));
      if (watched) {
        sometime("a log tells two stories", () -> dice.pick(liars).tellTwoHistories());
      }
    }
  }

  private List<Liar> liars() {
    return members.stream()
        .filter(member -> !member.isHonest())
        .map(member -> new Liar(world.apart(), network, member, members))
        .toList();
  }

  private void strewCut() {
    Set<NodeId> inside =
        dice.some(members, dice.between(1, members.size())).stream()
            .map(Member::node)
            .collect(Collectors.toSet());
    boolean bothWays = dice.happens(0.5);
    Duration lasts = dice.spread(Duration.ofMinutes(1), storm);
    Duration flap =
        dice.happens(0.3) ? dice.upTo(Duration.ofHours(1)).plusSeconds(1) : Duration.ZERO;
    sometime("the network parts", () -> network.cut(inside, bothWays, lasts, flap));
  }

  /// A clock goes wrong by anything from seconds to ten years, and mostly is set right again.
  private void strewClock() {
    Member member = dice.pick(members);
    Duration wrong = dice.spread(Duration.ofSeconds(1), Duration.ofDays(3650));
    Duration skew = dice.happens(0.5) ? wrong : wrong.negated();
    sometime(
        "the clock of " + member.node() + " jumps by " + skew, () -> member.clock().skew(skew));
    if (dice.happens(0.7)) {
      sometime(
          "the clock of " + member.node() + " is set", () -> member.clock().skew(Duration.ZERO));
    }
  }

  /// A node is lost some time after a backup was made of it, and comes back from that. Its people
  /// are busy before and after.
  private void strewRestoration() {
    Member member = dice.pick(members.stream().filter(Member::isHonest).toList());
    Duration age = dice.spread(Duration.ofMinutes(1), storm);
    sometime(
        "a backup of " + member.node() + " is made",
        () -> {
          OldDisk backup = OldDisk.of(member, world.notebook());
          busy(member, age);
          world
              .timeline()
              .in(
                  age,
                  member.node() + " comes back from a backup",
                  () -> {
                    backup.putBack(world.notebook(), BEGIN);
                    busy(member, age);
                  });
        });
  }

  private void busy(Member member, Duration time) {
    for (int each = dice.between(2, 6); each > 0; each--) {
      Duration begin = dice.upTo(time);
      world.timeline().in(begin, member.node() + " works", () -> clerk.work(member));
      world.timeline().in(begin, member.node() + " makes its round", () -> round(member));
    }
  }

  /// In half of the runs up to so many times.
  private void many(int most, Runnable strew) {
    int times = dice.happens(0.5) ? dice.between(1, most) : 0;
    for (int each = 0; each < times; each++) {
      strew.run();
    }
  }

  private void sometime(String what, Runnable work) {
    world.timeline().at(BEGIN.plus(dice.upTo(storm)), what, work);
  }

  /// All heals but the liars; then time goes on until nothing waits, or the bound is over.
  private void heal() {
    network.heal();
    healing = true;
    for (Member member : members) {
      member.clock().skew(Duration.ZERO);
      member.restart();
      member.rollKeys(BEGIN);
    }
    List<Liar> liars = liars();
    Instant begin = world.timeline().now();
    Instant end = begin.plus(BOUND);
    List<Member> honest = members.stream().filter(Member::isHonest).toList();
    Instant first = begin.plus(SLICE.multipliedBy(2));
    for (Instant at = begin;
        at.isBefore(end) && (at.isBefore(first) || !isQuiet(honest));
        at = at.plus(SLICE)) {
      if (!liars.isEmpty() && dice.happens(0.1)) {
        dice.pick(liars).lie();
      }
      for (Member member : new ArrayList<>(members)) {
        round(member);
      }
      world.timeline().run(at.plus(SLICE), Integer.MAX_VALUE);
    }
  }

  private boolean isQuiet(List<Member> honest) {
    Set<NodeId> nodes = honest.stream().map(Member::node).collect(Collectors.toSet());
    return honest.stream()
        .allMatch(member ->
            relay.isEmpty(member.node())
                && member
                    .inspect(book -> book.outbox().due(Instant.MAX, Integer.MAX_VALUE))
                    .stream()
                    .noneMatch(waiting -> nodes.contains(waiting.parcel().to())));
  }
}
