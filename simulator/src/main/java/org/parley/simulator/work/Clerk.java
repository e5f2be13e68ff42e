package org.parley.simulator.work;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ledger.Command;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Digest;
import org.parley.duties.ActOnStatement;
import org.parley.duties.ClearStatement;
import org.parley.duties.DispatchStatement;
import org.parley.duties.WatchTimes;
import org.parley.simulator.node.Member;
import org.parley.simulator.world.Dice;
import org.parley.simulator.world.Promise;
import org.parley.simulator.world.Said;
import org.parley.simulator.world.Surroundings;

/// The people at the nodes: write, clear, send, read, answer, ask again; in any order that comes,
/// and again where they did not hear how it ended.
public final class Clerk {

  private final Surroundings world;
  private final Author author;

  public Clerk(Surroundings world) {
    this.world = world;
    this.author = new Author(world);
  }

  /// Does some one thing at a node.
  public void work(Member member) {
    Dice dice = world.dice();
    int die = dice.below(100);
    if (die < 30) {
      author.begin(member).ifPresent(said -> finish(member, said));
    } else if (die < 75) {
      received(member).ifPresent(said -> handle(member, said));
    } else if (die < 83) {
      own(member).ifPresent(said -> finish(member, said));
    } else if (die < 88) {
      own(member)
          .flatMap(said -> author.succeed(member, said))
          .ifPresent(said -> finish(member, said));
    } else if (die < 96) {
      own(member).ifPresent(said -> press(member, said));
    } else {
      Author.realms()
          .forEach(realm -> member.attempt(() -> new WatchTimes(member.station()).run(realm)));
    }
    member.dispatch();
  }

  /// Clears and sends, or leaves it half done.
  private void finish(Member member, Said said) {
    Dice dice = world.dice();
    if (dice.happens(0.05)) {
      return;
    }
    ClearStatement clear = new ClearStatement(member.station(), dice.happens(0.5));
    Hand second = new Hand(said.from(), dice.happens(0.9) ? "second" : "author");
    done(
        member,
        said,
        said.from(),
        Promise.Kind.CLEARED,
        () -> clear.clear(said.realm(), said.digest(), second));
    if (dice.happens(0.05)) {
      return;
    }
    DispatchStatement dispatch = new DispatchStatement(member.station());
    done(
        member,
        said,
        said.from(),
        Promise.Kind.DISPATCHED,
        () -> dispatch.run(said.realm(), said.digest()));
  }

  /// Opens, takes note, passes on, declines or answers something received.
  private void handle(Member member, Said said) {
    Dice dice = world.dice();
    List<OfficeId> addressed =
        member.seat().offices().stream().filter(said.route()::isFor).sorted().toList();
    OfficeId office = dice.pick(addressed);
    Hand by = new Hand(office, "reader");
    ActOnStatement act = new ActOnStatement(member.station());
    if (dice.happens(0.8)) {
      done(
          member,
          said,
          office,
          Promise.Kind.OPENED,
          () -> act.open(said.realm(), said.digest(), by));
    }
    switch (dice.below(6)) {
      case 0, 1 ->
          done(
              member,
              said,
              office,
              Promise.Kind.ACKNOWLEDGED,
              () -> act.acknowledge(said.realm(), said.digest(), by, Optional.empty()));
      case 2 ->
          done(
              member,
              said,
              office,
              Promise.Kind.PASSED_ON,
              () -> act.passOn(said.realm(), said.digest(), by, level()));
      case 3 ->
          done(
              member,
              said,
              office,
              Promise.Kind.DECLINED,
              () -> act.decline(said.realm(), said.digest(), by, Optional.of("no comment")));
      default -> author.answer(member, said).ifPresent(answer -> finish(member, answer));
    }
  }

  private Command.Level level() {
    return world.dice().pick(List.of(Command.Level.values()));
  }

  /// Asks a recipient again, or turns to another level.
  private void press(Member member, Said said) {
    OfficeId recipient = world.dice().pick(said.route().recipients());
    Hand by = new Hand(said.from(), "author");
    ActOnStatement act = new ActOnStatement(member.station());
    if (world.dice().happens(0.6)) {
      Command.Remind remind = new Command.Remind(said.digest(), recipient, by);
      counted("reminded", member.attempt(() -> act.remind(said.realm(), remind)));
    } else {
      Command.TurnTo turn = new Command.TurnTo(said.digest(), recipient, by, level());
      counted("turned to", member.attempt(() -> act.turnTo(said.realm(), turn)));
    }
  }

  private void done(
      Member member,
      Said said,
      OfficeId office,
      Promise.Kind kind,
      Supplier<Checked<Digest>> work) {
    Optional<Checked<Digest>> came = member.attempt(work);
    counted(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), came);
    if (came.isPresent() && came.get() instanceof Checked.Sound<Digest>) {
      world
          .notebook()
          .promised(new Promise(member.node(), kind, said.realm(), said.digest(), office));
    }
  }

  private void counted(String what, Optional<Checked<Digest>> came) {
    if (came.isPresent()) {
      world.timeline().tell("  %s %s", what, came.get());
      world
          .notebook()
          .count(
              switch (came.get()) {
                case Checked.Sound<Digest> _ -> what;
                case Checked.Refused<Digest> refused ->
                    "not " + what + ": " + refused.issues().getFirst().code();
              });
    }
  }

  private Optional<Said> own(Member member) {
    return any(said -> said.sender().equals(member.node()));
  }

  private Optional<Said> received(Member member) {
    NodeId node = member.node();
    return any(said ->
        said.nodes().contains(node)
            && member.seat().offices().stream().anyMatch(said.route()::isFor));
  }

  private Optional<Said> any(Predicate<Said> fits) {
    List<Said> found = world.notebook().said().stream().filter(fits).toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(world.dice().pick(found));
  }
}
