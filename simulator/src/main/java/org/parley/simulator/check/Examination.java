package org.parley.simulator.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.simulator.node.Member;
import org.parley.simulator.world.Directory;
import org.parley.simulator.world.Invariant;
import org.parley.simulator.world.Notebook;
import org.parley.simulator.world.Surroundings;

/// All invariants over all honest nodes. What a liar's own node holds is its own affair.
public final class Examination {

  private final Surroundings world;
  private final Map<NodeId, View> views = new LinkedHashMap<>();

  private Examination(Surroundings world, List<Member> members) {
    this.world = world;
    members.stream()
        .filter(Member::isHonest)
        .forEach(member -> views.put(member.node(), View.of(member)));
  }

  /// Writes into the notebook whatever does not hold.
  ///
  /// @param watched whether the nodes showed each other their logs
  public static void of(Surroundings world, List<Member> members, boolean healed, boolean watched) {
    Examination all = new Examination(world, members);
    new NothingLost(all).check();
    new OnceOnly(all).check();
    new ReceiptsHold(all).check();
    new HoldersAndMarkings(all).check();
    new RecordsGrow(all).check();
    new RealmsApart(all).check();
    new OwnClockOnly(all).check();
    new NothingResurrected(all).check();
    if (healed) {
      new AllArrived(all).check();
      if (watched) {
        new HistoriesCompared(all).check();
      }
    }
  }

  Iterable<View> views() {
    return views.values();
  }

  /// Of an honest node.
  Optional<View> view(NodeId node) {
    return Optional.ofNullable(views.get(node));
  }

  Optional<View> viewOf(OfficeId office) {
    return directory().nodeOf(office).flatMap(this::view);
  }

  Notebook notebook() {
    return world.notebook();
  }

  Directory directory() {
    return world.directory();
  }

  Surroundings world() {
    return world;
  }

  void finding(Invariant invariant, View where, String what) {
    world.notebook().finding(invariant, where.node().toString(), what);
  }
}
