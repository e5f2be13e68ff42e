package org.parley.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.simulator.world.Plan;
import org.parley.simulator.world.Without;

class WishTest {

  @Test
  void optionsMakeAPlan() {
    Wish wish =
        Wish.of(
            List.of(
                "--seeds",
                "5",
                "--from",
                "9",
                "--nodes",
                "4",
                "--mode",
                "liveness",
                "--seal",
                "real",
                "--without",
                "fsync"));

    assertThat(wish.seeds()).isEqualTo(5);
    assertThat(wish.replay()).isFalse();
    assertThat(wish.plan().seed()).isEqualTo(9);
    assertThat(wish.plan().nodes()).isEqualTo(4);
    assertThat(wish.plan().isLiveness()).isTrue();
    assertThat(wish.plan().sealing()).isEqualTo(Plan.Sealing.REAL);
    assertThat(wish.plan().without()).containsExactly(Without.FSYNC);
  }

  @Test
  void aReplayIsOneSeedWithItsSteps() {
    Wish wish = Wish.of(List.of("--replay", "17", "--steps", "42"));

    assertThat(wish.replay()).isTrue();
    assertThat(wish.plan().seed()).isEqualTo(17);
    assertThat(wish.plan().steps()).isEqualTo(42);
  }

  @Test
  void whatIsNotUnderstoodIsRefused() {
    assertThatThrownBy(() -> Wish.of(List.of("--seeds", "many"))).hasMessageContaining("many");
    assertThatThrownBy(() -> Wish.of(List.of("--wether", "1"))).hasMessageContaining("--wether");
    assertThatThrownBy(() -> Wish.of(List.of("--seeds"))).hasMessageContaining("--seeds");
    assertThatThrownBy(() -> Wish.of(List.of("--nodes", "58"))).hasMessageContaining("57");
  }
}
