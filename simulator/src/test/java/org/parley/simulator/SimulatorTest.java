package org.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.parley.simulator.world.Finding;
import org.parley.simulator.world.Invariant;
import org.parley.simulator.world.Plan;
import org.parley.simulator.world.Without;

class SimulatorTest {

  private static final long FROM = Long.getLong("parley.seeds.from", 1);
  private static final List<String> ALL_THAT_CAN_HAPPEN =
      List.of(
          "acknowledged",
          "crashes",
          "declined",
          "disk full",
          "histories told twice",
          "dispatched",
          "lies",
          "opened",
          "parcels taken in",
          "passed on",
          "refused LINK_FORKED",
          "refused PARCEL_MISDIRECTED",
          "refused PARCEL_NOT_OPENED",
          "refused SIGNATURE_WRONG",
          "reminded",
          "replays",
          "restored",
          "turned to");
  private static final int SEEDS = Integer.getInteger("parley.seeds", 2000);

  @Test
  void everyInvariantHoldsInTwoThousandRuns() {
    long begun = System.nanoTime();
    List<Outcome> outcomes =
        LongStream.range(FROM, FROM + SEEDS)
            .parallel()
            .mapToObj(seed -> Simulation.run(Plan.of(seed)))
            .toList();
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf("%d seeds from %d: %.1f seeds per second%n", SEEDS, FROM, SEEDS / seconds);

    List<String> failures =
        outcomes.stream()
            .filter(outcome -> !outcome.isSound())
            .limit(3)
            .map(outcome -> Report.failure(outcome, Shrink.of(outcome)))
            .toList();
    assertThat(failures).isEmpty();
    assertThat(whatHappened(outcomes))
        .as("a run in which nothing happens proves nothing")
        .containsAll(ALL_THAT_CAN_HAPPEN);
  }

  private static Set<String> whatHappened(List<Outcome> outcomes) {
    return outcomes.stream()
        .flatMap(outcome -> outcome.counts().keySet().stream())
        .collect(Collectors.toSet());
  }

  @Test
  void oneSeedDecidesEverything() {
    for (long seed = 1; seed <= 30; seed++) {
      Outcome once = Simulation.run(Plan.of(seed));
      Outcome again = Simulation.tell(Plan.of(seed));

      assertThat(again.print()).as("seed %d", seed).isEqualTo(once.print());
      assertThat(new TreeMap<>(again.counts())).isEqualTo(new TreeMap<>(once.counts()));
    }
  }

  @Test
  void anotherSeedGivesAnotherRun() {
    assertThat(LongStream.range(1, 20).mapToObj(seed -> Simulation.run(Plan.of(seed)).print()))
        .doesNotHaveDuplicates();
  }

  @Test
  void aNetworkOfFiftySevenNodesKeepsEveryInvariant() {
    for (Plan.Mode mode : List.of(Plan.Mode.SAFETY, Plan.Mode.LIVENESS)) {
      Plan plan = new Plan(7, 57, mode, Plan.Sealing.TWIN, Set.of(), Integer.MAX_VALUE);
      Outcome outcome = Simulation.run(plan);

      assertThat(outcome.nodes()).isEqualTo(57);
      assertThat(outcome.findings()).as("%s", plan).isEmpty();
    }
  }

  @Test
  void theRealSealKeepsEveryInvariant() {
    for (long seed = 1; seed <= 6; seed++) {
      Plan plan =
          new Plan(seed, 3, Plan.Mode.EITHER, Plan.Sealing.REAL, Set.of(), Integer.MAX_VALUE);

      assertThat(Simulation.run(plan).findings()).as("%s", plan).isEmpty();
    }
  }

  @Test
  void changesThatAreNotForcedToDiskAreFoundWithinAHundredSeeds() {
    assertThat(foundWithout(Without.FSYNC)).contains(Invariant.I1, Invariant.I6);
  }

  @Test
  void signaturesThatAreNotCheckedAreFoundWithinAHundredSeeds() {
    assertThat(foundWithout(Without.SIGNATURES)).contains(Invariant.I3);
  }

  @Test
  void anInboxThatForgetsIsFoundWithinAHundredSeeds() {
    assertThat(foundWithout(Without.DEDUPE)).contains(Invariant.I2);
  }

  @Test
  void markingsThatAreNotCheckedAreFoundWithinAHundredSeeds() {
    assertThat(foundWithout(Without.MARKINGS)).contains(Invariant.I5);
  }

  @Test
  void aLogWithTwoHistoriesThatNobodyComparesIsFoundWithinAHundredSeeds() {
    assertThat(foundWithout(Without.GOSSIP)).contains(Invariant.I6);
  }

  @Test
  void aRestoredNodeThatGoesOnAsIfNothingHadHappenedIsFoundWithinAHundredSeeds() {
    assertThat(foundWithout(Without.RESTORED)).contains(Invariant.I9);
  }

  private static Set<Invariant> foundWithout(Without protection) {
    return LongStream.rangeClosed(1, 100)
        .parallel()
        .mapToObj(seed -> Simulation.run(Plan.of(seed).without(protection)))
        .flatMap(outcome -> outcome.findings().stream())
        .map(Finding::invariant)
        .collect(Collectors.toSet());
  }

  @Test
  void aFailureIsToldByTheShortestBeginningThatShowsIt() {
    Outcome failed =
        LongStream.rangeClosed(1, 100)
            .mapToObj(seed -> Simulation.run(Plan.of(seed).without(Without.DEDUPE)))
            .filter(outcome -> !outcome.isSound())
            .findFirst()
            .orElseThrow();
    Outcome shortest = Shrink.of(failed);
    Plan before = failed.plan().steps(shortest.steps() - 1);

    assertThat(shortest.isSound()).isFalse();
    assertThat(shortest.steps()).isLessThan(failed.steps());
    assertThat(Simulation.run(before).isSound()).isTrue();
    assertThat(Report.failure(failed, shortest))
        .contains("seed " + failed.plan().seed() + " FAILED")
        .contains(
            "--replay %d --steps %d --without dedupe"
                .formatted(failed.plan().seed(), shortest.steps()));
  }
}
